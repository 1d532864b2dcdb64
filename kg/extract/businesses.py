"""Parts of a firm that can be sold like one: "NXP's sensor business"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.found import Found
from kg.extract.referents import Referents
from kg.lang import Language
from kg.lang.tokens import Tokens

REACH = 7  # tokens between the owner and the noun
GENITIVES = ("'s", "’s")


class BusinessFinder:
    """Finds the businesses in the texts of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.nouns = frozenset(w.casefold() for w in language.data["descriptions"].get("business", ()))
        self.capital_nouns = language.flag("capital_nouns")

    def at(
        self, tokens: Tokens, i: int, until: Mapping[int, Found], known: Sequence[Found], referents: Referents
    ) -> Found | None:
        """The business whose class noun is token `i`, where its owner stands before it."""
        if tokens.lows[i] not in self.nouns or (self.capital_nouns and not tokens.words[i][0].isupper()):
            return None
        for k in range(i - 1, max(0, i - REACH), -1):
            owner = until.get(k) if tokens.lows[k] in GENITIVES else None
            if owner is None and k + 1 in until and until[k + 1].possessive and until[k + 1].type == "company":
                owner = until[k + 1]
            if owner is not None and owner.type == "company" and owner.referent is not None:
                lo = max(k + 1, owner.hi)
                lo = lo + 1 if tokens.lows[lo] in GENITIVES else lo
                referent = referents.provisional(
                    "company", f"{owner.referent.name} {tokens.surface(lo, i + 1)}", tokens.span(lo, i + 1)
                )
                referent.maker = owner.referent
                for mention in known:
                    if lo <= mention.lo < i:
                        mention.attributive = True
                return Found(lo, i + 1, "business", "company", referent)
            if tokens.words[k] in ",;:.()" or tokens.lows[k] in self.language.markers:
                return None
        return None
