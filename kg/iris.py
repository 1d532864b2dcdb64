"""The one place that mints IRIs. Every IRI follows from what it names: reading an article twice changes nothing."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from kg.model import Span

BASE: Final = "https://w3id.org/chip-supply-kg/"
SOFTWARE: Final = "chip-supply-kg"

KINDS: Final[Mapping[str, str]] = {
    "company": "company",
    "government_body": "body",
    "product": "product",
    "product_family": "family",
    "technology": "technology",
    "facility": "facility",
    "place": "place",
    "person": "person",
    "media": "media",
    "policy": "policy",
}
"""Entity type -> first part of an entity id ("government_body" -> "body/us-department-of-commerce")."""

_TYPES: Final = {kind: type_ for type_, kind in KINDS.items()}
_HEX = 16
_VARIANT: Final = re.compile("[\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def short_hash(*parts: str) -> str:
    """16 hex digits that stand for these strings; ("a", "b") and ("ab",) differ."""
    joined = "\x1f".join(unicodedata.normalize("NFC", part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_HEX]


def slug(name: str) -> str:
    """A name as a path segment: "Südwest-Chips AG" -> "sudwest-chips-ag", "長江存儲" stays "長江存儲".

    Latin letters lose their accents, so that "Nexperia" and "Néxperia" meet; letters of other scripts stay as they
    are (NFC), since an IRI may hold them. Everything else becomes one hyphen. A name without any letter or digit
    gets a short hash, so that no slug is empty.
    """
    kept: list[str] = []
    latin = False
    for char in unicodedata.normalize("NFD", name.casefold()):
        if _VARIANT.match(char):  # how a glyph is drawn: the same name, and no IRI may hold those of plane 14
            continue
        if not unicodedata.combining(char):
            latin = char < "\u0250"
            kept.append(char)
        elif not latin:  # a voiced kana or a Hangul vowel is a letter of its own, not an accent
            kept.append(char)
    text = unicodedata.normalize("NFC", "".join(kept)).replace("&", " and ")
    out = "-".join("".join(c if _is_letter(c) else " " for c in text).split())
    return out or "x-" + short_hash(name)


def kind_of(entity_type: str) -> str:
    """The first part of an entity's id for its type ("product_family" -> "family"); KeyError if no such type."""
    return KINDS[entity_type]


def type_of(entity_id: str) -> str:
    """The type an entity id speaks of ("family/nvidia-blackwell" -> "product_family"); KeyError if none."""
    return _TYPES[entity_id.split("/", 1)[0]]


def entity_id(entity_type: str, name: str) -> str:
    """The id of a provisional entity: ("company", "Foo Chips Ltd") -> "company/foo-chips-ltd"."""
    return f"{kind_of(entity_type)}/{slug(name)}"


def claim_id(
    article_id: str,
    type: str,
    roles: Mapping[str, Sequence[str]],
    spans: Iterable[Span | tuple[int, int]],
) -> str:
    """16 hex digits from article, evidence, type and roles: the same claim read again has the same id.

    `roles` maps a role to entity ids; the order of roles and of spans does not matter, the order of the ids within
    a role does (a product relation has a subject and an object).
    """
    filled = [f"{role}={','.join(ids)}" for role, ids in sorted(roles.items()) if ids]
    places = {(s.start, s.end) if isinstance(s, Span) else (s[0], s[1]) for s in spans}
    return short_hash(article_id, type, ";".join(filled), ";".join(f"{a}-{b}" for a, b in sorted(places)))


def safe(text: str) -> str:
    """`text` as one path segment of an IRI: letters of every script stay, what an IRI may not hold is escaped."""
    text = unicodedata.normalize("NFC", text)
    return "".join(c if _fits(c) else quote(c, safe="", errors="surrogatepass") for c in text)


def _fits(char: str) -> bool:
    return char in "-._~" or _is_letter(char)


def _is_letter(char: str) -> bool:
    # marks as well: a Hindi vowel sign is one; not private-use or format characters, which no one can see
    return unicodedata.category(char)[0] in "LNM"


@dataclass(frozen=True, slots=True)
class Minter:
    """Mints the IRIs of one knowledge graph below `base`, which ends in "/" or "#"."""

    base: str = BASE

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]", self.base):
            raise ValueError(f"base IRI {self.base!r} must be absolute and end in '/' or '#'")

    def _iri(self, *segments: str) -> str:
        return self.base + "/".join(segments)

    def entity(self, id: str) -> str:
        """The IRI of an entity id ("company/bytedance")."""
        return self._iri("entity", *(safe(part) for part in id.split("/")))

    def entity_id(self, iri: str) -> str | None:
        """The entity id in an IRI of this graph, or None if the IRI names something else."""
        head = self.base + "entity/"
        return unquote(iri[len(head) :]) if iri.startswith(head) else None

    def article(self, id: str) -> str:
        """The IRI of an article, whatever its id is (a path, an address, a number)."""
        return self._iri("article", safe(id))

    def article_id(self, iri: str) -> str | None:
        """The article id in an IRI of this graph, or None."""
        head = self.base + "article/"
        return unquote(iri[len(head) :], errors="surrogatepass") if iri.startswith(head) else None

    def claim(self, id: str) -> str:
        """The IRI of a claim id (see `claim_id`)."""
        return self._iri("claim", safe(id))

    def claim_part(self, id: str, part: str, *keys: str) -> str:
        """The IRI of a node that belongs to one claim: its amount, its time, the second filler of a role."""
        return self._iri("claim", safe(id), safe(part), *(safe(key) for key in keys))

    def span(self, article_id: str, start: int, end: int) -> str:
        """The IRI of a stretch of an article's text."""
        return self._iri("span", safe(article_id), f"{start}-{end}")

    def evidence(self, article_id: str, start: int, end: int) -> str:
        """The IRI of an evidence sentence; claims of one article that rest on the same sentence share it."""
        return self._iri("evidence", safe(article_id), f"{start}-{end}")

    def mention(self, article_id: str, start: int, end: int, entity_id: str) -> str:
        """The IRI of a mention of an entity."""
        return self._iri("mention", safe(article_id), f"{start}-{end}", *(safe(p) for p in entity_id.split("/")))

    def source(self, name: str) -> str:
        """The IRI of a source that has no entity ("two government sources"), the same in all articles."""
        return self._iri("source", f"{slug(name)[:60].rstrip('-')}-{short_hash(name)[:8]}")

    def event(self, id: str) -> str:
        """The IRI of an event id."""
        return self._iri("event", safe(id))

    def run(self, article_id: str, version: str) -> str:
        """The IRI of the reading of one article by one version of this software."""
        return self._iri("run", safe(version), safe(article_id))

    def software(self, version: str) -> str:
        """The IRI of one version of this software."""
        return self._iri("software", SOFTWARE, safe(version))

    def claims_graph(self, article_id: str) -> str:
        """The named graph that holds an article's claims, mentions and evidence."""
        return self._iri("graph", "claims", safe(article_id))

    def provenance_graph(self, article_id: str) -> str:
        """The named graph that says where an article and its claims come from."""
        return self._iri("graph", "provenance", safe(article_id))

    def derived_graph(self, name: str) -> str:
        """A named graph that can be thrown away and rebuilt: "entities", "edges", "events", "ontology", "state"."""
        return self._iri("graph", safe(name))

    def graph_article(self, graph: str) -> str | None:
        """The article id of a claims graph's IRI, or None if the graph is another one."""
        head = self.base + "graph/claims/"
        return unquote(graph[len(head) :], errors="surrogatepass") if graph.startswith(head) else None
