"""Words of scripts that set no spaces between them, and characters of one script folded into another.

A language whose `language.toml` says `segment = true` has its runs of CJK characters cut into the words of its own
lexicons and of the gazetteer, so that triggers, markers and names are single tokens and distances are counted in words,
as in other languages. What no list knows stays together in one token: most often it is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.lang.tokens import CJK, words_of

RUN = re.compile(rf"[{CJK}]+")
SLOT = re.compile(r"\{[^}]*\}")
ENDINGS = ("endings", "endings_after_vowel", "endings_after_consonant")
SKIPPED = frozenset({"example", "fold", "match", "form", "cut", "note", *ENDINGS})  # keys that hold no words
LONGEST = 16
KNOWN, ORDINARY, NAME = 1.0, 1.05, 0.9  # what a word costs by where it is listed
SINGLE = 0.2  # more for a word of one character
CUT = 2.2  # a run that is always cut: no name is to lose its first character by it (对|华为)
UNKNOWN, UNKNOWN_ON = 1.6, 1.3  # the first and each further character that no list knows: dearer than a marker
ENDING = 0.4  # what a particle or ending costs
BARE = 1.2  # more where it has no word before it but a Latin one ("TSMC가")
SYLLABLES, FINALS = 0xAC00, 28  # Hangul syllables run by their final consonant; the first of 28 has none
PUNCTUATION = str.maketrans("，；：（）！？／－％．", ",;:()!?/-%.")


class Script:
    """How a language writes: its fold table and whether it sets no spaces."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        source, target = (data.get("fold") or ["", ""])[:2]
        self._table = str.maketrans(source, target)
        self.segmented = bool(data.get("segment", False))

    def fold(self, text: str) -> str:
        """The text with each character of the other script replaced; offsets stay true."""
        return text.translate(self._table)

    def plain(self, word: str) -> str:
        """A token as the rules read it: full-width punctuation as its ASCII twin."""
        return word.translate(PUNCTUATION) if self.segmented else word

    def split(self, text: str) -> list[str]:
        """The words of a label or phrase: only a space cuts a run of CJK characters."""
        return words_of(self.fold(text), joined=True) if self.segmented else words_of(text)


def lexicon_words(tables: Iterable[Mapping[str, Any]], script: Script) -> set[str]:
    """All runs of CJK characters in the lexicons of a pack."""
    out: set[str] = set()
    for table in tables:
        _collect(table, out, script)
    return out


def _collect(value: Any, out: set[str], script: Script) -> None:
    if isinstance(value, str):
        out.update(RUN.findall(script.fold(SLOT.sub(" ", value))))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in SKIPPED:
                out.update(RUN.findall(script.fold(key)))
                _collect(inner, out, script)
    elif isinstance(value, Sequence):
        for inner in value:
            _collect(inner, out, script)


class Segmenter:
    """Cuts runs of CJK characters into words, as few as can be."""

    def __init__(
        self, script: Script, lexicon: Iterable[str], ordinary: Iterable[str], names: Iterable[str], cut: Iterable[str]
    ) -> None:
        self.script = script
        self._costs: dict[str, float] = {}
        for words, cost in ((ordinary, ORDINARY), (lexicon, KNOWN), (names, NAME)):
            for word in words:
                self._costs[word] = cost + (SINGLE if len(word) == 1 else 0.0)
        self._cut: dict[str, tuple[int, ...]] = {}
        for phrase in cut:  # "对 华" is looked for as one word and cut in two
            parts = script.fold(phrase).split()
            self._cut["".join(parts)] = tuple(len(p) for p in parts)
            self._costs["".join(parts)] = CUT
        self._longest = min(LONGEST, max((len(w) for w in self._costs), default=1))

    def known(self, word: str) -> bool:
        """Whether a list holds this word."""
        return word in self._costs

    def plain(self, word: str) -> bool:
        """Whether a word is no more than an everyday word: it may open a name."""
        return self._costs.get(word) == ORDINARY

    def lengths(self, run: str) -> list[int]:
        """The lengths of the words of a run, from left to right."""
        return self._cheapest(run)[1]

    def _cheapest(self, run: str, shortest: int = 1) -> tuple[float, list[int]]:
        """What the cheapest cutting of a run costs, and its lengths; no word inside it is shorter than `shortest`."""
        n = len(run)
        best: list[tuple[float, int, bool]] = [(0.0, 0, True)]  # cost, length of the last word, whether it is known
        for end in range(1, n + 1):
            before = best[end - 1]
            choice = (before[0] + (UNKNOWN if before[2] else UNKNOWN_ON), 1, False)
            for length in range(1 if n == 1 else shortest, min(end, self._longest) + 1):
                cost = self._costs.get(run[end - length : end])
                if cost is not None and best[end - length][0] + cost < choice[0]:
                    choice = (best[end - length][0] + cost, length, True)
            best.append(choice)
        out: list[tuple[int, bool]] = []
        end = n
        while end:
            _, length, known = best[end]
            if not known and out and not out[-1][1]:
                out[-1] = (out[-1][0] + length, False)
            else:
                out.append((length, known))
            end -= length
        lengths: list[int] = []
        at = 0
        for length, _ in reversed(out):
            lengths.extend(self._cut.get(run[at : at + length], (length,)))
            at += length
        return best[n][0], lengths


class GluedSegmenter(Segmenter):
    """Cuts the words of a language that sets spaces, but glues particles and endings to its nouns and verbs (Korean).

    An ending is cut off at the end of a run only, behind a word that some list knows or one of two characters at
    least; those that follow only a vowel or only a consonant tell by the last syllable before them ("삼성이").
    """

    def __init__(
        self,
        script: Script,
        lexicon: Iterable[str],
        ordinary: Iterable[str],
        names: Iterable[str],
        cut: Iterable[str],
        endings: Mapping[str, Iterable[str]],
    ) -> None:
        self._open, self._closed = (frozenset(endings.get(key, ())) for key in ENDINGS[1:])
        self._endings = frozenset(endings.get(ENDINGS[0], ())) | self._open | self._closed
        words = set(names)
        owners = tuple(endings.get("name_endings", ()))
        plain = (w for w in words if not (w.endswith(owners) and w[:-1] in words))  # "미국의" is 미국|의
        super().__init__(script, lexicon, ordinary, plain, cut)
        self._tails: dict[str, tuple[float, list[int]] | None] = {"": (0.0, [])}

    def known(self, word: str) -> bool:
        return word in self._endings or super().known(word)

    def lengths(self, run: str) -> list[int]:
        best: tuple[float, list[int]] | None = None
        for cut in range(len(run) + 1):
            head, tail = run[:cut], self._tail(run[cut:])
            if tail is None or (head and tail[1] and not self._fits(head, run[cut : cut + tail[1][0]])):
                continue
            cost, lengths = self._cheapest(head, 2) if head else (BARE, [])
            if best is None or cost + tail[0] < best[0]:
                best = (cost + tail[0], lengths + tail[1])
        return best[1] if best is not None else [len(run)]

    def _fits(self, head: str, ending: str) -> bool:
        if len(head) == 1 and head not in self._costs:
            return False
        closed = (ord(head[-1]) - SYLLABLES) % FINALS != 0
        return ending not in (self._open if closed else self._closed) - (self._closed if closed else self._open)

    def _tail(self, text: str) -> tuple[float, list[int]] | None:
        """What the cheapest cutting of a text into endings alone costs, and its lengths; None where there is none."""
        if text not in self._tails:
            best: tuple[float, list[int]] | None = None
            for length in range(1, len(text) + 1):
                rest = self._tail(text[length:]) if text[:length] in self._endings else None
                fits = rest is not None and (not rest[1] or self._fits(text[:length], text[length:][: rest[1][0]]))
                if rest is not None and fits and (best is None or rest[0] + ENDING < best[0]):
                    best = (rest[0] + ENDING, [length, *rest[1]])
            if len(text) > LONGEST:
                return best
            self._tails[text] = best
        return self._tails[text]
