"""Lists that deal out goods and parties in turn: "buys displays from Samsung and batteries from CATL" is two deals."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from kg.extract.found import ACTORS, GOODS, Draft, Found, Group
from kg.lang.tokens import Tokens

WIDE = 6  # tokens between two members of such a list, and within one of them

Pair = tuple[Group, Group]
JOINT_ACTS = frozenset({"acquisition", "investment", "sale", "order"})  # to make or build together is a partnership


def dealt_out(
    tokens: Tokens, drafts: Sequence[Draft], groups: Sequence[Group], coordinators: AbstractSet[str]
) -> list[Draft]:
    """The drafts, one for each member of such a list behind their trigger."""
    named = [g for g in groups if not (g.members[0].kind == "pronoun" and g.members[0].possessive)]  # "its wafers"
    lists = _lists(tokens, named, coordinators)
    out: list[Draft] = []
    for draft in (d for one in drafts for d in _by_maker(one)):
        pairs = next((p for p in lists if draft.trigger.lo < p[0][0].lo), None)
        out.extend(_split(draft, pairs) if pairs is not None else [draft])
    return out


def _by_maker(draft: Draft) -> list[Draft]:
    """ "displays from Samsung and batteries from CATL": each of the goods has a maker, one is the supplier."""
    goods = draft.fills.get("product", [])
    sellers = draft.fills.get("supplier", [])
    makers = [list(m.makers) for m in goods]
    if len(goods) < 2 or not sellers or not all(makers) or draft.how.get("supplier", ("", 0))[0] != "from":
        return [draft]
    known = {id(m.referent) for held in makers for m in held}
    if len(known) < 2 or not all(id(m.referent) in known for m in sellers):
        return [draft]
    return [
        replace(draft, fills={**draft.fills, "product": [m], "supplier": held}, evidence=list(draft.evidence))
        for m, held in zip(goods, makers, strict=True)
    ]


def _lists(tokens: Tokens, groups: Sequence[Group], coordinators: AbstractSet[str]) -> list[list[Pair]]:
    out: list[list[Pair]] = []
    at = 0
    while at + 3 < len(groups):
        pairs = [(groups[at], groups[at + 1])]
        n = at + 2
        while n + 1 < len(groups) and _alike(tokens, pairs[-1], (groups[n], groups[n + 1]), coordinators):
            pairs.append((groups[n], groups[n + 1]))
            n += 2
        if len(pairs) > 1:
            out.append(pairs)
        at = n if len(pairs) > 1 else at + 1
    return out


def _alike(tokens: Tokens, one: Pair, other: Pair, coordinators: AbstractSet[str]) -> bool:
    kinds = [_kind(g) for g in (*one, *other)]
    if kinds[:2] != kinds[2:] or set(kinds) != {"actor", "goods"}:
        return False
    if one[1].marker < 0 or other[1].marker < 0 or tokens.lows[one[1].marker] != tokens.lows[other[1].marker]:
        return False
    if not all(first.hi <= second.marker <= first.hi + 1 for first, second in (one, other)):
        return False
    if other[0].functions and other[0].functions != one[0].functions:
        return False
    between = tokens.lows[one[1].hi : other[0].lo]
    return len(between) <= WIDE and not coordinators.isdisjoint(between)


def _kind(group: Group) -> str:
    return "actor" if group.type in ACTORS else "goods" if group.type in GOODS else group.type


def _split(draft: Draft, pairs: Sequence[Pair]) -> list[Draft]:
    goods = _role(draft, [m for p in pairs for g in p if g.type in GOODS for m in g.members])
    party = _role(draft, [m for p in pairs for g in p if g.type in ACTORS for m in g.members])
    if not goods or not party:
        return [draft]
    out = []
    for pair in pairs:
        fills = dict(draft.fills)
        for group in pair:
            fills[goods if group.type in GOODS else party] = list(group.members)
        out.append(replace(draft, fills=fills, evidence=list(draft.evidence)))
    return out


def _role(draft: Draft, members: Sequence[Found]) -> str:
    """The role that some of the members fill."""
    return next((r for r, held in draft.fills.items() if any(m is h for m in members for h in held)), "")


def acted_together(drafts: Sequence[Draft]) -> list[Draft]:
    """ "X takes over Y together with Z": no partnership beside the deal that names all its partners."""

    def told(draft: Draft) -> bool:
        partners = {id(m.referent) for m in draft.fills.get("partner", ())}
        others = (d for d in drafts if d.type in JOINT_ACTS and d.sentence == draft.sentence)
        return any(
            partners <= {id(m.referent) for role, ms in d.fills.items() if role != "target" for m in ms} for d in others
        )

    return [d for d in drafts if d.type != "partnership" or len(d.fills) > 1 or not told(d)]
