"""From the keys of an article, as a file gives them, to an `Article`; and the JSON and JSON Lines that hold them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, NoReturn

from kg.article.clean import clean_line, clean_text, shown, web_address
from kg.article.files import check_size, decode
from kg.article.language import check_language, detect_language
from kg.errors import InputError
from kg.model import Article

KEYS = ("id", "url", "outlet", "published", "title", "text", "lang", "language")
MAX_CHARS = 2_000_000
_LONGEST = {"id": 200, "title": 1_000, "outlet": 200, "url": 4_000, "lang": 40, "published": 60}
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})([T ].*)?", re.ASCII)
_FIRST_YEAR = 1900
_HOPELESS = 20  # bad articles without a good one: the file is something else


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every article of one reading: the language that is not to be detected, the longest text."""

    language: str | None = None
    max_chars: int = MAX_CHARS

    @property
    def max_bytes(self) -> int:
        """The largest file of one article: four bytes a character, and a head."""
        return 4 * self.max_chars + 4_096

    @property
    def max_json_bytes(self) -> int:
        """The largest JSON file or line: an escaped character takes up to six bytes."""
        return 6 * self.max_chars + 65_536


def to_article(keys: Mapping[str, object], settings: Settings, *, place: str, id: str | None = None) -> Article:
    """The article that `keys` describe; other keys than KEYS are ignored.

    `id` is used where the keys have none; without it a hash of the text. `lang` wins over the language of the
    settings, which wins over detection. Raises InputError, blaming `place` and the key, for the first key at fault.
    """
    text = keys.get("text")
    if text is None:
        _refuse(place, "text", "is missing", 'an article needs the key "text"')
    if not isinstance(text, str):
        _refuse(place, "text", f"must be text, not {shown(text)}", "put the whole text into one string")
    if len(text) > settings.max_chars:
        raise InputError(
            f"has a text of {len(text):,} characters, the limit is {settings.max_chars:,}",
            place=place,
            mend="split it into articles, or raise max_chars",
        )
    text = clean_text(text)
    if not text:
        raise InputError("has no text, it is empty", place=place, mend="give it some, or leave it out")
    stated = _line(keys, "lang", place) or _line(keys, "language", place)
    return Article(
        id=_id(keys, place) or id or text_id(text),
        text=text,
        title=_line(keys, "title", place) or "",
        language=_language(stated, text, settings, place),
        url=_url(keys, place),
        outlet=_line(keys, "outlet", place),
        published=_published(keys, place),
    )


def text_id(text: str) -> str:
    """The id of a text that has no file: the same text has the same id."""
    return "text-" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def parse_json(text: str, settings: Settings, *, place: str, id: str | None = None) -> Iterator[Article | InputError]:
    """The articles of a JSON text that is one object or a list of objects, errors where one cannot be used."""
    try:
        value = _loads(text, place)
    except InputError as error:
        yield error
        return
    if not isinstance(value, list):
        yield _record(value, settings, place, id)
        return
    if not value:
        yield InputError("is an empty list", place=place, mend="give it articles, or leave it out")
    records = (
        _record(item, settings, f"{place}, article {number}", f"{id}-{number}" if id else None)
        for number, item in enumerate(value, 1)
    )
    yield from _until_hopeless(records, place)


def parse_jsonl(
    lines: Iterator[bytes], settings: Settings, *, place: str, id: str | None = None
) -> Iterator[Article | InputError]:
    """The articles of JSON Lines, one object a line; a bad line is an error, the others go on."""
    records = (
        _line_record(line, settings, f"{place}, line {number}", f"{id}-{number}" if id else None)
        for number, line in enumerate(lines, 1)
        if line.strip()
    )
    results = _until_hopeless(records, place)
    first = next(results, None)
    yield first or InputError("has no text, it is empty", place=place, mend="give it articles, or leave it out")
    yield from results


def byte_lines(stream: IO[bytes], limit: int) -> Iterator[bytes]:
    """The lines of a stream; of one longer than `limit` bytes the first `limit` + 1, without ever holding more."""
    while line := stream.readline(limit + 1):
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)


def _until_hopeless(records: Iterator[Article | InputError], place: str) -> Iterator[Article | InputError]:
    good = False
    for bad, result in enumerate(records, 1):
        good = good or isinstance(result, Article)
        yield result
        if bad >= _HOPELESS and not good:
            mend = "give a file of articles, each an object"
            yield InputError(f"its first {bad} articles are all bad, the rest is not read", place=place, mend=mend)
            return


def _line_record(line: bytes, settings: Settings, place: str, id: str | None) -> Article | InputError:
    try:
        check_size(len(line), settings.max_json_bytes, place=place)
        return _record(_loads(decode(line.rstrip(b"\r\n"), place=place), place), settings, place, id)
    except InputError as error:
        return error


def _record(value: object, settings: Settings, place: str, id: str | None) -> Article | InputError:
    if not isinstance(value, _Object):
        message = f'must be an object with the key "text", not {shown(value)}'
        return InputError(message, place=place, mend='{"text": "…", …}')
    try:
        for key in value.twice:
            _refuse(place, key, "is given twice", "leave one of them")
        return to_article(value, settings, place=place, id=id)
    except InputError as error:
        return error


class _Object(dict[str, object]):
    """A JSON object that remembers which keys of an article it was given twice."""

    __slots__ = ("twice",)

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        names = [key for key, _ in pairs] if len(self) < len(pairs) else []
        self.twice = [key for key in KEYS if names.count(key) > 1]


def _loads(text: str, place: str) -> object:
    try:
        return json.loads(text.lstrip("\ufeff"), object_pairs_hook=_Object, parse_int=_integer)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if "\n" in text.strip() else f"column {error.colno}"
        raise InputError(f"is not JSON: {error.msg} ({where})", place=place, mend="correct it there") from None
    except RecursionError:
        raise InputError("is nested too deep to be an article", place=place, mend="check what wrote it") from None


def _integer(digits: str) -> float:
    return int(digits) if len(digits) <= 40 else float("inf")  # Python refuses thousands of digits, and is slow before


def _id(keys: Mapping[str, object], place: str) -> str | None:
    value = keys.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _line(keys, "id", place)


def _line(keys: Mapping[str, object], key: str, place: str) -> str | None:
    value = keys.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        _refuse(place, key, f"must be text, not {shown(value)}", "put it in quotation marks, or leave it out")
    longest = _LONGEST.get(key, 40)
    if len(value) > longest:
        _refuse(place, key, f"has {len(value):,} characters, the limit is {longest:,}", "shorten it")
    return clean_line(value) or None


def _language(stated: str | None, text: str, settings: Settings, place: str) -> str:
    if stated:
        return check_language(stated, place=f'{place}, key "lang"')
    return settings.language or detect_language(text, place=place)


def _published(keys: Mapping[str, object], place: str) -> str | None:
    value = _line(keys, "published", place)
    if value is None:
        return None
    found = _DATE.fullmatch(value)
    try:
        day = date.fromisoformat(found.group(1)) if found else None
        if found and found.group(2):
            datetime.fromisoformat(value)  # a date-time counts as the day it names, in its own time zone
    except ValueError:
        day = None
    if day is None or day.year < _FIRST_YEAR:
        _refuse(place, "published", f"is not a day: {shown(value)}", "write it as YYYY-MM-DD, or leave it out")
    return day.isoformat()


def _url(keys: Mapping[str, object], place: str) -> str | None:
    value = _line(keys, "url", place)
    address = web_address(value) if value else None
    if value and not address:
        _refuse(place, "url", f"is not a web address: {shown(value)}", "write https://…, or leave it out")
    return address


def _refuse(place: str, key: str, message: str, mend: str) -> NoReturn:
    raise InputError(message, place=f'{place}, key "{key}"', mend=mend)
