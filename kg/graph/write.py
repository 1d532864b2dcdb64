"""An extraction as RDF: one named graph for what the article claims, one beside it for where that comes from.

Nothing written has a blank node or a time of day in it, and equal extractions give equal quads.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError
from kg.graph.terms import Term, day, integer, node, number, sorted_quads, text, true
from kg.iris import SOFTWARE, Minter
from kg.model import Amount, Article, Claim, Entity, Extraction, Period, Quantity, Span
from kg.version import __version__
from kg.vocab import (
    APPROXIMATIONS,
    CHIP,
    CLAIM_TYPES,
    ENTITY_TYPES,
    MODALITIES,
    OA,
    OWL,
    PROV,
    RDF,
    ROLES,
    SCHEMA,
    SKOS,
)

WIKIDATA: Final = "http://www.wikidata.org/entity/"

_Triples = Iterator[tuple[str, str, Term]]


def to_quads(extraction: Extraction, *, minter: Minter | None = None, version: str | None = None) -> list[Quad]:
    """The sorted quads of one article: its claims graph and its provenance graph.

    `version` is the software version that the provenance names, by default this one. StoreError if a
    claim has a type, role or modality that the ontology does not know.
    """
    mint = minter or Minter()
    article = extraction.article
    claims = node(mint.claims_graph(article.id))
    provenance = node(mint.provenance_graph(article.id))
    quads = [_quad(triple, claims) for triple in _claims_graph(extraction, mint)]
    quads += [_quad(triple, provenance) for triple in _provenance(article, mint, version or __version__)]
    return sorted_quads(quads)


def _quad(triple: tuple[str, str, Term], graph: NamedNode) -> Quad:
    subject, predicate, object_ = triple
    return Quad(node(subject), node(predicate), object_, graph)


def _claims_graph(extraction: Extraction, mint: Minter) -> _Triples:
    known = {entity.id for entity in extraction.entities}
    for entity in extraction.entities:
        yield from entity_triples(entity, mint)
        yield from _mentions(entity, extraction.article.id, mint)
    for claim in extraction.claims:
        yield from _Writer(claim, extraction.article.id, known, mint).triples()


def entity_triples(entity: Entity, mint: Minter) -> _Triples:
    """What an article's reading says of an entity by itself: type, name, Wikidata item."""
    iri = mint.entity(entity.id)
    yield iri, RDF.type, node(_known(ENTITY_TYPES, entity.type, f"entity {entity.id}", "type"))
    yield iri, RDF.type, node(CHIP.Entity)
    yield iri, SCHEMA.name, text(entity.name)
    if entity.wikidata:
        yield iri, OWL.sameAs, node(WIKIDATA + entity.wikidata)
    if entity.provisional:
        yield iri, CHIP.provisional, true()


def _mentions(entity: Entity, article_id: str, mint: Minter) -> _Triples:
    for mention in entity.mentions:
        iri = mint.mention(article_id, mention.start, mention.end, entity.id)
        yield iri, RDF.type, node(CHIP.Mention)
        yield iri, CHIP.refersTo, node(mint.entity(entity.id))
        yield iri, CHIP.mentionKind, text(mention.kind)
        yield from _selected(iri, Span(mention.start, mention.end, mention.text), article_id, mint)


def _selected(iri: str, span: Span, article_id: str, mint: Minter) -> _Triples:
    selector = mint.span(article_id, span.start, span.end)
    yield iri, OA.hasSource, node(mint.article(article_id))
    yield iri, OA.hasSelector, node(selector)
    for kind in (CHIP.Span, OA.TextPositionSelector, OA.TextQuoteSelector):
        yield selector, RDF.type, node(kind)
    yield selector, OA.start, integer(span.start)
    yield selector, OA.end, integer(span.end)
    yield selector, OA.exact, text(span.text)


def _known(table: Mapping[str, str], code: str, where: str, what: str) -> str:
    if code not in table:
        raise StoreError(f"no such {what}: {code!r}", place=where, mend=f"use one of {', '.join(sorted(table))}")
    return table[code]


class _Writer:
    """The triples of one claim."""

    def __init__(self, claim: Claim, article_id: str, known: set[str], mint: Minter) -> None:
        self.claim = claim
        self.article_id = article_id
        self.known = known
        self.mint = mint
        self.iri = mint.claim(claim.id)
        self.where = f"article {article_id}, claim {claim.id}"

    def triples(self) -> _Triples:
        claim = self.claim
        yield self.iri, RDF.type, node(_known(CLAIM_TYPES, claim.type, self.where, "claim type"))
        yield self.iri, RDF.type, node(CHIP.Claim)
        yield self.iri, SCHEMA.identifier, text(claim.id)
        yield self.iri, CHIP.inArticle, node(self.mint.article(self.article_id))
        yield self.iri, CHIP.modality, node(_known(MODALITIES, claim.modality, self.where, "modality"))
        yield self.iri, CHIP.score, number(claim.score)
        if claim.detail:
            yield self.iri, CHIP.detail, text(claim.detail)
        yield from self._roles()
        yield from self._attribution()
        yield from self._figures()
        yield from self._evidence()

    def _part(self, name: str, *keys: str) -> str:
        return self.mint.claim_part(self.claim.id, name, *keys)

    def _roles(self) -> _Triples:
        for role, ids in self.claim.roles.items():
            property_ = _known(ROLES, role, self.where, "role")
            for entity_id in ids:
                yield self.iri, property_, node(self.mint.entity(entity_id))
                yield self.iri, CHIP.role, node(self.mint.entity(entity_id))  # "in any role", with no need to infer
            if len(ids) > 1:
                yield from self._order(role, property_, ids)

    def _order(self, role: str, property_: str, ids: tuple[str, ...]) -> _Triples:
        for position, entity_id in enumerate(ids, start=1):
            part = self._part("role", role, str(position))
            yield self.iri, CHIP.participation, node(part)
            yield part, RDF.type, node(CHIP.Participation)
            yield part, CHIP.inRole, node(property_)
            yield part, CHIP.position, integer(position)
            yield part, CHIP.filler, node(self.mint.entity(entity_id))

    def _attribution(self) -> _Triples:
        for position, name in enumerate(self.claim.attributed_to, start=1):
            source = self.mint.entity(name) if name in self.known else self.mint.source(name)
            if name not in self.known:
                yield source, RDF.type, node(CHIP.Source)
                yield source, SKOS.prefLabel, text(name)
            part = self._part("attribution", str(position))
            yield self.iri, CHIP.attributedTo, node(source)
            yield self.iri, CHIP.attribution, node(part)
            yield part, RDF.type, node(CHIP.Attribution)
            yield part, CHIP.position, integer(position)
            yield part, CHIP.source, node(source)
        for entity_id in self.claim.disputed_by:
            yield self.iri, CHIP.disputedBy, node(self.mint.entity(entity_id))

    def _figures(self) -> _Triples:
        claim = self.claim
        for property_, name, amount in (
            (CHIP.amount, "amount", claim.amount),
            (CHIP.amountAlt, "amount-alt", claim.amount_alt),
        ):
            if amount:
                yield from amount_triples(self.iri, property_, self._part(name), amount)
        for property_, name, quantity in (
            (CHIP.quantity, "quantity", claim.quantity),
            (CHIP.quantityAlt, "quantity-alt", claim.quantity_alt),
        ):
            if quantity:
                yield from quantity_triples(self.iri, property_, self._part(name), quantity)
        if claim.time:
            yield from period_triples(self.iri, CHIP.time, self._part("time"), claim.time)

    def _evidence(self) -> _Triples:
        claim, mint = self.claim, self.mint
        for property_, spans in ((CHIP.evidence, claim.evidence), (CHIP.disputeEvidence, claim.dispute_evidence)):
            for span in spans:
                iri = mint.evidence(self.article_id, span.start, span.end)
                yield self.iri, property_, node(iri)
                yield iri, RDF.type, node(CHIP.Evidence)
                yield from _selected(iri, span, self.article_id, mint)
        for kind, span in claim.marks:
            part = self._part("mark", kind, f"{span.start}-{span.end}")
            yield self.iri, CHIP.mark, node(part)
            yield part, RDF.type, node(CHIP.Mark)
            yield part, CHIP.markKind, text(kind)
            yield from _selected(part, span, self.article_id, mint)


def amount_triples(owner: str, property_: str, iri: str, amount: Amount) -> _Triples:
    """Money that a claim or an event has."""
    yield owner, property_, node(iri)
    yield iri, RDF.type, node(CHIP.Amount)
    yield iri, SCHEMA.currency, text(amount.currency)
    yield from _value(iri, amount)


def quantity_triples(owner: str, property_: str, iri: str, quantity: Quantity) -> _Triples:
    """A quantity that a claim or an event has."""
    yield owner, property_, node(iri)
    yield iri, RDF.type, node(CHIP.Quantity)
    yield iri, CHIP.unit, text(quantity.unit)
    yield from _value(iri, quantity)


def _value(iri: str, figure: Amount | Quantity) -> _Triples:
    yield iri, SCHEMA.value, number(figure.value)
    yield iri, CHIP.approx, node(_known(APPROXIMATIONS, figure.approx, iri, "exactness"))
    if figure.value_max is not None:
        yield iri, CHIP.valueMax, number(figure.value_max)


def period_triples(owner: str, property_: str, iri: str, period: Period) -> _Triples:
    """The time that a claim or an event has."""
    yield owner, property_, node(iri)
    yield iri, RDF.type, node(CHIP.Period)
    yield iri, CHIP.timeText, text(period.text)
    if period.start:
        yield iri, CHIP.start, day(period.start)
    if period.end:
        yield iri, CHIP.end, day(period.end)


def _provenance(article: Article, mint: Minter, version: str) -> _Triples:
    iri, run, software = mint.article(article.id), mint.run(article.id, version), mint.software(version)
    yield iri, RDF.type, node(SCHEMA.NewsArticle)
    yield iri, RDF.type, node(PROV.Entity)
    yield iri, SCHEMA.identifier, text(article.id)
    fields = (
        (SCHEMA.headline, article.title),
        (SCHEMA.publisher, article.outlet),
        (SCHEMA.url, article.url),
        (SCHEMA.inLanguage, article.language),
    )
    for property_, value in fields:
        if value:
            yield iri, property_, text(value)
    if article.published:
        yield iri, SCHEMA.datePublished, day(article.published)
    yield iri, CHIP.textHash, text(hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest())
    yield run, RDF.type, node(PROV.Activity)
    yield run, PROV.used, node(iri)
    yield run, PROV.wasAssociatedWith, node(software)
    yield software, RDF.type, node(PROV.SoftwareAgent)
    yield software, RDF.type, node(SCHEMA.SoftwareApplication)
    yield software, SCHEMA.name, text(SOFTWARE)
    yield software, SCHEMA.softwareVersion, text(version)
    claims = mint.claims_graph(article.id)
    yield claims, PROV.wasDerivedFrom, node(iri)
    yield claims, PROV.wasGeneratedBy, node(run)
