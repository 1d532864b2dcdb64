"""Which claim a sum, a number of goods or a date belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.extract.crossing import Crossing
from kg.extract.found import Draft, Found
from kg.lang.tokens import Tokens
from kg.model import Amount, Period, Quantity

REACH = 9.0
MONEY_TYPES = frozenset(
    {
        "supply",
        "sale",
        "order",
        "delivery",
        "inventory",
        "investment",
        "subsidy",
        "acquisition",
        "manufacture",
        "partnership",
        "other",
        "capacity",
    }
)
RULES = frozenset({"license_requirement", "export_restriction"})
LASTING = frozenset({"supply"})
SHARE_TYPES = frozenset({"ownership", "supply", "investment", "capacity", "sale", "delivery", "acquisition"})


class Money(Protocol):
    """What the figure reader needs of a quantity found in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum, quantity or date of one sentence, by token."""

    lo: int
    hi: int
    value: Amount | Quantity | Period
    alt: Amount | Quantity | None = None
    bare: bool = False
    per: str | None = None


def attach(
    tokens: Tokens, drafts: Sequence[Draft], figures: Sequence[Figure], crossing: Crossing, says: Sequence[int]
) -> Period | None:
    """Give each figure of a sentence to the draft it stands nearest to; returns the day on which it was said.

    Where a sentence holds more dates, the others tell when the deal was made, and the day nothing.
    """
    said: Period | None = None
    dates = sum(isinstance(f.value, Period) for f in figures)
    for figure in figures:
        if isinstance(figure.value, Amount):
            _give_amount(drafts, figure, crossing)
        elif isinstance(figure.value, Quantity):
            _give_quantity(tokens, drafts, figure, crossing)
        elif _give_time(drafts, figure, crossing, says) and figure.value.start == figure.value.end and dates == 1:
            said = figure.value
    return said


def _cost(draft: Draft, figure: Figure, crossing: Crossing) -> float:
    trigger = draft.trigger
    return crossing.apart(trigger.lo, trigger.hi, figure.lo, figure.hi)


def _nearest(drafts: Sequence[Draft], figure: Figure, crossing: Crossing) -> Draft | None:
    ranked = sorted(((_cost(d, figure, crossing), n) for n, d in enumerate(drafts)), key=lambda x: x)
    return drafts[ranked[0][1]] if ranked and ranked[0][0] <= REACH else None


def _give_amount(drafts: Sequence[Draft], figure: Figure, crossing: Crossing) -> None:
    assert isinstance(figure.value, Amount)
    if figure.per in ("piece", "share"):
        return
    draft = _nearest([d for d in drafts if d.type in MONEY_TYPES and d.amount is None], figure, crossing)
    if draft is not None:
        draft.amount = figure.value
        if isinstance(figure.alt, Amount):
            draft.amount_alt = figure.alt


def _give_quantity(tokens: Tokens, drafts: Sequence[Draft], figure: Figure, crossing: Crossing) -> None:
    assert isinstance(figure.value, Quantity)
    percent = figure.value.unit == "percent"
    usable = [d for d in drafts if d.quantity is None and (d.type in SHARE_TYPES if percent else d.type != "ownership")]
    if figure.bare:
        goods = [
            d for d in usable if any(_counted(figure, m) for r in ("product", "component") for m in d.fills.get(r, ()))
        ]
        usable = goods or [d for d in usable if figure.value.unit]
    draft = _nearest(usable, figure, crossing)
    if draft is not None:
        unit = figure.value.unit or "chips"
        draft.quantity = Quantity(figure.value.value, unit, figure.value.approx, figure.value.value_max)


def _counted(figure: Figure, mention: Found) -> bool:
    return 0 <= mention.lo - figure.hi <= 3


def _give_time(drafts: Sequence[Draft], figure: Figure, crossing: Crossing, says: Sequence[int]) -> bool:
    """Whether the date is the one of a verb of saying, and no draft's."""
    assert isinstance(figure.value, Period)
    if figure.value.start is None and figure.value.end is None:
        return False
    said = min((crossing.apart(i, i + 1, figure.lo, figure.hi) for i in says), default=REACH)
    draft = _nearest([d for d in drafts if d.time is None], figure, crossing)
    if draft is None or said < _cost(draft, figure, crossing):
        return said < REACH
    draft.time = figure.value
    return False


def open_ends(draft: Draft) -> None:
    """Rules and lasting relations that begin on a day have no last one; what is over has no first one."""
    time = draft.time
    if time is None or time.start is None or time.end is None:
        return
    if draft.modality == "ended":
        draft.time = Period(time.text, None, time.end)
    elif draft.type in RULES or (draft.type in LASTING and time.start == time.end):
        draft.time = Period(time.text, time.start, None)
