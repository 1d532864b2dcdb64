"""Word sequences of the lexicons, compiled so that a text is looked through once.

Notation: `{have}` stands for any form of that verb, `...` for up to `GAP` words of the same clause between. Case is
ignored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from kg.lang.forms import Morphology
from kg.lang.tokens import HYPHENS, words_of

GAP = 9
PART = re.compile(r"\{([^}]*)\}|(\.\.\.)|([^{}.]+|\.)")

STOPS = frozenset(",;:.!?")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found: tokens `lo` to `hi` (excluded) of the text, its value, and the words of the phrase."""

    lo: int
    hi: int
    value: T
    words: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class _Pattern(Generic[T]):
    parts: tuple[frozenset[str] | None, ...]  # None is a gap
    value: T
    beyond: frozenset[str]  # one of these words must follow the first gap; empty where there is none


class _Bucket(Generic[T]):
    """The phrases that begin with one word, by the word that comes second: few of "the …" are looked at twice."""

    def __init__(self) -> None:
        self._all: list[_Pattern[T]] = []
        self._open: tuple[_Pattern[T], ...] | None = None  # of one word, or with a gap behind the first
        self._by_second: dict[str, tuple[_Pattern[T], ...]] = {}

    def add(self, pattern: _Pattern[T]) -> None:
        self._all.append(pattern)
        self._open = None

    def patterns(self, lows: Sequence[str], at: int, end: int) -> tuple[_Pattern[T], ...]:
        """Those that the text from token `at` on does not rule out, the longest first."""
        if self._open is None:
            self._open = self._index()
        while at < end and lows[at] in HYPHENS:
            at += 1
        return self._by_second.get(lows[at], self._open) if at < end else self._open

    def _index(self) -> tuple[_Pattern[T], ...]:
        self._all.sort(key=lambda p: -len(p.parts))
        seconds = [p.parts[1] if len(p.parts) > 1 else None for p in self._all]
        self._by_second = {
            word: tuple(p for p, second in zip(self._all, seconds, strict=True) if second is None or word in second)
            for word in {word for second in seconds if second for word in second}
        }
        return tuple(p for p, second in zip(self._all, seconds, strict=True) if second is None)


class PhraseTable(Generic[T]):
    """Phrases by their first word."""

    def __init__(self, morphology: Morphology, split: Callable[[str], list[str]] = words_of) -> None:
        self._morphology = morphology
        self._split = split
        self._forms: dict[str, frozenset[str]] = {}
        self._by_first: dict[str, _Bucket[T]] = {}
        self._firsts: frozenset[str] | None = None

    def add(self, phrase: str, value: T) -> None:
        """Add a phrase in the notation above."""
        parts = tuple(self._parts(phrase))
        after = parts[parts.index(None) + 1 :] if None in parts else ()
        pattern = _Pattern(parts, value, (after[0] if after else None) or frozenset())
        if not pattern.parts or pattern.parts[0] is None:
            raise ValueError(f"a phrase needs a word before its gap: {phrase!r}")
        self._firsts = None
        for first in sorted(pattern.parts[0]):
            bucket = self._by_first.setdefault(first, _Bucket())
            bucket.add(pattern)

    def add_all(self, phrases: Iterable[str], value: T) -> None:
        for phrase in phrases:
            self.add(phrase, value)

    def _parts(self, phrase: str) -> Iterator[frozenset[str] | None]:
        for lemma, gap, literal in PART.findall(phrase):
            if gap:
                yield None
            elif lemma:
                if lemma not in self._forms:  # a lemma opens hundreds of phrases
                    forms = self._morphology.forms(lemma)
                    texts = frozenset(f.text.casefold() for f in forms if not f.particle)
                    self._forms[lemma] = texts or frozenset({lemma})
                yield self._forms[lemma]
            else:
                for word in self._split(literal):
                    yield frozenset({word})

    def find(self, lows: Sequence[str], lo: int = 0, hi: int | None = None, *, every: bool = False) -> list[Hit[T]]:
        """All hits whose first word lies between `lo` and `hi`; the longest pattern wins, or `every` one."""
        end = len(lows) if hi is None else hi
        present = frozenset(lows[lo:end])
        if self._firsts is None:
            self._firsts = frozenset(self._by_first)
        openers = present & self._firsts
        out: list[Hit[T]] = []
        if not openers:
            return out
        for i in [k for k in range(lo, end) if lows[k] in openers]:
            for pattern in self._by_first[lows[i]].patterns(lows, i + 1, end):
                if pattern.beyond and pattern.beyond.isdisjoint(present):
                    continue  # most phrases with a gap fail already here
                stop = _match(pattern.parts, lows, i, end)
                if stop:
                    out.append(Hit(i, stop, pattern.value, sum(p is not None for p in pattern.parts)))
                    if not every:
                        break
        return out


def _match(parts: tuple[frozenset[str] | None, ...], lows: Sequence[str], i: int, end: int) -> int:
    """The token after the match that starts at `i`, 0 if there is none. Hyphens in the text are optional."""
    at, k = i, 0
    while k < len(parts):
        part = parts[k]
        if part is None:
            return _match_after_gap(parts[k + 1 :], lows, at, end)
        while at < end and at > i and lows[at] in HYPHENS and lows[at] not in part:
            at += 1
        if at >= end or lows[at] not in part:
            return 0
        at += 1
        k += 1
    return at


def _match_after_gap(parts: tuple[frozenset[str] | None, ...], lows: Sequence[str], at: int, end: int) -> int:
    for start in range(at, min(end, at + GAP + 1)):
        if lows[start] in STOPS and not in_number(lows, start):
            return 0
        stop = _match(parts, lows, start, end) if parts and parts[0] is not None and lows[start] in parts[0] else 0
        if stop:
            return stop
    return 0


def in_number(lows: Sequence[str], i: int) -> bool:
    """ "24,9": the comma of a number ends no clause."""
    return 0 < i < len(lows) - 1 and lows[i - 1].isdigit() and lows[i + 1].isdigit()
