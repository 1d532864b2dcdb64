"""Known names that are only a part of a longer one: "Galaxy Bright Ltd", "Petra Lindner", "Porsche Ventures"."""

from __future__ import annotations

from kg.extract.found import Found
from kg.extract.kinds import KindFinder
from kg.extract.runs import Page, RunFinder
from kg.extract.shortforms import forget
from kg.lang import Language
from kg.lang.tokens import HYPHENS


class NameJoiner:
    """Joins known words and their unknown neighbours to one name."""

    def __init__(self, language: Language, kinds: KindFinder, runs: RunFinder) -> None:
        words = language.data["descriptions"]
        self.kinds = kinds
        self.runs = runs
        self.capital_nouns = language.flag("capital_nouns")
        self.daughters = frozenset(w.casefold() for w in words.get("daughter_suffixes", ()))

    def find(self, page: Page) -> list[Found]:
        """The longer names, in the order of the text; what they hold becomes "absorbed"."""
        soft = {i: m for m in page.known if (kind := self._part(page, m)) for i in range(m.lo, m.hi) if kind}
        hard = page.taken - set(soft)
        taken, page.taken = page.taken, hard
        runs = [(lo, hi) for lo, hi in self.runs.runs(page) if any(i in soft for i in range(lo, hi))]
        page.taken = taken
        out: list[Found] = []
        for lo, hi in runs:
            found = self._firm(page, lo, hi, soft) or self._person(page, lo, hi, soft)
            if found is not None:
                out.append(found)
        return out

    def _part(self, page: Page, mention: Found) -> str:
        """Which kind of part of a longer name a known mention may be; "" if none."""
        entry = mention.referent.entry if mention.referent is not None else None
        if (
            mention.hi - mention.lo > {"place": 2, "company": 4}.get(mention.type, 1)
            or entry is None
            or mention.possessive
            or not page.word(mention.lo)[0].isupper()
        ):
            return ""
        if mention.type in ("person", "place"):
            return mention.type
        if mention.type == "government_body":
            metonyms = (text for text, _, kind in entry.labels if kind == "metonym")
            return "place" if page.low(mention.lo) in {m.casefold() for m in metonyms} else ""
        if entry.generic:
            return (
                ""
                if (mention.lo in page.initial and not self._long(page, mention))
                or page.word(mention.lo).rstrip("s").isupper()
                else "goods"
            )
        unsure = any(kind == "ambiguous" and text == page.word(mention.lo) for text, _, kind in entry.labels)
        if mention.type == "company":
            return "word" if unsure and mention.hi - mention.lo == 1 else "firm"
        return "word" if unsure else ""

    def _long(self, page: Page, mention: Found) -> bool:
        """Whether two more capitalised words follow the first of a sentence: "Graphite Additive Systems"."""
        behind = (mention.hi, mention.hi + 1)
        return not self.capital_nouns and all(page.word(i)[:1].isupper() and i not in page.taken for i in behind)

    def _firm(self, page: Page, lo: int, hi: int, soft: dict[int, Found]) -> Found | None:
        legal = self.runs.legal_end(page.tokens, lo, hi)
        end = legal[0] if legal is not None else self._suffix(page, lo, hi)
        lo = self.kinds.behind_nouns(page, lo, end)
        parts = {i: self._part(page, soft[i]) for i in range(lo, end) if i in soft}
        free = [i for i in range(lo, end) if i not in soft and page.word(i) not in HYPHENS]
        if legal is None:
            free = [i for i in free if i != end - 1]
        if end <= (lo if legal is not None else lo + 1) or not parts or lo in page.titled:
            return None
        first = soft.get(lo)
        whole = legal is not None and first is not None and first.hi < end  # "Infineon Technologies Austria AG"
        if "firm" in parts.values() and not self._daughter(page, lo, end, parts) and not whole:
            return None
        if not free and legal is None and not self._daughter(page, lo, end, parts):
            return None
        if all(i in soft for i in range(lo, end)) and set(parts.values()) <= {"firm"}:
            return None
        named = [i for i in free if not self.kinds.dictionary(page.word(i))]
        if self.capital_nouns and not named and legal is None and "firm" not in parts.values():
            return None
        return self._join(page, lo, legal[1] if legal is not None else end, "company", soft)

    def _suffix(self, page: Page, lo: int, hi: int) -> int:
        """Behind the last suffix of a run: "Kolb Components" of "Kolb Components Chief"."""
        return max((i + 1 for i in range(lo + 1, hi) if page.low(i) in self.kinds.suffixes), default=lo)

    def _daughter(self, page: Page, lo: int, end: int, parts: dict[int, str]) -> bool:
        """ "Porsche Ventures": a known firm and a suffix that makes another of it."""
        firm = parts.get(lo) == "firm" and parts.get(lo + 1) is None and list(parts.values()).count("firm") == 1
        return firm and end == lo + 2 and page.low(end - 1) in self.daughters

    def _person(self, page: Page, lo: int, hi: int, soft: dict[int, Found]) -> Found | None:
        for i in range(lo, hi):
            mention = soft.get(i)
            kind = self._part(page, mention) if mention is not None else ""
            if mention is None or kind not in ("person", "place", "word", "firm"):
                continue
            before = i - 1 if i > lo and self._bears(page, i - 1) else None
            after = i + 1 if i + 1 < hi and self._bears(page, i + 1) else None
            if kind != "person":
                given = before is not None and page.low(before) in self.kinds.given
                if given and not page.titled & {i} and (kind != "firm" or page.low(i + 1) in self.kinds.say):
                    return self._join(page, i - 1, i + 1, "person", soft)
                continue
            if before is None and after is None:
                continue
            start, end = (i - 1 if before is not None else i), (i + 2 if before is None else i + 1)
            while start > lo and self._bears(page, start - 1) and page.low(start - 1) in self.kinds.given:
                start -= 1
            entry = mention.referent.entry if mention.referent is not None else None
            if entry is not None and set(page.tokens.lows[start:end]) <= set(entry.name.casefold().split()):
                mention.lo, mention.hi = start, end
                page.taken.update(range(start, end))
                return None
            return self._join(page, start, end, "person", soft)
        return None

    def _bears(self, page: Page, i: int) -> bool:
        """Whether an unknown word may be a person's other name."""
        word = page.word(i)
        return (
            i not in page.taken
            and word[1:].islower()
            and page.low(i) not in self.kinds.person_nouns
            and page.low(i) not in self.kinds.company_nouns
            and page.low(i) not in self.kinds.suffixes
            and not (self.kinds.dictionary(word) and page.low(i) not in self.kinds.given)
        )

    def _join(self, page: Page, lo: int, hi: int, type: str, soft: dict[int, Found]) -> Found:
        for i in range(lo, hi):
            mention = soft.get(i)
            if mention is None:
                continue
            if type == "company" and mention.type == "place" and i == lo:
                page.places[lo] = lo + 1
            mention.kind = "absorbed"
            forget(page, mention)
        found = Found(lo, hi, "unknown", type)
        span = page.tokens.span(lo, hi)
        found.referent = page.referents.provisional(type, page.tokens.surface(lo, hi), span, strong=True)
        found.possessive = page.low(hi) in self.kinds.name_endings and page.tokens.glued(hi)
        return page.take(found)
