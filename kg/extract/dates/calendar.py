"""Spans of days: how long a month, a quarter or "late 2026" is, and which one a text means."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day of a stretch of time, and the unit it was said in (day, week, month, quarter, …)."""

    start: date
    end: date
    unit: str


def day(year: int, month: int, number: int) -> Days | None:
    """One day; None if there is no such day."""
    if not (1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    found = date(year, month, number)
    return Days(found, found, "day")


def months(year: int, first: int, unit: str) -> Days:
    """The month, quarter, season, half or year that begins with month `first` (1 to 12) of `year`."""
    last = first + MONTHS_IN[unit] - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Days(date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), unit)


def moved(reference: date, unit: str, steps: int) -> Days:
    """The unit that holds `reference`, moved by `steps` units: last week, next quarter, this year."""
    if unit == "day":
        found = reference + timedelta(days=steps)
        return Days(found, found, "day")
    if unit == "week":
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=steps)
        return Days(monday, monday + timedelta(days=6), "week")
    size = MONTHS_IN[unit]
    index = (reference.year * 12 + reference.month - 1) // size + steps
    return months(index * size // 12, index * size % 12 + 1, unit)


def week_of_month(year: int, month: int, number: int) -> Days | None:
    """The first week is the 1st to the 7th; -1 is the last seven days."""
    length = monthrange(year, month)[1]
    first = length - 6 if number == -1 else 7 * number - 6
    if not 1 <= first <= length:
        return None
    return Days(date(year, month, first), date(year, month, min(first + 6, length)), "week")


def weekday(reference: date, number: int, shift: int | None) -> Days:
    """The last such weekday not after `reference`; with shift -1 the last before it, with +1 the next after it."""
    back = (reference.weekday() - number) % 7
    if shift is not None and shift < 0 and back == 0:
        back = 7
    if shift is not None and shift > 0:
        back -= 7
    found = reference - timedelta(days=back)
    return Days(found, found, "day")


def edge(days: Days, which: str) -> Days:
    """The early, mid, late or end part: a quarter of a year, ten days of a month, a third of a quarter or half."""
    start, end = days.start, days.end
    if days.unit == "year":
        first = {"early": 1, "mid": 4}.get(which, 10)
        part = months(start.year, first, "half" if which == "mid" else "quarter")
        return Days(part.start, part.end, "quarter")
    if days.unit == "month":
        first = {"early": 1, "mid": 11}.get(which, 21)
        last = {"early": 10, "mid": 20}.get(which, end.day)
        return Days(start.replace(day=first), start.replace(day=last), "week")
    if days.unit in ("quarter", "season", "half"):
        size = MONTHS_IN[days.unit] // 3
        offset = {"early": 0, "mid": size}.get(which, 2 * size)
        index = start.month - 1 + offset
        begin = months(start.year + index // 12, index % 12 + 1, "month")
        finish = months(start.year + (index + size - 1) // 12, (index + size - 1) % 12 + 1, "month")
        return Days(begin.start, finish.end, "month")
    return days
