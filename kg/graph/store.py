"""The store of claims: in memory or a folder on disk, one named graph per article, derived graphs beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import pyoxigraph as ox
from oxrdflib.store import OxigraphStore
from pyoxigraph import Quad
from rdflib import Dataset

from kg.errors import QueryError, StoreError
from kg.events import Event, fold
from kg.graph import entities as gazetteer
from kg.graph.derived import edge_quads, event_quads
from kg.graph.names import NameIndex
from kg.graph.read import ArticleReader, claim_order
from kg.graph.terms import node, sorted_quads, spelling, text
from kg.graph.write import to_quads
from kg.iris import BASE, Minter
from kg.model import Article, Claim, Entity, Extraction
from kg.vocab import CHIP, CLAIM_TYPES, MODALITIES, PREFIXES, RDF, ROLES, SCHEMA, SKOS

DERIVED: Final = ("entities", "edges", "events", "ontology")
CHUNK: Final = 100_000  # quads in one transaction of a rebuild

Wanted = str | Sequence[str] | None


class Store:
    """Claims with their evidence and provenance.

    path: a folder for a store that lasts (made when missing), None for one in memory. read_only: look at a folder
    while another process may write to it. base: the IRI below which everything is named.
    """

    def __init__(self, path: str | Path | None = None, *, read_only: bool = False, base: str = BASE) -> None:
        self.path = Path(path) if path is not None else None
        self.read_only = read_only
        self.minter = Minter(base)
        self._ox: ox.Store | None = _open(self.path, read_only)
        self._names: NameIndex | None = None
        self._usual: dict[str, str] | None = None
        self._data_version = gazetteer.data_version()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Bring derived graphs up to date, write everything to disk and let go of the folder."""
        if self._ox is not None and not self.read_only:
            self.refresh()
            self._ox.flush()
        self._ox = None

    @property
    def ox(self) -> ox.Store:
        """The Oxigraph store beneath, for heavy queries; StoreError once closed."""
        if self._ox is None:
            raise StoreError("the store is closed", place=str(self.path or "memory"), mend="open it again")
        return self._ox

    @property
    def dataset(self) -> Dataset:
        """The store as an rdflib Dataset whose default graph is the union of all graphs; a live view, no copy."""
        self.refresh()
        dataset = Dataset(store=OxigraphStore(store=self.ox), default_union=True)
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace)
        return dataset

    # ------------------------------------------------------------------------------------------------ writing

    def add(self, extraction: Extraction, *, check: bool = False) -> bool:
        """Put an article's claims in; an article with the same id is replaced. False if nothing changed.

        check: let the SHACL shapes see them first (about 50 ms an article); StoreError if they find a fault.
        """
        self._writable()
        quads = to_quads(extraction, minter=self.minter)
        if check:
            self._check(quads, extraction.article.id)
        if set(quads) == set(self._article_quads(extraction.article.id)):
            return False
        self._commit(extraction.article.id, quads)
        return True

    def _check(self, quads: list[Quad], article_id: str) -> None:
        from kg.graph.validate import validate_quads  # pyshacl takes a while to import

        faults = validate_quads(quads, article_id, self.minter)
        if faults:
            more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
            raise StoreError(
                f"breaks the shapes: {faults[0]}{more}", mend="see kg.graph.validate.validate_extraction for all"
            )

    def add_all(self, extractions: Iterable[Extraction]) -> int:
        """Add many articles, each in a transaction of its own; the number of those that changed something."""
        changed = sum(self.add(extraction) for extraction in extractions)
        self.refresh()
        return changed

    def replace(self, extraction: Extraction) -> bool:
        """Put in the corrected reading of an article that is there already; StoreError if it is not."""
        self._must_have(extraction.article.id)
        return self.add(extraction)

    def retract(self, article_id: str) -> None:
        """Take an article and all it claims out; StoreError if it is not there."""
        self._must_have(article_id)
        self._commit(article_id, [])

    def _commit(self, article_id: str, quads: list[Quad]) -> None:
        """One transaction: the old graphs go, the new ones come, derived graphs are out of date."""
        self._writable()
        graphs = self.minter.claims_graph(article_id), self.minter.provenance_graph(article_id)
        state = self.minter.derived_graph("state")
        steps = [f"DROP SILENT GRAPH <{graph}>" for graph in (*graphs, state)]
        if quads:
            steps.append("INSERT DATA {\n" + "\n".join(_insertion(quads)) + "\n}")
        try:
            self.ox.update(";\n".join(steps))
        except (OSError, RuntimeError) as error:
            raise StoreError(f"cannot write: {error}", place=str(self.path or "memory")) from error
        self._names = self._usual = None

    def _writable(self) -> None:
        if self.read_only:
            raise StoreError(
                "the store is open for reading only", place=str(self.path), mend="open it without read_only"
            )

    def _must_have(self, article_id: str) -> None:
        if not self.has_article(article_id):
            raise StoreError(f"no article {article_id!r} in the store", mend="see Store.articles() for those it has")

    # ---------------------------------------------------------------------------------------- derived graphs

    @property
    def stale(self) -> bool:
        """Whether names, flat edges and events are behind the claims or the gazetteer."""
        state = node(self.minter.derived_graph("state"))
        found = self.ox.quads_for_pattern(state, node(CHIP.builtFrom), None, state)
        return [spelling(quad.object) for quad in found] != [self._data_version]

    def refresh(self, *, force: bool = False) -> None:
        """Rebuild the derived graphs if they are out of date; a store open for reading stays as it is."""
        if self.read_only or not (force or self.stale):
            return
        for name in (*DERIVED, "state"):
            self.ox.remove_graph(node(self.minter.derived_graph(name)))
        claims = list(self.claims())
        quads = [
            *gazetteer.ontology_quads(self.minter),
            *gazetteer.entity_quads(self._used_names(), self.minter),
            *edge_quads(claims, self.minter),
            *event_quads(self._fold(claims), self.minter, frozenset(self._used_names())),
        ]
        for start in range(0, len(quads), CHUNK):
            self.ox.extend(quads[start : start + CHUNK])
        # the mark comes last: a rebuild that was killed half-way starts anew
        state = node(self.minter.derived_graph("state"))
        self.ox.add(Quad(state, node(CHIP.builtFrom), text(self._data_version), state))
        self._names = self._usual = None

    def _used_names(self) -> dict[str, Counter[str]]:
        names: dict[str, Counter[str]] = {}
        for quad in self.ox.quads_for_pattern(None, node(SCHEMA.name), None, None):
            entity_id = self.minter.entity_id(spelling(quad.subject))
            if entity_id is not None:
                names.setdefault(entity_id, Counter())[spelling(quad.object)] += 1
        return names

    def _fold(self, claims: list[Claim]) -> tuple[Event, ...]:
        return fold(claims, {article.id: article for article in self.articles()})

    # ------------------------------------------------------------------------------------------------ reading

    def article_ids(self) -> list[str]:
        """The ids of all articles, sorted."""
        found = (self.minter.graph_article(spelling(graph)) for graph in self.ox.named_graphs())
        return sorted(article_id for article_id in found if article_id is not None)

    def has_article(self, article_id: str) -> bool:
        """Whether the store holds a reading of this article."""
        graph = node(self.minter.provenance_graph(article_id))
        return next(iter(self.ox.quads_for_pattern(None, None, None, graph)), None) is not None

    def articles(self) -> list[Article]:
        """All articles by id, without their texts, which the graph does not keep."""
        return [self._reader(article_id).article() for article_id in self.article_ids()]

    def article(self, article_id: str) -> Article:
        """One article without its text; StoreError if it is not there."""
        self._must_have(article_id)
        return self._reader(article_id).article()

    def entities(self, article_id: str | None = None) -> list[Entity]:
        """The entities of one article with their mentions, or of all articles without them; by id."""
        if article_id is not None:
            return list(self._reader(article_id).entities())
        every: dict[str, Entity] = {}
        for article in self.article_ids():
            for entity in self._reader(article).entities(mentions=False):
                every.setdefault(entity.id, entity)
        names = self.names()
        return [replace(entity, name=names[id]) for id, entity in sorted(every.items())]

    def names(self) -> dict[str, str]:
        """Entity id -> usual name: the one that most articles' readings give."""
        if self._usual is None:
            used = self._used_names()
            self._usual = {id: min(n, key=lambda name, n=n: (-n[name], name)) for id, n in used.items()}  # type: ignore[misc]
        return self._usual

    def source_names(self) -> dict[str, str]:
        """IRI -> words, of the sources that are quoted without a name of their own."""
        quads = self.ox.quads_for_pattern(None, node(RDF.type), node(CHIP.Source), None)
        sources = {spelling(quad.subject): quad.subject for quad in quads}
        found: dict[str, str] = {}
        for iri, subject in sorted(sources.items()):
            labels = self.ox.quads_for_pattern(subject, node(SKOS.prefLabel), None, None)
            found[iri] = min((spelling(quad.object) for quad in labels), default=iri)
        return found

    def events(self) -> list[Event]:
        """Claims folded into events, by id."""
        return list(self._fold(list(self.claims())))

    def claims(
        self,
        *,
        type: Wanted = None,
        modality: Wanted = None,
        disputed: bool | None = None,
        article: str | None = None,
        entity: Wanted = None,
        **roles: Wanted,
    ) -> Iterator[Claim]:
        """The claims that fit, by article and place in it.

        type, modality: a code or several. disputed: only those that somebody denies, or nobody. article: an
        article's id. entity: a party in any role. Any role (`supplier="ByteDance"`): a name, alias or id, or several.
        QueryError for a role, type, modality or name that does not exist.
        """
        if not (type or modality or entity or roles or article or disputed is not None):
            for article_id in self.article_ids():
                yield from self._reader(article_id).claims()
            return
        query = _claims_query(self, type, modality, disputed, article, entity, roles)
        found = []
        for solution in self._select(query):
            home = self.minter.graph_article(spelling(solution["graph"]))
            if home is not None:
                found.append(self._reader(home).claim(solution["claim"]))
        yield from sorted(found, key=claim_order)

    def claim(self, id: str) -> Claim:
        """One claim by its id; StoreError if it is not there."""
        quads = self.ox.quads_for_pattern(node(self.minter.claim(id)), node(CHIP.inArticle), None, None)
        for quad in quads:
            article_id = self.minter.graph_article(spelling(quad.graph_name))
            if article_id is not None:
                return self._reader(article_id).claim(quad.subject)
        raise StoreError(f"no claim {id!r} in the store", mend="see Store.claims() for those it has")

    def resolve(self, name: str) -> tuple[str, ...]:
        """The ids of the entities called so, by name, alias or id in any case; QueryError with near names if none."""
        if self._names is None:
            self.refresh()
            self._names = NameIndex(self._labels((SCHEMA.name, *gazetteer.LABELS)))
        return self._names.find(name)

    def labels(self) -> dict[str, tuple[str, ...]]:
        """Entity id -> all its names in all languages, sorted; of used entities and those they hang together with."""
        self.refresh()
        found: dict[str, set[str]] = {}
        for name, entity_id in self._labels((SCHEMA.name, SKOS.prefLabel, SKOS.altLabel)):
            found.setdefault(entity_id, set()).add(name)
        return {entity_id: tuple(sorted(names)) for entity_id, names in found.items()}

    def _labels(self, predicates: Iterable[str]) -> Iterator[tuple[str, str]]:
        for predicate in predicates:
            for quad in self.ox.quads_for_pattern(None, node(predicate), None, None):
                entity_id = self.minter.entity_id(spelling(quad.subject))
                if entity_id is not None:
                    yield spelling(quad.object), entity_id

    def quads(self, article_id: str | None = None, *, derived: bool = True) -> list[Quad]:
        """Sorted quads: of one article, or of all with names, flat edges and events (`derived`)."""
        if article_id is not None:
            return self._article_quads(article_id)
        self.refresh()
        kept = {str(self.minter.derived_graph(name)) for name in ("ontology", "state")}
        if not derived:
            kept |= {str(self.minter.derived_graph(name)) for name in DERIVED}
        every = self.ox.quads_for_pattern(None, None, None, None)
        return sorted_quads([quad for quad in every if spelling(quad.graph_name) not in kept])

    def _article_quads(self, article_id: str) -> list[Quad]:
        graphs = self.minter.claims_graph(article_id), self.minter.provenance_graph(article_id)
        return sorted_quads([q for g in graphs for q in self.ox.quads_for_pattern(None, None, None, node(g))])

    def _reader(self, article_id: str) -> ArticleReader:
        return ArticleReader(self.ox, article_id, self.minter)

    def _select(self, query: str) -> Iterator[Any]:
        result = self.ox.query(query, prefixes=dict(PREFIXES))
        assert isinstance(result, ox.QuerySolutions)
        return iter(result)


def _open(path: Path | None, read_only: bool) -> ox.Store:
    if path is None:
        return ox.Store()
    if path.is_dir() and any(path.iterdir()) and not (path / "CURRENT").is_file():
        raise StoreError("the folder holds other files and no store", place=str(path), mend="name an empty folder")
    try:
        return ox.Store.read_only(str(path)) if read_only else ox.Store(str(path))
    except (OSError, RuntimeError, ValueError) as error:  # Oxigraph calls corruption a RuntimeError
        raise _refusal(path, str(error)) from error


def _refusal(path: Path, reason: str) -> StoreError:
    if "lock" in reason.casefold():
        mend = "wait until the other program has ended, or open it with read_only=True"
        return StoreError("another program, or this one, has the store open for writing", place=str(path), mend=mend)
    if path.exists() and not path.is_dir():
        return StoreError("is a file, not a folder", place=str(path), mend="name a folder for the store")
    if not path.exists():
        return StoreError("no such store", place=str(path), mend="check the name, or build it first")
    mend = "restore it from a copy, or build it anew from its articles"
    return StoreError(f"the store cannot be opened: {reason}", place=str(path), mend=mend)


def _insertion(quads: Iterable[Quad]) -> Iterator[str]:
    for quad in quads:
        yield f"GRAPH {quad.graph_name} {{ {quad.subject} {quad.predicate} {quad.object} }}"


def _claims_query(
    store: Store,
    type: Wanted,
    modality: Wanted,
    disputed: bool | None,
    article: str | None,
    entity: Wanted,
    roles: Mapping[str, Wanted],
) -> str:
    lines = ["?claim a chip:Claim ."]
    if type:
        lines.append(_values("a", "?type", [_coded(CLAIM_TYPES, code, "claim type") for code in _several(type)]))
    if modality:
        wanted = [_coded(MODALITIES, code, "modality") for code in _several(modality)]
        lines.append(_values("chip:modality", "?modality", wanted))
    for role, names in roles.items():
        if names:
            property_ = _coded(ROLES, role, "role")
            lines.append(_values(f"<{property_}>", f"?{role}", _entities(store, names)))
    if entity:
        lines.append(_values("chip:role", "?entity", _entities(store, entity)))
    if disputed is not None:
        lines.append(f"FILTER {'' if disputed else 'NOT '}EXISTS {{ ?claim chip:disputedBy ?denier }}")
    graph = f"VALUES ?graph {{ <{store.minter.claims_graph(article)}> }} " if article is not None else ""
    return f"SELECT DISTINCT ?claim ?graph WHERE {{ {graph}GRAPH ?graph {{ {' '.join(lines)} }} }}"


def _values(path: str, variable: str, iris: Sequence[str]) -> str:
    return f"VALUES {variable} {{ {' '.join(f'<{iri}>' for iri in iris)} }} ?claim {path} {variable} ."


def _several(wanted: str | Sequence[str]) -> Sequence[str]:
    return (wanted,) if isinstance(wanted, str) else wanted


def _entities(store: Store, names: str | Sequence[str]) -> list[str]:
    return [str(store.minter.entity(id)) for name in _several(names) for id in store.resolve(name)]


def _coded(table: Mapping[str, Any], code: str, what: str) -> str:
    if code not in table:
        raise QueryError(f"no such {what}: {code!r}", mend=f"use one of {', '.join(sorted(table))}")
    return str(table[code])
