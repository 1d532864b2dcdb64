"""Goods that are spoken of again: "the GPUs", "die Nvidia-GPUs", "an improved version"."""

from __future__ import annotations

import re

from kg.extract.articles import Articles
from kg.extract.found import GOODS, Found, Referent
from kg.extract.referents import Referents
from kg.lang import Language
from kg.lang.tokens import Tokens

CHIP_WORDS = re.compile(
    r"chip|gpu|processor|accelerator|semiconductor|card|component|part|circuit|memory", re.IGNORECASE
)
TOOL_WORDS = re.compile(r"machine|tool|system|scanner|bonder|equipment|lithograph", re.IGNORECASE)
MEMORY = 6  # sentences over which goods are remembered


class GoodsAgain:
    """Resolves class nouns of goods to the goods named before, in the texts of one language."""

    def __init__(self, language: Language, articles: Articles) -> None:
        self.language = language
        self.articles = articles
        self.determiners = language.words("determiners")
        self.definite = language.words("definite")
        self.possessives = language.words("possessive_pronouns")

    def apposition(self, tokens: Tokens, mention: Found, at: dict[int, Found]) -> Referent | None:
        """ "its processor, the Kirin 9000S": the goods that are named right behind."""
        i = mention.hi
        if i + 1 >= len(tokens) or tokens.words[i] not in ",(":
            return None
        other = at.get(i + 1) or (at.get(i + 2) if tokens.lows[i + 1] in self.determiners else None)
        named = other is not None and other.type in GOODS and other.kind in ("name", "product")
        return other.referent if named and other is not None else None

    def resolve(
        self,
        tokens: Tokens,
        mention: Found,
        history: list[tuple[int, Found]],
        sentence_of: list[int],
        named: Referent | None,
    ) -> None:
        """ "the GPUs", "der Chip": the goods named before."""
        referent = mention.referent
        if mention.kind != "generic" or referent is None or referent.entry is None:
            return
        if mention.maker is not None:
            self._made_again(tokens, mention, history, sentence_of)
            return
        if self.articles.start(tokens.lows, mention.lo, mention.hi, self.possessives) < 0:
            return
        before = named or self._last_goods(history, sentence_of, mention.lo, referent.name)
        if before is not None and before is not referent:
            span = tokens.span(mention.lo, mention.hi)
            referent.surfaces.pop(span, None)
            before.surfaces.setdefault(span, "description")
            mention.referent = before
            mention.type = before.type

    def _made_again(
        self, tokens: Tokens, mention: Found, history: list[tuple[int, Found]], sentence_of: list[int]
    ) -> None:
        """ "die Nvidia-GPUs": the model of that maker named before."""
        makers = [at for at, m in history if m.referent is mention.maker and at < mention.lo]
        lo = makers[-1] if makers and mention.lo - makers[-1] <= 3 else mention.lo
        if self.articles.start(tokens.lows, lo, mention.hi) < 0:
            return
        for at, other in reversed(history):
            if sentence_of[mention.lo] - sentence_of[at] > 2 * MEMORY:
                return
            referent = other.referent
            if (
                other.type in GOODS
                and referent is not None
                and not referent.generic
                and referent.maker is mention.maker
            ):
                referent.surfaces.setdefault(tokens.span(mention.lo, mention.hi), "description")
                mention.referent = referent
                mention.type = referent.type
                return

    def variant(
        self, tokens: Tokens, i: int, history: list[tuple[int, Found]], sentence_of: list[int], referents: Referents
    ) -> Found | None:
        """ "for an improved version": goods of their own, made from the ones named before."""
        lo = i
        while (
            lo > 0
            and not self.articles.glued(tokens.lows[i])
            and i - lo < 3
            and tokens.words[lo - 1].isalpha()
            and tokens.words[lo - 1].islower()
            and tokens.lows[lo - 1] not in self.determiners
            and tokens.lows[lo - 1] not in self.language.markers
        ):
            lo -= 1
        governed = (
            lo - 1
            if lo and tokens.lows[lo - 1] in self.determiners and tokens.lows[lo - 1] not in self.definite
            else lo
        )
        if lo == i or governed == 0 or tokens.lows[governed - 1] not in self.language.markers:
            return None
        base = self._last_goods(history, sentence_of, i, "")
        if base is None:
            return None
        referent = referents.provisional(
            base.type, f"{tokens.surface(lo, i + 1)} ({base.name})", tokens.span(lo, i + 1)
        )
        referent.maker = base.maker
        found = Found(lo, i + 1, "variant", base.type, referent)
        found.base = base
        return found

    def thing(self, tokens: Tokens, i: int, history: list[tuple[int, Found]], sentence_of: list[int]) -> Found | None:
        """ "the chips" in a word that is no class of the gazetteer: the goods named last."""
        lo = self.articles.start(tokens.lows, i, i + 1)
        if lo < 0:
            return None
        before = self._last_goods(history, sentence_of, i, "")
        if before is None:
            return None
        before.surfaces.setdefault(tokens.span(i, i + 1), "description")
        before.surfaces.setdefault(tokens.span(lo, i + 1), "description")
        return Found(lo, i + 1, "description", before.type, before)

    @staticmethod
    def _last_goods(history: list[tuple[int, Found]], sentence_of: list[int], i: int, name: str) -> Referent | None:
        tool = bool(TOOL_WORDS.search(name))
        fallback: Referent | None = None
        for at, mention in reversed(history):
            if sentence_of[i] - sentence_of[at] > MEMORY:
                break
            referent = mention.referent
            if mention.type not in GOODS or referent is None:
                continue
            is_tool = bool(TOOL_WORDS.search(referent.name))
            if name and (tool != is_tool or not (tool or CHIP_WORDS.search(name))):
                continue
            if not referent.generic:
                return referent
            if fallback is None and referent.maker is not None:
                fallback = referent
        return fallback
