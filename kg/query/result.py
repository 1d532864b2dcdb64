"""The answer to a query: columns and rows of plain Python values, or a graph of triples."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import MissingDependencyError, QueryError
from kg.graph.formats import tame, turtle
from kg.vocab import PREFIXES, XSD

if TYPE_CHECKING:
    import pandas

_INTEGERS: Final = frozenset(
    "http://www.w3.org/2001/XMLSchema#" + name
    for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "unsignedInt")
)

Value = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Result:
    """Columns and rows of a SELECT; one column "ask" for an ASK; the triples for a CONSTRUCT or DESCRIBE.

    Rows hold plain Python values: str (also for IRIs), int, float, bool, date, datetime, None where unbound.
    A CONSTRUCT has the columns "subject", "predicate" and "object". Iterate for one dict a row.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    triples: tuple[Triple, ...] | None = None
    title: Mapping[str, str] = field(default_factory=dict)  # language -> title of a named question

    def __iter__(self) -> Iterator[dict[str, Value]]:
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        """False for an answer without rows and for the answer "no"."""
        return bool(self.rows) and self.rows != ((False,),)

    def column(self, name: str) -> list[Value]:
        """The values of one column; QueryError if there is none of that name."""
        if name not in self.columns:
            raise QueryError(f"no column {name!r}", mend=f"use one of {', '.join(self.columns)}")
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def to_csv(self) -> str:
        """RFC 4180 with a header line; lines end in "\\n"."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([_printed(value) for value in row] for row in self.rows)
        return out.getvalue()

    def to_json(self) -> str:
        """A list of objects, one a row, dates as ISO strings."""
        rows = [{name: _jsonable(value) for name, value in row.items()} for row in self]
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"

    def to_ttl(self) -> str:
        """The triples as Turtle; QueryError for a SELECT or ASK, whose answer is a table."""
        if self.triples is None:
            raise QueryError("a table cannot be written as Turtle", mend="ask with CONSTRUCT or DESCRIBE, or use csv")
        return turtle(self.triples)

    def to_df(self) -> pandas.DataFrame:
        """The rows as a pandas DataFrame; MissingDependencyError if pandas is not installed."""
        try:
            import pandas
        except ImportError as error:
            mend = "pip install 'chip-supply-kg[pandas]'"
            raise MissingDependencyError("DataFrames need pandas", mend=mend) from error
        return pandas.DataFrame(list(self.rows), columns=list(self.columns))

    def _repr_html_(self) -> str:
        def line(tag: str, cells: Iterable[object]) -> str:
            return "<tr>" + "".join(f"<{tag}>{escape(str(cell))}</{tag}>" for cell in cells) + "</tr>"

        body = "".join(line("td", (_printed(value) for value in row)) for row in self.rows)
        return f"<table><thead>{line('th', self.columns)}</thead><tbody>{body}</tbody></table>"


def plain(term: object) -> Value:
    """An RDF term as a plain Python value; literals that break their datatype stay strings."""
    if term is None:
        return None
    if isinstance(term, Literal):
        return _literal(term)
    if isinstance(term, NamedNode):
        return term.value
    return f"_:{term.value}" if isinstance(term, BlankNode) else str(term)


def _literal(term: Literal) -> Value:
    kind, value = term.datatype.value, term.value
    try:
        if kind in _INTEGERS:
            return int(value)
        if kind in (XSD.double, XSD.decimal, XSD.double.replace("double", "float")):
            return float(Decimal(value)) if kind == XSD.decimal else float(value.replace("INF", "inf"))
        if kind == XSD.boolean:
            return value in ("true", "1")
        if kind == XSD.date:
            return date.fromisoformat(value)
        if kind == XSD.date + "Time":
            return datetime.fromisoformat(value)
    except (ValueError, ArithmeticError):
        return value
    return value


def _printed(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else tame(value) if isinstance(value, str) else str(value)


def _jsonable(value: Value) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None  # JSON has no NaN
    return value.isoformat() if isinstance(value, date) else value


def short(iri: str, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """An IRI with its prefix where one fits ("chip:Sale")."""
    for prefix, namespace in prefixes.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Result:
    """A result out of RDF terms."""
    return Result(tuple(columns), tuple(tuple(plain(term) for term in row) for row in rows))
