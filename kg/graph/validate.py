"""Checks claims against the SHACL shapes and says in plain words what is wrong, article by article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyshacl
from pyoxigraph import Quad
from rdflib import SH, Graph, Literal, URIRef
from rdflib.term import Node

from kg.errors import StoreError
from kg.graph.terms import spelling
from kg.graph.write import to_quads
from kg.iris import Minter
from kg.model import Extraction
from kg.resources import ontology_dir
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from kg.graph.store import Store


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach of a shape.

    article: its id. node: the claim, amount … at fault, the end of its IRI ("claim/1f0c…/amount"). path: the
    property at fault ("chip:modality"), "" where the node as a whole is. value: what stands there, "" for nothing.
    message: language ("de", "en") -> what is wrong and how to mend it.
    """

    article: str
    node: str
    path: str
    value: str
    message: tuple[tuple[str, str], ...]

    def text(self, language: str = "en") -> str:
        """The message in a language, in English where there is none."""
        messages = dict(self.message)
        return messages.get(language) or messages.get("en") or next(iter(messages.values()), "breaks a shape")

    def __str__(self) -> str:
        where = " ".join(part for part in (self.node, self.path, repr(self.value) if self.value else "") if part)
        return f"{self.article}: {where}: {self.text()}"


def validate(store: Store) -> list[Fault]:
    """All faults of a store, by article, node and path; empty where all is well."""
    return [
        fault
        for article_id in store.article_ids()
        for fault in validate_quads(store.quads(article_id), article_id, store.minter)
    ]


def validate_extraction(extraction: Extraction, minter: Minter | None = None) -> list[Fault]:
    """The faults an article would bring in, before it is added."""
    mint = minter or Minter()
    return validate_quads(to_quads(extraction, minter=mint), extraction.article.id, mint)


def validate_quads(quads: Iterable[Quad], article_id: str, minter: Minter) -> list[Fault]:
    """The faults in the quads of one article."""
    data = Graph()
    graph = minter.claims_graph(article_id)
    lines = (f"{q.subject} {q.predicate} {q.object} .\n" for q in quads if spelling(q.graph_name) == graph)
    data.parse(data="".join(lines), format="nt")
    shapes = _shapes(ontology_dir())
    conforms, report, said = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
    if conforms:
        return []
    if not isinstance(report, Graph):
        raise StoreError(f"cannot be validated: {said}", place=article_id)
    # only the results of the report itself: those under sh:detail say the same again, and worse
    found = {_fault(report, result, shapes, article_id, minter) for result in report.objects(None, SH.result)}
    return sorted(found, key=lambda fault: (fault.node, fault.path, fault.value, fault.message))


@lru_cache(maxsize=2)
def _shapes(folder: Path) -> Graph:
    return Graph().parse(folder / "shapes.ttl", format="turtle")


def _fault(report: Graph, result: Node, shapes: Graph, article_id: str, minter: Minter) -> Fault:
    def value(property_: URIRef) -> str:
        found = report.value(result, property_)
        return "" if found is None else _short(str(found), minter) if isinstance(found, URIRef) else str(found)

    # a result of a SPARQL constraint carries only one of its messages, so they are taken from the shape
    shape = report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)
    messages = {
        (term.language or "en", str(term)) for term in shapes.objects(shape, SH.message) if isinstance(term, Literal)
    }
    node, at_fault = value(SH.focusNode), value(SH.value)
    return Fault(
        article=article_id,
        node=node,
        path=value(SH.resultPath),
        value="" if at_fault == node else at_fault,
        message=tuple(sorted(messages)),
    )


def _short(iri: str, minter: Minter) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri.removeprefix(minter.base)
