"""Runs of capitalised words: where an unknown name may stand, and where a legal form ends it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from kg.extract.found import Found
from kg.extract.referents import Referents
from kg.lang.tokens import HYPHENS, TOKEN, Tokens

JOINERS = frozenset({"&", "de", "van"})  # parts of names in any language ("Banco de Chips"); "and" and "of" join two
NUMBER = re.compile(r"\d+[A-Za-z]{0,3}")
TITLED = 0.7  # of the longer words of a line in headline case


@dataclass(slots=True)
class Page:
    """What the finder of names knows of one text while it reads it."""

    tokens: Tokens
    referents: Referents
    known: list[Found]
    taken: set[int]
    initial: set[int]  # tokens whose capital tells nothing
    titled: set[int]  # tokens of lines in headline case
    at: dict[int, Found] = field(default_factory=dict)
    until: dict[int, Found] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)  # start of a name -> end of the town it opens with

    def low(self, i: int) -> str:
        """The word at a place, casefolded; nothing beyond the text."""
        return self.tokens.lows[i] if 0 <= i < len(self.tokens.lows) else ""

    def word(self, i: int) -> str:
        return self.tokens.words[i] if 0 <= i < len(self.tokens.words) else ""

    def take(self, found: Found) -> Found:
        """Enter a new mention."""
        self.taken.update(range(found.lo, found.hi))
        self.at[found.lo] = self.until[found.hi] = found
        return found


def page(
    tokens: Tokens, referents: Referents, known: list[Found], figures: AbstractSet[int], *, capital_nouns: bool
) -> Page:
    """A text with its known mentions, ready for the finder of names."""
    titled = (
        set() if capital_nouns else {i for lo, hi in tokens.sentences if _titled(tokens, lo, hi) for i in range(lo, hi)}
    )
    initial = {_opening(tokens, lo, hi) for lo, hi in tokens.sentences} | titled
    taken = {i for m in known for i in range(m.lo, m.hi)} | set(figures)
    return Page(tokens, referents, known, taken, initial, titled, {m.lo: m for m in known}, {m.hi: m for m in known})


def _opening(tokens: Tokens, lo: int, hi: int) -> int:
    """The first word of a sentence, its quotation marks left out."""
    return next((i for i in range(lo, hi) if tokens.words[i][0].isalnum()), lo)


def _titled(tokens: Tokens, lo: int, hi: int) -> bool:
    """ "Hyperscalers Cut Orders For Marvell Chips": nearly every longer word has a capital."""
    long = [w for w in tokens.words[lo:hi] if len(w) > 3 and w.isalpha()]
    return tokens.words[hi - 1] != "." and len(long) > 3 and sum(w[0].isupper() for w in long) > TITLED * len(long)


class RunFinder:
    """Cuts the free tokens of a text into runs of capitalised words."""

    def __init__(self, legal_forms: Iterable[str], stop: AbstractSet[str]) -> None:
        forms = {tuple(TOKEN.findall(form)) for form in legal_forms}
        self.exact = frozenset(form[:-1] if form[-1] == "." else form for form in forms)
        self.legal = frozenset(form[0].casefold() for form in self.exact if len(form) == 1)
        self.small_legal = frozenset(w for w in legal_forms if w[:1].islower())
        self.longest = max(map(len, self.exact), default=0)
        self.stop = stop

    def runs(self, page: Page) -> Iterator[tuple[int, int]]:
        """The runs, in the order of the text."""
        i, n = 0, len(page.tokens)
        while i < n:
            hi = self._run(page, i) if i not in page.taken else i
            if hi > i:
                yield i, hi
            i = max(hi, i + 1)

    def capital(self, tokens: Tokens, i: int) -> bool:
        word = tokens.words[i]
        return (word[0].isupper() or (len(word) > 2 and word[1:2].isupper())) and word[0].isalpha()

    def _run(self, page: Page, i: int) -> int:
        tokens, n = page.tokens, len(page.tokens)
        if not self.capital(tokens, i) or tokens.lows[i] in self.stop:
            return i
        hi = i + 1
        while hi < n and hi not in page.taken:
            word = tokens.words[hi]
            if page.titled and hi in page.titled and tokens.lows[hi] in self.stop and not word.isupper():
                break
            if self.capital(tokens, hi) or word in self.small_legal:
                hi += 1
            elif hi + 1 < n and hi + 1 not in page.taken and self._joins(tokens, hi):
                hi += 2
            elif (end := self._linked(page, hi)) > hi:
                hi = end
            else:
                break
        return hi

    def _linked(self, page: Page, hi: int) -> int:
        """The end of a name with small words between hyphens: "Bruyères | -le-Châtel", "Saint-Ouen | -l'Aumône"."""
        tokens = page.tokens
        for last in (hi + 2, hi + 3):
            if last >= len(tokens) or last in page.taken or not self.capital(tokens, last):
                continue
            glued = all(tokens.glued(i) for i in range(hi, last + 1))
            link = tokens.words[hi + 1]
            small = link.islower() and (link.endswith("'") if last == hi + 2 else tokens.words[hi + 2] in HYPHENS)
            if tokens.words[hi] in HYPHENS and glued and small:
                return last + 1
        return hi

    def _joins(self, tokens: Tokens, i: int) -> bool:
        """ "Rohde & Schwarz", "Garuda-2", "J. Huang", "I.S"."""
        word, after = tokens.words[i], tokens.words[i + 1]
        if word in HYPHENS and tokens.glued(i) and tokens.glued(i + 1) and NUMBER.fullmatch(after):
            return True
        if not self.capital(tokens, i + 1):
            return False
        initial = word == "." and tokens.glued(i) and len(tokens.words[i - 1]) == 1
        return initial or tokens.lows[i] in JOINERS or word in HYPHENS

    def legal_end(self, tokens: Tokens, lo: int, hi: int) -> tuple[int, int] | None:
        """Where in a run a legal form begins, and where the last of several ends: "Foo Technology | Co., Ltd."."""
        for at in range(lo, hi + 1):
            start = at + 1 if at == hi and self._word(tokens, at) == "," else at
            end = self._form(tokens, start)
            if end > start:
                return at, self._last_form(tokens, end)
        return None

    def _last_form(self, tokens: Tokens, end: int) -> int:
        while True:
            start = end
            while self._word(tokens, start) in (",", ".") and start < end + 2:
                start += 1
            further = self._form(tokens, start)
            if further == start:
                return end
            end = further

    @staticmethod
    def _word(tokens: Tokens, at: int) -> str:
        return tokens.words[at] if at < len(tokens) else ""

    def _form(self, tokens: Tokens, at: int) -> int:
        """The end of the longest legal form at a token; `at` itself where there is none."""
        for size in range(min(self.longest, len(tokens) - at), 0, -1):
            printed = tokens.words[at : at + size]
            if printed in self.exact or (
                len(printed[0]) > 3 and printed[0][0].isupper() and tokens.lows[at] in self.legal
            ):
                return at + size if printed in self.exact else at + 1
        return at
