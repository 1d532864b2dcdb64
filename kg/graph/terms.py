"""RDF terms out of plain values and back: the few spellings that must not differ between writer and reader."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.vocab import XSD

Term = NamedNode | BlankNode | Literal | Triple
Node = NamedNode | BlankNode
GraphName = NamedNode | BlankNode | DefaultGraph

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def node(iri: str) -> NamedNode:
    return NamedNode(str(iri))


def text(value: str, language: str | None = None) -> Literal:
    """A plain literal; lone surrogates, which no RDF format can hold, become U+FFFD."""
    return Literal(_SURROGATE.sub("\ufffd", value), language=language)


def day(value: str) -> Literal:
    """An `xsd:date`, or a plain literal where the value is none, for SHACL to find."""
    return Literal(value, datatype=node(XSD.date)) if _DATE.fullmatch(value) else text(value)


def number(value: float) -> Literal:
    """An `xsd:double` spelt as Oxigraph gives it back ("2000000000", "0.9"), so that a reading can be compared."""
    if math.isfinite(value):
        digits = format(Decimal(repr(float(value))), "f")
        spelling = digits.rstrip("0").rstrip(".") if "." in digits else digits
    else:
        spelling = "NaN" if math.isnan(value) else ("INF" if value > 0 else "-INF")
    return Literal(spelling, datatype=node(XSD.double))


def integer(value: int) -> Literal:
    return Literal(str(value), datatype=node(XSD.integer))


def true() -> Literal:
    return Literal("true", datatype=node(XSD.boolean))


def spelling(term: Term | GraphName) -> str:
    """The string inside an IRI or literal."""
    return term.value if isinstance(term, NamedNode | Literal | BlankNode) else str(term)


def sorted_quads(quads: set[Quad] | list[Quad]) -> list[Quad]:
    """Without doubles, in the order of their N-Quads lines."""
    return sorted(set(quads), key=str)
