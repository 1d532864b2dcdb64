"""What pronouns stand for: "it", "they", "whose", "das"."""

from __future__ import annotations

from kg.extract.found import GOODS, Found
from kg.lang import Language
from kg.lang.tokens import Tokens


class Anaphora:
    """Resolves the pronouns of one language against what was named before (`history`: place and mention)."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.pronouns = language.words("pronouns")
        self.possessives = language.words("possessive_pronouns")
        self.object_pronouns = language.words("goods_pronouns")
        self.relatives = language.words("relative_pronouns")
        self.capital_nouns = language.flag("capital_nouns")
        self.endings = language.endings("attributive_endings")
        self.possessive_relatives = language.words("possessive_relatives")
        self.sure_relatives = language.words("sure_relatives")
        self.restrictive = language.words("restrictive_relatives")
        self.openers = (
            language.words("subordinators") | language.words("clause_coordinators") | language.words("coordinators")
        )

    def pronoun(
        self, tokens: Tokens, i: int, low: str, history: list[tuple[int, Found]], sentence_of: list[int]
    ) -> Found | None:
        sentence = sentence_of[i]
        possessive = low in self.possessives
        actors = [
            (at, m)
            for at, m in history
            if m.type in ("company", "government_body") and not m.attributive and m.kind != "pronoun"
        ]
        here = [
            m for at, m in actors if sentence_of[at] == sentence and (possessive or self._boundary(tokens, m.hi, i))
        ]
        before = [m for at, m in actors if sentence_of[at] == sentence - 1]
        candidates = here + before
        if not candidates or candidates[0].referent is None:
            return None
        referent = candidates[0].referent
        return Found(i, i + 1, "pronoun", referent.type, referent, possessive=possessive)

    def it(self, i: int, history: list[tuple[int, Found]], sentence_of: list[int]) -> Found | None:
        """The goods that "it", "them", "er" may stand for: the last ones named, a model rather than a class."""
        near = [
            m
            for at, m in history
            if sentence_of[i] - sentence_of[at] <= 1 and m.type in GOODS and m.referent is not None
        ]
        named = [m for m in near if m.referent is not None and not m.referent.generic] or near
        return Found(i, i + 1, "pronoun", named[-1].type, named[-1].referent) if named else None

    def relative(self, tokens: Tokens, i: int, history: list[tuple[int, Found]]) -> Found | None:
        """A relative pronoun stands for what is named right before it: "Nexperia, das Wingtech gehört"."""
        if not history:
            return None
        last = history[-1][1]
        gap = tokens.words[last.hi : i]
        if self.capital_nouns and "," in gap:
            gap = (
                gap[gap.index(",") :] if all(w.islower() for w in gap[: gap.index(",")]) and gap.index(",") < 3 else gap
            )
        if len(gap) > 3 or (self.capital_nouns and "," not in gap):
            return None
        if any(w != "," and w.casefold() not in self.language.markers and w not in (")", "(") for w in gap):
            return None
        if self.capital_nouns and self._article(tokens, i):
            return None
        if not self.capital_nouns and "," in gap and tokens.lows[i] in self.restrictive:
            return None
        return Found(
            i, i + 1, "relative", last.type, last.referent, possessive=tokens.lows[i] in self.possessive_relatives
        )

    @staticmethod
    def second_antecedent(found: Found, history: list[tuple[int, Found]]) -> list[Found]:
        """ "Zeiss SMT in Oberkochen, in which ASML holds …": behind a place the clause may speak of the firm."""
        if found.type not in ("place", "facility") or len(history) < 2:
            return []
        last, before = history[-1][1], history[-2][1]
        if before.type != "company" or last.lo - before.hi > 3:
            return []
        return [Found(found.lo, found.hi, "relative", before.type, before.referent)]

    def _article(self, tokens: Tokens, i: int) -> bool:
        """Whether "die" opens a noun phrase ("die Chips", "die neuen Chips") and no relative clause."""
        if i + 1 >= len(tokens):
            return True
        if tokens.words[i + 1][0].isupper():
            return tokens.lows[i] not in self.sure_relatives
        adjective = tokens.words[i + 1].endswith(self.endings) and len(tokens.words[i + 1]) > 3
        return adjective and i + 2 < len(tokens) and tokens.words[i + 2][0].isupper()

    def _boundary(self, tokens: Tokens, lo: int, hi: int) -> bool:
        """Whether a clause ends between: a pronoun never stands for its own subject."""
        return any(tokens.words[k] in ",;:" or tokens.lows[k] in self.openers for k in range(lo, hi))
