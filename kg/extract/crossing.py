"""What stands between two words of a sentence, and what it costs to reach over it.

A relative clause or a bracket in the middle of a sentence costs next to nothing to step over, for the sentence goes
on behind it as if it were not there: "Nexperia, which Wingtech owns, supplies Volkswagen".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.found import Group, Trigger
from kg.extract.verbfinal import VerbFinal
from kg.lang import Language
from kg.lang.tokens import Tokens

STEP = 0.25  # per token of distance
OVER = 1.0  # for a whole clause stepped over
BREAK, COMMA, CLAUSE, VERB = 5.0, 1.5, 3.0, 2.5


@dataclass(frozen=True, slots=True)
class Crossing:
    """What it costs to cross the tokens of a sentence that starts at `base`: running sums."""

    base: int
    sums: tuple[float, ...]
    embedded: tuple[tuple[int, int], ...] = ()

    def between(self, lo: int, hi: int) -> float:
        """The cost of all that stands between token `lo` (included) and `hi` (excluded)."""
        cost = self._sum(lo, hi)
        if self.embedded:
            cost -= sum(self._sum(a, b) - OVER for a, b in self._over(lo, hi))
        return cost

    def apart(self, a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> float:
        """The cost between two spans, and `STEP` for every token between."""
        lo, hi = (a_hi, b_lo) if b_lo >= a_hi else (b_hi, a_lo)
        skipped = sum(b - a for a, b in self._over(lo, hi)) if self.embedded else 0
        return self.between(lo, hi) + max(0, hi - lo - skipped) * STEP

    def _sum(self, lo: int, hi: int) -> float:
        last = len(self.sums) - 1
        return self.sums[max(0, min(last, hi - self.base))] - self.sums[max(0, min(last, lo - self.base))]

    def _over(self, lo: int, hi: int) -> list[tuple[int, int]]:
        return [(a, b) for a, b in self.embedded if lo <= a and b <= hi]


class CrossingFinder:
    """Measures the sentences of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.subordinators = language.words("subordinators") | language.words("clause_coordinators")
        self.final = VerbFinal(language) if language.flag("markers_behind") else None

    def crossing(self, tokens: Tokens, sentence: int, triggers: Sequence[Trigger], groups: Sequence[Group]) -> Crossing:
        """What it costs to cross each token: punctuation, subordinators, finite verbs; lists and numbers are free."""
        lo, hi = tokens.sentences[sentence]
        inside = {i for g in groups if len(g.members) > 1 for i in range(g.lo, g.hi)}
        verbs = {t.lo for t in triggers if t.kind in ("verb", "phrase") and t.finite}
        out = [0.0]
        for i in range(lo, hi):
            word, low = tokens.words[i], tokens.lows[i]
            cost = 0.0
            if i in inside or _in_number(tokens, i):
                pass
            elif word in ";:–—":
                cost = BREAK
            elif word in ",()":
                cost = COMMA
            elif low in self.subordinators and low not in self.language.markers:
                cost = CLAUSE
            if i in verbs:
                cost += VERB
            out.append(out[-1] + cost)
        if self.final is not None:
            return Crossing(lo, tuple(out), tuple(self.final.clauses(tokens, lo, triggers, groups)))
        return Crossing(lo, tuple(out), tuple(self._embedded(tokens, lo, hi, groups, inside)))

    def _embedded(
        self, tokens: Tokens, lo: int, hi: int, groups: Sequence[Group], inside: set[int]
    ) -> list[tuple[int, int]]:
        """The relative clauses and brackets of a sentence that goes on behind them, with their commas."""
        out: list[tuple[int, int]] = []
        for group in groups:
            start = (group.marker if group.marker >= 0 else group.lo) - 1
            if group.members[0].kind != "relative" or start <= lo or tokens.words[start] != ",":
                continue
            commas = (k for k in range(group.hi, hi - 2) if tokens.words[k] == "," and k not in inside)
            end = next((k for k in commas if not _in_number(tokens, k)), -1)
            if end >= 0 and (not out or start >= out[-1][1]):
                out.append((start, end + 1))
        return out


def _in_number(tokens: Tokens, i: int) -> bool:
    return (
        tokens.words[i] in ",."
        and 0 < i < len(tokens) - 1
        and tokens.words[i - 1].isdigit()
        and tokens.words[i + 1].isdigit()
        and tokens.starts[i + 1] == tokens.ends[i]
    )
