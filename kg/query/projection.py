"""The graph as a network: entities as nodes, one edge for each pair of parties of a claim, keyed by the claim."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import networkx as nx

from kg.graph import Store
from kg.model import Article, Claim, Entity, Span
from kg.query.cells import ends

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_networkx(store: Store) -> nx.MultiDiGraph[str]:
    """The projection of all claims.

    Nodes: entity ids that fill a role, with `name`, `names` (in other languages), `type`, `wikidata`, `provisional`.
    Edges: one for each head and tail of a claim, key = claim id. A claim of one party is a loop. Attributes: `type`,
    `modality`, `disputed`, `head_role`, `tail_role`, `roles`, `amount`, `amount_alt`, `quantity`, `time` (as in
    Claim.to_dict, or None), `attributed_to` and `disputed_by` (names), `evidence` and `dispute_evidence` (`text`,
    `start`, `marks` as [start, end, role] inside that text), `detail`, `score`, `article`. One lot with two buyers is
    two edges with one key and one amount: never add amounts up over edges.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    claims = list(store.claims())
    entities = {entity.id: entity for entity in store.entities()}
    labels = store.labels()
    articles = {article.id: article for article in store.articles()}
    for id in sorted({id for claim in claims for ids in claim.roles.values() for id in ids}):
        graph.add_node(id, **_node(id, entities.get(id), labels.get(id, ())))
    for claim in claims:  # in their order: the network is built the same way every time
        head_role, heads, tail_role, tails = ends(claim)
        about = _edge(claim, articles[claim.article], store.names())
        for head in heads:
            for tail in tails:
                if head != tail or heads == tails == (head,):
                    graph.add_edge(head, tail, key=claim.id, head_role=head_role, tail_role=tail_role, **about)
    return graph


def _node(id: str, entity: Entity | None, labels: tuple[str, ...]) -> dict[str, Any]:
    if entity is None:
        return {"name": id, "names": [], "type": "", "wikidata": None, "provisional": True}
    return {
        "name": entity.name,
        "names": [label for label in labels if label != entity.name],
        "type": entity.type,
        "wikidata": entity.wikidata,
        "provisional": entity.provisional,
    }


def _edge(claim: Claim, article: Article, names: Mapping[str, str]) -> dict[str, Any]:
    told = claim.to_dict()
    return {
        "type": claim.type,
        "modality": claim.modality,
        "disputed": bool(claim.disputed_by),
        "roles": told["roles"],
        "amount": told["amount"],
        "amount_alt": told.get("amount_alt"),
        "quantity": told["quantity"],
        "time": told["time"],
        "attributed_to": [names.get(id, id) for id in claim.attributed_to],
        "disputed_by": [names.get(id, id) for id in claim.disputed_by],
        "evidence": [_sentence(span, claim) for span in claim.evidence],
        "dispute_evidence": [_sentence(span, claim) for span in claim.dispute_evidence],
        "detail": claim.detail,
        "score": claim.score,
        "article": {
            "id": article.id,
            "title": article.title,
            "outlet": article.outlet,
            "url": article.url,
            "published": article.published,
            "language": article.language,
        },
    }


def _sentence(span: Span, claim: Claim) -> dict[str, Any]:
    marks = [
        [mark.start - span.start, mark.end - span.start, kind]
        for kind, mark in claim.marks
        if span.start <= mark.start and mark.end <= span.end
    ]
    return {"text": span.text, "start": span.start, "marks": sorted(marks)}


def to_graphml(store: Store) -> str:
    """The projection as GraphML for Gephi, yEd and Cytoscape, with flat attributes: `amount_value`, `article_url` …

    Several names are joined by "; ", several sentences by " … ".
    """
    graph = to_networkx(store)
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for id, data in sorted(graph.nodes(data=True)):
        flat.add_node(_clean(id), **_flat({**data, "label": data["name"]}))
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (head, tail, key, data) in enumerate(edges, start=1):
        # an edge id may occur once in a file, and a claim may be several edges
        flat.add_edge(
            _clean(head), _clean(tail), key=f"e{number}", **_flat({**data, "claim": key, "label": data["type"]})
        )
    return "\n".join(nx.generate_graphml(flat)) + "\n"


def _flat(data: Mapping[str, Any], prefix: str = "") -> dict[str, str | float | int | bool]:
    out: dict[str, str | float | int | bool] = {}
    for name, value in sorted(data.items()):
        if isinstance(value, Mapping):
            out |= _flat(value, f"{prefix}{name}_")
        elif isinstance(value, list):
            texts = [item["text"] if isinstance(item, Mapping) else str(item) for item in value]
            joined = (" … " if name.endswith("evidence") else "; ").join(texts)
            out |= {prefix + name: _clean(joined)} if joined else {}
        elif isinstance(value, str):
            out |= {prefix + name: _clean(value)} if value else {}
        elif value is not None:
            out[prefix + name] = value
    return out


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
