"""Whom a role noun ("supplier", "customer") calls so by its place: in apposition, or behind "as"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.extract.found import ACTORS, Group, Trigger
from kg.lang import Language
from kg.lang.tokens import Tokens


def named_as(language: Language, tokens: Tokens, trigger: Trigger) -> int:
    """Where the "as" stands that gives somebody the role of the noun, or -1: "chose X as its main supplier"."""
    for i in range(trigger.lo - 1, max(0, trigger.lo - 5), -1):
        if "as" in language.markers.get(tokens.lows[i], ()):
            return i
        if not tokens.words[i].isalpha() or tokens.words[i][0].isupper():
            return -1
    return -1


def called_so(language: Language, tokens: Tokens, trigger: Trigger, groups: Sequence[Group]) -> bool:
    """ "X has signed up as a customer of Y", "was picked by Y as its supplier": the subject is called so."""
    chosen = named_as(language, tokens, trigger) if trigger.kind == "role_noun" else -1
    return chosen >= 0 and not any(
        g.type in ACTORS and 0 <= chosen - g.hi <= 1 and "by" not in g.functions for g in groups
    )


def apposed(determiners: AbstractSet[str], tokens: Tokens, trigger: Trigger, group: Group) -> bool:
    """Whether a role noun stands in apposition to the group: a comma, a determiner, the noun."""
    between = tokens.words[group.hi : trigger.lo]
    return (
        2 <= len(between) <= 6 and between[0] == "," and between[1].casefold() in determiners and "," not in between[1:]
    )
