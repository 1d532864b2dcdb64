"""Gold annotation: one JSON object a document, with its text, its entities and its claims.

The keys are those of `Extraction.to_dict()`: a document is scored by laying one beside the other. A claim may be marked
`"optional": true`: a borderline case, neither a miss when absent nor a false alarm when found.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.model import Article


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity: its usual English name and the strings of the text that stand for it."""

    id: str
    name: str
    type: str
    wikidata: str | None
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """A claim, of gold or as read. `roles` maps a role to entity ids; `modalities` are those that count as right."""

    type: str
    roles: Mapping[str, tuple[str, ...]]
    modalities: tuple[str, ...]
    amount: tuple[float, str] | None
    time: tuple[str | None, str | None] | None
    sources: tuple[str, ...]
    deniers: tuple[str, ...]
    evidence: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that one side says about a document."""

    things: tuple[Thing, ...]
    deals: tuple[Deal, ...]

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Sheet:
        """From gold or from `Extraction.to_dict()`; KeyError, TypeError or ValueError where a key is missing or odd."""
        return cls(tuple(map(_thing, data["entities"])), tuple(map(_deal, data["claims"])))


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with what a careful reader finds in it, and the file it comes from."""

    article: Article
    sheet: Sheet
    file: str


def read_gold(paths: Sequence[str | Path], on_error: Callable[[InputError], None] | None = None) -> list[GoldDocument]:
    """All gold documents of files (`.json`, `.jsonl`) and folders, sorted by id.

    Versions of a story that are not annotated themselves (a key "story", no key "claims") are passed over.

    A document that cannot be read is told to `on_error` with file, line and key, and the rest goes on; without
    `on_error` it raises InputError. Two documents of one id are such an error.
    """
    found: dict[str, GoldDocument] = {}
    for path in map(Path, paths):
        for place, text in documents(path):
            try:
                data = parsed(text, place)
                if "story" in data and "claims" not in data:
                    continue
                document = _document(data, place)
                if document.article.id in found:
                    first = found[document.article.id].file
                    raise InputError(
                        f"id {document.article.id!r} is taken by {first}", place=place, mend="give it another"
                    )
            except InputError as error:
                if on_error is None:
                    raise
                on_error(error)
            else:
                found[document.article.id] = document
    return [found[id] for id in sorted(found)]


def documents(path: Path) -> Iterator[tuple[str, str | InputError]]:
    """Every document of a file or folder: the place for messages, and its text or what hinders."""
    files = sorted(p for p in path.rglob("*") if p.suffix in (".json", ".jsonl")) if path.is_dir() else [path]
    if not files:
        yield str(path), InputError("no gold in this folder", place=str(path), mend="gold files end in .json or .jsonl")
    for file in files:
        try:
            text = file.read_text("utf-8")
        except FileNotFoundError:
            yield str(file), InputError("no such file", place=str(file))
        except UnicodeDecodeError:
            yield str(file), InputError("not UTF-8 text", place=str(file), mend="save it as UTF-8")
        else:
            if file.suffix == ".jsonl":
                lines = enumerate(text.splitlines(), start=1)
                yield from ((f"{file}:{number}", line) for number, line in lines if line.strip())
            else:
                yield str(file), text


def parsed(text: str | InputError, place: str) -> dict[str, Any]:
    """The JSON object; InputError if it is none."""
    if isinstance(text, InputError):
        raise text
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON: {error.msg}", place=f"{place}:{error.lineno}", mend="mend it there") from None
    if not isinstance(data, dict):
        raise InputError("not a gold document: no JSON object", place=place, mend="see `kg evaluate --help`")
    return data


def article(data: Mapping[str, Any]) -> Article:
    """The text of a document; KeyError, TypeError or ValueError where a key is missing or odd."""
    return Article(
        str(data["id"]),
        str(data["text"]),
        str(data.get("title") or ""),
        str(data["lang"]),
        data.get("url"),
        data.get("outlet"),
        data.get("published"),
    )


def _document(data: Mapping[str, Any], place: str) -> GoldDocument:
    try:
        return GoldDocument(article(data), Sheet.from_dict(data), place)
    except KeyError as error:
        raise InputError(f"key {error} is missing", place=place, mend="see `kg evaluate --help`") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(f"not a gold document: {error}", place=place, mend="see `kg evaluate --help`") from None


def _thing(data: Mapping[str, Any]) -> Thing:
    mentions = tuple(str(m["text"] if isinstance(m, Mapping) else m) for m in data.get("mentions") or ())
    return Thing(str(data["id"]), str(data["name"]), str(data["type"]), data.get("wikidata"), mentions)


def _deal(data: Mapping[str, Any]) -> Deal:
    amount, time = data.get("amount"), data.get("time")
    return Deal(
        str(data["type"]),
        {str(role): tuple(ids) for role, ids in (data.get("roles") or {}).items() if ids},
        (str(data["modality"]), *data.get("modality_ok", ())),
        (float(amount["value"]), str(amount["currency"])) if amount else None,
        (time.get("start"), time.get("end")) if time else None,
        tuple(data.get("attributed_to") or ()),
        tuple(data.get("disputed_by") or ()),
        tuple(data.get("evidence") or ()),
        bool(data.get("optional")),
    )
