"""What is named beside its class: "the AI6, Tesla's next chip", "140 firms, among them X and Y"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.extract.found import GOODS, Draft, Found
from kg.lang.tokens import Tokens

ALONE: Final = ("product", "component", "affected")  # roles in which a class stands only where nothing of it is named

NEAR: Final = 4  # tokens
TRADE: Final = frozenset({"supply", "sale", "order", "delivery"})


def without_classes(drafts: Sequence[Draft], tokens: Tokens, joining: frozenset[str]) -> None:
    """Drop the class where a filler of the same role is one of it: the languages differ in whether they print it.

    What a word of `joining` links to the name is another thing: "a Kirin 9000S and memory".
    """
    for draft in drafts:
        if draft.type == "product_relation":
            continue
        for role in ALONE:
            fillers = draft.fills.get(role, ())
            if len(fillers) > 1:
                draft.fills[role] = [m for m in fillers if not _class_beside(m, fillers, tokens, joining)]


def without_headlines(drafts: Sequence[Draft], opening: int) -> list[Draft]:
    """Without what only the headline says where the text says it in full: one deal, and nobody's evidence."""
    told = [d for d in drafts if any(s >= opening for s in d.evidence)]
    return [d for d in drafts if d in told or not any(_same_matter(d, other) for other in told)]


def _same_matter(headline: Draft, told: Draft) -> bool:
    """The same kind of deal, or goods that move and a rule about their moving, with a party or good in common."""
    kinds = {headline.type, told.type}
    if len(kinds) > 1 and not (kinds <= TRADE or kinds == {"delivery", "export_restriction"}):
        return False
    mine, theirs = _things(headline), _things(told)
    return bool(mine & theirs)


def _things(draft: Draft) -> set[int]:
    return {id(m.referent) for mentions in draft.fills.values() for m in mentions if m.referent is not None}


def _class_beside(mention: Found, fillers: Sequence[Found], tokens: Tokens, joining: frozenset[str]) -> bool:
    if not _is_class(mention):
        return False
    same = GOODS if mention.type in GOODS else (mention.type,)
    named = [m for m in fillers if m.type in same and not _is_class(m)]
    return bool(named) and not any(_joined(mention, m, tokens, joining) for m in named)


def _joined(a: Found, b: Found, tokens: Tokens, joining: frozenset[str]) -> bool:
    between = tokens.lows[min(a.hi, b.hi) : max(a.lo, b.lo)]
    return len(between) <= NEAR and not joining.isdisjoint(between)


def _is_class(mention: Found) -> bool:
    return mention.referent is not None and mention.referent.generic
