"""Judgements on clusters, and the claims with entities in their roles."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.iris import claim_id
from kg.model import Claim, ClaimDraft, Cluster, Entity, Extraction, Link, Reading


def judge(cluster: Cluster, gazetteer: Gazetteer) -> Link:
    """The judgement on one cluster: the entity of the gazetteer that its names are known for, or a new one."""
    entry = gazetteer.get(cluster.candidate)
    if entry is not None:
        return Link(cluster.key, entry.id, "same", f"the gazetteer knows this name for {entry.name}")
    return Link(cluster.key, cluster.key, "new", "no entity of the gazetteer has this name")


def link(reading: Reading, gazetteer: Gazetteer) -> Extraction:
    """The extraction of an article, entity ids in every role."""
    links = {cluster.key: judge(cluster, gazetteer) for cluster in reading.clusters}
    ids = {key: judgement.entity for key, judgement in links.items()}
    entities: dict[str, Entity] = {}
    for cluster in reading.clusters:
        entity = _entity(cluster, links[cluster.key], gazetteer)
        before = entities.get(entity.id)
        if before is not None:
            mentions = tuple(sorted({*before.mentions, *entity.mentions}, key=lambda m: (m.start, m.end)))
            entity = Entity(before.id, before.name, before.type, before.wikidata, mentions, before.provisional)
        entities[entity.id] = entity
    claims: dict[str, Claim] = {}
    for draft in reading.drafts:
        claim = _claim(reading.article.id, draft, ids)
        claims.setdefault(claim.id, claim)
    return Extraction(reading.article, tuple(entities.values()), tuple(claims.values()))


def _entity(cluster: Cluster, judgement: Link, gazetteer: Gazetteer) -> Entity:
    entry = gazetteer.get(judgement.entity)
    if entry is not None:
        return Entity(entry.id, entry.name, entry.type, entry.wikidata, cluster.mentions)
    return Entity(judgement.entity, cluster.name, cluster.type, None, cluster.mentions, provisional=True)


def _claim(article: str, draft: ClaimDraft, ids: dict[str, str]) -> Claim:
    roles = {role: tuple(dict.fromkeys(ids[key] for key in keys)) for role, keys in draft.roles.items()}
    return Claim(
        claim_id(article, draft.type, roles, draft.evidence),
        article,
        draft.type,
        roles,
        draft.evidence,
        draft.modality,
        draft.amount,
        draft.amount_alt,
        draft.quantity,
        None,
        draft.time,
        tuple(ids.get(source, source) for source in draft.attributed_to),
        tuple(ids[key] for key in draft.disputed_by),
        draft.dispute_evidence,
        draft.detail,
        draft.score,
        draft.marks,
    )
