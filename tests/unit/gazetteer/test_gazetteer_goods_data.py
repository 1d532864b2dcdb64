"""The hand-written goods, technologies and facilities: well-formed, unambiguous, tidy, and said in two languages."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.lang import known_languages
from kg.lang.tokens import words_of
from kg.resources import gazetteer_dir

OWN = ("goods.ttl", "technologies.ttl", "facilities.ttl")
CLASSES = {
    "goods.ttl": {"ProductFamily", "Product", "Technology"},
    "technologies.ttl": {"Technology"},
    "facilities.ttl": {"Facility"},
}
FIRM = ("prefLabel", "altLabel", "hiddenLabel")  # believed without help from the article
PROPERTIES = {
    *FIRM, "type", "ambiguousLabel", "maker", "memberOf", "variantOf", "country", "city", "generic", "sameAs", "sector",
}  # fmt: skip
SCRIPTS = {"zh": {"zh-hans", "zh-hant"}}  # tags as the parser folds them
LANGUAGES = {""}.union(*(SCRIPTS.get(code, {code}) for code in known_languages()))


def local(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[1]


def entity(iri: str) -> str:
    return iri.split("/entity/")[-1]


def files() -> list[Path]:
    return sorted(Path(str(p)) for p in gazetteer_dir().glob("*.ttl"))


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: entity id, short name of the property, value (an entity id if it is one), language tag."""

    key: str
    name: str
    value: str
    language: str


@cache
def facts(name: str) -> tuple[Fact, ...]:
    out = []
    for quad in ox.parse(path=str(gazetteer_dir() / name), format=ox.RdfFormat.TURTLE):
        assert isinstance(quad.subject, ox.NamedNode)  # no blank nodes
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)
        language = quad.object.language or "" if isinstance(quad.object, ox.Literal) else ""
        key, prop = entity(quad.subject.value), local(quad.predicate.value)
        out.append(Fact(key, prop, entity(quad.object.value), language))
    return tuple(out)


@cache
def subjects() -> dict[str, str]:
    return {fact.key: path.name for path in files() for fact in facts(path.name)}


def labels(name: str, kinds: tuple[str, ...] = FIRM) -> Iterator[tuple[str, str, str]]:
    """Entity id, text and language tag of each label."""
    return ((fact.key, fact.value, fact.language) for fact in facts(name) if fact.name in kinds)


@pytest.mark.parametrize("name", OWN)
def test_two_parsers_read_the_same_statements(name: str) -> None:
    graph = rdflib.Graph().parse(str(gazetteer_dir() / name), format="turtle")
    assert len(graph) == len(set(facts(name)))


@pytest.mark.parametrize("name", OWN)
def test_every_entity_has_one_class_and_one_english_name(name: str) -> None:
    classes = defaultdict(list)
    english = Counter[str]()
    per_language = Counter[tuple[str, str]]()
    for fact in facts(name):
        if fact.name == "type":
            classes[fact.key].append(local(fact.value))
    for key, _, language in labels(name, ("prefLabel",)):
        english[key] += language == "en"
        per_language[key, language] += 1
    assert [k for k, v in classes.items() if len(v) != 1 or v[0] not in CLASSES[name]] == []
    assert [k for k in classes if english[k] != 1] == []
    assert [k for k, n in per_language.items() if n > 1] == []
    assert {fact.key for fact in facts(name)} == set(classes)


@pytest.mark.parametrize("name", OWN)
def test_only_known_properties_and_languages(name: str) -> None:
    assert {fact.name for fact in facts(name)} <= PROPERTIES
    assert {language for _, _, language in labels(name, (*FIRM, "ambiguousLabel"))} <= LANGUAGES


@pytest.mark.parametrize("name", OWN)
def test_labels_are_clean_text(name: str) -> None:
    found = [text for _, text, _ in labels(name, (*FIRM, "ambiguousLabel"))]
    assert [t for t in found if t != unicodedata.normalize("NFC", t)] == []
    assert [t for t in found if t != " ".join(t.split()) or not words_of(t)] == []
    assert [t for t in found if any(c in t for c in "{}@^=|;~\\")] == []


@pytest.mark.parametrize("name", OWN)
def test_blocks_are_sorted_by_id(name: str) -> None:
    text = (gazetteer_dir() / name).read_text(encoding="utf-8")
    ids = [tuple(line.split(" ", 1)[0].split(":")) for line in text.splitlines() if " a chip:" in line]
    assert len(ids) > 100
    assert ids == sorted(ids)
    assert len(ids) == len(set(ids))


def test_an_entity_is_described_in_one_file() -> None:
    homes = defaultdict(set)
    for path in files():
        for fact in facts(path.name):
            homes[fact.key].add(path.name)
    assert {k: v for k, v in homes.items() if len(v) > 1} == {}


def test_no_firm_label_stands_for_two_entities() -> None:
    """Read as the index reads them: case and hyphens do not count, and the script of a language does not matter."""
    owners = defaultdict(set)
    for path in files():
        for key, text, _ in labels(path.name):
            owners[" ".join(words_of(text))].add(key)
    own = {k for k, home in subjects().items() if home in OWN}
    assert {t: sorted(v) for t, v in owners.items() if len(v) > 1 and v & own} == {}


def test_every_good_is_named_in_german_and_english_and_in_the_other_languages() -> None:
    spoken = defaultdict(set)
    for key, _, language in labels("goods.ttl", ("prefLabel", "altLabel")):
        spoken[key].add(language)
    wanted = LANGUAGES - {""}
    assert {k: sorted(wanted - v) for k, v in spoken.items() if wanted - v} == {}


def test_a_good_is_generic_and_nothing_else_is() -> None:
    flagged = defaultdict(set)
    for path in files():
        for fact in facts(path.name):
            if fact.name == "generic":
                flagged[path.name].add(fact.key)
    goods = {fact.key for fact in facts("goods.ttl")}
    assert flagged["goods.ttl"] == goods
    assert [n for n in OWN[1:] if flagged[n]] == []


@pytest.mark.parametrize("name", OWN)
def test_references_lead_somewhere(name: str) -> None:
    wanted = {"maker": "company/", "memberOf": "family/", "variantOf": "product/", "country": "place/"}
    lost = []
    for fact in facts(name):
        start = wanted.get(fact.name)
        target = fact.value if start else ""
        if start and (target not in subjects() or not target.startswith(start)):
            lost.append((fact.key, target))
    assert lost == []


def test_a_facility_has_a_country_and_a_town_and_is_never_called_by_the_town_alone() -> None:
    has = defaultdict(set)
    towns = {"".join(words_of(text)) for key, text, _ in labels("places.ttl") if key.startswith("place/")}
    for fact in facts("facilities.ttl"):
        has[fact.key].add(fact.name)
    assert [k for k, v in has.items() if not {"country", "city"} <= v] == []
    bare = [
        text for _, text, _ in labels("facilities.ttl", (*FIRM, "ambiguousLabel")) if "".join(words_of(text)) in towns
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Leistungshalbleitern", "family/power-semiconductors"),
        ("Prozessors", "family/processors"),
        ("fortschrittlichen Halbleitertechnologien", "technology/advanced-semiconductor-technologies"),
        ("HBM", "technology/high-bandwidth-memory"),
        ("NAND-Speichern", "product/nand-flash"),
        ("Beschichtungsanlagen", "family/deposition-tools"),
        ("Rechenleistung", "product/computing-power"),
        ("Fluorwasserstoff", "product/hydrogen-fluoride"),
        ("lithography machines", "family/lithography-machines"),
        ("graphics cards", "family/gpus"),
        ("光刻机", "family/lithography-machines"),
        ("パワー半導体", "family/power-semiconductors"),
        ("Giga Texas", "facility/giga-texas"),
        ("Infineon-Werk in Kulim", "facility/infineon-kulim"),
    ],
)
def test_usual_words_are_there(text: str, key: str) -> None:
    assert key in {k for name in OWN for k, label, _ in labels(name) if label == text}
