"""Which day, month or quarter a date form means, given the day of publication and the dates around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from kg.extract.dates.calendar import MONTHS_IN, SEASONS, Days, day, months, moved, week_of_month, weekday
from kg.extract.dates.grammar import Match

YEARLESS = frozenset(
    {"day", "month", "quarter", "half", "season", "week_of_month", "week_of", "months_ending", "quarter_ending"}
)


class Resolver:
    """Resolves the forms of one text.

    Without a day of publication the first date of the text that names its year lends it to those that do not
    ("in April 2025 … In March"); what is relative to today stays unresolved.
    """

    def __init__(self, reference: date | None, matches: Sequence[Match]) -> None:
        self._reference = reference
        self._lent = None if reference is not None else self._explicit(matches)
        self._last: Days | None = None

    def _explicit(self, matches: Sequence[Match]) -> date | None:
        for match in matches:
            if match.means in ("day", "month") and "year" in match.values:
                days = self._dated(match.means, match.values, int(match.values["year"]))
                if days is not None:
                    return days.start
        return None

    def remember(self, days: Days) -> None:
        """The last date read, which "the year before" leans on."""
        self._last = days

    @staticmethod
    def yearless(match: Match) -> bool:
        return match.means in YEARLESS and not {"year", "shortyear", "yearshift", "shift"} & set(match.values)

    def days(self, match: Match, kind: str | None, future: bool, year: int | None = None) -> Days | None:
        """The days meant; None if that cannot be known. `year` overrides the year for forms without one."""
        values, means = match.values, match.means
        if means in YEARLESS:
            printed = values.get("year")
            if printed is None and "shortyear" in values:
                printed = 2000 + int(values["shortyear"])
            if printed is None and "yearshift" in values:
                if self._reference is None:
                    return None
                printed = self._reference.year + int(values["yearshift"])
            if printed is not None or year is not None:
                return self._dated(means, values, int(printed if printed is not None else year or 0))
            return self._shifted(means, values) if "shift" in values else self._guessed(means, values, kind, future)
        if means == "year":
            return months(int(values["year"] if "year" in values else 2000 + int(values["shortyear"])), 1, "year")
        if means == "years":
            return _years(int(values["year"]), int(values["shortyear"]))
        if means == "first_months":
            return _first_months(values, self._reference)
        if means == "previous_year":
            base = self._last.start if self._last is not None else self._reference
            return months(base.year - 1, 1, "year") if base is not None else None
        if self._reference is None:
            return None
        return self._relative(means, values, self._reference)

    def _relative(self, means: str, values: Any, reference: date) -> Days | None:
        if means == "weekday":
            return weekday(reference, int(values["weekday"]), values.get("shift"))
        if means == "weekend":
            sunday = weekday(reference, 6, values.get("shift"))
            return Days(sunday.start - timedelta(days=1), sunday.end, "week")
        if means == "dayword":
            return moved(reference, "day", int(values["dayword"]))
        if means == "shift":
            return moved(reference, str(values["unit"]), int(values["shift"]))
        if means == "month_day":
            return day(reference.year, reference.month, int(values["day"]))
        if means in ("ago", "ahead"):
            number = int(values.get("number", 1))
            return moved(reference, str(values["units"]), number if means == "ahead" else -number)
        if means == "since_years":
            return moved(reference, str(values["units"]), -int(values["number"]))
        return None

    def _dated(self, means: str, values: Any, year: int) -> Days | None:
        """The days of a form in a given year."""
        month = int(values.get("month") or values.get("mon") or values.get("monthnum") or 0)
        if means in ("day", "week_of"):
            found = day(year, month, int(values["day"]))
            last = day(year, month, int(values["day2"])) if "day2" in values else None
            if found is not None and means == "week_of":
                return moved(found.start, "week", 0)
            return Days(found.start, last.end, "week") if found is not None and last is not None else found
        if means == "month":
            found = months(year, month, "month") if 1 <= month <= 12 else None
            second = values.get("month2") or values.get("monthnum2")
            return found if found is None or second is None else _until(found, year, int(second))
        if means == "week_of_month":
            return week_of_month(year, month, int(values["ordinal"]))
        if means in ("quarter_ending", "months_ending"):
            return _ending(year, month, int(values.get("number", 3)))
        if means == "season":
            return months(year, SEASONS[str(values.get("season") or values["plainseason"])], "season")
        size = MONTHS_IN[means]
        number = int(values.get("q") or values.get("h") or values.get("ordinal") or 0)
        number = 12 // size if number == -1 else number
        if not 1 <= number <= 12 // size:
            return None
        found = months(year, (number - 1) * size + 1, means)
        second = int(values.get("ordinal2", 0))
        if second > number:
            found = Days(found.start, months(year, (second - 1) * size + 1, means).end, means)
        return found

    def _shifted(self, means: str, values: Any) -> Days | None:
        """ "last November", "next spring", "this autumn": the nearest such one wholly before or after today."""
        reference = self._reference
        if reference is None:
            return None
        shift = int(values["shift"])
        years = [reference.year + n for n in (-2, -1, 0, 1, 2)]
        choice = [d for y in years if (d := self._dated(means, values, y)) is not None]
        if shift < 0:
            past = [d for d in choice if d.end < reference]
            return past[-1] if past else None
        if shift > 0:
            ahead = [d for d in choice if d.start > reference]
            return ahead[0] if ahead else None
        return self._dated(means, values, reference.year)

    def _guessed(self, means: str, values: Any, kind: str | None, future: bool) -> Days | None:
        """A date without its year: the last one that has begun, unless the words around point ahead."""
        reference = self._reference or self._lent
        if reference is None:
            return None
        years = [reference.year + n for n in (-1, 0, 1)]
        choice = [d for y in years if (d := self._dated(means, values, y)) is not None]
        if not choice:
            return None
        begun = [d for d in choice if d.start <= reference]
        if kind == "since":
            return begun[-1] if begun else choice[0]
        nearest = min(choice, key=lambda d: (abs((d.start - reference).days), d.start))
        if kind in ("until", "by", "before", "starting") or self._reference is None:
            return nearest
        if means == "day":
            soon = nearest.start <= reference + timedelta(days=14)
            return nearest if future or soon or not begun else begun[-1]
        if future:
            ahead = [d for d in choice if d.end >= reference]
            return ahead[0] if ahead else nearest
        return begun[-1] if begun else choice[0]


def _years(first: int, last: int) -> Days | None:
    """2023-25 is three years; 2023-07 more likely a month and left alone."""
    years = last - first % 100
    if last <= 12 or not 1 <= years <= 9:
        return None
    return Days(date(first, 1, 1), date(first + years, 12, 31), "year")


def _first_months(values: Any, reference: date | None) -> Days | None:
    """ "the first nine months of 2024" """
    year = values.get("year")
    if year is None:
        year = None if reference is None else reference.year + int(values.get("yearshift", 0))
    number = int(values["number"])
    if year is None or not 1 <= number <= 12:
        return None
    return Days(date(int(year), 1, 1), months(int(year), number, "month").end, "half")


def _ending(year: int, month: int, number: int) -> Days | None:
    """The `number` months of which `month` is the last: "three months to June", "the August quarter"."""
    if not (1 <= month <= 12 and 1 <= number <= 12):
        return None
    index = year * 12 + month - number
    begin = months(index // 12, index % 12 + 1, "month")
    return Days(begin.start, months(year, month, "month").end, "quarter")


def _until(days: Days, year: int, month: int) -> Days:
    last = months(year + (month < days.start.month), month, "month")
    return Days(days.start, last.end, "month")
