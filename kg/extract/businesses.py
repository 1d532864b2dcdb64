"""Parts of a firm that can be sold like one: "NXP's sensor business"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.found import Found
from kg.extract.referents import Referents
from kg.extract.salience import Salience, named_before, named_behind, sentence_index
from kg.lang import Language
from kg.lang.tokens import Tokens

REACH = 7  # tokens between the owner and the noun
GENITIVES = ("'s", "’s", ":s")


class BusinessFinder:
    """Finds the businesses in the texts of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.nouns = frozenset(w.casefold() for w in language.data["descriptions"].get("business", ()))
        self.heads = tuple(language.data["descriptions"].get("business_heads", ()))
        self.capital_nouns = language.flag("capital_nouns")
        self.possessives = language.words("possessive_pronouns")
        self.definite = language.words("definite") | language.words("joined_articles")
        self.bare = language.script.segmented  # "듀폰 SiC 웨이퍼 사업"
        self.genitives = frozenset(GENITIVES) | language.words("name_endings")
        self.salience = Salience(language)

    def at(
        self, tokens: Tokens, i: int, until: Mapping[int, Found], known: Sequence[Found], referents: Referents
    ) -> Found | None:
        """The business whose class noun is token `i`, where the text says whose it is."""
        low = tokens.lows[i]
        if low not in self.nouns and not (self.heads and low.endswith(self.heads)):
            return None
        if (self.capital_nouns and not tokens.words[i][0].isupper()) or any(
            m.lo == i + 1 and m.type == "company" for m in named_behind(known, i, 2)
        ):
            return None  # "Huawei's chip unit HiSilicon"
        lo, owner = self._owner(tokens, i, until, known)
        if owner is None or owner.referent is None:
            return None
        name = f"{owner.referent.name} {tokens.surface(lo, i + 1)}"
        referent = referents.provisional("company", name, tokens.span(lo, i + 1))
        referent.maker = owner.referent
        owner.attributive = owner.attributive or owner.possessive  # "buys Marvell's sensor division": not Marvell
        for mention in named_before(known, i, i - lo + 1):
            if lo <= mention.lo:
                mention.attributive = True
        return Found(lo, i + 1, "business", "company", referent)

    def _owner(
        self, tokens: Tokens, i: int, until: Mapping[int, Found], known: Sequence[Found]
    ) -> tuple[int, Found | None]:
        """Where the name of the business begins, and whose it is."""
        for k in range(i - 1, max(0, i - REACH), -1):
            low = tokens.lows[k]
            owner = until.get(k) if low in GENITIVES else None
            if (
                owner is None
                and k + 1 in until
                and (until[k + 1].possessive or (self.bare and until[k + 1].kind == "name"))
            ):
                owner = until[k + 1]
            if owner is not None and owner.type == "company":
                lo = max(k + 1, owner.hi)
                lo = lo + 1 if tokens.lows[lo] in self.genitives else lo
                return lo, None if self._apposed(tokens, owner.lo, until) else owner
            if low in self.possessives:
                told = k + 1 < i or low not in self.nouns  # "its business" says too little
                return k + 1, self._subject(tokens, k, known) if told else None
            if low in self.definite:
                return k + 1, None if self._apposed(tokens, k, until) else self._behind(tokens, i, known)
            if tokens.words[k] in ",;:.()" or low in self.language.markers:
                return i, None
        return i, None

    @staticmethod
    def _apposed(tokens: Tokens, lo: int, until: Mapping[int, Found]) -> bool:
        """ "HiSilicon, Huawei's chip unit": the noun only says what the firm before it is."""
        named = until.get(lo - 1)
        return named is not None and named.type == "company" and tokens.words[lo - 1] in ",("

    def _behind(self, tokens: Tokens, i: int, known: Sequence[Found]) -> Found | None:
        """ "the NAND business of Intel", "das NAND-Geschäft von Intel"."""
        if i + 1 >= len(tokens) or "of" not in self.language.markers.get(tokens.lows[i + 1], ()):
            return None
        return next((m for m in named_behind(known, i + 1, 4) if m.lo <= i + 3 and m.type == "company"), None)

    def _subject(self, tokens: Tokens, k: int, known: Sequence[Found]) -> Found | None:
        """The firm that a possessive pronoun at token `k` speaks of: "NXP is selling its sensor business"."""
        history = [(m.lo, m) for m in named_before(known, k)]
        firms = frozenset({"company"})
        ranked = self.salience.ranked(tokens, k, history, sentence_index(tokens), firms, reach=1)
        return ranked[0][1] if ranked else None
