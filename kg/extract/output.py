"""What a plant or a firm turns out: rates of making, and output that is sold out, are matters of capacity."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.found import Draft, Found, by_sentence
from kg.extract.needs import is_end_good
from kg.extract.rules import is_country
from kg.extract.sites import stand_in
from kg.model import Quantity

RATES = (" per day", " per week", " per month", " per quarter", " per year")


def as_output(draft: Draft) -> None:
    """ "turns out 70 billion parts a year", "HBM is sold out, SK hynix said": the type is capacity."""
    if draft.type == "manufacture" and is_rate(draft.quantity) and "manufacturer" in draft.fills:
        draft.type = "capacity"
    elif draft.frame == "sold_out" and draft.type == "shortage":
        makers = draft.fills.get("supplier") or [
            stand_in(m, maker)
            for m in draft.fills.get("product", ())
            if (maker := m.maker or (m.referent.maker if m.referent is not None else None)) is not None
        ]
        if makers:
            draft.fills.pop("supplier", None)
            draft.fills["manufacturer"] = makers
            draft.type = "capacity"


def is_rate(quantity: Quantity | None) -> bool:
    """Whether so many pieces leave a plant in so much time."""
    return quantity is not None and quantity.unit.endswith(RATES)


def said_once(drafts: Sequence[Draft]) -> list[Draft]:
    """Without what a sentence says again less well: "makes 200,000 wafers a month at its fab in X" is one claim."""
    told = [d for d in drafts if not _says_nothing(d)]
    beside = by_sentence(told)
    told = [d for d in told if d.type != "inventory" or not any(_offers(other, d) for other in beside[d.sentence])]
    return [d for d in told if d.type != "manufacture" or not any(_covers(other, d) for other in beside[d.sentence])]


def _says_nothing(draft: Draft) -> bool:
    """Money of no amount for nothing named or by a person, the output of nobody, a class of goods in another.

    "Shares of X gave way in New York" tells of no goods and no receiver, "PCs with an RTX 4070" of no maker.
    """
    have = set(draft.roles())
    if draft.type == "investment" and draft.amount is None and draft.quantity is None:
        return have == {"investor"} or all(m.type == "person" for m in draft.fills.get("investor", ()))
    if draft.type == "component_use" and "manufacturer" not in have:
        goods = draft.fills.get("product", ())
        return bool(goods) and all(map(is_end_good, goods)) and _all_models(draft.fills.get("component", ()))
    if draft.type in ("supply", "sale") and have <= {"supplier", "destination"} and "destination" in have:
        return not any(is_country(m.referent) for m in draft.fills["destination"])
    if draft.type == "manufacture":
        return have <= {"origin", "product"}  # "made in Russia": by whom is what the claim is about
    return draft.type == "capacity" and have == {"product"}


def _all_models(goods: Sequence[Found]) -> bool:
    entries = [m.referent.entry if m.referent is not None else None for m in goods]
    return bool(entries) and all(e is not None and not e.generic for e in entries)


def _offers(deal: Draft, stock: Draft) -> bool:
    """ "offers a tenth of its chip stock for sale": the goods in stock are those of the deal in that sentence."""
    if deal.type not in ("supply", "sale"):
        return False
    goods = {id(m) for m in stock.fills.get("product", ())}
    return bool(goods) and goods <= {id(m) for m in deal.fills.get("product", ())}


def _covers(output: Draft, making: Draft) -> bool:
    if output.type != "capacity" or not is_rate(output.quantity):
        return False
    mine, theirs = making.roles(), output.roles()
    return all(
        {r.key for r in referents} <= {r.key for r in theirs.get(role, ())}
        for role, referents in mine.items()
        if role in ("manufacturer", "product", "facility")
    )
