"""Amounts of money, quantities and counts in running text, with bounds, ranges and second currencies."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from kg.extract.quantities.context import Context
from kg.extract.quantities.numbers import Number, NumberReader
from kg.extract.quantities.patterns import fold
from kg.extract.quantities.units import Unit, Units
from kg.model import Amount, Quantity

PERIODS = frozenset({"hour", "day", "week", "month", "quarter", "year"})


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """An amount or quantity as it stands in the text.

    `start`, `end`: the whole expression, bound words and currency included. `unit_span`: the unit or, for a count, the
    head noun. `per`: "year", "month", "piece", "share", "each" … or None. `alt`: the second currency in brackets.
    `bare`: a count of things; its `value.unit` is a hint ("chips") or "", the noun phrase decides.
    """

    start: int
    end: int
    value: Amount | Quantity
    unit_span: tuple[int, int] | None = None
    per: str | None = None
    alt: Amount | Quantity | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Draft:
    """A number with its unit, before ranges and bounds are looked at. `start` is before a leading currency sign."""

    start: int
    end: int
    number: Number
    value: Decimal
    unit: Unit | None
    unit_span: tuple[int, int] | None


class QuantityReader:
    """Reads amounts and quantities of one language.

    `data` is the parsed `quantities.toml` of the language; a key that is missing or of the wrong type raises KeyError
    or TypeError. Instances hold no state besides the compiled patterns and may be shared.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._numbers = NumberReader(data["numbers"])
        self._units = Units(data)
        self._context = Context(data)

    def read(self, text: str, taken: Sequence[tuple[int, int]] = ()) -> list[FoundQuantity]:
        """All amounts and quantities of `text`, from left to right, never overlapping.

        `taken` are spans that are already known to be something else (dates, product names): no number is read there.
        """
        low = fold(text)
        spans = sorted(taken)
        starts = [start for start, _ in spans]
        numbers = [n for n in self._numbers.find(low) if not _meets(spans, starts, n)]
        drafts = [d for n in numbers if (d := self._draft(low, n)) is not None]
        found = [*self._joined(text, low, drafts), *self._phrases(low)]
        found.sort(key=lambda f: (f.start, -f.end))
        return self._bracketed(low, _without_overlap(found))

    def _draft(self, low: str, number: Number) -> _Draft | None:
        """The number with the currency before it or the unit after it; None if it is part of a name or a property."""
        before = self._units.before(low, number.start)
        start, value, end = number.start, number.value, number.end
        if before is not None:
            if not number.definite:
                return None  # "Revenue (USD million)" heads a table
            start = before[1][0]
            factor, end = self._units.short_scale(low, number.end)
            value *= factor
            number = replace(number, scaled=number.scaled or factor != 1, plain=False)
        elif number.digits and self._context.glued(low, start):
            return None
        unit, span = before if before is not None else (None, None)
        after = self._units.after(low, end)
        if after is not None and after[0].kind == "count" and self._units.goes_on(low, after[1][1]):
            # "a 100,000-wafer-a-month fab" does count wafers
            after = after if self._context.per(low, after[1][1], None)[0] else None
        if after is not None and (unit is None or after[0].name == unit.name):
            unit, span, end = after[0], after[1], after[1][1]
        if unit is not None and unit.kind == "property":
            return None
        if unit is not None and unit.weak:
            if self._context.year_before(low, number):
                return None  # "In 2023 won Samsung an order"
            if not number.scaled and value < 1000:
                unit, span, end = None, None, number.end  # "of the twelve five won approval"
        return _Draft(start, end, number, value, unit, span)

    def _joined(self, text: str, low: str, drafts: list[_Draft]) -> list[FoundQuantity]:
        """Ranges are two drafts with a range word between; the rest stand alone."""
        out: list[FoundQuantity] = []
        i = 0
        while i < len(drafts):
            first = drafts[i]
            second = drafts[i + 1] if i + 1 < len(drafts) else None
            found = None
            if second is not None and self._context.is_range(low, first.start, first.end, second.start):
                found = self._range(text, low, first, second)
                i += 1
            else:
                found = self._single(text, low, first)
            if found is not None:
                out.append(found)
            i += 1
        return out

    def _range(self, text: str, low: str, first: _Draft, second: _Draft) -> FoundQuantity | None:
        if first.unit and second.unit and first.unit.name != second.unit.name:
            return self._single(text, low, second)
        low_value = first.value
        shares_scale = second.number.scaled and not first.number.scaled and first.value <= second.number.mantissa
        if shares_scale:
            low_value *= second.value / (second.number.mantissa or 1)
        if low_value > second.value:
            return None
        unit = second.unit or first.unit
        span = second.unit_span or first.unit_span
        start = self._context.range_start(low, first.start)
        whole = _Draft(start, second.end, second.number, low_value, unit, span)
        years = self._context.year_like(first.number) and self._context.year_like(second.number)
        return self._finish(text, low, whole, second.value, years)

    def _single(self, text: str, low: str, draft: _Draft) -> FoundQuantity | None:
        return self._finish(text, low, draft, None, self._context.year_like(draft.number))

    def _finish(self, text: str, low: str, draft: _Draft, maximum: Decimal | None, year: bool) -> FoundQuantity | None:
        """Bounds, head noun and "per" of a draft; None if it turns out to be a year, a model number or the like."""
        bound = self._context.bound(low, draft.start, draft.end)
        unit, span, end, bare = draft.unit, draft.unit_span, bound.end, False
        if unit is not None and unit.kind == "time":
            return None
        if unit is None or unit.kind == "count":
            bare = True
            head = (unit, span) if unit is not None and span is not None else self._units.head(text, low, draft.end)
            if head is not None and head[0].kind != "count":
                return None
            if not self._counts(text, low, draft, year, head is not None, bound.approx is not None):
                return None
            if head is not None:
                unit, span, end = head[0], head[1], max(end, head[1][1])
        per, end = self._context.per(low, end, bound.per)
        approx = bound.approx or ("exact" if draft.number.definite else "at_least")
        if maximum is not None:
            approx = "range"
        value = _value(draft.value, maximum, unit, per, approx)
        return FoundQuantity(bound.start, end, value, span, per, None, bare)

    def _counts(self, text: str, low: str, draft: _Draft, year: bool, head: bool, bounded: bool) -> bool:
        """Whether a number without unit counts things, as far as its neighbours tell."""
        number = draft.number
        if not number.definite and number.value < 10:
            return False
        if self._context.excluded(low, number.start, number.end):
            return False
        if draft.unit is None and self._context.attached(low, number):
            return False
        if year and not (head and not self._context.year_word(low, number.start)):
            return False
        if head or bounded or (not number.plain and number.value >= 1000):
            return True
        return not self._context.after_name(text, number.start) and self._context.noun_follows(low, number)

    def _phrases(self, low: str) -> list[FoundQuantity]:
        """Shares and multiples said in words ("two thirds of", "doubled"), and "a gigawatt"."""
        out = []
        for start, end, value, unit, span in self._units.phrases(low):
            bound = self._context.bound(low, start, end)
            per, stop = self._context.per(low, bound.end, bound.per)
            quantity = _value(value, None, unit, per, bound.approx or "exact")
            out.append(FoundQuantity(bound.start, stop, quantity, span, per, None, False))
        return out

    def _bracketed(self, low: str, found: list[FoundQuantity]) -> list[FoundQuantity]:
        """Attach "(13.7 billion dollars)" to the amount before it instead of returning it for itself."""
        out: list[FoundQuantity] = []
        for item in found:
            last = out[-1] if out else None
            if (
                last is not None
                and last.alt is None
                and isinstance(last.value, Amount)
                and isinstance(item.value, Amount)
                and last.value.currency != item.value.currency
                and (close := self._context.converted(low, last.end, item.start, item.end)) is not None
            ):
                out[-1] = replace(last, alt=_as_sure(item.value, last.value), end=close)
            else:
                out.append(item)
        return out


def _as_sure(other: Amount, main: Amount) -> Amount:
    """ "about 100 billion yuan (13.7 billion dollars)": the same sum in other money is no surer than the first."""
    return replace(other, approx=main.approx) if other.approx == "exact" and main.approx != "range" else other


def _value(
    value: Decimal, maximum: Decimal | None, unit: Unit | None, per: str | None, approx: str
) -> Amount | Quantity:
    low, high = float(value), None if maximum is None else float(maximum)
    if unit is not None and unit.kind == "currency":
        return Amount(low, unit.name, approx, high)
    name = unit.name if unit is not None else ""
    if name and per in PERIODS and unit is not None and unit.kind in ("count", "measure"):
        name = f"{name} per {per}"
    return Quantity(low, name, approx, high)


def _without_overlap(found: list[FoundQuantity]) -> list[FoundQuantity]:
    out: list[FoundQuantity] = []
    for item in found:
        if not out or item.start >= out[-1].end:
            out.append(item)
    return out


def _meets(spans: Sequence[tuple[int, int]], starts: Sequence[int], number: Number) -> bool:
    """Whether a number overlaps one of the sorted spans, none of which overlaps another."""
    at = bisect.bisect_left(starts, number.end)
    return at > 0 and spans[at - 1][1] > number.start
