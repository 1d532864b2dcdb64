"""The one form in which text goes through the house. Offsets of later stages count characters of this form.

- canonical composition (NFC), line ends as one newline, no white space at either end;
- invisible characters are dropped: byte order marks, zero-width spaces and joiners, soft hyphens ("Halb\u00adleiter"),
  marks and overrides of writing direction (they would let a sentence look other than it is), tag characters;
- control characters become a space, lone surrogates and noncharacters the replacement character U+FFFD;
- more than 30 combining marks in a row are cut to 30 (the bound of Unicode's Stream-Safe Text Format, UAX #15).

Everything else stays as it was printed, spaces of every width included. Cleaning twice is cleaning once.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_NONCHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_ADDRESS = re.compile(r"[\x00-\x20<>\"\x7f-\xa0]")
_TO_ESCAPE = re.compile(r"[{}|\\^`]")
_MARKS = 30
_LONG_RUN = re.compile(rf"[^\w\s]{{{_MARKS + 1},}}")


def clean_text(text: str) -> str:
    """Any string in the one form; the empty string if nothing visible is left."""
    if _SURROGATE.search(text):  # pairs become the character they stand for, lone halves U+FFFD
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _LINE_END.sub("\n", text)
    if not text.isascii():
        text = _NONCHARACTER.sub("\ufffd", _INVISIBLE.sub("", text))
    text = _CONTROL.sub(" ", text)
    # Twice: composition may first take a mark apart (U+0344 is two). Before it, because ordering the marks of one
    # letter takes time in the square of their number.
    for _ in range(2):
        text = unicodedata.normalize("NFC", _LONG_RUN.sub(_cut_marks, text))
    return text.strip()


def clean_line(text: str) -> str:
    """The same for a title or a name: one line, single spaces."""
    return " ".join(clean_text(text).split())


def web_address(text: str) -> str | None:
    """An http or https address as it may stand in RDF (RFC 3987: some characters escaped); None if it is none."""
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and not _NO_ADDRESS.search(text)
    except ValueError:
        good = False
    return _TO_ESCAPE.sub(lambda match: quote(match.group()), text) if good else None


def shown(value: object, limit: int = 40) -> str:
    """A value for a message: short, on one line, nothing in it that a terminal would obey."""
    if isinstance(value, str):
        short = repr(value[:limit])
        return short if len(value) <= limit else short + "…"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return f"a number ({value:.6g})"
    return "a list" if isinstance(value, list) else "an object"


def _cut_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    run = 0
    for char in match.group():
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= _MARKS:
            kept.append(char)
    return "".join(kept)
