"""Bytes from the file system, without ever waiting for a pipe, filling the memory or walking in circles."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import InputError

SUFFIXES = (".html", ".htm", ".json", ".jsonl", ".md", ".txt")
_NOT_ARTICLES = re.compile(r"(readme|licen[cs]e|notice|changelog|contributing)\b", re.IGNORECASE)
_SIGNATURES = {
    b"\x1f\x8b": "a gzip file",
    b"PK\x03\x04": "a ZIP file",
    b"PK\x05\x06": "an empty ZIP file",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ\x00": "an xz file",
    b"7z\xbc\xaf": "a 7-Zip file",
    b"\x28\xb5\x2f\xfd": "a zstd file",
    b"%PDF-": "a PDF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "an RTF file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\xef\xbb\xbf", "utf-8"),
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_OLD_CHARSETS = re.compile(
    r"(iso[-_]?8859[-_]\d{1,2}|latin-?1|windows-12\d\d|cp12\d\d|us-ascii|koi8-[ru]|gbk|gb2312|gb18030|big5"
    r"|shift[-_]jis|euc-(jp|kr)|iso-2022-jp|windows-31j)",
    re.IGNORECASE,
)


def shown_path(path: str | os.PathLike[str]) -> str:
    """A path for a message: as given, with nothing in it that a terminal would obey."""
    return "".join(char if char.isprintable() else "\ufffd" for char in os.fspath(path))


@contextmanager
def opened(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """A regular file for reading, and its size in bytes. Raises InputError for anything else, without blocking."""
    place = shown_path(path)
    with file_errors(path):
        if not stat.S_ISREG(path.stat().st_mode):
            raise _not_a_file(place)
        # Without waiting: between the two looks the file may have been changed for a pipe.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise _not_a_file(place)
            yield stream, os.fstat(handle).st_size


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Turns what the system says about `path` into InputError."""
    try:
        yield
    except OSError as error:
        raise InputError(*_reason(error), place=shown_path(path), mend=_mend(error)) from None
    except ValueError as error:
        if isinstance(error, UnicodeEncodeError) or "null" in str(error):
            raise InputError("is not a name a file can have", place=shown_path(path), mend="check the path") from None
        raise


def read_bytes(path: Path, limit: int) -> bytes:
    """The whole file. Raises InputError if it has more than `limit` bytes, without having read them."""
    with opened(path) as (stream, size):
        data = b"" if size > limit else stream.read(limit + 1)
        check_size(max(size, len(data)), limit, place=shown_path(path))
        return data


def check_size(size: int, limit: int, *, place: str) -> None:
    """Raises InputError, blaming `place`, if `size` bytes are more than `limit`."""
    if size > limit:
        raise InputError(
            f"is too large for one article: {size / 1e6:.1f} MB, the limit is {limit / 1e6:.1f} MB",
            place=place,
            mend="split it into articles (.jsonl: one a line), or raise max_chars",
        )


def decode(data: bytes, *, place: str, page: bool = False) -> str:
    """The characters of a file in UTF-8, or in UTF-16 or UTF-32 that begins with a byte order mark.

    A web page (`page`) may also be in an older encoding that it declares. Raises InputError, blaming `place`, for
    anything else.
    """
    check_kind(data, place=place)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, place)
    if b"\0" in data:
        raise InputError(
            "holds NUL bytes: it is binary, or UTF-16 without a byte order mark", place=place, mend="save it as UTF-8"
        )
    declared = _CHARSET.search(data[:4096]) if page else None
    if declared and not _is_utf8(data):
        charset = declared.group(1).decode("ascii")
        if _OLD_CHARSETS.fullmatch(charset):
            return data.decode(charset, "replace")
    return _decoded(data, "utf-8", place)


def check_kind(data: bytes, *, place: str) -> None:
    """Raises InputError, blaming `place`, if the first bytes are those of an archive, a picture and the like."""
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise InputError(f"is {kind}, not text", place=place, mend="unpack or convert it first")


def walk(folder: Path) -> Iterator[Path | InputError | str]:
    """What a folder holds, in the order of the names: articles, errors, and notes on what is passed over.

    Hidden files, links to folders, files of other kinds and a README, LICENSE, ... are passed over.
    """
    stack = [folder]
    while stack:
        path = stack.pop()
        try:
            with file_errors(path):
                kind = _look(path, outermost=path == folder)
                if kind is None:
                    # By bytes, so that the order is the same everywhere; a stack, so that depth does not matter.
                    stack += sorted(path.iterdir(), key=lambda entry: os.fsencode(entry.name), reverse=True)
        except InputError as error:
            yield error
            continue
        if kind == "article":
            yield path
        elif kind:
            yield f"{shown_path(path)}: {kind}, passed over"


def _look(path: Path, *, outermost: bool) -> str | None:
    """None for a folder to be walked, "article", "" for what is passed over silently, or why it is passed over."""
    if outermost:
        return None
    if path.name.startswith("."):
        return ""
    if path.is_dir():
        return "a link to a folder" if path.is_symlink() else None
    if path.suffix.lower() not in SUFFIXES:
        return "not a kind of file that is read"
    return "not an article by its name" if _NOT_ARTICLES.match(path.name) else "article"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, encoding: str, place: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"is not {encoding.upper()}: byte 0x{data[error.start]:02x} at position {error.start}, line {line}",
            place=place,
            mend="save it as UTF-8; it may be in Latin-1 or Windows-1252",
        ) from None


def _not_a_file(place: str) -> InputError:
    return InputError("is not a regular file but a pipe, device or the like", place=place, mend="give a file or folder")


def _reason(error: OSError) -> tuple[str]:
    reasons = {
        FileNotFoundError: "does not exist",
        PermissionError: "may not be read",
        IsADirectoryError: "is a folder",
        NotADirectoryError: "is not a folder",
    }
    return (reasons.get(type(error), f"cannot be read: {error.strerror or error}"),)


def _mend(error: OSError) -> str:
    mends = {FileNotFoundError: "check the path", PermissionError: "check its permissions"}
    return mends.get(type(error), "check the path and what links point to")
