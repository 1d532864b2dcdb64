"""Named questions: `questions/*.rq`, each a query that runs as it is and says in its head how to narrow it.

    # title.en: …            what is asked, for people
    # argument: NAME KIND | meaning in English | in German
    # columns: …             a variable of the query, a role, or a cell of the claim in ?claim (kg.query.cells)
    # VALUES ?NAME           becomes VALUES when the argument is given
    # IF ?NAME: …            the rest of the line counts when the argument is given

KIND is entity (any name or id), claim_or_entity, or day (a year, month or day).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from kg.errors import DataError, QueryError
from kg.graph import Store
from kg.graph.read import ROLE_ORDER
from kg.model import Article
from kg.query.cells import COLUMNS, Cells
from kg.query.result import Result, Value
from kg.query.sparql import sparql
from kg.resources import queries_dir

_HEAD: Final = re.compile(r"# (title\.\w+|argument|columns): (.+)")
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_CLAIM_ID: Final = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a question: `kind` is entity, claim_or_entity or day; `meaning` maps a language to words."""

    name: str
    kind: str
    meaning: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: its titles by language, its arguments (each may be left out), its columns, its SPARQL."""

    name: str
    title: Mapping[str, str]
    arguments: tuple[Argument, ...]
    columns: tuple[str, ...]
    text: str

    @property
    def usage(self) -> str:
        """ "suppliers [BUYER] [PRODUCT]" """
        return " ".join([self.name, *(f"[{argument.name.upper()}]" for argument in self.arguments)])


@lru_cache(maxsize=4)
def questions(folder: Path | None = None) -> Mapping[str, Question]:
    """All named questions by name."""
    found = sorted((folder or queries_dir()).glob("*.rq"))
    return {path.stem: read_question(path) for path in found}


def read_question(path: Path) -> Question:
    """A question from its file; DataError if its head is not as it should be."""
    text = path.read_text(encoding="utf-8")
    title: dict[str, str] = {}
    arguments: list[Argument] = []
    columns: tuple[str, ...] = ()
    for key, value in _HEAD.findall(text):
        if key == "argument":
            arguments.append(_argument(path, value))
        elif key == "columns":
            columns = tuple(value.split())
        else:
            title[key.removeprefix("title.")] = value.strip()
    if not columns or not {"de", "en"} <= title.keys():
        mend = "begin the file with '# title.en:', '# title.de:' and '# columns:'"
        raise DataError("a question without title or columns", place=str(path), mend=mend)
    return Question(path.stem, title, tuple(arguments), columns, text)


def _argument(path: Path, value: str) -> Argument:
    parts = [part.strip() for part in value.split("|")]
    head = parts[0].split()
    if len(parts) != 3 or len(head) != 2 or head[1] not in ("entity", "claim_or_entity", "day"):
        mend = "write '# argument: NAME entity | meaning in English | in German'"
        raise DataError(f"a bad argument: {value!r}", place=str(path), mend=mend)
    return Argument(head[0], head[1], {"en": parts[1], "de": parts[2]})


def ask(store: Store, name: str, *args: str) -> Result:
    """Ask a named question.

    args: names or ids of entities in any case, days or a claim's id, as the question wants them; those left out, or
    empty, do not narrow it. QueryError for an unknown question or name, with near ones, and for too many arguments.
    """
    question = _find(name)
    if len(args) > len(question.arguments):
        raise QueryError(f"{len(args)} arguments are too many", place=name, mend=f"ask {question.usage}")
    given = {
        argument.name: _terms(store, argument, value)
        for argument, value in zip(question.arguments, args, strict=False)
        if value.strip()
    }
    found = sparql(store, narrowed(question.text, given))
    return _shown(store, question, found)


def _find(name: str) -> Question:
    known = questions()
    if name.casefold() in known:
        return known[name.casefold()]
    near = difflib.get_close_matches(name.casefold(), list(known), n=1)
    mend = f"did you mean {near[0]}? " if near else ""
    raise QueryError(f"no such question: {name!r}", mend=f"{mend}There are: {', '.join(sorted(known))}")


def narrowed(text: str, given: Mapping[str, str]) -> str:
    """The query with these arguments put in; `given` maps a name to SPARQL terms."""
    for name, terms in given.items():
        text = re.sub(rf"# VALUES \?{name}\b", lambda _, n=name, t=terms: f"VALUES ?{n} {{ {t} }}", text)  # type: ignore[misc]
        text = re.sub(rf"# IF \?{name}: ", "", text)
    return text


def _terms(store: Store, argument: Argument, value: str) -> str:
    if argument.kind == "day":
        return f'"{_bound(argument.name, value)}"^^xsd:date'
    if argument.kind == "claim_or_entity" and _CLAIM_ID.fullmatch(value.strip().casefold()):
        return f"<{store.minter.claim(value.strip().casefold())}>"
    return " ".join(f"<{store.minter.entity(id)}>" for id in store.resolve(value))


def _bound(name: str, value: str) -> date:
    """The first day of a year or month for "from", the last one for "to"."""
    parts = _DAY.fullmatch(value.strip())
    try:
        if parts is None:
            raise ValueError(value)
        year, month, day = (int(part) if part else None for part in parts.groups())
        assert year is not None
        if day is not None:
            return date(year, month or 1, day)
        if name != "to":
            return date(year, month or 1, 1)
        after = date(year + 1, 1, 1) if month in (None, 12) else date(year, (month or 0) + 1, 1)
        return date.fromordinal(after.toordinal() - 1)
    except ValueError as error:
        mend = "write 2025, 2025-03 or 2025-03-01"
        raise QueryError(f"not a day: {value!r}", place=name, mend=mend) from error


def _shown(store: Store, question: Question, found: Result) -> Result:
    names = store.names()
    labels = {str(store.minter.entity(id)): name for id, name in names.items()} | store.source_names()
    articles: dict[str, Article] = {}
    rows = []
    for row in found:
        claim = None
        if iri := row.get("claim"):
            claim = store.claim(str(iri).rsplit("/", 1)[-1])
            if claim.article not in articles:
                articles[claim.article] = store.article(claim.article)
        cells = Cells(claim, articles[claim.article], names) if claim else None
        rows.append(tuple(_cell(column, row, cells, labels) for column in question.columns))
    return Result(question.columns, tuple(rows), title=question.title)


def _cell(column: str, row: Mapping[str, Value], cells: Cells | None, labels: Mapping[str, str]) -> Value:
    if column in row and column != "claim":
        value = row[column]
        if not isinstance(value, str):
            return value
        return labels.get(value, value.rsplit("/", 1)[-1] if value.startswith("http") else value)
    return cells.get(column) if cells else None


def check_columns(question: Question, variables: tuple[str, ...]) -> list[str]:
    """The columns that neither the query nor a claim can fill; for the test of the questions."""
    of_claim = {*COLUMNS, *ROLE_ORDER} if "claim" in variables else set()
    return [column for column in question.columns if column not in of_claim and column not in variables]
