"""Words, punctuation and sentences of a text, with offsets into the text as it stands.

One tokeniser for all languages, the gazetteer's labels and the lexicons included, so that whatever is written the
same way is cut the same way. Chinese, Japanese and Korean characters are tokens of their own. White space carries no
meaning, so machine-translated "NVIDIA -H20 -Chips" reads like "NVIDIA-H20-Chips" without touching the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Protocol

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
# words of Romance languages that lose their vowel before another word: "l'usine", "qu'il", "dell'azienda"
ELIDED = "[cdjlmnst]|(?:jus|lors|puis|quoi|quel|pres)?qu|un|(?:d?a|de|ne|su|co|que|be)ll|quest|sant|anch|com|dov"
GENITIVE = r"(?:['’]|(?<=[^\W\d_]):)s\b"  # "Intel's", and of abbreviations in Swedish "USA:s"
TOKEN = re.compile(rf"[{CJK}]|{GENITIVE}|\b(?i:{ELIDED})['’](?!s\b)(?=[^\W\d_]|$)|[^\W_{CJK}]+|[^\w\s]|_")
JOINED = re.compile(TOKEN.pattern.replace(f"[{CJK}]|", f"[{CJK}]+|", 1))  # runs of CJK characters whole
CHARACTER = re.compile(rf"[{CJK}]")
HYPHENS = frozenset("-‐‑–")
CLOSERS = frozenset("\"'”’“»«)]›‹」』）】》〉")
END_MARKS = frozenset(".!?。！？…")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A tokenised text: parallel tuples of equal length, and sentences as token ranges `(lo, hi)`."""

    text: str
    words: tuple[str, ...]
    lows: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, lo: int, hi: int) -> tuple[int, int]:
        """Character offsets of the tokens `lo` to `hi` (excluded)."""
        return self.starts[lo], self.ends[hi - 1]

    def surface(self, lo: int, hi: int) -> str:
        """The text as printed between two tokens."""
        return self.text[self.starts[lo] : self.ends[hi - 1]]

    def glued(self, i: int) -> bool:
        """Whether token `i` follows the one before it without white space."""
        return i > 0 and self.starts[i] == self.ends[i - 1]


class Words(Protocol):
    """What the tokeniser needs of a language that sets no spaces between words (`segment.Segmenter`)."""

    @property
    def script(self) -> Folder: ...
    def lengths(self, run: str) -> list[int]: ...


def fold(word: str) -> str:
    """A token as it is compared: lower case, and an elided word ("L’") with a straight apostrophe."""
    low = word.casefold()
    return low[:-1] + "'" if low[-1:] == "’" and low != "’" else low


class Folder(Protocol):
    """How printed characters are read (`segment.Script`)."""

    def fold(self, text: str) -> str: ...
    def plain(self, word: str) -> str: ...


def words_of(text: str, *, joined: bool = False) -> list[str]:
    """The casefolded tokens of a label or phrase, hyphens left out: they are optional in print.

    With `joined` a run of CJK characters is one word.
    """
    return [fold(t) for t in (JOINED if joined else TOKEN).findall(text) if t not in HYPHENS]


def tokenise(
    text: str,
    abbreviations: AbstractSet[str] = frozenset(),
    *,
    ordinal_dot: bool = False,
    segmenter: Words | None = None,
) -> Tokens:
    """Cut a text into tokens and sentences; a `segmenter` joins CJK characters into words.

    `abbreviations` are lower-case words (without their dot) whose dot ends no sentence; with `ordinal_dot` the dot of
    a number ("19. November") ends none either unless a determiner-like capital start follows a line break.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    if segmenter is not None:
        for start, end in _segmented(text, segmenter):
            words.append(segmenter.script.plain(segmenter.script.fold(text[start:end])))
            starts.append(start)
            ends.append(end)
    else:
        for match in TOKEN.finditer(text):
            words.append(match.group())
            starts.append(match.start())
            ends.append(match.end())
    lows = [fold(w) for w in words]
    sentences = _sentences(text, words, lows, starts, ends, abbreviations, ordinal_dot)
    return Tokens(text, tuple(words), tuple(lows), tuple(starts), tuple(ends), tuple(sentences))


def _segmented(text: str, segmenter: Words) -> Iterator[tuple[int, int]]:
    for match in JOINED.finditer(text):
        start, end = match.span()
        if not CHARACTER.match(match.group()):
            yield start, end
            continue
        for length in segmenter.lengths(segmenter.script.fold(match.group())):
            yield start, start + length
            start += length


def _sentences(
    text: str,
    words: list[str],
    lows: list[str],
    starts: list[int],
    ends: list[int],
    abbreviations: AbstractSet[str],
    ordinal_dot: bool,
) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    lo, i, n = 0, 0, len(words)
    while i < n:
        hi = i + 1
        if words[i] in END_MARKS and _ends_here(text, words, lows, starts, ends, i, abbreviations, ordinal_dot):
            while hi < n and words[hi] in CLOSERS and starts[hi] == ends[hi - 1]:
                hi += 1
            out.append((lo, hi))
            lo = hi
        elif hi < n and "\n" in text[ends[i] : starts[hi]]:
            out.append((lo, hi))
            lo = hi
        i = hi
    if lo < n:
        out.append((lo, n))
    return out


def _ends_here(
    text: str,
    words: list[str],
    lows: list[str],
    starts: list[int],
    ends: list[int],
    i: int,
    abbreviations: AbstractSet[str],
    ordinal_dot: bool,
) -> bool:
    n = len(words)
    if words[i] in "。！？" or text[starts[i]] in "！？" or i + 1 >= n:
        return True
    j = i + 1
    while j < n and words[j] in CLOSERS and starts[j] == ends[j - 1]:
        j += 1
    if j >= n:
        return True
    if starts[j] == ends[j - 1]:
        return False
    follower = words[j]
    if follower[0].islower():
        return False
    if words[i] != "." or i == 0:
        return True
    before = lows[i - 1]
    if starts[i] != ends[i - 1]:
        return True
    if ordinal_dot and before.isdigit() and len(before) <= 2:
        return False
    if len(before) == 1 and before.isalpha():
        # "U.S. officials", "J. Huang": an initial or the last letter of an acronym, unless a sentence clearly starts
        return False
    return before not in abbreviations
