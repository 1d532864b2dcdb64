"""Rows for people and for programs: a table on paper, CSV or JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from kg.cli.console import paper

if TYPE_CHECKING:
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from kg.knowledge_graph import ClaimView
    from kg.query import Result
    from kg.query.result import Value

LONG = 60  # characters; a cell beyond that (a sentence) makes a table of narrow columns unreadable
SENTENCES = ("evidence", "denial")  # columns that are shown like long cells even where short
NARROW = 120  # columns; below, claims are lines of text
CLAIM_COLUMNS = (
    ("claim", 11, None),
    ("who → whom", None, 9),
    ("what, where", None, 6),
    ("how much", None, 6),
    ("when", 13, None),
    ("status", 11, None),
    ("who says so", None, 7),
    ("denied by", None, 4),
)
"""Columns of the table of claims: a width that fits the longest word, or a share of what is left."""
MODALITY_STYLES = {"asserted": "green", "reported": "cyan", "ended": "dim", "negated": "dim"}


def new_table(columns: Iterable[str], *, title: str | None = None) -> Table:
    """An empty table in the style of this program; long cells are folded, never cut."""
    from rich import box
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, show_edge=False, header_style="bold")
    table.pad_edge = False
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def print_claims(claims: Iterable[ClaimView]) -> None:
    """The claims article by article: kind, parties, goods, figures, time, status, who says so and who denies it."""
    from rich.text import Text

    console = paper()
    wide = console.width >= NARROW
    if wide:
        console.print(_claims_grid([Text(name, style="bold") for name, *_ in CLAIM_COLUMNS]))
    for article, told in groupby(claims, key=lambda claim: claim.article):
        printed = " ".join(filter(None, (article.outlet, article.published)))
        title = Text(article.title or article.id, style="bold magenta")
        console.print(Text.assemble("\n" if wide else "", title, f" ({printed})" if printed else ""))
        rows = [_claim_row(claim) for claim in told]
        console.print(_claims_grid(*rows) if wide else _claim_lines(rows))


def _claims_grid(*rows: Sequence[Text]) -> Table:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _, width, share in CLAIM_COLUMNS:
        grid.add_column(width=width, ratio=share, overflow="fold")
    for row in rows:
        grid.add_row(*row)
    return grid


def _claim_lines(rows: Iterable[Sequence[Text]]) -> Padding:
    """The same for a narrow terminal: one paragraph a claim."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    lines = []
    for kind, *facts, says, denied in rows:
        parts = [*facts, Text.assemble("says ", says) if says else says, Text.assemble("denied by ", denied)]
        filled = Text(" · ").join(part for part in (parts if denied else parts[:-1]) if part)
        lines.append(Text.assemble((f"{kind}: ", "bold"), filled))
    return Padding(Group(*lines), (0, 0, 1, 2))


def _claim_row(claim: ClaimView) -> list[Text]:
    from rich.text import Text

    return [
        Text(claim.type.replace("_", " ")),
        Text(" → ".join(filter(None, (", ".join(claim.who), ", ".join(claim.whom))))),
        Text(", ".join((*claim.goods, *claim.others))),
        Text(claim.figures),
        Text(claim.time),
        Text(claim.modality, style=MODALITY_STYLES.get(claim.modality, "yellow")),
        Text(" via ".join(claim.sources)),
        Text(", ".join(claim.denied_by), style="bold red"),
    ]


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[Value]], format: str) -> None:
    """Rows to stdout as `table`, `csv` or `json`."""
    from kg.query import Result

    write_result(Result(tuple(columns), tuple(tuple(row) for row in rows)), format)


def write_result(result: Result, format: str) -> None:
    """The answer to a query to stdout as `table`, `csv`, `json` or `ttl`.

    Rows with whole sentences in them are shown one after the other, since no table could hold them.
    """
    if format != "table":
        sys.stdout.write({"csv": result.to_csv, "json": result.to_json, "ttl": result.to_ttl}[format]())
        return
    console = paper()
    cells = [[_cell(value) for value in row] for row in result.rows]
    if title := result.title.get("en"):
        console.print(title, style="bold")
    if not cells:
        console.print("nothing found")
    elif any(_is_long(*named) for row in cells for named in zip(result.columns, row, strict=True)):
        for number, row in enumerate(cells, start=1):
            console.print(_record(number, result.columns, row))
    else:
        table = new_table(result.columns)
        for row in cells:
            table.add_row(*row)
        console.print(table)


def _record(number: int, columns: Sequence[str], row: Sequence[str]) -> Group:
    """One row as a block: its short cells in one paragraph, then a line for each long one."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    filled = [(name.replace("_", " "), cell) for name, cell in zip(columns, row, strict=True) if cell]
    short = [Text.assemble((f"{name} ", "dim"), (cell, "bold")) for name, cell in filled if not _is_long(name, cell)]
    long = [Text.assemble((f"{name} ", "dim"), cell) for name, cell in filled if _is_long(name, cell)]
    head = Text.assemble("\n", (f"{number}. ", "dim"), Text(" · ").join(short))
    return Group(head, *(Padding(text, (0, 0, 0, 3)) for text in long))


def _is_long(column: str, cell: str) -> bool:
    return len(cell) > LONG or (bool(cell) and column in SENTENCES)


def _cell(value: Value) -> str:
    """A value for people: IRIs with their prefix, figures with their groups of three."""
    from kg.graph.formats import all_prefixes
    from kg.query.result import short

    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,}"
    return short(value, all_prefixes()) if isinstance(value, str) else str(value)


def language_rows() -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Columns and rows of `kg languages`."""
    import tomllib

    from kg.article import known_languages
    from kg.resources import language_dir

    rows: list[tuple[str, ...]] = []
    for code in known_languages():
        facts = tomllib.loads((language_dir() / code / "language.toml").read_text(encoding="utf-8"))
        rows.append((code, str(facts["name"]), str(facts["own_name"])))
    return ("code", "language", "own name"), rows


def verb_form_rows(words: Sequence[str]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Columns and rows of `kg languages forms CODE VERB…`; InputError where the code or the verbs are missing."""
    from kg.errors import InputError
    from kg.lang import load

    if len(words) < 2:
        raise InputError(
            "whose forms?", place="kg languages forms", mend="a code and verbs: kg languages forms de liefern"
        )
    made = load(words[0]).morphology
    rows: list[tuple[str, ...]] = [
        (lemma, f.feature, f.text, f.particle, f.voice or f.mood) for lemma in words[1:] for f in made.forms(lemma)
    ]
    return ("verb", "feature", "form", "particle", "says"), rows


def question_rows() -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Columns and rows of `kg ask` without a question."""
    from kg.query.questions import questions

    rows: list[tuple[str, ...]] = [(q.usage, q.title["en"]) for q in questions().values()]
    return ("question", "what is asked"), rows
