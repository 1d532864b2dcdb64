"""Graphs that follow from the claims and can be thrown away: flat edges and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Quad

from kg.events import Event
from kg.graph.terms import Term, integer, node, text
from kg.graph.write import amount_triples, period_triples, quantity_triples
from kg.iris import Minter
from kg.model import Claim
from kg.vocab import CHIP, CLAIM_TYPES, FLAT_EDGES, MODALITIES, RDF, SCHEMA, STATUSES

ESTABLISHED: Final = frozenset({"asserted", "reported"})
"""Modalities that may become a flat edge: the others are not, not yet, or no longer so."""


def edge_quads(claims: Iterable[Claim], mint: Minter) -> list[Quad]:
    """Flat edges (`chip:supplies` …) of all claims that are asserted or reported and that nobody denies."""
    graph = node(mint.derived_graph("edges"))
    found = set()
    for claim in claims:
        if claim.modality in ESTABLISHED and not claim.disputed_by:
            for head, property_, tail in claim_edges(claim):
                found.add(Quad(node(mint.entity(head)), node(property_), node(mint.entity(tail)), graph))
    return sorted(found, key=str)


def claim_edges(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """The flat edges that a claim would give: head, property, tail."""
    for edge in FLAT_EDGES:
        if claim.type not in edge.types:
            continue
        for head in (entity for role in edge.heads for entity in claim.roles.get(role, ())):
            for tail in (entity for role in edge.tails for entity in claim.roles.get(role, ())):
                if head != tail:
                    yield head, edge.property, tail


def event_quads(events: Iterable[Event], mint: Minter, entity_ids: frozenset[str]) -> list[Quad]:
    """The events graph. `entity_ids` tells which sources are entities; the others are free names."""
    graph = node(mint.derived_graph("events"))
    quads = {
        Quad(node(s), node(p), o, graph) for event in events for s, p, o in _event_triples(event, mint, entity_ids)
    }
    return sorted(quads, key=str)


def _event_triples(event: Event, mint: Minter, entity_ids: frozenset[str]) -> Iterator[tuple[str, str, Term]]:
    iri = mint.event(event.id)
    yield iri, RDF.type, node(CHIP.Event)
    yield iri, SCHEMA.identifier, text(event.id)
    yield iri, CHIP.eventType, node(CLAIM_TYPES[event.type])
    yield iri, CHIP.status, node({**MODALITIES, **STATUSES}[event.status])
    yield iri, CHIP.origins, integer(len(event.sources))
    yield iri, CHIP.articles, integer(len(event.articles))
    for claim_id in event.claims:
        yield iri, CHIP.hasClaim, node(mint.claim(claim_id))
    for entity_id in sorted({id for ids in event.roles.values() for id in ids}):
        yield iri, CHIP.eventParty, node(mint.entity(entity_id))
    for name in event.sources:
        yield iri, CHIP.eventSource, node(mint.entity(name)) if name in entity_ids else text(name)
    for who in event.disputed_by:
        yield iri, CHIP.eventDisputedBy, node(mint.entity(who))
    if event.amount:
        yield from amount_triples(iri, CHIP.bestAmount, f"{iri}/amount", event.amount)
    if event.quantity:
        yield from quantity_triples(iri, CHIP.bestQuantity, f"{iri}/quantity", event.quantity)
    if event.time:
        yield from period_triples(iri, CHIP.bestTime, f"{iri}/time", event.time)
