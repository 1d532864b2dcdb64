"""RDF back into the values of kg.model: what `write` wrote, read from a store."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final, get_args

from pyoxigraph import NamedNode, Store

from kg.graph.terms import Node, Term, node, spelling
from kg.iris import Minter
from kg.model import Amount, Article, Claim, Entity, Mention, Period, Quantity, Role, Span
from kg.vocab import APPROXIMATIONS, CHIP, CLAIM_TYPES, ENTITY_TYPES, MODALITIES, OA, OWL, RDF, ROLES, SCHEMA, SKOS

CLAIM_CODES: Final = {str(iri): code for code, iri in CLAIM_TYPES.items()}
ENTITY_CODES: Final = {str(iri): code for code, iri in ENTITY_TYPES.items()}
MODALITY_CODES: Final = {str(iri): code for code, iri in MODALITIES.items()}
APPROX_CODES: Final = {str(iri): code for code, iri in APPROXIMATIONS.items()}
ROLE_CODES: Final = {str(iri): code for code, iri in ROLES.items()}
ROLE_ORDER: Final[tuple[str, ...]] = get_args(Role)


class ArticleReader:
    """Reads the graphs of one article out of an Oxigraph store."""

    def __init__(self, store: Store, article_id: str, mint: Minter) -> None:
        self.store = store
        self.article_id = article_id
        self.mint = mint
        self.graph = node(mint.claims_graph(article_id))

    def article(self) -> Article:
        """Who published what and when; the text itself is not kept in the graph, so `text` is empty."""
        graph = node(self.mint.provenance_graph(self.article_id))
        iri = node(self.mint.article(self.article_id))
        found: dict[str, str] = {}
        for quad in self.store.quads_for_pattern(iri, None, None, graph):
            found[spelling(quad.predicate)] = spelling(quad.object)
        return Article(
            id=self.article_id,
            text="",
            title=found.get(SCHEMA.headline, ""),
            language=found.get(SCHEMA.inLanguage, ""),
            url=found.get(SCHEMA.url),
            outlet=found.get(SCHEMA.publisher),
            published=found.get(SCHEMA.datePublished),
        )

    def claims(self) -> Iterator[Claim]:
        """All claims of the article, in the order of their evidence."""
        found = (self.claim(iri) for iri in self.subjects(RDF.type, CHIP.Claim))
        yield from sorted(found, key=claim_order)

    def claim(self, iri: Term) -> Claim:
        """One claim."""
        return _ClaimReader(self, iri).claim()

    def entities(self, *, mentions: bool = True) -> Iterator[Entity]:
        """The entities of the article, with their mentions if wanted, by id."""
        for iri in sorted(self.subjects(RDF.type, CHIP.Entity), key=spelling):
            entity_id = self.mint.entity_id(spelling(iri))
            if entity_id is None:
                continue
            types = [ENTITY_CODES[t] for t in self.values(iri, RDF.type) if t in ENTITY_CODES]
            same = self.values(iri, OWL.sameAs)
            yield Entity(
                id=entity_id,
                name=min(self.values(iri, SCHEMA.name), default=entity_id),
                type=min(types, default=""),
                wikidata=same[0].rsplit("/", 1)[-1] if same else None,
                mentions=tuple(self._mentions(iri)) if mentions else (),
                provisional=bool(self.values(iri, CHIP.provisional)),
            )

    def _mentions(self, entity: Node) -> Iterator[Mention]:
        found = []
        for iri in self.subjects(CHIP.refersTo, entity):
            span = self.span(iri)
            kind = min(self.values(iri, CHIP.mentionKind), default="unknown")
            found.append(Mention(span.start, span.end, span.text, kind))
        yield from sorted(found, key=lambda mention: (mention.start, mention.end))

    def span(self, holder: Term) -> Span:
        """The stretch of text that evidence, a mention or a mark selects."""
        selector = self.objects(holder, OA.hasSelector)[0]
        start, end, words = (self.values(selector, p)[0] for p in (OA.start, OA.end, OA.exact))
        return Span(int(start), int(end), words)

    def subjects(self, predicate: str, object_: str | Node) -> list[Node]:
        wanted = node(object_) if isinstance(object_, str) else object_
        quads = self.store.quads_for_pattern(None, node(predicate), wanted, self.graph)
        return [quad.subject for quad in quads if isinstance(quad.subject, NamedNode)]

    def objects(self, subject: Term, predicate: str) -> list[Term]:
        if not isinstance(subject, NamedNode):
            return []
        return [quad.object for quad in self.store.quads_for_pattern(subject, node(predicate), None, self.graph)]

    def values(self, subject: Term, predicate: str) -> list[str]:
        return sorted(spelling(term) for term in self.objects(subject, predicate))


class _ClaimReader:
    """Puts one claim together; its own triples are fetched once."""

    def __init__(self, reader: ArticleReader, iri: Term) -> None:
        self.reader = reader
        self.iri = node(spelling(iri))

    @cached_property
    def own(self) -> dict[str, list[Term]]:
        found: dict[str, list[Term]] = {}
        for quad in self.reader.store.quads_for_pattern(self.iri, None, None, self.reader.graph):
            found.setdefault(spelling(quad.predicate), []).append(quad.object)
        return found

    def claim(self) -> Claim:
        own = self.own
        code = next(CLAIM_CODES[t] for t in map(spelling, own[RDF.type]) if t in CLAIM_CODES)
        return Claim(
            id=self._text(SCHEMA.identifier) or spelling(self.iri).rsplit("/", 1)[-1],
            article=self.reader.article_id,
            type=code,
            roles=self._roles(),
            evidence=self._spans(CHIP.evidence),
            modality=MODALITY_CODES[spelling(own[CHIP.modality][0])],
            amount=self._amount(CHIP.amount),
            amount_alt=self._amount(CHIP.amountAlt),
            quantity=self._quantity(CHIP.quantity),
            quantity_alt=self._quantity(CHIP.quantityAlt),
            time=self._period(),
            attributed_to=self._attribution(),
            disputed_by=tuple(sorted(self._party(term) for term in own.get(CHIP.disputedBy, []))),
            dispute_evidence=self._spans(CHIP.disputeEvidence),
            detail=self._text(CHIP.detail),
            score=float(self._text(CHIP.score) or 1.0),
            marks=self._marks(),
        )

    def _text(self, property_: str) -> str | None:
        terms = self.own.get(property_)
        return spelling(terms[0]) if terms else None

    def _party(self, term: Term) -> str:
        iri = spelling(term)
        known = self.reader.mint.entity_id(iri)
        return known if known is not None else min(self.reader.values(term, SKOS.prefLabel), default=iri)

    def _roles(self) -> dict[str, tuple[str, ...]]:
        order: dict[tuple[str, str], int] = {}
        for part in self.own.get(CHIP.participation, []):
            role = ROLE_CODES[self.reader.values(part, CHIP.inRole)[0]]
            filler = self._party(self.reader.objects(part, CHIP.filler)[0])
            order[role, filler] = int(self.reader.values(part, CHIP.position)[0])
        roles: dict[str, tuple[str, ...]] = {}
        for role in ROLE_ORDER:
            fillers = [self._party(term) for term in self.own.get(ROLES[role], [])]
            if fillers:
                roles[role] = tuple(sorted(fillers, key=lambda f, role=role: (order.get((role, f), 0), f)))  # type: ignore[misc]
        return roles

    def _attribution(self) -> tuple[str, ...]:
        found = []
        for part in self.own.get(CHIP.attribution, []):
            position = int(self.reader.values(part, CHIP.position)[0])
            found.append((position, self._party(self.reader.objects(part, CHIP.source)[0])))
        return tuple(name for _, name in sorted(found))

    def _spans(self, property_: str) -> tuple[Span, ...]:
        found = [self.reader.span(term) for term in self.own.get(property_, [])]
        return tuple(sorted(found, key=lambda span: (span.start, span.end)))

    def _marks(self) -> tuple[tuple[str, Span], ...]:
        found = []
        for term in self.own.get(CHIP.mark, []):
            found.append((self.reader.values(term, CHIP.markKind)[0], self.reader.span(term)))
        return tuple(sorted(found, key=lambda mark: (mark[1].start, mark[1].end, mark[0])))

    def _figure(self, property_: str, unit: str) -> tuple[float, str, str, float | None] | None:
        terms = self.own.get(property_)
        if not terms:
            return None
        values = {p: self.reader.values(terms[0], p) for p in (SCHEMA.value, unit, CHIP.approx, CHIP.valueMax)}
        top = values[CHIP.valueMax]
        return (
            float(values[SCHEMA.value][0]),
            values[unit][0],
            APPROX_CODES[values[CHIP.approx][0]],
            float(top[0]) if top else None,
        )

    def _amount(self, property_: str) -> Amount | None:
        figure = self._figure(property_, SCHEMA.currency)
        return Amount(*figure) if figure else None

    def _quantity(self, property_: str) -> Quantity | None:
        figure = self._figure(property_, CHIP.unit)
        return Quantity(*figure) if figure else None

    def _period(self) -> Period | None:
        terms = self.own.get(CHIP.time)
        if not terms:
            return None
        words, start, end = (self.reader.values(terms[0], p) for p in (CHIP.timeText, CHIP.start, CHIP.end))
        return Period(words[0] if words else "", start[0] if start else None, end[0] if end else None)


def claim_order(claim: Claim) -> tuple[str, int, int, str]:
    """Claims by article, then as their evidence comes in the text, then by id."""
    first = claim.evidence[0] if claim.evidence else Span(0, 0, "")
    return claim.article, first.start, first.end, claim.id
