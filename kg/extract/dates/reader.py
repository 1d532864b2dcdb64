"""Dates and periods in running text, resolved against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from kg.extract.dates.calendar import Days, edge
from kg.extract.dates.grammar import Grammar, Match
from kg.extract.dates.resolve import Resolver
from kg.extract.quantities.patterns import SPACE, Tail, any_of, fold, key
from kg.model import Period

OPEN = {
    "since": "from", "from": "from", "starting": "from", "after": "from",
    "until": "until", "by": "until", "before": "until",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A time as it stands in the text, its preposition included.

    `kind`: point (a day), period (longer), from (start only), until (end only), duration ("three years", never
    resolved). `period.start` and `.end` are both None where the text and the day of publication do not tell.
    """

    start: int
    end: int
    period: Period
    kind: str


@dataclass(frozen=True, slots=True)
class _Core:
    """A date form with its edge word, before prepositions: `start` and `end` hold "the end of 2024"."""

    start: int
    end: int
    match: Match
    edge: str | None
    days: Days | None


class DateReader:
    """Reads dates of one language. `data` is the parsed `dates.toml`; instances are stateless and may be shared."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._grammar = Grammar(data)
        self._capitalised = bool(data.get("capitalised", False))
        self._ambiguous = frozenset(key(w) for w in data.get("ambiguous_months", []))
        low_year, high_year = data.get("bare_years", [1985, 2047])
        self._years = range(int(low_year), int(high_year) + 1)
        self._round = frozenset(data.get("not_bare_years", []))
        spaced = self._grammar.spaced
        self._spaced = spaced
        self._edges = {key(w): e for e, words in data.get("edges", {}).get("before", {}).items() for w in words}
        self._edges_after = {key(w): e for e, words in data.get("edges", {}).get("after", {}).items() for w in words}
        self._kinds = {key(w): k for k, words in data.get("prepositions", {}).items() for w in words}
        self._fillers = {key(w) for w in data.get("fillers", [])}
        self._left = self._at_end([*self._kinds, *self._edges, *self._fillers])
        self._edge_right = re.compile(rf"{SPACE}?({self._words(self._edges_after)})")
        suffixes = data.get("suffixes", {})
        self._suffixes = {key(w): k for k, words in suffixes.items() for w in words}
        self._right = re.compile(rf"{SPACE}{{0,2}}({self._words(self._suffixes)})")
        circumfix = data.get("circumfix", {})
        self._wrap_before = self._at_end(circumfix.get("before", []))
        self._wrap_after = re.compile(rf"{SPACE}{{1,2}}({self._words(circumfix.get('after', []))})")
        ranges = data.get("ranges", {})
        self._to = re.compile(rf"{SPACE}{{0,2}}(?:[-–—~～]|{self._words(ranges.get('to', []))}){SPACE}{{0,2}}")
        self._and = re.compile(rf"{SPACE}{{0,2}}{self._words(ranges.get('and', []))}{SPACE}{{0,2}}")
        self._between = self._at_end([*ranges.get("between", []), *ranges.get("from", [])])
        self._future = re.compile(self._words(data.get("future_hints", [])))
        lasting = data.get("lasting", {})
        self._lasting_before = self._at_end(lasting.get("before", []))
        self._lasting_cues = re.compile(self._words(lasting.get("cues", [])))
        self._or = re.compile(rf"{SPACE}{{0,2}}{self._words(ranges.get('or', []))}{SPACE}{{0,2}}")
        self._counted = re.compile(rf"{SPACE}{{1,2}}{self._words(data.get('not_year_before', []))}")

    def _words(self, words: Any) -> str:
        return any_of(words, bounded=self._spaced)

    def _at_end(self, words: Any) -> Tail:
        return Tail(words, spaced=self._spaced)

    def read(self, text: str, published: str | None) -> list[FoundDate]:
        """All dates of `text`, from left to right. `published` is an ISO date or None; ValueError if it is neither."""
        low = fold(text)
        matches = [m for m in self._grammar.find(low) if self._believed(text, low, m)]
        reference = date.fromisoformat(published[:10]) if published else None
        resolver = Resolver(reference, matches)
        cores: list[_Core] = []
        for match in matches:
            core = self._core(low, match, resolver)
            cores.append(core)
            if core.days is not None:
                resolver.remember(core.days)
        out: list[FoundDate] = []
        i = 0
        while i < len(cores):
            joined = self._range(text, low, cores[i], cores[i + 1], resolver) if i + 1 < len(cores) else None
            out.append(joined or self._single(text, low, cores[i]))
            i += 2 if joined else 1
        return out

    def _believed(self, text: str, low: str, match: Match) -> bool:
        """Whether the form is a date here: "May" needs its capital and a preposition, 2048 may be a count of chips."""
        for name in ("month", "mon", "month2", "weekday"):
            span = match.spans.get(name)
            if span is not None and self._capitalised and not text[span[0]].isupper():
                return False
        left = self._left.find(low, match.start)
        prefixed = left is not None
        if match.needs == "edge" and not (left is not None and left[0] in self._edges):
            return False
        if match.needs == "prefix" and not prefixed:
            return False
        span = match.spans.get("month")
        bare_month = match.means == "month" and len(match.spans) == 1
        if bare_month and span is not None and low[span[0] : span[1]] in self._ambiguous and not prefixed:
            return False
        if match.means == "duration" and match.values.get("number") == 1 and not prefixed:
            return False  # "20 million euros a year"
        if match.means == "year" and set(match.spans) == {"year"}:
            return self._is_year(low, match, prefixed)
        return True

    def _is_year(self, low: str, match: Match, prefixed: bool) -> bool:
        before = low[match.start - 1] if match.start else " "
        after = low[match.end : match.end + 2]
        if before in "$€£¥₩#+:/.,_" or before.isalnum():
            return False
        if before in "-–" and match.start > 1 and low[match.start - 2].isalpha() and not prefixed:
            return False
        if after[:1] in ("%", "€", "$") or (after[:1] in (".", ",", ":", "/") and after[1:2].isdigit()):
            return False
        if self._counted.match(low, match.end):
            return False
        year = match.values["year"]
        return prefixed or (year in self._years and year not in self._round)

    def _core(self, low: str, match: Match, resolver: Resolver, year: int | None = None) -> _Core:
        start, end, which = match.start, match.end, match.values.get("edge")
        found = self._left.find(low, start)
        if found is not None and found[0] in self._edges:
            start, which = found[1], self._edges[found[0]]
        behind = self._edge_right.match(low, end)
        if behind is not None:
            end, which = behind.end(), self._edges_after[key(behind.group(1))]
        kind = self._prefix(low, start)[1]
        if match.means == "duration" and self._lasts(low, match):
            match = replace(match, means="since_years", values={**match.values, "kind": "since"})
        days = resolver.days(match, kind, resolver.yearless(match) and self._is_future(low, start, end), year)
        return _Core(start, end, match, which, days)

    def _is_future(self, low: str, start: int, end: int) -> bool:
        """A word of the same clause that points ahead: "will", "soll", "is scheduled for"."""
        head = low[max(0, start - 160) : start]
        cut = max(head.rfind(". "), head.rfind("; "), head.rfind("。"), head.rfind("\n"))
        clause = head[cut + 1 :] + " … " + _clause_end(low[end : end + 60])
        return self._future.search(clause) is not None

    def _lasts(self, low: str, match: Match) -> bool:
        """ "For three years rules have kept them out": it began three years ago and goes on."""
        if self._lasting_before.find(low, match.start) is None:
            return False
        return self._lasting_cues.search(_clause_end(low[match.end : match.end + 40])) is not None

    def _prefix(self, low: str, start: int) -> tuple[int, str | None]:
        """Where the preposition before a date starts, and its kind ("since", "until", "point", …)."""
        cursor = start
        for _ in range(3):
            left = self._left.find(low, cursor)
            if left is None:
                return start, None
            word, cursor = left
            if word in self._kinds:
                return cursor, self._kinds[word]
            if word not in self._fillers:
                return start, None
        return start, None

    def _single(self, text: str, low: str, core: _Core) -> FoundDate:
        start, kind = self._prefix(low, core.start)
        end = core.end
        right = self._right.match(low, end)
        if right is not None:
            end, kind = right.end(), self._suffixes[key(right.group(1))]
        else:
            before = self._wrap_before.find(low, core.start)
            after = self._wrap_after.match(low, end) if before is not None else None
            if before is not None and after is not None:
                start, end, kind = before[1], after.end(), "from"
        kind = core.match.values.get("kind", kind)
        if core.match.means == "duration" and core.days is None:
            return FoundDate(start, end, Period(text[start:end], None, None), "duration")
        first, last = _bounds(core, kind)
        shown = OPEN.get(kind or "", "point" if core.days and core.days.unit == "day" else "period")
        return FoundDate(start, end, Period(text[start:end], first, last), shown)

    def _range(self, text: str, low: str, one: _Core, two: _Core, resolver: Resolver) -> FoundDate | None:
        """ "from 24 July 2025 until the end of 2033", "between October and January", "2023 bis 2025" """
        if "duration" in (one.match.means, two.match.means) or two.start < one.end or two.start - one.end > 12:
            return None
        if self._or.fullmatch(low, one.end, two.start):  # "by December or early next year" stays open
            start = self._prefix(low, one.start)[0]
            return FoundDate(start, two.end, Period(text[start : two.end], None, None), "period")
        opened = self._between.find(low, one.start)
        if self._to.fullmatch(low, one.end, two.start) is None:
            if self._and.fullmatch(low, one.end, two.start) is None:
                return None
            if opened is None and (one.match.means != two.match.means or one.match.means == "day"):
                return None
        start = opened[1] if opened is not None else self._prefix(low, one.start)[0]
        if one.days is None or two.days is None:
            return FoundDate(start, two.end, Period(text[start : two.end], None, None), "period")
        days_one, days_two = one.days, two.days
        if resolver.yearless(one.match) and not resolver.yearless(two.match):
            lent = self._core(low, one.match, resolver, days_two.start.year)
            days_one = lent.days or days_one
            if days_one.start > days_two.end:
                days_one = self._core(low, one.match, resolver, days_two.start.year - 1).days or days_one
        elif resolver.yearless(two.match) and days_two.end < days_one.start:
            base = days_one.start.year if not resolver.yearless(one.match) else days_two.start.year + 1
            for year in (base, base + 1):
                days_two = self._core(low, two.match, resolver, year).days or days_two
                if days_two.end >= days_one.start:
                    break
        first = _bounds(replace(one, days=days_one), None)[0]
        last = _bounds(replace(two, days=days_two), "until")[1]
        if first is None or last is None or first > last:
            return None
        return FoundDate(start, two.end, Period(text[start : two.end], first, last), "period")


def _clause_end(tail: str) -> str:
    """The rest of the clause after a date."""
    return re.split(r"[.,;:。，；\n]", tail, maxsplit=1)[0]


def _bounds(core: _Core, kind: str | None) -> tuple[str | None, str | None]:
    """First and last day as the preposition leaves them: deadlines have an end only, open states a start only."""
    if core.days is None:
        return None, None
    days = core.days
    if core.edge is not None:
        days = edge(days, core.edge)
    if kind in ("until", "by"):
        return None, days.end.isoformat()
    if kind == "before":
        kept = days.unit == "day" or core.edge is not None  # "before the end of June" ends with June
        whole = days if kept else replace(days, end=days.start - timedelta(days=1))
        return None, whole.end.isoformat()
    if kind == "after":
        whole = days if days.unit == "day" else replace(days, start=days.end + timedelta(days=1))
        return whole.start.isoformat(), None
    if kind in ("since", "from", "starting"):
        return days.start.isoformat(), None
    return days.start.isoformat(), days.end.isoformat()
