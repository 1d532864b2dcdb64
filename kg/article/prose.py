"""Plain text and Markdown, with or without a head of `key: value` lines between two lines of `---`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.errors import InputError

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_HEAD_LINES = 40
_KEY_LINE = re.compile(r"([A-Za-z_]{1,20}):[ \t]*(.*)")
_MARK = re.compile(r"[*_`<|!\[\]~\\&]")
_MAX_MARKS = 20_000  # the time of parsing may grow with the square of their number
_OTHER_NAMES = {"date": "published", "source": "outlet"}
_SPACES = re.compile(r"[ \t]*\n[ \t]*")


def parse_text(text: str) -> dict[str, object]:
    """The keys of an article from a text file: what the head says, and `text` as it stands."""
    head, body = _split_head(text)
    return {**head, "text": body}


def parse_markdown(text: str, *, place: str) -> dict[str, object]:
    """The keys of an article from Markdown (CommonMark with tables).

    `title` is the head's or the first heading of the first level, which `text` then leaves out. `text` has one line
    for each paragraph, heading, list item and table row; code, pictures, HTML and the addresses of links are left out.

    Raises InputError, blaming `place`, if there are so many marks that it is no article.
    """
    head, body = _split_head(text)
    if len(_MARK.findall(body)) > _MAX_MARKS:
        raise InputError(f"has more than {_MAX_MARKS:,} marks of Markdown", place=place, mend="give it as .txt")
    heading, lines = _blocks(_parser().parse(body))
    if heading and "title" not in head:
        head["title"] = heading
    elif heading != head.get("title", ""):
        lines.insert(0, heading)
    return {**head, "text": "\n".join(lines)}


def _split_head(text: str) -> tuple[dict[str, object], str]:
    first, *lines = text.lstrip("\ufeff").split("\n", _HEAD_LINES)
    if first.rstrip() != "---":
        return {}, text
    head: dict[str, object] = {}
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if line.rstrip() == "---":
            return head, "\n".join(lines[index + 1 :])
        if found := _KEY_LINE.match(line):
            key, value = found.group(1).lower(), found.group(2).strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            head[_OTHER_NAMES.get(key, key)] = value
    return {}, text  # never closed: a line of dashes, not a head


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def _blocks(tokens: list[Token]) -> tuple[str, list[str]]:
    """The first heading of the first level if no text stands before it, and the other lines."""
    title = ""
    lines: list[str] = []
    row: list[str] | None = None
    tag = ""
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            lines.append("\t".join(cell for cell in row if cell))
            row = None
        elif token.type == "heading_open":
            tag = token.tag
        elif token.type == "heading_close":
            tag = ""
        elif token.type == "inline":
            words = _inline(token.children or [])
            if row is not None:
                row.append(words)
            elif tag == "h1" and not title and not lines:
                title = words
            else:
                lines.append(words)
    return title, [line for line in lines if line]


def _inline(tokens: list[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak":
            parts.append("\n")
    return _SPACES.sub("\n", "".join(parts)).strip()
