"""What belongs to a relative clause, and what only stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.crossing import Crossing
from kg.extract.found import ACTORS, GOODS, Group, Trigger
from kg.lang.tokens import Tokens


def relative_objects(tokens: Tokens, trigger: Trigger, groups: Sequence[Group], *, v2: bool) -> set[int]:
    """The relative pronouns whose clause has a subject of its own: "Incal, which it bought"."""
    out: set[int] = set()
    if trigger.kind not in ("verb", "phrase") or trigger.voice == "passive":
        return out
    for number, group in enumerate(groups):
        if group.members[0].kind != "relative" or group.hi > trigger.lo or group.possessive:
            continue
        for other in groups:
            clear = not v2 or (other.members[0].kind in ("pronoun", "description") and not other.case)
            bare = other.type in ACTORS and not other.functions and not other.possessive
            inside = group.hi <= other.lo and other.hi <= trigger.lo
            if bare and clear and inside and "," not in tokens.words[group.hi : trigger.lo]:
                out.add(number)
    return out


def in_another_clause(trigger: Trigger, goods: Group, groups: Sequence[Group], crossing: Crossing) -> bool:
    """Whether goods stand in another clause: "sells chips through Mellanox, which it bought"."""
    for relative in groups:
        if relative.members[0].kind != "relative" or relative.type in GOODS:
            continue
        if goods.hi <= relative.lo and relative.hi <= trigger.lo:
            return True
        if trigger.hi <= relative.lo and relative.hi <= goods.lo:
            return True
    return any(a <= trigger.lo < b <= goods.lo for a, b in crossing.embedded)
