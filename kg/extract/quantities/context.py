"""The words around a number: bounds, ranges, "per", conversions, and what shows that it counts nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.extract.quantities.numbers import Number
from kg.extract.quantities.patterns import HYPHEN, SPACE, WINDOW, Tail, any_of, key

_WORD_AHEAD = re.compile(r"[ \u00a0]{1,2}(?:[-‑]\s?)?[^\W\d_]")
_WORD_BEHIND = re.compile(r"(\w+)[ \u00a0]$")


@dataclass(frozen=True, slots=True)
class Bound:
    """Where the expression starts and ends with its bound words, and what they say."""

    start: int
    end: int
    approx: str | None
    per: str | None


class Context:
    """The words around numbers in one language."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._spaced = bool(data["numbers"].get("word_boundaries", True))
        self._ordinal_dot = bool(data["numbers"].get("ordinal_dot", False))
        bounds = data.get("bounds", {})
        self._bounds = {key(w): a for a in ("about", "at_least", "at_most") for w in bounds.get(a, [])}
        self._fillers = {key(w) for w in bounds.get("fillers", [])}
        self._each = {key(w): p for p, words in data.get("per_before", {}).items() for w in words}
        self._not_after = {
            key(word): re.compile(rf"(?:{'|'.join(re.escape(e) for e in ends)}){SPACE}{{1,3}}$")
            for word, ends in bounds.get("not_after", {}).items()
        }
        self._left = self._at_end([*self._bounds, *self._fillers, *self._each])
        self._bounds_after = {key(w): a for a, words in bounds.get("after", {}).items() for w in words}
        self._right = re.compile(rf"{SPACE}{{0,2}}({self._words(self._bounds_after)})")
        ranges = data.get("ranges", {})
        self._to = re.compile(rf"{SPACE}?{HYPHEN}?(?:[-–—~～]|{self._words(ranges.get('to', []))}){HYPHEN}?{SPACE}?")
        self._and = re.compile(rf"{SPACE}{{0,2}}{self._words(ranges.get('and', []))}{SPACE}{{0,2}}")
        self._between = self._at_end(ranges.get("between", []))
        self._opening = self._at_end([*ranges.get("between", []), *ranges.get("from", [])])
        self._per = {key(w): p for p, words in data.get("per", {}).items() for w in words}
        self._per_pattern = re.compile(rf"{SPACE}{{0,2}}({self._words(self._per)})")
        conversion = self._words(data.get("conversions", []))
        about = self._words([*self._bounds, *data.get("conversion_fillers", [])])
        opening = rf"(?:[(（\[]|,?{SPACE}{{0,2}}{conversion})"
        self._convert = re.compile(rf"{SPACE}{{0,2}}{opening}{SPACE}?(?:{about}{SPACE}?)?")
        exclude = data.get("exclude", {})
        self._ahead = re.compile(rf"{SPACE}?{HYPHEN}?{SPACE}?{self._words(exclude.get('before', []))}")
        self._behind = self._at_end(exclude.get("after", []))
        self._year_words = self._at_end(exclude.get("year_words", []))
        self._no_noun = re.compile(rf"{SPACE}{{1,2}}{self._words(exclude.get('no_noun', []))}")

    def _words(self, words: Any) -> str:
        return any_of(words, bounded=self._spaced)

    def _at_end(self, words: Any) -> Tail:
        return Tail(words, spaced=self._spaced)

    def bound(self, low: str, start: int, end: int) -> Bound:
        """Read the bound words leftwards ("up to approximately"), then the one after the number ("or more")."""
        approx: str | None = None
        per: str | None = None
        kept = start
        cursor = start
        for _ in range(4):
            left = self._left.find(low, cursor)
            if left is None:
                break
            word, cursor = left
            if word in self._each:
                per, kept = self._each[word], cursor
                continue
            found = self._bounds.get(word)
            if found is None:
                continue
            barred = self._not_after.get(word)
            if barred is not None and barred.search(low, max(0, cursor - WINDOW), cursor):
                break
            # the outer word wins ("bis zu rund"), but "about" never weakens a limit
            approx = found if approx is None or found != "about" else approx
            kept = cursor
        match = self._right.match(low, end)
        if match is not None:
            approx, end = self._bounds_after[key(match.group(1))], match.end()
        return Bound(kept, end, approx, per)

    def is_range(self, low: str, start: int, end: int, following: int) -> bool:
        """Whether the words between two numbers make them a range; "and" only does after "between"."""
        if following - end > 12:
            return False
        if self._to.fullmatch(low, end, following):
            return True
        if self._and.fullmatch(low, end, following):
            return self._between.find(low, start) is not None
        return False

    def range_start(self, low: str, start: int) -> int:
        """The start of a range, its "between" or "from" included."""
        opening = self._opening.find(low, start)
        return opening[1] if opening is not None else start

    def per(self, low: str, end: int, known: str | None) -> tuple[str | None, int]:
        """What the figure is per ("a year", "je Aktie"), and where the expression then ends."""
        match = self._per_pattern.match(low, end)
        if match is None:
            return known, end
        return self._per[key(match.group(1))], match.end()

    def converted(self, low: str, end: int, start: int, stop: int) -> int | None:
        """Where an amount ends with its conversion "(about 5 euros)" from `start` to `stop`; None if there is none."""
        if self._convert.fullmatch(low, end, start) is None:
            return None
        if stop < len(low) and low[stop] in ")）]":
            return stop + 1
        return stop

    def glued(self, low: str, start: int) -> bool:
        """Attached to a letter or to a hyphened name: H20, DDR5, Top-500, D:5."""
        if start == 0:
            return False
        previous = low[start - 1]
        if self._spaced and (previous.isalnum() or previous == "_"):
            return True
        if previous in "-‐‑–" and start > 1:
            return low[start - 2].isalpha()
        if previous in ":#.,/+&" and start > 1:
            return low[start - 2].isalnum()
        return not self._spaced and previous.isascii() and previous.isalnum()

    def attached(self, low: str, number: Number) -> bool:
        """A letter or "-word" follows at once: 6000d, 4g, 14-digit, 34. (ordinal)."""
        end = number.end
        if end >= len(low):
            return False
        after = low[end]
        if number.digits and (after.isalpha() if self._spaced else after.isascii() and after.isalpha()):
            return True
        if after in "-‐‑" and end + 1 < len(low) and low[end + 1].isalpha():
            return True
        if self._ordinal_dot and after == "." and number.plain and number.value < 100:
            return end + 1 < len(low) and low[end + 1] in " \u00a0"
        return False

    def excluded(self, low: str, start: int, end: int) -> bool:
        """Part of a date, a time of day, a rank or a numbered thing: "24 July", "8 Uhr", "No. 5"."""
        if self._ahead.match(low, end):
            return True
        return self._behind.find(low, start) is not None

    @staticmethod
    def year_like(number: Number) -> bool:
        return number.plain and number.end - number.start == 4 and 1900 <= number.value <= 2100

    def year_word(self, low: str, start: int) -> bool:
        """A word that introduces years stands before the number: "in 2024", "im Jahr 2025"."""
        return self._year_words.find(low, start) is not None

    def year_before(self, low: str, number: Number) -> bool:
        return self.year_like(number) and self.year_word(low, number.start)

    @staticmethod
    def after_name(text: str, start: int) -> bool:
        """A capitalised word before a small number makes it part of a name: "Fab 8", "TC Bonder 4"."""
        match = _WORD_BEHIND.search(text, max(0, start - 24), start)
        return match is not None and (match.group(1)[0].isupper() or match.group(1)[0].isdigit())

    def noun_follows(self, low: str, number: Number) -> bool:
        """A word that may be counted follows, so the number is not a score or a list label."""
        if not self._spaced:
            return True
        return _WORD_AHEAD.match(low, number.end) is not None and self._no_noun.match(low, number.end) is None
