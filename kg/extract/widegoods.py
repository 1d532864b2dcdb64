"""Goods that no list can hold: "lithography parts", "barium titanate powder", "short-wave infrared cameras".

Their last noun says that they are goods, the words before it which. They are entities only where they fill a role, so
a noun of everyday life that looks like them does no harm outside of deals.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extract.found import GOODS, Found, Referent
from kg.extract.referents import Referents
from kg.lang import Language
from kg.lang.tokens import HYPHENS, Tokens

UNITS = frozenset({"mm", "nm", "kv", "v", "kw", "w"})
LONGEST = 5  # words before the noun


class WideGoods:
    """Finds goods by their head noun, for languages whose compounds are written apart and end in their head."""

    def __init__(self, language: Language, stop: frozenset[str], bearers: frozenset[str]) -> None:
        words = language.data["descriptions"]
        self.heads = frozenset(w.casefold() for w in words.get("wide_goods", ()))
        self.sole = frozenset(w.casefold() for w in words.get("sole_goods", ()))
        self.plain = frozenset(w.casefold() for w in words.get("plain_before_goods", ()))
        self.behind = frozenset(w.casefold() for w in words.get("not_goods_behind", ())) | bearers
        self.all = self.heads | self.sole
        self.language = language
        self.stop = stop
        self.definite = language.words("definite")
        self.modals = language.words("modal_verbs")
        self.auxiliaries = language.words("passive_auxiliaries") | language.words("perfect_auxiliaries") | self.modals
        self.endings = language.endings("attributive_endings")
        self.determiners = language.words("determiners")
        self.partitives = language.words("partitives")
        self.of_words = language.words("of_words")
        self.loose = frozenset(words.get("goods_adjectives", ()))
        self.nouns = tuple(words.get("noun_endings", ()))
        self.acronyms = language.words("acronyms")
        self.origins = tuple(words.get("origin_endings", ()))

    def find(self, tokens: Tokens, mentions: list[Found], referents: Referents) -> list[Found]:
        """Wide goods between the known mentions; a class noun before their head is taken in."""
        if not self.all:
            return []
        self._compounds(tokens, mentions, referents)
        self._widen(tokens, mentions, referents)
        at = [i for i, low in enumerate(tokens.lows) if low in self.all]
        if not at:
            return []
        taken = {i: m for m in mentions if m.kind != "absorbed" for i in range(m.lo, m.hi)}
        told: dict[str, Referent] = {}
        out: list[Found] = []
        for i in at:
            if i in taken or not tokens.words[i].islower() or self._goes_on(tokens, i, taken.keys()):
                continue
            if self._of_model(tokens, i, taken.get(i - 1)):
                continue
            head = tokens.lows[i].removesuffix("s")
            lo, first = self._opening(tokens, i, taken)
            before = tokens.lows[first - 1] if first else ""
            again = told.get(head) if lo == i else None
            if again is not None and before in self.definite:
                again.surfaces.setdefault(tokens.span(i, i + 1), "description")
                out.append(Found(i, i + 1, "description", again.type, again))
            elif lo < i or (tokens.lows[i] in self.sole and before not in self.definite):
                out.append(self._goods(tokens, lo, first, i, taken, referents))
                referent = out[-1].referent
                assert referent is not None
                told[head] = referent
        return out

    @staticmethod
    def _of_model(tokens: Tokens, i: int, model: Found | None) -> bool:
        """ "H200 boards": the noun right behind a model belongs to it."""
        if model is None or model.hi != i or model.kind not in ("name", "product") or model.type not in GOODS:
            return False
        if model.referent is None or not any(c.isdigit() for c in tokens.words[i - 1]):
            return False
        model.hi = i + 1
        model.referent.surfaces.setdefault(tokens.span(model.lo, i + 1), "name")
        return True

    def _compounds(self, tokens: Tokens, mentions: list[Found], referents: Referents) -> None:
        """ "silicon carbide diodes", "indium phosphide chips": two class nouns side by side are one kind of goods."""
        for left, right in pairwise([m for m in mentions if m.kind != "absorbed"]):
            if left.kind != "generic" or right.kind != "generic" or left.hi != right.lo:
                continue
            if left.type not in GOODS or right.type not in GOODS or right.referent is None or left.maker is not None:
                continue
            name = tokens.surface(left.lo, right.hi)
            referent = referents.provisional(right.type, name[:1].upper() + name[1:], tokens.span(left.lo, right.hi))
            referent.generic, referent.class_entry = True, right.referent.entry
            referent.surfaces[tokens.span(left.lo, right.hi)] = "generic"
            for part in (left, right):
                if part.referent is not None:
                    part.referent.surfaces.pop(tokens.span(part.lo, part.hi), None)
            left.kind = "absorbed"
            right.lo, right.referent = left.lo, referent

    def _widen(self, tokens: Tokens, mentions: list[Found], referents: Referents) -> None:
        """ "batch furnaces", "handset chips": a class noun of the gazetteer is also known with the words before it.

        Of two kinds ("drive lasers", "excimer lasers") the second is a thing of its own.
        """
        taken = {i: m for m in mentions if m.kind != "absorbed" for i in range(m.lo, m.hi)}
        kinds: dict[str, str] = {}
        for mention in mentions:
            referent = mention.referent
            if mention.kind != "generic" or referent is None or not tokens.words[mention.lo][0].isalpha():
                continue
            lo, first = self._opening(tokens, mention.lo, taken)
            kind = tokens.surface(lo, mention.lo) if lo < mention.lo and first <= lo else ""
            if kind and self._noun(tokens, mention.lo) and kinds.setdefault(referent.key, kind) != kind:
                name = tokens.surface(lo, mention.hi)
                other = referents.provisional(referent.type, name[:1].upper() + name[1:], tokens.span(lo, mention.hi))
                other.generic, other.class_entry = True, referent.entry
                other.surfaces[tokens.span(lo, mention.hi)] = "generic"
                referent.surfaces.pop(tokens.span(mention.lo, mention.hi), None)
                mention.referent = referent = other
            for start in (lo, first):
                if start < mention.lo:
                    referent.surfaces.setdefault(tokens.span(start, mention.hi), "generic")

    def _noun(self, tokens: Tokens, k: int) -> bool:
        """Whether the word before token `k` is a noun, as far as its ending tells."""
        low = tokens.lows[k - 1]
        noun = not low.endswith(self.endings) or low.endswith(self.nouns)
        return noun and low not in self.plain and low not in self.loose

    def _goods(
        self, tokens: Tokens, lo: int, first: int, i: int, taken: dict[int, Found], referents: Referents
    ) -> Found:
        name = tokens.surface(lo, i + 1)
        referent = referents.provisional("product_family", name[:1].upper() + name[1:], tokens.span(lo, i + 1))
        referent.generic = True
        referent.surfaces[tokens.span(lo, i + 1)] = "generic"
        if first < lo:
            referent.surfaces.setdefault(tokens.span(first, i + 1), "generic")
        for mention in {id(m): m for k in range(lo, i) if (m := taken.get(k)) is not None}.values():
            mention.kind = "absorbed"
            if mention.referent is not None:
                for span in [s for s in mention.referent.surfaces if tokens.starts[lo] <= s[0] < tokens.ends[i]]:
                    if mention.referent is not referent:
                        del mention.referent.surfaces[span]
        return Found(lo, i + 1, "generic", "product_family", referent)

    def _goes_on(self, tokens: Tokens, i: int, taken: AbstractSet[int]) -> bool:
        """Whether the noun only tells what another is about: "equipment maker", "laser beam", "gas-fired"."""
        if i + 1 >= len(tokens):
            return False
        low, word = tokens.lows[i + 1], tokens.words[i + 1]
        if word in HYPHENS:
            return tokens.glued(i + 1)
        if i + 1 in taken:
            return word.islower()
        return low in self.behind or low in self.all or (tokens.lows[i] in self.partitives and low in self.of_words)

    def _opening(self, tokens: Tokens, i: int, taken: dict[int, Found]) -> tuple[int, int]:
        """Where the noun's compound starts, and the adjectives before it; both are `i` for a bare noun."""
        lo = k = i
        adjectives: list[bool] = []
        while k > 0 and len(adjectives) < LONGEST:
            start, adjective = self._word_before(tokens, k, taken)
            if start == k:
                break
            k = start
            adjectives.append(adjective)
            lo = lo if adjective else k
        if not adjectives:
            return i, i
        opened = self._opened(tokens, k)
        if not opened:  # a verb that no list knows may stand there: only what is surely no verb counts
            return (lo, lo) if lo > k else (i, i)
        if lo == i:  # "the older machine" takes up what was named; "an older machine" does not
            return (i, k) if k and tokens.lows[k - 1] in self.definite else (k, k)
        return lo, k

    def _word_before(self, tokens: Tokens, k: int, taken: dict[int, Found]) -> tuple[int, bool]:
        """Where the word before token `k` starts if it belongs to the noun, and whether it is an adjective."""
        mention = taken.get(k - 1)
        if mention is not None:
            within = mention.kind == "generic" and mention.type in GOODS
            return (mention.lo, False) if within else (k, False)
        word, low = tokens.words[k - 1], tokens.lows[k - 1]
        if word in HYPHENS:
            glued = k > 1 and tokens.glued(k - 1) and k - 2 not in taken and tokens.words[k - 2].isalnum()
            return (k - 2, False) if glued else (k, False)
        if word.isupper() and low in self.acronyms:
            return k - 1, False  # "RF amplifiers"
        if low in UNITS and k > 1 and tokens.words[k - 2].isdigit() and k - 2 not in taken:
            return k - 2, False  # "300 mm fab tools"
        if word.isalpha() and word[0].isupper() and low.endswith(self.origins):
            return k - 1, True  # "Western electronics"
        if not word.isalpha() or not word.islower() or low in self.stop or low in self.auxiliaries or low in self.plain:
            return k, False
        if k > 1 and tokens.lows[k - 2] in self.modals:
            return k, False  # "can imagine photonic devices"
        before = tokens.words[k - 2] if k > 1 else ""
        if before in HYPHENS and tokens.glued(k - 1) and k > 2 and k - 3 not in taken and tokens.words[k - 3].isalnum():
            return k - 3, False  # "short-wave"
        forms = self.language.triggers.get(low, ())
        finite = any(f.kind == "verb" for f in forms)
        opened = (
            tokens.lows[k - 2] in self.determiners or tokens.lows[k - 2] in self.language.markers if k > 1 else True
        )
        if finite and not opened:
            return k, False
        return k - 1, low.endswith(self.endings) and not low.endswith(self.nouns)

    def _opened(self, tokens: Tokens, k: int) -> bool:
        """Whether something stands before the noun phrase that no verb can be."""
        if k == 0:
            return True
        low, word = tokens.lows[k - 1], tokens.words[k - 1]
        if low in self.stop or low in self.plain or not word.isalpha():
            return True
        return any(f.kind == "verb" for f in self.language.triggers.get(low, ())) or low in self.auxiliaries
