"""Small regular-expression builders that the number and time grammars share.

Words of a language come from its TOML file as plain text. Machine translation puts spaces before hyphens
("US -Dollar") and pages use exotic spaces, so a hyphen or a space of a word is matched in any of its guises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

SPACE = r"[ \t\n\r\u00a0\u2009\u202f\u3000]"
HYPHEN = r"[-\u2010\u2011]"
WORD_START = r"(?<![^\W_])"
WORD_END = r"(?![^\W_])"
NOTHING = r"(?!)"
WINDOW = 48  # how far before a number its bound words are looked for
OPENING = "([{„“”\"'«»‘’,:;…"
_HYPHENS = re.compile(rf"{SPACE}?{HYPHEN}{SPACE}?")
_SPACES = re.compile(rf"{SPACE}+")
_TOKEN = re.compile(r"(\S+)(\s*)")


def fold(text: str) -> str:
    """Lower case of the same length, so that offsets stay true (`İ` alone would grow)."""
    low = text.replace("’", "'").lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def flexible(word: str) -> str:
    """The word as a pattern: any run of spaces for a space, blanks around a hyphen allowed."""
    parts: list[str] = []
    for piece in re.split(r"(\s+|-)", fold(word)):
        if piece == "-":
            parts.append(rf"{SPACE}?{HYPHEN}{SPACE}?")
        elif piece and piece.isspace():
            parts.append(rf"{SPACE}{{1,3}}")
        else:
            parts.append(re.escape(piece))
    return "".join(parts)


def key(printed: str) -> str:
    """The word as it stands in the data, whatever spaces and hyphens were printed: `US -Dollar` -> `us-dollar`."""
    return _SPACES.sub(" ", _HYPHENS.sub("-", fold(printed))).strip()


def any_of(words: Iterable[str], *, bounded: bool = True) -> str:
    """One alternative for each word, the longest first; bounded where a word begins or ends in a letter or digit.

    Words are grouped by their first character, which comes before the look-behind: so the regular expression engine
    can skip through the text by a set of characters instead of trying every word at every place.
    """
    groups: dict[str, list[str]] = {}
    for word in sorted({fold(w) for w in words if w}, key=lambda w: (-len(w), w)):
        groups.setdefault(word[0], []).append(word)
    if not groups:
        return NOTHING
    out = []
    for first, members in sorted(groups.items()):
        head = re.escape(first)
        guard = f"(?<![^\\W_]{head})" if bounded and first.isalnum() else ""
        if first == "-":
            out.append(f"(?:{'|'.join(flexible(w) + _tail(w, bounded) for w in members)})")
            continue
        rest = "|".join(flexible(w[1:]) + _tail(w, bounded) for w in members)
        out.append(f"{head}{guard}(?:{rest})")
    return f"(?:{'|'.join(out)})"


def _tail(word: str, bounded: bool) -> str:
    return WORD_END if bounded and word[-1].isalnum() else ""


class Tail:
    """Finds which of some phrases stands right before a place in a folded text, the longest first.

    Whole words are compared, not a pattern searched: this runs several times for every number of a text.
    """

    def __init__(self, phrases: Iterable[str], *, spaced: bool = True) -> None:
        self._phrases = frozenset(key(p) for p in phrases)
        self._spaced = spaced
        self._most = max((p.count(" ") + 1 for p in self._phrases), default=0)
        self._by_length = sorted(self._phrases, key=lambda p: (-len(p), p))

    def find(self, low: str, place: int) -> tuple[str, int] | None:
        """The phrase that ends at `place` (blanks between do not count) and where it starts."""
        if not self._most or not place:
            return None
        base = max(0, place - WINDOW)
        if not self._spaced:
            window = low[base:place].rstrip()
            found = next((p for p in self._by_length if window.endswith(p)), None)
            return None if found is None else (found, base + len(window) - len(found))
        return self._words(_TOKEN.findall(low[base:place]), base, place)

    def _words(self, pieces: Sequence[tuple[str, str]], base: int, place: int) -> tuple[str, int] | None:
        """`pieces`: words and the blanks after each, ending at `place`."""
        if not pieces or len(pieces[-1][1]) > 3:
            return None
        best: tuple[str, int] | None = None
        start, phrase = place, ""
        for word, blank in reversed(pieces[-self._most :]):
            start -= len(word) + len(blank)
            bare = word.lstrip(OPENING)
            phrase = f"{bare} {phrase}" if phrase else bare
            if phrase in self._phrases:
                best = phrase, start + len(word) - len(bare)
            if bare is not word:
                break
        return best
