"""Who controls whom: bodies that clear or stop a takeover, and shares that only the first holder's verb speaks of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from kg.extract.crossing import Crossing
from kg.extract.figures import Figure
from kg.extract.found import CONTROL, Draft, Group
from kg.lang import Frame
from kg.lang.tokens import Tokens
from kg.model import Quantity

NEAR = 12.0  # how far in its sentence a deal may stand from the word of its clearance
BACK = 2  # sentences
MARKET_REACH = 5  # tokens behind a share that may say it is one of a market


def clearances(
    drafts: Sequence[Draft], told: Sequence[Draft], frames: Mapping[str, Frame], crossing: Crossing
) -> list[Draft]:
    """ "The takeover was cleared by Brussels": the body belongs to the deal, here or in the sentences before.

    Where no deal is told of, the words speak of something else (a licence, a subsidy) and the clearance is dropped.
    """
    clearing = [d for d in drafts if frames[d.frame].clears]
    others = [d for d in drafts if not frames[d.frame].clears]
    for clearance in clearing:
        deal = _deal(clearance, others, told, crossing)
        bodies = clearance.fills.get("regulator", [])
        if deal is None or not bodies:
            continue
        held = deal.fills.setdefault("regulator", [])
        held.extend(m for m in bodies if all(m.referent is not h.referent for h in held))
        parties = {id(m.referent) for m in held}
        for role in ("supplier", "buyer"):
            mine = [m for m in deal.fills.get(role, ()) if id(m.referent) not in parties]
            if role in deal.fills and len(mine) < len(deal.fills[role]):
                deal.fills[role] = mine  # "the government vetoed the sale": it sells nothing
                if not mine:
                    del deal.fills[role]
        modality = clearance.trigger.modality
        if deal.sentence == clearance.sentence:
            deal.modality = modality or deal.modality
        else:
            deal.modality = modality or deal.modality
            deal.evidence.append(clearance.sentence)
        word = range(clearance.trigger.lo, clearance.trigger.hi)
        others = [
            d for d in others if not ((d.type in CONTROL or d.type == "subsidy") and d.trigger.lo in word) or d is deal
        ]
    return others


def _deal(clearance: Draft, here: Sequence[Draft], told: Sequence[Draft], crossing: Crossing) -> Draft | None:
    word = clearance.trigger
    near = [
        (crossing.apart(d.trigger.lo, d.trigger.hi, word.lo, word.hi), n, d)
        for n, d in enumerate(here)
        if d.type == "acquisition"
    ]
    if near:
        cost, _, deal = min(near, key=lambda c: c[:2])
        return deal if cost <= NEAR else None
    if any(d.trigger.lo in range(word.lo, word.hi) and {"product", "facility"} & set(d.fills) for d in here):
        return None
    return next(
        (d for d in reversed(told) if d.type == "acquisition" and clearance.sentence - d.sentence <= BACK), None
    )


def owners(tokens: Tokens, drafts: Sequence[Draft], markets: Collection[str]) -> list[Draft]:
    """Without what owns nothing: "holds 30 percent of the world market", a firm that owns its own cloud unit."""
    out = []
    for draft in drafts:
        if draft.type == "ownership":
            behind = tokens.lows[draft.trigger.hi : draft.trigger.hi + MARKET_REACH]
            holders = {id(m.referent) for m in draft.fills.get("owner", ())}
            parts = [m for m in draft.fills.get("owned", ()) if m.kind == "business" and m.referent is not None]
            if draft.trigger.kind == "phrase" and any(w in markets for w in behind):
                continue
            if (
                parts
                and draft.trigger.kind == "role_noun"
                and all(id(m.referent.maker) in holders for m in parts if m.referent is not None)
            ):
                continue
        out.append(draft)
    return out


def shares(drafts: Sequence[Draft], groups: Sequence[Group], figures: Sequence[Figure]) -> list[Draft]:
    """ "of which TSMC holds 70 per cent and Bosch and NXP 10 per cent each": one claim for every holder."""
    percents = [f for f in figures if isinstance(f.value, Quantity) and f.value.unit == "percent"]
    behind = {n: _behind(g, percents) for n, g in enumerate(groups)}
    out: list[Draft] = []
    for draft in drafts:
        holders = {id(m) for m in draft.fills.get("owner", ())}
        owned = {id(m.referent) for m in draft.fills.get("owned", ())}
        mine = next((n for n, g in enumerate(groups) if holders & {id(m) for m in g.members}), None)
        if draft.type != "ownership" or not owned or mine is None:
            continue
        own = behind[mine]
        if own is not None and isinstance(own.value, Quantity):
            draft.quantity = own.value
        elif draft.quantity is None:
            continue
        taken = {id(m) for d in drafts for mentions in d.fills.values() for m in mentions if d.type == "ownership"}
        for number, group in enumerate(groups):
            figure = behind[number]
            if (
                figure is None
                or number == mine
                or group.type != "company"
                or (group.functions and "with" not in group.functions and figure.lo >= group.hi)
                or owned & {id(m.referent) for m in group.members}
                or taken & {id(m) for m in group.members}
            ):
                continue
            assert isinstance(figure.value, Quantity)
            fills = {**draft.fills, "owner": list(group.members)}
            trigger = replace(draft.trigger)
            out.append(replace(draft, fills=fills, trigger=trigger, quantity=figure.value, evidence=[*draft.evidence]))
        break
    return out


def _behind(group: Group, percents: Sequence[Figure]) -> Figure | None:
    """The share that stands right behind a party: "Bosch 10 per cent", "Oracle with 32 per cent"."""
    return next((f for f in percents if 0 <= f.lo - group.hi <= 2), None)
