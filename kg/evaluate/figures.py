"""Figures of a whole gold corpus, with bootstrap confidence intervals: documents are drawn again and again."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.evaluate.gold import GoldDocument, Sheet
from kg.evaluate.scoring import Comparison, Tally, compare
from kg.model import Article, Extraction
from kg.pipeline import extract

FIGURES: Final = (
    "entities",
    "claims",
    "exact",
    "roles",
    "pairs",
    "amount",
    "time",
    "modality",
    "attributed",
    "disputed",
)
"""What is measured: the core entities, the claims, those without any wrong filler, single fillers, pairs of supplier
and buyer, and over the claims found their amount, time, modality, sources and deniers."""
DRAWS: Final = 1000
TAIL: Final = 0.025  # of the draws on either side of the interval


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: precision, recall and F1, each from 0 to 1, and the 95 % interval of F1 over redrawn documents.

    `gold` and `found` say how many things the figure rests on. With fewer than two documents the interval is None.
    """

    group: str
    name: str
    precision: float
    recall: float
    f1: float
    low: float | None
    high: float | None
    gold: int
    found: int


@dataclass(frozen=True, slots=True)
class Report:
    """What an evaluation gives: the rows, and each document with its comparison."""

    figures: tuple[Figure, ...]
    documents: tuple[tuple[GoldDocument, Sheet, Comparison], ...]

    def silent(self, language: str | None = None) -> tuple[int, int]:
        """How many of the texts for which gold has no claim were left without one, and how many there are."""
        texts = [
            found
            for document, found, _ in self.documents
            if not document.sheet.deals and language in (None, document.article.language)
        ]
        return sum(not found.deals for found in texts), len(texts)

    def f1(self, name: str, group: str = "all") -> float:
        """F1 of one figure; KeyError if there is no such row."""
        for figure in self.figures:
            if (figure.group, figure.name) == (group, name):
                return figure.f1
        raise KeyError((group, name))


def evaluate(
    gold: Iterable[GoldDocument],
    *,
    by: str | None = None,
    read: Callable[[Article], Extraction] = extract,
    draws: int = DRAWS,
) -> Report:
    """Read every gold document and measure how well.

    by: None, "lang" (all figures for each language) or "type" (the figure "claims" for each claim type).
    read: what reads an article; the package's own pipeline by default.
    """
    done = []
    for document in gold:
        found = Sheet.from_dict(read(document.article).to_dict())
        done.append((document, found, compare(document.sheet, found)))
    comparisons = [comparison for _, _, comparison in done]
    rows = _rows("all", [c.tallies for c in comparisons], FIGURES, draws)
    if by == "lang":
        for code in sorted({document.article.language for document, _, _ in done}):
            part = [c.tallies for document, _, c in done if document.article.language == code]
            rows += _rows(code, part, FIGURES, draws)
    elif by == "type":
        tallies = [c.by_type for c in comparisons]
        rows += [
            _figure(type, "claims", [t[type] if type in t else Tally() for t in tallies], draws)
            for type in sorted({type for t in tallies for type in t})
        ]
    elif by is not None:
        raise ValueError(f"by must be 'lang' or 'type', not {by!r}")
    return Report(tuple(rows), tuple(done))


def _rows(group: str, tallies: Sequence[Mapping[str, Tally]], names: Sequence[str], draws: int) -> list[Figure]:
    return [_figure(group, name, [t.get(name, Tally()) for t in tallies], draws) for name in names]


def _figure(group: str, name: str, tallies: Sequence[Tally], draws: int) -> Figure:
    total = sum(tallies, Tally())
    low, high = _interval(tallies, draws) if len(tallies) > 1 else (None, None)
    return Figure(group, name, total.precision, total.recall, total.f1, low, high, total.gold, total.found)


def _interval(tallies: Sequence[Tally], draws: int) -> tuple[float, float]:
    """The middle 95 % of F1 over `draws` corpora of the same size, drawn with replacement; the same every time."""
    dice = random.Random(len(tallies))
    scores = sorted(sum(dice.choices(tallies, k=len(tallies)), Tally()).f1 for _ in range(draws))
    at = int(TAIL * draws)
    return scores[at], scores[-1 - at]
