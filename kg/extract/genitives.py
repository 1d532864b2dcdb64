"""Genitives that an article alone shows: "die Lieferanten der Gruppe"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extract.found import GOODS, Found
from kg.lang import Language
from kg.lang.tokens import Tokens

REACH = 4  # tokens between the article and its noun


class Genitives:
    """Finds the genitives of one language; `classes` are the class nouns that may stand before a name."""

    def __init__(self, language: Language, classes: AbstractSet[str]) -> None:
        self.articles = language.words("genitive_determiners")
        self.doubtful = language.words("doubtful_genitives")
        self.nominative = language.endings("nominative_endings")
        self.determiners = language.words("determiners")
        self.partitives = language.words("partitives")
        self.classes = classes

    def marks(self, tokens: Tokens, at: int, lo: int) -> bool:
        """Whether a genitive article that follows a noun opens the phrase at a token, adjectives between."""
        for i in range(at - 1, max(lo, at - REACH) - 1, -1):
            if tokens.lows[i] in self.articles:
                noun = i > lo and tokens.words[i - 1][0].isupper() and tokens.words[i - 1].isalpha()
                return noun and tokens.lows[i - 1] not in self.partitives  # "ein Großteil der Wafer" is the wafers
            if not tokens.words[i].islower() and tokens.lows[i] not in self.classes:
                return False  # but "Eigner des Unternehmens Kioxia"
        return False

    def doubts(self, tokens: Tokens, mention: Found) -> bool:
        """ "im Surface Pro der Snapdragon": the article of a genitive that may be one of a subject."""
        lows = tokens.lows
        article = next(
            (i for i in range(mention.lo - 1, mention.lo - REACH - 1, -1) if lows[i] in self.determiners), -1
        )
        if article < 0 or lows[article] not in self.doubtful:
            return False
        between = lows[article + 1 : mention.lo]
        plain = not between and mention.type in GOODS and mention.kind in ("name", "product")
        return plain or (bool(between) and all(low.endswith(self.nominative) for low in between))
