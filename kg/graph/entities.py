"""What the gazetteer knows of the entities a graph uses: their names in all languages, makers, countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import DataError
from kg.graph.terms import Term, node, spelling, text
from kg.iris import BASE, Minter
from kg.resources import gazetteer_dir, ontology_dir
from kg.vocab import CHIP, RDF, RDFS, SKOS

LABELS: Final = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, CHIP.ambiguousLabel)

_Known = Mapping[str, tuple[tuple[str, Term], ...]]


def read_turtle(path: Path) -> Iterator[tuple[str, str, Term]]:
    """The triples of a Turtle file that travels with the package; DataError names the file and line."""
    try:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            yield spelling(quad.subject), spelling(quad.predicate), quad.object
    except (SyntaxError, ValueError) as error:
        raise DataError(str(error), place=str(path), mend="mend the Turtle of this file") from error


@lru_cache(maxsize=2)
def _gazetteer(folder: Path) -> _Known:
    found: dict[str, list[tuple[str, Term]]] = {}
    for path in sorted(folder.glob("*.ttl")):
        for subject, predicate, object_ in read_turtle(path):
            found.setdefault(subject, []).append((predicate, object_))
    return {subject: tuple(pairs) for subject, pairs in found.items()}


def data_version() -> str:
    """A hash of ontology and gazetteer: derived graphs built from other files are out of date."""
    digest = sha256()
    for path in [*sorted(ontology_dir().glob("*.ttl")), *sorted(gazetteer_dir().glob("*.ttl"))]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def ontology_quads(mint: Minter) -> list[Quad]:
    """The ontology and its alignments, for queries that ask for labels of types or for superclasses."""
    graph = node(mint.derived_graph("ontology"))
    return [
        Quad(node(s), node(p), o, graph)
        for name in ("chip.ttl", "frames.ttl", "alignments.ttl")
        for s, p, o in read_turtle(ontology_dir() / name)
    ]


def entity_quads(names: Mapping[str, Counter[str]], mint: Minter, folder: Path | None = None) -> list[Quad]:
    """The entities graph for these entities and all that the gazetteer says they hang together with.

    `names` maps an entity id to the names articles gave it; they count only where the gazetteer has none. Every
    entity has exactly one `rdfs:label`, without a language: the usual English name.
    """
    known = _gazetteer(folder or gazetteer_dir())
    graph = node(mint.derived_graph("entities"))
    quads: list[Quad] = []
    for entity_id in _closure(names, known):
        iri = node(mint.entity(entity_id))
        pairs = known.get(Minter().entity(entity_id), ())
        label = _english(pairs) or _most_used(names.get(entity_id, Counter()))
        if label:
            quads.append(Quad(iri, node(RDFS.label), text(label), graph))
            if not any(predicate == SKOS.prefLabel for predicate, _ in pairs):
                quads.append(Quad(iri, node(SKOS.prefLabel), text(label), graph))
        for predicate, object_ in pairs:
            quads.append(Quad(iri, node(predicate), _rebased(object_, mint), graph))
            if predicate == RDF.type:
                quads.append(Quad(iri, node(RDF.type), node(CHIP.Entity), graph))
    return quads


def _closure(ids: Iterable[str], known: _Known) -> list[str]:
    plain = Minter()
    todo, seen = sorted(ids), set(ids)
    while todo:
        for _, object_ in known.get(plain.entity(todo.pop()), ()):
            other = plain.entity_id(spelling(object_)) if isinstance(object_, NamedNode) else None
            if other is not None and other not in seen:
                seen.add(other)
                todo.append(other)
    return sorted(seen)


def _english(pairs: Iterable[tuple[str, Term]]) -> str | None:
    labels = [o for p, o in pairs if p == SKOS.prefLabel and isinstance(o, Literal)]
    best = [o.value for o in labels if o.language == "en"] or [o.value for o in labels]
    return min(best, default=None)


def _most_used(names: Counter[str]) -> str | None:
    return min(names, key=lambda name: (-names[name], name), default=None)


def _rebased(term: Term, mint: Minter) -> Term:
    # the gazetteer is written with the default base; a graph with a base of its own keeps to that
    if isinstance(term, NamedNode) and mint.base != BASE:
        entity_id = Minter().entity_id(term.value)
        return node(mint.entity(entity_id)) if entity_id is not None else term
    return term
