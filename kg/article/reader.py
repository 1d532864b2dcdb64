"""The ways in: paths, folders, strings and streams. Each bad input is one InputError, and the others go on."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import IO

from kg.article.files import SUFFIXES, check_kind, check_size, decode, file_errors, opened, read_bytes, shown_path, walk
from kg.article.language import check_language
from kg.article.page import parse_page
from kg.article.prose import parse_markdown, parse_text
from kg.article.records import MAX_CHARS, Settings, byte_lines, parse_json, parse_jsonl, text_id, to_article
from kg.errors import InputError
from kg.model import Article

Source = str | os.PathLike[str] | Article
_Results = Iterator[Article | InputError | str]
_STDIN = "standard input"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read(
    source: Source | Iterable[Source],
    *,
    language: str | None = None,
    on_error: Callable[[InputError], object] | None = None,
    on_note: Callable[[str], object] | None = None,
    max_chars: int = MAX_CHARS,
) -> Iterator[Article]:
    """Articles from files and folders (`.txt`, `.md`, `.html`, `.htm`, `.json`, `.jsonl`), one after the other.

    source: a path, an Article (handed through), or several of them. A string is always a path, see `read_any`.
        Several come in the order of their paths, whatever order they are given in; folders are read to the bottom.
    language: the language of texts that do not name their own; detected where it is not given.
    on_error: called with each InputError, and the reading goes on (`errors.append` collects them). Without it the
        first error is raised.
    on_note: called with a line of text about each file passed over and each id changed.
    max_chars: the longest text of an article. Larger files are refused without being read.

    Ids are unique: of two different articles with one id the second gets a hash appended, an article that comes
    again is left out. Raises InputError at once if `language` is not known.
    """
    settings = _settings(language, max_chars)
    sources = [source] if isinstance(source, str | os.PathLike | Article) else sorted(source, key=_order)
    results = chain.from_iterable(_results(one, settings) for one in sources)
    return _unique(_sorted_out(results, on_error, on_note), on_note)


def read_path(
    path: str | os.PathLike[str],
    *,
    language: str | None = None,
    on_error: Callable[[InputError], object] | None = None,
    on_note: Callable[[str], object] | None = None,
    max_chars: int = MAX_CHARS,
) -> Iterator[Article]:
    """The articles of one file or folder; see `read`."""
    return read(Path(path), language=language, on_error=on_error, on_note=on_note, max_chars=max_chars)


def read_text(
    text: str,
    *,
    language: str | None = None,
    id: str | None = None,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    max_chars: int = MAX_CHARS,
) -> Article:
    """An Article from a string. Its id, if none is given, is a hash of the text.

    Raises InputError if the text is empty, too long or in a language not known, or a value is not what it should be.
    """
    keys = {"text": text, "id": id, "title": title, "url": url, "outlet": outlet, "published": published}
    return to_article(keys, _settings(language, max_chars), place="text")


def read_stdin(
    stream: IO[bytes] | IO[str],
    *,
    language: str | None = None,
    on_error: Callable[[InputError], object] | None = None,
    on_note: Callable[[str], object] | None = None,
    max_chars: int = MAX_CHARS,
) -> Iterator[Article]:
    """Articles from a stream: JSON Lines if its first line is a whole JSON object, else JSON, HTML or plain text.

    Options as for `read`. JSON Lines are read one by one, everything else to the end. Articles without an id get a
    hash of their text.
    """
    settings = _settings(language, max_chars)
    return _unique(_sorted_out(_stream(stream, settings), on_error, on_note), on_note)


def read_any(source: Source, *, language: str | None = None, max_chars: int = MAX_CHARS) -> Iterator[Article]:
    """Articles from a path, an Article, or a string that is either a path or the text itself.

    A string is a path if such a file exists or it is one word with the ending of a file that can be read; otherwise
    it is text. Raises the first InputError.
    """
    if isinstance(source, str) and not _is_path(source):
        return iter((read_text(source, language=language, max_chars=max_chars),))
    return read(source, language=language, max_chars=max_chars)


def _settings(language: str | None, max_chars: int) -> Settings:
    return Settings(check_language(language, place="language") if language else None, max_chars)


def _order(source: Source) -> tuple[int, str, str]:
    return (0, source.id, source.text) if isinstance(source, Article) else (1, Path(source).as_posix(), "")


def _is_path(text: str) -> bool:
    if not text.strip() or len(text) > 1_000 or "\n" in text or "\0" in text:
        return False
    try:
        return (len(text.split()) == 1 and text.lower().endswith(SUFFIXES)) or Path(text).exists()
    except (OSError, ValueError):
        return False


def _results(source: Source, settings: Settings) -> _Results:
    if isinstance(source, Article):
        yield source
        return
    path = Path(source)
    try:
        with file_errors(path):
            path.stat()
            is_folder = path.is_dir()
    except InputError as error:
        yield error
        return
    yield from _folder(path, settings) if is_folder else _file(path, settings)


def _folder(folder: Path, settings: Settings) -> _Results:
    empty = True
    for found in walk(folder):
        if isinstance(found, Path):
            yield from _file(found, settings)
        else:
            yield found
        empty = empty and isinstance(found, str)
    if empty:
        kinds = ", ".join(SUFFIXES)
        yield InputError("holds no article", place=shown_path(folder), mend=f"kinds of files that are read: {kinds}")


def _file(path: Path, settings: Settings) -> _Results:
    place, suffix = shown_path(path), path.suffix.lower()
    try:
        if suffix == ".jsonl":
            with opened(path) as (stream, _):
                yield from _json_lines(stream, settings, place, shown_path(path.stem))
        elif suffix == ".json":
            text = decode(read_bytes(path, settings.max_json_bytes), place=place)
            yield from _json(text, settings, place, shown_path(path.stem))
        else:
            yield _single(path, suffix, settings, place)
    except InputError as error:
        yield error


def _single(path: Path, suffix: str, settings: Settings, place: str) -> Article:
    if suffix not in SUFFIXES:
        with opened(path) as (stream, _):
            check_kind(stream.read(16), place=place)
        kinds = ", ".join(SUFFIXES)
        raise InputError(f"is of a kind that is not read: '{suffix}'", place=place, mend=f"give one of {kinds}")
    is_page = suffix in (".html", ".htm")
    text = decode(read_bytes(path, settings.max_bytes), place=place, page=is_page)
    if not text.strip():
        raise InputError("has no text, it is empty", place=place, mend="give it some, or leave it out")
    return to_article(_keys(text, suffix, place), settings, place=place, id=shown_path(path.stem))


def _keys(text: str, suffix: str, place: str) -> dict[str, object]:
    if suffix in (".html", ".htm"):
        return parse_page(text, place=place)
    return parse_markdown(text, place=place) if suffix == ".md" else parse_text(text)


def _json(text: str, settings: Settings, place: str, id: str | None) -> _Results:
    if text.strip():
        yield from parse_json(text, settings, place=place, id=id)
    else:
        yield InputError("has no text, it is empty", place=place, mend="give it some, or leave it out")


def _json_lines(stream: IO[bytes], settings: Settings, place: str, id: str | None) -> _Results:
    lines = byte_lines(stream, settings.max_json_bytes)
    first = next(lines, b"")
    check_kind(first, place=place)
    if first.startswith(_WIDE_MARKS):  # not lines of bytes: the whole has to be decoded
        data = first + stream.read(settings.max_json_bytes)
        check_size(len(data), settings.max_json_bytes, place=place)
        lines, first = iter(decode(data, place=place).encode("utf-8", "replace").split(b"\n")), b""
        yield from parse_jsonl(lines, settings, place=place, id=id)
    elif b"\0" in first:
        raise InputError("holds NUL bytes: it is binary", place=place, mend="save it as UTF-8")
    else:
        yield from parse_jsonl(chain((first,), lines), settings, place=place, id=id)


def _stream(stream: IO[bytes] | IO[str], settings: Settings) -> _Results:
    binary = _binary(stream)
    first = binary.readline(settings.max_json_bytes + 1)
    if _is_object(first):
        lines = chain((first,), byte_lines(binary, settings.max_json_bytes))
        yield from parse_jsonl(lines, settings, place=_STDIN)
        return
    try:
        data = first + binary.read(settings.max_json_bytes + 1)
        check_size(len(data), settings.max_json_bytes, place=_STDIN)
        text = decode(data, place=_STDIN)
        head = text.lstrip("\ufeff \t\r\n")[:200].lower()
        if head.startswith(("<!doctype html", "<html", "<?xml")):
            yield to_article(parse_page(text, place=_STDIN), settings, place=_STDIN)
        elif head.startswith("{") or (head.startswith("[") and head[1:].lstrip()[:1] in ("{", "]", "")):
            yield from parse_json(text, settings, place=_STDIN)
        else:
            yield to_article(parse_text(text), settings, place=_STDIN)
    except InputError as error:
        yield error


def _binary(stream: IO[bytes] | IO[str]) -> IO[bytes]:
    if isinstance(stream, io.TextIOBase):
        buffer: IO[bytes] | None = getattr(stream, "buffer", None)
        return buffer or io.BytesIO(stream.read().encode("utf-8", "surrogatepass"))
    return stream  # type: ignore[return-value]  # not a text stream


def _is_object(line: bytes) -> bool:
    try:
        return line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _sorted_out(
    results: _Results, on_error: Callable[[InputError], object] | None, on_note: Callable[[str], object] | None
) -> Iterator[Article]:
    for result in results:
        if isinstance(result, Article):
            yield result
        elif isinstance(result, str):
            if on_note:
                on_note(result)
        elif on_error:
            on_error(result)
        else:
            raise result


def _unique(articles: Iterator[Article], on_note: Callable[[str], object] | None) -> Iterator[Article]:
    seen: dict[str, Article] = {}
    note = on_note or (lambda _: None)
    for article in articles:
        id = article.id
        if id in seen and seen[id] != article:
            content = repr(replace(article, retrieved=None)).encode("utf-8", "replace")
            article = replace(article, id=f"{id}-{hashlib.sha256(content).hexdigest()[:8]}")
            note(f"{id}: a different article has this id already, this one becomes {article.id}")
        elif id in seen:
            note(f"{id}: given more than once, read once")
        if article.id not in seen:
            seen[article.id] = article
            yield article


__all__ = ["Source", "read", "read_any", "read_path", "read_stdin", "read_text", "text_id"]
