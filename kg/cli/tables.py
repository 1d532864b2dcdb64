"""Rows for people and for programs: a table on paper, CSV or JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.cli.console import paper

if TYPE_CHECKING:
    from rich.table import Table

    from kg.knowledge_graph import ClaimView
    from kg.query import Result
    from kg.query.result import Value

CLAIM_COLUMNS = ("claim", "who → whom", "product", "how much", "when", "status", "denied by", "source")
MODALITY_STYLES = {"asserted": "green", "reported": "cyan", "ended": "dim", "negated": "dim"}


def new_table(columns: Iterable[str], *, title: str | None = None) -> Table:
    """An empty table in the style of this program; long cells are folded, never cut."""
    from rich import box
    from rich.table import Table

    table = Table(
        title=title, title_justify="left", box=box.SIMPLE_HEAD, show_edge=False, header_style="bold", pad_edge=False
    )
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def claims_table(claims: Iterable[ClaimView]) -> Table:
    """One row a claim: kind, parties, goods, figures, time, status, who denies it and who says it."""
    from rich.text import Text

    table = new_table(CLAIM_COLUMNS)
    for claim in claims:
        arrow = " → ".join(filter(None, (", ".join(claim.who), ", ".join(claim.whom))))
        printed = " ".join(filter(None, (claim.article.outlet or claim.article.id, claim.article.published)))
        source = " via ".join(claim.sources)
        table.add_row(
            claim.type.replace("_", " "),
            arrow,
            ", ".join(claim.goods),
            claim.figures,
            claim.time,
            Text(claim.modality, style=MODALITY_STYLES.get(claim.modality, "yellow")),
            Text(", ".join(claim.denied_by), style="red"),
            f"{source} ({printed})" if source else printed,
        )
    return table


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[Value]], format: str) -> None:
    """Rows to stdout as `table`, `csv` or `json`."""
    from kg.query import Result

    write_result(Result(tuple(columns), tuple(tuple(row) for row in rows)), format)


def write_result(result: Result, format: str) -> None:
    """The answer to a query to stdout as `table`, `csv`, `json` or `ttl`."""
    if format == "table":
        paper().print(_result_table(result) if len(result) else "nothing found")
    else:
        sys.stdout.write({"csv": result.to_csv, "json": result.to_json, "ttl": result.to_ttl}[format]())


def _result_table(result: Result) -> Table:
    table = new_table(result.columns, title=result.title.get("en"))
    for row in result.rows:
        table.add_row(*(_cell(value) for value in row))
    return table


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


def question_rows() -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Columns and rows of `kg ask` without a question."""
    from kg.query.questions import questions

    rows: list[tuple[str, ...]] = [(q.usage, q.title["en"]) for q in questions().values()]
    return ("question", "what is asked"), rows
