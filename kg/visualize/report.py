"""The page of an evaluation: figures with their intervals as bars, and the faults beside their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.evaluate.faults import KINDS, Fault, faults
from kg.visualize.page import still

if TYPE_CHECKING:
    from kg.evaluate import Figure, Report

MOST: Final = 2000  # faults shown; a page of more is read by nobody


def render_report(report: Report, title: str) -> str:
    """The page as one HTML file without scripts: the same bytes for the same report."""
    wrong = faults(report)
    return still(
        "report",
        title,
        groups=_groups(report.figures),
        documents=_documents(report, wrong[:MOST]),
        counts=[(kind, sum(fault.kind == kind for fault in wrong)) for kind in KINDS],
        left_out=max(0, len(wrong) - MOST),
        read=len(report.documents),
    )


def _groups(figures: tuple[Figure, ...]) -> list[tuple[str, list[Figure]]]:
    return [(group, [f for f in figures if f.group == group]) for group in dict.fromkeys(f.group for f in figures)]


def _documents(report: Report, wrong: list[Fault]) -> list[tuple[str, str, str, list[Fault]]]:
    """Id, title, language and faults of each document that has any."""
    mine: dict[str, list[Fault]] = {}
    for fault in wrong:
        mine.setdefault(fault.document, []).append(fault)
    articles = [document.article for document, _, _ in report.documents]
    return [(a.id, a.title or "", a.language or "", mine[a.id]) for a in articles if a.id in mine]
