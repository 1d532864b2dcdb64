"""The gazetteer: known entities of the trade, and an index from printed names to them.

Source: `ontology/gazetteer/*.ttl`. A label is found whatever its hyphens and white space; a name that starts with a
capital is only found capitalised. Ambiguous labels and metonyms are found too, but marked: the reader decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyoxigraph

from kg.errors import DataError
from kg.lang.tokens import words_of
from kg.resources import gazetteer_dir

TYPES = {
    "Company": "company",
    "GovernmentBody": "government_body",
    "Product": "product",
    "ProductFamily": "product_family",
    "Technology": "technology",
    "Facility": "facility",
    "Place": "place",
    "Person": "person",
    "Media": "media",
    "Policy": "policy",
}
LABELS = {
    "prefLabel": "label",
    "altLabel": "label",
    "hiddenLabel": "label",
    "ambiguousLabel": "ambiguous",
    "metonym": "metonym",
    "demonym": "demonym",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One known entity. References to other entities (`maker`, `country`, …) are entity ids."""

    id: str
    name: str
    type: str
    wikidata: str | None = None
    generic: bool = False
    maker: str | None = None
    family: str | None = None
    variant_of: str | None = None
    country: str | None = None
    city: str | None = None
    parent: str | None = None
    works_for: str | None = None
    sectors: tuple[str, ...] = ()
    labels: tuple[tuple[str, str, str], ...] = ()  # (text, language or "", kind)


@dataclass(frozen=True, slots=True)
class Label:
    """A printed name in the index."""

    entry: Entry
    text: str
    language: str
    kind: str  # label, ambiguous, metonym


@dataclass(slots=True)
class Node:
    """One step in the trie of label tokens."""

    next: dict[str, Node] = field(default_factory=dict)
    labels: list[Label] = field(default_factory=list)


class Gazetteer:
    """Entries by id, a trie of their labels by token, and demonyms by country."""

    def __init__(self, entries: Iterable[Entry], split: Callable[[str], list[str]] = words_of) -> None:
        self._split = split
        self.entries: dict[str, Entry] = {e.id: e for e in entries}
        self.root = Node()
        self.demonyms: dict[tuple[str, str], str] = {}  # (word, language) -> place id
        for entry in self.entries.values():
            for text, language, kind in entry.labels:
                if kind == "demonym":
                    self.demonyms[text.casefold(), language] = entry.id
                else:
                    self._index(Label(entry, text, language, kind))

    def _index(self, label: Label) -> None:
        node = self.root
        words = self._split(label.text)
        # "the U.S." must not hide "U.S. Department of Commerce"
        strip = words[:1] == ["the"] and len(words) > 1 and label.entry.type in ("place", "government_body")
        for word in words[1:] if strip else words:
            node = node.next.setdefault(word, Node())
        if node is not self.root:
            node.labels.append(label)

    def read_by(self, language: str, split: Callable[[str], list[str]]) -> Gazetteer:
        """The same entries with the labels that texts of one language print, cut into words by `split`."""
        kept = ("", "en", language)
        return Gazetteer(
            (
                replace(e, labels=tuple(x for x in e.labels if x[1].split("-")[0] in kept))
                for e in self.entries.values()
            ),
            split,
        )

    def get(self, id: str | None) -> Entry | None:
        """The entry with this id, or None."""
        return self.entries.get(id) if id else None


def load_entries(folder: Path) -> list[Entry]:
    """All entries of a folder of Turtle files, sorted by id; DataError names the file that does not parse."""
    facts: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for path in sorted(folder.glob("*.ttl")):
        try:
            for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
                _collect(quad, facts)
        except (SyntaxError, ValueError, OSError) as error:
            raise DataError(str(error), place=path.name, mend="mend the Turtle") from error
    return [_entry(key, facts[key]) for key in sorted(facts) if facts[key].get("type")]


def _collect(quad: Any, facts: dict[str, dict[str, list[tuple[str, str]]]]) -> None:
    key = _entity_id(quad.subject.value) if isinstance(quad.subject, pyoxigraph.NamedNode) else None
    if not key:
        return
    name = quad.predicate.value.replace("#", "/").rsplit("/", 1)[1]
    value = quad.object
    language = (value.language or "") if isinstance(value, pyoxigraph.Literal) else ""
    facts.setdefault(key, {}).setdefault(name, []).append((value.value, language))


def _entity_id(iri: str) -> str | None:
    return iri.split("/entity/", 1)[1] if "/entity/" in iri and "wikidata.org" not in iri else None


def _entry(key: str, facts: Mapping[str, list[tuple[str, str]]]) -> Entry:
    def ref(name: str) -> str | None:
        return _entity_id(facts[name][0][0]) if name in facts else None

    kind = facts["type"][0][0].rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    name = next((text for text, language in sorted(facts.get("prefLabel", ())) if language == "en"), None)
    if kind not in TYPES or name is None:
        raise DataError(
            "needs a class of the ontology and an English prefLabel", place=key, mend="see ontology/chip.ttl"
        )
    labels = {
        (text, language, mark) for source, mark in LABELS.items() for text, language in facts.get(source, ()) if text
    }
    # a text that is marked as ambiguous is so even where it is the entity's English name ("Linde")
    unsure = {text for text, _, mark in labels if mark == "ambiguous"}
    labels = {label for label in labels if label[2] != "label" or label[0] not in unsure}
    same = sorted(v for v, _ in facts.get("sameAs", ()) if "wikidata.org/entity/Q" in v)
    return Entry(
        key,
        name,
        TYPES[kind],
        same[0].rsplit("/", 1)[1] if same else None,
        any(v == "true" for v, _ in facts.get("generic", ())),
        ref("maker"),
        ref("memberOf"),
        ref("variantOf"),
        ref("country"),
        facts["city"][0][0] if "city" in facts else None,
        ref("parent"),
        ref("worksFor"),
        tuple(sorted(v for v, _ in facts.get("sector", ()))),
        tuple(sorted(labels)),
    )


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer that travels with the package, read once."""
    return Gazetteer(load_entries(gazetteer_dir()))
