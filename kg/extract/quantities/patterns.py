"""Small regular-expression builders that the number and time grammars share.

Words of a language come from its TOML file as plain text. Machine translation puts spaces before hyphens
("US -Dollar") and pages use exotic spaces, so a hyphen or a space of a word is matched in any of its guises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SPACE = r"[ \t\n\r\u00a0\u2009\u202f\u3000]"
HYPHEN = r"[-\u2010\u2011]"
WORD_START = r"(?<![^\W_])"
WORD_END = r"(?![^\W_])"
NOTHING = r"(?!)"


def fold(text: str) -> str:
    """Lower case of the same length, so that offsets stay true (`İ` alone would grow)."""
    low = text.lower()
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
    joined = re.sub(rf"{SPACE}?{HYPHEN}{SPACE}?", "-", fold(printed))
    return re.sub(rf"{SPACE}+", " ", joined).strip()


def any_of(words: Iterable[str], *, bounded: bool = True) -> str:
    """One alternative for each word, the longest first; bounded where a word begins or ends in a letter."""
    out = []
    for word in sorted({w for w in words if w}, key=lambda w: (-len(w), w)):
        head = WORD_START if bounded and word[0].isalnum() else ""
        tail = WORD_END if bounded and word[-1].isalnum() else ""
        out.append(head + flexible(word) + tail)
    return f"(?:{'|'.join(out)})" if out else NOTHING
