"""A second opinion on who does what: what a parse says of the groups around a trigger, and what that changes.

The surface frames weigh every group for every function it might have. Where a parser joins, it speaks to the same
candidates: what it confirms becomes cheaper, what it denies dearer, and what only it sees is offered beside them. It
never decides alone, for a small parser is wrong too often in sentences about the chip trade.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from kg.extract.found import Group, Trigger
from kg.lang.tokens import Tokens

CORE: Final = frozenset({"subj", "obj", "iobj"})
MARKED: Final = "marked"  # joined to the trigger by its own preposition, whose functions the group knows
ELSEWHERE: Final = "elsewhere"  # an argument of another word

AGREES: Final = 0.25  # how much cheaper what the parse confirms is
CONTRADICTS: Final = 2.0  # how much dearer another of the core functions is
AWAY: Final = 0.5  # how much dearer a group is that the parse joins to another word
PROPOSED: Final = 2.0  # the cost of what the frames do not offer, beside the distance


class Parsed(Protocol):
    """One article as a parser sees it."""

    def functions(self, sentence: int, trigger: Trigger, groups: Sequence[Group]) -> Sequence[str | None]:
        """For each group its function about the trigger: one of `CORE`, `MARKED`, `ELSEWHERE`; None: nothing to say."""
        ...


class Parser(Protocol):
    """Parses articles of one language."""

    def open(self, tokens: Tokens) -> Parsed:
        """Begin with an article."""
        ...


def weighed(
    offered: Iterable[tuple[str, float]], said: str | None, group: Group, apart: float
) -> Iterable[tuple[str, float]]:
    """The functions that the frames offer for a group, weighed again by what the parse said of it.

    apart: what it costs to reach the group, for a function that the parse alone sees.
    """
    if said is None:
        yield from offered
        return
    seen = set()
    for function, cost in offered:
        seen.add(function)
        yield function, cost + _change(function, said, group)
    if said in CORE and said not in seen and not group.functions:
        yield said, apart + PROPOSED


def _change(function: str, said: str, group: Group) -> float:
    if said == ELSEWHERE:
        return AWAY
    if said == MARKED:
        return -AGREES if function in group.functions or (function == "subj" and "by" in group.functions) else 0.0
    if function == said:
        return -AGREES
    return CONTRADICTS if function in CORE else 0.0
