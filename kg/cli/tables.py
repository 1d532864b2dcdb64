"""Rows for people and for programs: a table on paper, CSV or JSON."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kg.cli.console import paper

if TYPE_CHECKING:
    from rich.table import Table

    from kg.knowledge_graph import ClaimView

CLAIM_COLUMNS = ("claim", "who → whom", "product", "how much", "when", "status", "denied by", "source")
MODALITY_STYLES = {"asserted": "green", "reported": "cyan", "ended": "dim", "negated": "dim"}


def new_table(columns: Iterable[str], *, title: str | None = None) -> Table:
    """An empty table in the style of this program; long cells are folded, never cut."""
    from rich import box
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
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


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], format: str) -> None:
    """Rows to stdout as `table`, `csv` or `json` (a list of objects, absent values null)."""
    if format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(["" if value is None else value for value in row] for row in rows)
    elif format == "json":
        objects = [dict(zip(columns, row, strict=True)) for row in rows]
        sys.stdout.write(json.dumps(objects, ensure_ascii=False, indent=2) + "\n")
    else:
        table = new_table(columns)
        for row in rows:
            table.add_row(*("" if value is None else str(value) for value in row))
        paper().print(table if table.row_count else "nothing found")


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
