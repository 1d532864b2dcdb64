"""Short forms of names: a bracketed acronym, "X, or Y for short", the first word of a firm, the last of a person."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.found import Found, Referent
from kg.extract.kinds import KindFinder
from kg.extract.runs import Page, RunFinder
from kg.lang import Language
from kg.lang.tokens import words_of

NAMED = frozenset({"company", "government_body", "media"})
SHORTEST = 3  # letters of a firm's short form; a person's may have two ("Ma")
LONGEST_NAME = 5  # words of a second name


class ShortForms:
    """The short forms of one language's texts."""

    def __init__(self, language: Language, kinds: KindFinder, runs: RunFinder) -> None:
        self.kinds = kinds
        self.runs = runs
        self.name_endings = language.words("name_endings")
        self.finite = language.words("passive_auxiliaries") | language.words("perfect_auxiliaries")
        self.triggers = language.triggers
        described = language.data["descriptions"]
        self.second_names = _phrases(described.get("second_names", ()))
        self.short_names = _phrases(described.get("short_names", ()))

    # --- second names ----------------------------------------------------------------------------------------
    def acronyms(self, page: Page, mentions: list[Found]) -> dict[str, Referent]:
        """ "Vanguard International Semiconductor (VIS)": the bracket names the same thing, here and further on."""
        out: dict[str, Referent] = {}
        for mention in mentions:
            if mention.referent is None or mention.type not in NAMED or mention.kind == "absorbed":
                continue
            bracket = page.word(mention.hi) == "(" and page.word(mention.hi + 2) == ")"
            acronym = page.word(mention.hi + 1)
            if bracket and acronym[:1].isupper() and 2 <= len(acronym) <= 8 and acronym.isalnum():
                out.setdefault(acronym.casefold(), mention.referent)
                self._same(page, mention, mention.hi + 1, mention.hi + 2, mentions)
                mention.hi += 3
            else:
                self._second_name(page, mention, mentions, out)
        return out

    def _second_name(self, page: Page, mention: Found, mentions: list[Found], out: dict[str, Referent]) -> None:
        """ "Apex Gas, known as Apex Industrial until 2021", "…, or SMIC for short"."""
        tokens, at = page.tokens, mention.hi
        at += page.word(at) in (",", "(")
        if at == mention.hi or at >= len(tokens):
            return
        certain = _after(tokens.lows, at, self.second_names)
        lo = max(certain, _after(tokens.lows, at, self.short_names))
        if not lo:
            return
        hi = lo
        while hi < len(tokens) and hi - lo < LONGEST_NAME and self.runs.capital(tokens, hi):
            hi += 1
        other = page.at.get(lo)
        if hi == lo or mention.referent is None or (other is not None and other.type not in NAMED):
            return
        short = tokens.surface(lo, hi)
        if lo != certain and not (short.isupper() and short[0] == tokens.words[mention.lo][0].upper()):
            return
        if other is not None and other.referent is not None and other.referent.entry is not None:
            if mention.referent.entry is not None:
                return
            mention.referent, hi = _merge(mention.referent, other.referent), other.hi
        out.setdefault(tokens.lows[lo], mention.referent)
        self._same(page, mention, lo, hi, mentions)

    @staticmethod
    def _same(page: Page, mention: Found, lo: int, hi: int, mentions: list[Found]) -> None:
        assert mention.referent is not None
        for other in mentions:
            if lo - 1 <= other.lo < hi + 1 and other.referent is not None and other is not mention:
                other.kind = "absorbed"
                forget(page, other)
        mention.referent.surfaces.setdefault(page.tokens.span(lo, hi), "name")
        page.taken.update(range(lo, hi))

    # --- shortened names -------------------------------------------------------------------------------------
    def heads(self, page: Page, mentions: Iterable[Found]) -> dict[tuple[str, ...], Referent]:
        """What the first words of long names and the last of persons stand for: "Silex Microsystems" … "Silex"."""
        out: dict[tuple[str, ...], Referent] = {}
        for mention in mentions:
            referent = mention.referent
            if referent is None or mention.kind == "absorbed" or referent.generic:
                continue
            lows = page.tokens.lows[mention.lo : mention.hi]
            if mention.type == "person" and (mention.kind == "unknown" or referent.entry is not None):
                out.setdefault(lows[-1:], referent)
            elif mention.type == "company" and (mention.kind == "unknown" or self._telling(page, mention)):
                for size in range(len(lows) - 1 or 1, 0, -1):
                    out.setdefault(lows[:size], referent)
                town = page.places.get(mention.lo)
                if town and town < mention.hi - 1:
                    out.setdefault(page.tokens.lows[town : town + 1], referent)
            elif mention.type == "company" and len(lows) > 2 and lows[-2].isalpha():
                out.setdefault(lows[:-1], referent)  # "Yes Power Technix" … "Yes Power"
        return out

    def _telling(self, page: Page, mention: Found) -> bool:
        """Whether a known long name's first word would be understood alone."""
        word = page.word(mention.lo)
        return mention.hi - mention.lo > 1 and len(word) > SHORTEST and not self.kinds.dictionary(word)

    def resolve(self, page: Page, lo: int, hi: int, heads: dict[tuple[str, ...], Referent]) -> Referent | None:
        """The thing that a run stands for as a short form."""
        lows = page.tokens.lows[lo:hi]
        referent = heads.get(lows)
        if referent is None and lows[-1].endswith("s") and "s" in self.name_endings:
            referent = heads.get((*lows[:-1], lows[-1][:-1]))
        if referent is None or not page.word(lo)[0].isupper():
            return None
        if hi == lo + 1 and (
            len(lows[0]) < (2 if referent.type == "person" else SHORTEST)
            or (lo in page.initial and self.kinds.dictionary(page.word(lo)) and not self._acts(page, hi))
        ):
            return None
        return referent

    def _acts(self, page: Page, hi: int) -> bool:
        """Whether what follows a word tells a name: a verb, a genitive ending."""
        low = page.low(hi)
        verb = any(f.kind == "verb" and f.feature == "finite" for f in self.triggers.get(low, ()))
        return verb or low in self.finite or low in self.name_endings or low in self.kinds.say


def _phrases(listed: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(words_of(phrase)) for phrase in listed), key=lambda p: (-len(p), p)))


def _after(lows: tuple[str, ...], at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """The token behind the phrase that stands at `at`; 0 if none does."""
    return next((at + len(p) for p in phrases if lows[at : at + len(p)] == p), 0)


def _merge(old: Referent, new: Referent) -> Referent:
    for span, kind in old.surfaces.items():
        new.surfaces.setdefault(span, kind)
    old.surfaces.clear()
    old.strong = False
    new.strong = True
    return new


def forget(page: Page, mention: Found) -> None:
    """Take back what a mention entered for its thing."""
    referent = mention.referent
    if referent is None:
        return
    start, end = page.tokens.span(mention.lo, mention.hi)
    for span in [s for s in referent.surfaces if start <= s[0] and s[1] <= end]:
        del referent.surfaces[span]
    if not referent.surfaces:
        referent.strong = False
