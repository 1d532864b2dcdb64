"""SPARQL over all graphs of a store at once, with the usual prefixes known and errors that name the line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph import Store
from kg.iris import KINDS
from kg.query.result import Result, table
from kg.vocab import PREFIXES

_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_MAX_PATH: Final = 1024


def prefixes(store: Store) -> dict[str, str]:
    """The prefixes that a query need not declare: vocabularies, and company:, product:, … for entities."""
    kinds = {kind: f"{store.minter.base}entity/{kind}/" for kind in KINDS.values()}
    return {**PREFIXES, **kinds, "wd": "http://www.wikidata.org/entity/"}


def sparql(store: Store, query: str | Path, substitutions: Mapping[str, Any] | None = None) -> Result:
    """Ask a store in SPARQL.

    query: the text, or the path of a file with it. The default graph is the union of all graphs; `GRAPH ?g` tells
    the article. substitutions: variable -> term that it is bound to. QueryError for bad syntax (with the line), for
    an update, and for a file that cannot be read.
    """
    text, place = _text(query)
    store.refresh()
    bound = {ox.Variable(name): term for name, term in (substitutions or {}).items()}
    try:
        answer = store.ox.query(
            text, prefixes=prefixes(store), use_default_graph_as_union=True, substitutions=bound or None
        )
        return _result(answer)
    except SyntaxError as error:
        raise _syntax_error(text, place, str(error)) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query failed: {error}", place=place) from error


def _text(query: str | Path) -> tuple[str, str]:
    path = Path(query) if isinstance(query, Path) or _looks_like_file(query) else None
    if path is None:
        return str(query), "query"
    try:
        return path.read_text(encoding="utf-8"), str(path)
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(
            f"cannot read the query: {error}", place=str(path), mend="name a file of UTF-8 text"
        ) from error


def _looks_like_file(query: str) -> bool:
    single = len(query) <= _MAX_PATH and "\n" not in query and "{" not in query
    return single and query.strip().endswith((".rq", ".sparql"))


def _result(answer: object) -> Result:
    if isinstance(answer, ox.QueryBoolean):
        return Result(("ask",), ((bool(answer),),))
    if isinstance(answer, ox.QueryTriples):
        triples = tuple(sorted(set(answer), key=str))
        rows = table(("subject", "predicate", "object"), [(t.subject, t.predicate, t.object) for t in triples])
        return Result(rows.columns, rows.rows, triples)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return table(names, [[solution[name] for name in names] for solution in answer])


def _syntax_error(text: str, place: str, reason: str) -> QueryError:
    if re.match(r"(?i)\s*(PREFIX[^>]*>\s*)*(INSERT|DELETE|DROP|CLEAR|LOAD|CREATE|COPY|MOVE|ADD)\b", text):
        return QueryError("a query cannot change the graph", place=place, mend="use SELECT, ASK, CONSTRUCT or DESCRIBE")
    found = _PLACE.search(reason)
    if not found:
        return QueryError(reason, place=place)
    line, column = int(found[1]), int(found[2])
    lines = text.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1].strip()[:80]
    if "Prefix not found" in found[3]:
        message = "a prefix that is not declared"
        mend = f"declare it with PREFIX, or use one of {', '.join(sorted({*PREFIXES, *KINDS.values(), 'wd'}))}"
    else:
        message = "expected " + found[3].split("expected", 1)[-1].strip()[:160]
        mend = "mend the SPARQL there"
    return QueryError(f"line {line}, column {column}: {message}, at “{shown}”", place=place, mend=mend)
