"""Is a language pack sound? Its keys and lists, what they refer to, and whether its examples are read as they say."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_args

from kg.errors import DataError, KgError
from kg.evaluate.claim_lines import found, lines_of, parse
from kg.evaluate.pack_hints import pack_hints
from kg.extract.dates import DateReader
from kg.extract.quantities import FoundQuantity, QuantityReader
from kg.gazetteer import gazetteer
from kg.lang import load
from kg.lang.pack import FILES
from kg.lang.tokens import words_of
from kg.model import Amount, Article, Modality
from kg.pipeline import extract
from kg.resources import language_dir

KINDS: dict[str, type | tuple[type, ...]] = {
    "flag": bool,
    "text": str,
    "words": list,
    "phrases": list,
    "endings": list,
    "texts": list,
    "numbers": list,
    "table": dict,
    "blocks": list,
}
WORD_KINDS = ("verb", "noun", "role_noun", "adjective", "phrase")
TRIGGER_KEYS = frozenset({"frame", "modality", "voice", *WORD_KINDS})
CUE_KEYS = frozenset({"modality", "position", "strength", "claims", "words"})
EXAMPLE_KEYS = frozenset({"text", "claims", "published", "open"})


@dataclass(frozen=True, slots=True)
class PackFault:
    """What is wrong with a pack: the file, the key, the entry (empty if it is the key itself), and why."""

    file: str
    key: str
    entry: str
    why: str

    def __str__(self) -> str:
        place = f"{self.file} [{self.key}]" if self.key else self.file
        return f"{place} {self.entry!r}: {self.why}" if self.entry else f"{place}: {self.why}"


@dataclass(frozen=True, slots=True)
class PackReport:
    """A checked pack: how many examples ran, how many of them are goals not yet reached, faults, and what it lacks."""

    code: str
    examples: int
    goals: int
    faults: tuple[PackFault, ...]
    hints: tuple[str, ...] = ()


def check_pack(code: str) -> PackReport:
    """Check one language pack. DataError if there is none of that code."""
    folder = language_dir() / code
    if not folder.is_dir():
        raise DataError(f"no language pack for {code!r}", place=str(code), mend="`kg languages` lists them")
    faults = list(check_files(code))
    if any(fault.why.startswith("no TOML") for fault in faults):
        return PackReport(code, 0, 0, tuple(faults))
    try:
        load(code)
    except (KgError, ValueError, KeyError) as error:
        return PackReport(code, 0, 0, (*faults, PackFault(f"{code}/", "", "", str(error))))
    faults += [*check_words(code), *check_names(code)]
    sentences = _table(f"{code}/examples.toml").get("example", [])
    faults += check_examples(code, sentences)
    faults += check_dates(code)
    faults += check_quantities(code)
    figures = sum(len(_table(f"{code}/{name}.toml").get("example", [])) for name in ("dates", "quantities"))
    goals = sum(bool(example.get("open")) for example in sentences)
    return PackReport(code, len(sentences) + figures, goals, tuple(faults), tuple(pack_hints(code)))


# --- keys and lists ------------------------------------------------------------------------------------------
@lru_cache(maxsize=1)
def _schema() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads((language_dir() / "schema.toml").read_text("utf-8"))


def _table(file: str) -> dict[str, Any]:
    path = language_dir() / file
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def check_files(code: str) -> Iterator[PackFault]:
    """The ten files: there, readable, with the keys and kinds of `schema.toml`, and no word twice in a list."""
    for name in (*FILES, "examples"):
        file = f"{code}/{name}.toml"
        path = language_dir() / file
        if not path.is_file():
            yield PackFault(file, "", "", "the file is missing")
            continue
        try:
            data = tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            yield PackFault(file, "", "", f"no TOML: {error}")
            continue
        if name in _schema():
            yield from _keys(file, data, _schema()[name])


def _keys(file: str, data: Mapping[str, Any], schema: Mapping[str, Sequence[str]]) -> Iterator[PackFault]:
    for key, (kind, _) in schema.items():
        if kind.endswith("!") and key not in data:
            yield PackFault(file, key, "", "the key is missing")
    for key, value in data.items():
        if key not in schema:
            yield PackFault(file, key, "", "nothing reads this key (if something does, schema.toml is to name it)")
            continue
        kind = schema[key][0].rstrip("!")
        if not isinstance(value, KINDS[kind]):
            yield PackFault(file, key, "", f"is to be of the kind {kind}")
        elif isinstance(value, list) and kind in ("words", "phrases", "endings"):
            yield from _list(file, key, value, kind)


def _list(file: str, key: str, values: Sequence[object], kind: str) -> Iterator[PackFault]:
    seen: set[str] = set()
    for value in values:
        if not isinstance(value, str) or (not value.strip() and kind != "endings"):
            yield PackFault(file, key, str(value), "is no word")
        elif unicodedata.normalize("NFC", value) != value:
            yield PackFault(file, key, value, "is not in Unicode normal form C")
        elif kind == "words" and value != value.lower():
            yield PackFault(file, key, value, "has a capital; this list is in lower case")
        elif value in seen:
            yield PackFault(file, key, value, "stands twice")
        else:
            seen.add(value)


# --- what the words refer to ---------------------------------------------------------------------------------
def check_words(code: str) -> Iterator[PackFault]:
    """Triggers, cues, unnamed sources, people: references lead somewhere, and no word says two things."""
    language = load(code)
    yield from _triggers(f"{code}/triggers.toml", language.data["triggers"].get("trigger", ()))
    yield from _cues(f"{code}/modality.toml", language.data["modality"].get("cue", ()))
    yield from _unique(
        f"{code}/attribution.toml",
        "unnamed",
        (phrase for block in language.data["attribution"].get("unnamed", ()) for phrase in block["phrases"]),
    )
    descriptions = f"{code}/descriptions.toml"
    for people, place in language.data["descriptions"].get("people", {}).items():
        if gazetteer().get(place) is None:
            yield PackFault(descriptions, "people", people, f"the gazetteer has no {place}")
    yield from _unique(
        descriptions,
        "noun",
        (form for block in language.data["descriptions"].get("noun", ()) for form in block["forms"]),
    )


@lru_cache(maxsize=1)
def _owners() -> Mapping[str, tuple[str, ...]]:
    """The entities that a sure name stands for, by its words."""
    found: dict[str, set[str]] = {}
    for entry in gazetteer().entries.values():
        for text, _, kind in entry.labels:
            if kind == "label":
                found.setdefault(" ".join(words_of(text)).casefold(), set()).add(entry.id)
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


def check_names(code: str) -> Iterator[PackFault]:
    """The names in the gazetteer that are tagged with the language: one goes to one thing, or is an ambiguousLabel."""
    owners = _owners()
    for entry in gazetteer().entries.values():
        for text, language, kind in entry.labels:
            several = (
                owners.get(" ".join(words_of(text)).casefold(), ()) if language == code and kind == "label" else ()
            )
            if len(several) > 1 and entry.id in several:
                yield PackFault("ontology/gazetteer", f"@{code}", text, f"stands for {' and '.join(several)}")


def _triggers(file: str, blocks: Sequence[Mapping[str, Any]]) -> Iterator[PackFault]:
    seen: set[tuple[str, str, str]] = set()
    for block in blocks:
        frame = str(block.get("frame"))
        for key in sorted(set(block) - TRIGGER_KEYS):
            yield PackFault(file, f"trigger {frame}", key, "nothing reads this key")
        if block.get("modality") not in (None, *get_args(Modality)):
            yield PackFault(file, f"trigger {frame}", str(block["modality"]), "is no modality")
        for kind in WORD_KINDS:
            for word in block.get(kind, ()):
                if (frame, kind, word) in seen:
                    yield PackFault(file, f"trigger {frame} {kind}", word, "stands twice")
                seen.add((frame, kind, word))


def _cues(file: str, blocks: Sequence[Mapping[str, Any]]) -> Iterator[PackFault]:
    for block in blocks:
        modality = str(block.get("modality"))
        if modality not in get_args(Modality):
            yield PackFault(file, "cue", modality, "is no modality")
        for key in sorted(set(block) - CUE_KEYS):
            yield PackFault(file, f"cue {modality}", key, "nothing reads this key")
        if block.get("position", "any") not in ("any", "before", "after"):
            yield PackFault(file, f"cue {modality}", str(block["position"]), "is no position: before, after or any")
    yield from _unique(file, "cue", (word for block in blocks for word in block.get("words", ())))


def _unique(file: str, key: str, words: Iterator[str]) -> Iterator[PackFault]:
    seen: set[str] = set()
    for word in words:
        if word.casefold() in seen:
            yield PackFault(file, key, word, "stands twice")
        seen.add(word.casefold())


# --- examples ------------------------------------------------------------------------------------------------
def check_examples(code: str, examples: Sequence[Mapping[str, Any]]) -> Iterator[PackFault]:
    """The sentences of `examples.toml`. One marked `open = true` is a goal: it is a fault only once it is reached."""
    file = f"{code}/examples.toml"
    seen: set[str] = set()
    for example in examples:
        text = str(example.get("text", ""))
        if not EXAMPLE_KEYS.issuperset(example) or "claims" not in example or not text:
            yield PackFault(file, "example", text, f"an example has the keys {', '.join(sorted(EXAMPLE_KEYS))}")
            continue
        if text in seen:
            yield PackFault(file, "example", text, "stands twice")
        seen.add(text)
        why = _misread(code, text, example["claims"], example.get("published"))
        if example.get("open"):
            why = "" if why else "is read by now: take `open` away"
        if why:
            yield PackFault(file, "example", text, why)


def _misread(code: str, text: str, lines: Sequence[str], published: str | None) -> str:
    extraction = extract(Article("example", text, language=code, published=published))
    if not lines:
        given = "; ".join(lines_of(extraction))
        return f"must yield no claim, but gives {given}" if given else ""
    try:
        missed = [line for line in lines if not found(parse(line), extraction)]
    except ValueError as error:
        return str(error)
    if not missed:
        return ""
    given = "; ".join(lines_of(extraction)) or "no claim"
    return f"does not yield {'; '.join(missed)}, but gives {given}"


def check_dates(code: str) -> Iterator[PackFault]:
    """The examples of `dates.toml`."""
    data = _table(f"{code}/dates.toml")

    def read(example: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [
            {"text": f.period.text, "start": f.period.start or "", "end": f.period.end or "", "kind": f.kind}
            for f in reader.read(example["text"], example.get("published"))
        ]

    reader = DateReader(data)
    yield from _figures(f"{code}/dates.toml", data, read, {})


def check_quantities(code: str) -> Iterator[PackFault]:
    """The examples of `quantities.toml`."""
    data = _table(f"{code}/quantities.toml")
    reader = QuantityReader(data)
    usual = {"approx": "exact", "per": None, "alt": None}
    yield from _figures(f"{code}/quantities.toml", data, lambda e: list(map(_described, reader.read(e["text"]))), usual)


def _described(found: FoundQuantity) -> dict[str, Any]:
    alt = found.alt.currency if isinstance(found.alt, Amount) else None
    return {**found.value.to_dict(), "per": found.per, "alt": alt}


def _figures(
    file: str,
    data: Mapping[str, Any],
    read: Callable[[Mapping[str, Any]], list[dict[str, Any]]],
    usual: Mapping[str, Any],
) -> Iterator[PackFault]:
    """`usual` holds what an example means where it says nothing."""
    for example in data.get("example", ()):
        got = read(example)
        wanted = [{**usual, **find} for find in example["find"]]
        shown = [{key: g.get(key) for key in w} for g, w in zip(got, wanted, strict=False)]
        if len(got) != len(wanted) or shown != wanted:
            yield PackFault(file, "example", example["text"], f"gives {got}")
