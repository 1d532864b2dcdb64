"""Chips made in a firm's process: "fabricated on TSMC's 4 nm node" says who makes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.crossing import Crossing
from kg.extract.found import Draft, Found, Group, Referent
from kg.extract.sites import print_owner, stand_in
from kg.lang.tokens import Tokens

PROCESS = re.compile(
    r"\bnm\b|\bprocess\b|foundry services$|^SF\d|^TSMC [AN]?\d|^SMIC N\+?\d|^Intel \d|^Rapidus \d"
    r"|^GlobalFoundries \d",
    re.IGNORECASE,
)
MEANS = frozenset({"technology", "product_family"})
REACH = 4.0  # how far from its verb a process may stand
USES = frozenset({"contain", "fit", "equip"})  # "is built into the DGX" tells nothing of who made the DGX
HOW = frozenset({"on", "in", "with", "at", "under", "via", "from"})


def by_process(tokens: Tokens, draft: Draft, groups: Sequence[Group], crossing: Crossing) -> None:
    """Let the maker of a process make what is made in it, for whoever the sentence says makes or has it."""
    if draft.type == "component_use":
        _no_part(tokens, draft)
    elif draft.type == "manufacture" and draft.frame == "make":
        trigger = draft.trigger
        for group in groups:
            near = crossing.apart(trigger.lo, trigger.hi, group.lo, group.hi) <= REACH
            maker = _maker(tokens, group.members[0]) if near and HOW & set(group.functions) else None
            if maker is not None and (group.lo >= trigger.hi or group.marker >= group.hi):
                _made_by(draft, group.members[0], maker)
                return


def _no_part(tokens: Tokens, draft: Draft) -> None:
    """ "uses TSMC's 3 nm process": a process is no part of a chip, it tells who makes it."""
    parts = draft.fills.get("component", [])
    if not parts or not all(_is_process(m.referent) for m in parts):
        return
    mention, maker = parts[0], _maker(tokens, parts[0])
    del draft.fills["component"]
    if maker is not None and "product" in draft.fills and draft.frame in USES:
        draft.type, draft.frame = "manufacture", "make"
        _made_by(draft, mention, maker)


def _made_by(draft: Draft, mention: Found, maker: Referent) -> None:
    held = draft.fills.get("manufacturer", [])
    if any(m.referent is maker for m in held):
        return
    if len(held) == 1 and "customer" not in draft.fills:
        draft.fills["customer"] = held
    elif held:
        return
    if any(m.referent is maker for m in draft.fills.get("customer", ())):
        return
    draft.fills["manufacturer"] = [stand_in(mention, maker)]


def _is_process(referent: Referent | None) -> bool:
    return referent is not None and referent.type in MEANS and bool(PROCESS.search(referent.name))


def _maker(tokens: Tokens, mention: Found) -> Referent | None:
    """The firm whose process it is, where the text or the gazetteer says so."""
    if not _is_process(mention.referent):
        return None
    maker = mention.maker or (mention.referent.maker if mention.referent is not None else None)
    if maker is not None and not maker.surfaces:
        print_owner(tokens, mention, maker)
    return maker if maker is not None and maker.surfaces else None
