"""Bodies and societies by the form of their names: "Ministry of Planning and Investment", "University of Tokyo"."""

from __future__ import annotations

from kg.extract.found import Found
from kg.extract.kinds import KindFinder
from kg.extract.runs import Page, RunFinder
from kg.extract.shortforms import forget
from kg.lang import Language
from kg.lang.tokens import HYPHENS

LONGEST = 12  # words of a body's name


class BodyFinder:
    """Finds the government bodies that the gazetteer lacks."""

    def __init__(self, language: Language, kinds: KindFinder, runs: RunFinder) -> None:
        words = language.data["descriptions"]
        self.runs = runs
        self.kinds = kinds
        types = {"body": "government_body", "society": "company", "law": "policy", "medium": "media"}
        self.heads, self.tails = (
            {w.casefold(): type for key, type in types.items() for w in words.get(f"{key}_{place}", ())}
            for place in ("heads", "tails")
        )
        self.seats = frozenset(w.casefold() for w in words.get("body_seats", ()))
        self.worth = self.seats.union(self.heads, self.tails)
        self.links = frozenset(w.casefold() for w in words.get("body_links", ()))
        self.articles = language.words("determiners") | language.words("name_endings")
        self.inner = frozenset(w.casefold() for w in words.get("body_inner", ()))

    def find(self, page: Page) -> list[Found]:
        """The bodies between the known mentions, in the order of the text."""
        out: list[Found] = []
        i = 0
        lows, words = page.tokens.lows, page.tokens.words
        while i < len(lows):
            worth = lows[i] in self.worth and words[i][0].isupper() and self._free(page, i)
            lo, hi, type = self._at(page, i) if worth else (i, i, "")
            if hi > lo and lo not in page.titled:
                out.append(self._body(page, lo, hi, type))
                i = hi
            i += 1
        return out

    def _free(self, page: Page, i: int) -> bool:
        """Whether a token is in no mention, or in one that may be a part of a longer name."""
        if i not in page.taken:
            return True
        mention = page.at.get(i)
        return mention is not None and mention.hi == i + 1 and (mention.type == "place" or mention.kind == "generic")

    def _at(self, page: Page, i: int) -> tuple[int, int, str]:
        low = page.low(i)
        if low in self.heads and i not in page.taken and page.low(i + 1) in self.links:
            hi = self._named(page, i + 2)
            if hi > i + 2:
                return self._start(page, i), hi, self.heads[low]
        if low in self.seats and i not in page.taken and page.at.get(i + 1) is not None:
            seat = page.at[i + 1]
            if seat.type == "place" or (seat.type == "government_body" and seat.hi == i + 2):
                return i, seat.hi, "government_body"
        if low in self.tails and i not in page.taken and not page.word(i).isupper():
            lo = self._start(page, i)
            last = page.low(i + 1) in self.links and page.word(i + 2)[:1].isupper()
            last = last or (self.runs.legal_end(page.tokens, i + 1, i + 1) is not None)
            if lo < i and not last and not (lo == i - 1 and lo in page.initial and lo not in page.at):
                return self._listed(page, lo), i + 1, self.tails[low]
        return i, i, ""

    def _listed(self, page: Page, lo: int) -> int:
        """The start of what a body is for where it stands before: "the Investment, Trade and Industry Ministry"."""
        start = lo
        while page.low(start - 1) in self.inner or page.word(start - 1) == ",":
            word = page.word(start - 2)
            if start - 2 in page.taken or not word[:1].isupper() or not self.kinds.dictionary(word):
                break
            start -= 2
        return start if page.low(lo - 1) in self.inner and page.low(start - 1) in self.articles else lo

    def _named(self, page: Page, i: int) -> int:
        """The end of what a body is for: "… of Trade, Industry and Energy"."""
        hi = i
        while i < len(page.tokens) and i - hi < 3 and i < hi + LONGEST:
            word = page.word(i)
            if word[0].isupper() and self._free(page, i):
                hi = i = i + 1
            elif page.low(i) in self.inner or word in HYPHENS or word in ",&":
                if word == "," and not self._goes_on(page, i + 1):
                    break
                i += 1
            else:
                break
        return hi

    def _goes_on(self, page: Page, i: int) -> bool:
        """Behind a comma in a body's name come more such words and an "and": "Trade, Industry and Energy"."""
        while page.word(i)[:1].isupper() or page.word(i) == ",":
            i += 1
        return page.low(i) in self.inner and page.word(i + 1)[:1].isupper()

    def _start(self, page: Page, i: int) -> int:
        lo = i
        while lo > 0 and i - lo < 5 and self._free(page, lo - 1) and self._word(page, lo - 1):
            lo -= 1
        return lo

    def _word(self, page: Page, i: int) -> bool:
        return self.runs.capital(page.tokens, i) and page.low(i) not in self.runs.stop

    @staticmethod
    def _body(page: Page, lo: int, hi: int, type: str) -> Found:
        land = page.until.get(lo)
        if land is not None and land.type == "place" and not land.possessive and type == "government_body":
            lo = land.lo  # "U.S. Geological Survey"
        for i in range(lo, hi):
            mention = page.at.get(i)
            if mention is not None:
                mention.kind = "absorbed"
                forget(page, mention)
        found = Found(lo, hi, "unknown", type)
        span = page.tokens.span(lo, hi)
        found.referent = page.referents.provisional(type, page.tokens.surface(lo, hi), span, strong=True)
        return page.take(found)
