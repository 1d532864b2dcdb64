"""The gazetteer files as data: they parse, each name has one owner, every reference leads somewhere."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.gazetteer import gazetteer
from kg.resources import gazetteer_dir

BASE = "https://w3id.org/chip-supply-kg/"
ENTITY = BASE + "entity/"
CHIP = BASE + "ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
CLASSES = {
    "company": "Company", "body": "GovernmentBody", "product": "Product", "family": "ProductFamily",
    "technology": "Technology", "facility": "Facility", "place": "Place", "person": "Person", "media": "Media",
    "policy": "Policy",
}  # fmt: skip
SECTORS = {
    "chip-designer", "idm", "foundry", "memory", "osat", "equipment", "materials", "wafers", "eda-ip", "server",
    "cloud", "ai", "internet", "telecom", "carmaker", "auto-supplier", "electronics", "distributor", "miner",
    "research", "finance", "energy", "software", "startup", "other", "end-goods",
}  # fmt: skip
OWN = ("bodies", "companies-chips", "companies-users", "media", "people", "places", "policies")
FILES = sorted(gazetteer_dir().glob("*.ttl"))

Fact = tuple[str, str, str, str]
"""Entity id, short name of the property, value (an entity id if it is one), language of a literal."""


@lru_cache(maxsize=1)
def facts() -> dict[str, list[Fact]]:
    """All facts of all files, by file name."""
    out: dict[str, list[Fact]] = {}
    for path in FILES:
        rows = []
        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            assert isinstance(quad.subject, pyoxigraph.NamedNode)
            name = quad.predicate.value.replace(CHIP, "").replace(SKOS, "").rsplit("#", 1)[-1]
            language = quad.object.language or "" if isinstance(quad.object, pyoxigraph.Literal) else ""
            rows.append((short(quad.subject.value), name, short(quad.object.value), language))
        out[path.stem] = rows
    return out


def short(iri: str) -> str:
    return iri.removeprefix(ENTITY)


def all_facts() -> list[Fact]:
    return [fact for rows in facts().values() for fact in rows]


def values(name: str) -> list[tuple[str, str]]:
    """Subject and value of all facts of one property."""
    return [(subject, value) for subject, prop, value, _ in all_facts() if prop == name]


def entities() -> set[str]:
    return {subject for subject, _ in values("type")}


def test_gazetteer_orgs_data_has_all_files() -> None:
    assert set(OWN) <= {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_gazetteer_orgs_data_parses_alike_in_both_parsers(path: Path) -> None:
    graph = rdflib.Graph()
    graph.parse(path, format="turtle")
    assert len(graph) == len(set(facts()[path.stem]))


@pytest.mark.parametrize("stem", OWN)
def test_gazetteer_orgs_data_is_sorted_and_normalised(stem: str) -> None:
    text = (gazetteer_dir() / f"{stem}.ttl").read_text(encoding="utf-8")
    blocks = re.findall(r"^([a-z]+):([a-z0-9-]+) a ", text, re.MULTILINE)
    assert blocks == sorted(set(blocks))
    assert unicodedata.normalize("NFC", text) == text
    assert not re.search(r"[ \t]$|\t|\r", text, re.MULTILINE)


@pytest.mark.parametrize("stem", OWN)
def test_gazetteer_orgs_data_ids_are_well_formed_and_typed(stem: str) -> None:
    for subject, prop, value, _ in facts()[stem]:
        kind, _, slug = subject.partition("/")
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug), subject
        if prop == "type":
            assert value == CHIP + CLASSES[kind], subject
        if prop.endswith("sameAs"):
            assert re.fullmatch(r"http://www\.wikidata\.org/entity/Q[1-9]\d*", value), (subject, value)


def test_gazetteer_orgs_data_has_one_english_name_each() -> None:
    names = defaultdict(list)
    for subject, prop, value, language in all_facts():
        if prop == "prefLabel":
            names[subject, language].append(value)
    assert {key: found for key, found in names.items() if len(found) > 1} == {}
    assert {subject for subject in entities() if (subject, "en") not in names} == set()


def test_gazetteer_orgs_data_no_name_belongs_to_two_entities() -> None:
    """Ambiguous labels and metonyms apart: those are for the reader to decide."""
    unsure = {(subject, value) for subject, value in values("ambiguousLabel")}
    owners = defaultdict(set)
    for name in ("prefLabel", "altLabel", "hiddenLabel"):
        for subject, value in values(name):
            if (subject, value) not in unsure:
                owners[unicodedata.normalize("NFC", value).casefold()].add(subject)
    assert {label: sorted(found) for label, found in owners.items() if len(found) > 1} == {}


def test_gazetteer_orgs_data_wikidata_items_belong_to_one_entity() -> None:
    owners = defaultdict(set)
    for subject, value in values("http://www.w3.org/2002/07/owl#sameAs") + values("sameAs"):
        owners[value].add(subject)
    assert {item: sorted(found) for item, found in owners.items() if len(found) > 1} == {}


def test_gazetteer_orgs_data_labels_are_clean() -> None:
    for subject, prop, value, _ in all_facts():
        if prop.endswith("Label") or prop in ("metonym", "demonym", "city"):
            assert value == value.strip(), (subject, value)
            assert value, subject
            assert not re.search(r"\s\s|[|;]", value), (subject, value)


@pytest.mark.parametrize("name", ["country", "parent", "worksFor"])
def test_gazetteer_orgs_data_references_lead_to_entities(name: str) -> None:
    known = entities()
    assert [(subject, value) for subject, value in values(name) if value not in known] == []
    if name == "country":
        assert {value for _, value in values(name) if not value.startswith("place/")} == set()


def test_gazetteer_orgs_data_nobody_is_its_own_parent() -> None:
    parents: dict[str, str] = dict(values("parent"))
    for start in parents:
        seen, at = {start}, parents[start]
        while at in parents:
            assert at not in seen, start
            seen.add(at)
            at = parents[at]


def test_gazetteer_orgs_data_sectors_are_known() -> None:
    assert {value for _, value in values("sector")} <= SECTORS
    with_sector = {subject for subject, _ in values("sector")}
    assert {subject for subject in entities() if subject.startswith("company/")} - with_sector == set()


def test_gazetteer_orgs_data_gives_short_names_to_the_usual_reading() -> None:
    owners = {
        value: subject
        for name in ("prefLabel", "altLabel", "hiddenLabel", "ambiguousLabel")
        for subject, value in values(name)
    }
    assert owners["Samsung"] == "company/samsung-electronics"
    assert owners["Foxconn"] == "company/foxconn"
    assert owners["Alibaba"] == "company/alibaba-group"
    assert owners["Arm"] == "company/arm"
    assert owners["chinesischen Handelsministeriums"] == "body/ministry-of-commerce-of-china"
    assert owners["台積電"] == owners["台积电"] == "company/tsmc"


def test_gazetteer_orgs_data_ordinary_words_stay_ambiguous_in_the_index() -> None:
    entries = gazetteer().entries
    for id, word in (("company/linde", "Linde"), ("company/arm", "Arm"), ("company/etched", "Etched")):
        assert {kind for text, _, kind in entries[id].labels if text == word} == {"ambiguous"}


def test_gazetteer_orgs_data_capitals_stand_for_governments() -> None:
    metonyms = defaultdict(set)
    for subject, value in values("metonym"):
        metonyms[value].add(subject)
    assert metonyms["Peking"] == {"body/government-of-china"}
    assert metonyms["Bruxelles"] == {"body/european-commission"}
    assert metonyms["Washington"] == {"body/us-government"}
    assert metonyms["Den Haag"] == {"body/government-of-the-netherlands"}
