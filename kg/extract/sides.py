"""Which of two contract partners sells: "X has struck a deal with Y" does not say it, the trade does.

Goods flow down a chain: materials and machines, chips, servers, clouds, and those who use them. Of two partners the one
nearer its source sells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.found import Draft, Found
from kg.lang import Frame

STAGE: Mapping[str, float] = {  # how near to the source a sector stands
    "materials": 9.0,
    "wafers": 9.0,
    "equipment": 9.0,
    "eda-ip": 9.0,
    "memory": 7.0,
    "foundry": 7.0,
    "osat": 7.0,
    "idm": 6.0,
    "chip-designer": 5.0,
    "distributor": 4.0,
    "auto-supplier": 3.0,
    "server": 3.0,
    "electronics": 2.0,
    "cloud": 2.0,
    "telecom": 1.0,
    "carmaker": 1.0,
    "internet": 1.0,
    "ai": 1.0,
    "miner": 1.0,
    "energy": 1.0,
}
USERS = frozenset(
    {"electronics", "telecom", "carmaker", "cloud", "internet"}
)  # they need chips even where they design some
SENDERS = {"origin": "supplier", "supplier": "origin"}  # "China took what ASML sold": only one of them is the subject
UNKNOWN_FIRM = 2.5
CLEAR = 0.5  # stages that must lie between two partners


def take_sides(draft: Draft, frame: Frame, *, part: bool = False) -> None:
    """Set supplier and buyer of a contract by what the partners do; `part`: a list of all partners is to be parted."""
    if not frame.sides:
        return
    for role in ("supplier", "buyer"):
        if any(m.type == "person" for m in draft.fills.get(role, ())):
            draft.fills.pop(role)  # who signs for a firm
    sellers, buyers = draft.fills.get("supplier", []), draft.fills.get("buyer", [])
    if sellers and buyers:
        if _stage(buyers, draft) - _stage(sellers, draft) >= CLEAR:
            draft.fills["supplier"], draft.fills["buyer"] = buyers, sellers
        return
    partners = sellers
    if len(partners) < 2 or not part:
        return
    stages = [_stage([p], draft) for p in partners]
    top, bottom = max(stages), min(stages)
    if top - bottom >= CLEAR:
        middle = (top + bottom) / 2
        draft.fills["supplier"] = [p for p, stage in zip(partners, stages, strict=True) if stage > middle]
        draft.fills["buyer"] = [p for p, stage in zip(partners, stages, strict=True) if stage <= middle]


def _stage(partners: Sequence[Found], draft: Draft) -> float:
    """Where partners stand in the chain, on average; who makes the goods of the contract stands a little higher."""
    makers = {id(m.maker or (m.referent.maker if m.referent else None)) for m in draft.fills.get("product", ())}
    return sum(_one(p) + (0.4 if id(p.referent) in makers else 0.0) for p in partners) / len(partners)


def _one(partner: Found) -> float:
    if partner.type != "company":
        return 0.0
    entry = partner.referent.entry if partner.referent is not None else None
    sectors = set(entry.sectors) & set(STAGE) if entry is not None else set()
    if not sectors:
        return UNKNOWN_FIRM
    stage = max(STAGE[s] for s in sectors)
    return stage - 1.0 if stage > 3.0 and sectors & USERS else stage


def pair_up(frame: Frame, members: dict[str, list[Found]]) -> None:
    """ "A and B merge": of the parties named together the first is the buyer."""
    if frame.pair and frame.pair[1] not in members and len(members.get(frame.pair[0], ())) > 1:
        first, second = frame.pair
        members[second] = members[first][1:]
        members[first] = members[first][:1]
