"""Flat edges, events and names follow from the claims and never say more than they do."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.errors import DataError
from kg.graph import Store
from kg.graph.derived import claim_edges
from kg.graph.entities import entity_quads
from kg.iris import Minter
from kg.model import Claim, Extraction
from kg.vocab import CHIP, RDFS


def edges(store: Store) -> set[tuple[str, str, str]]:
    graph = store.minter.derived_graph("edges")
    found = set()
    for quad in store.quads():
        if getattr(quad.graph_name, "value", "") == graph:
            head, tail = (store.minter.entity_id(str(getattr(t, "value", ""))) for t in (quad.subject, quad.object))
            found.add((str(head), quad.predicate.value.removeprefix(CHIP.Claim[: -len("Claim")]), str(tail)))
    return found


def store_of(*extractions: Extraction) -> Store:
    store = Store()
    store.add_all(extractions)
    return store


def changed(extraction: Extraction, **changes: Any) -> Extraction:
    return replace(extraction, claims=(replace(extraction.claims[0], **changes),))


def test_an_asserted_order_gives_flat_edges(made: ModuleType) -> None:
    assert edges(store_of(made.filing())) == {
        ("company/nvidia", "supplies", "company/tencent"),
        ("company/nvidia", "offers", "product/nvidia-h20"),
        ("company/tencent", "procures", "product/nvidia-h20"),
    }


@pytest.mark.parametrize("modality", ["rumoured", "planned", "negotiating", "conditional", "negated", "ended"])
def test_what_is_not_established_gives_none(made: ModuleType, modality: str) -> None:
    assert edges(store_of(changed(made.filing(), modality=modality))) == set()


def test_what_is_denied_gives_none(made: ModuleType) -> None:
    assert edges(store_of(made.resale())) == set()
    told = changed(made.resale(), disputed_by=(), dispute_evidence=())
    assert ("company/bytedance", "supplies", "company/alibaba") in edges(store_of(told))


def test_an_edge_goes_when_its_last_claim_goes(made: ModuleType) -> None:
    store = store_of(made.filing("a"), made.filing("b"))
    store.retract("a")
    assert ("company/nvidia", "supplies", "company/tencent") in edges(store)
    store.retract("b")
    assert edges(store) == set()


def test_partners_are_tied_in_both_directions_and_never_to_themselves() -> None:
    claim = Claim("x", "a", "partnership", {"partner": ("company/a", "company/b")}, ())
    assert sorted(claim_edges(claim)) == [
        ("company/a", CHIP.partnerOf, "company/b"),
        ("company/b", CHIP.partnerOf, "company/a"),
    ]


def test_events_share_no_property_with_claims_that_a_sum_would_count_twice(made: ModuleType) -> None:
    store = store_of(*made.every())
    kinds: dict[str, set[str]] = {}
    for quad in store.quads():
        kind = str(getattr(quad.subject, "value", "")).removeprefix(store.minter.base).split("/")[0]
        kinds.setdefault(kind, set()).add(quad.predicate.value)
    shared = {name.rsplit("#", 1)[-1].rsplit("/", 1)[-1] for name in kinds["event"] & kinds["claim"]}
    assert shared <= {
        "type",
        "identifier",
        "value",
        "currency",
        "approx",
        "valueMax",
        "unit",
        "start",
        "end",
        "timeText",
    }


GAZETTEER = """
@prefix chip: <https://w3id.org/chip-supply-kg/ontology#> .
@prefix company: <https://w3id.org/chip-supply-kg/entity/company/> .
@prefix place: <https://w3id.org/chip-supply-kg/entity/place/> .
@prefix product: <https://w3id.org/chip-supply-kg/entity/product/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
product:x1 a chip:Product ; skos:prefLabel "Xeno X1"@en, "Kseno X1"@de ; chip:maker company:xeno .
company:xeno a chip:Company ; skos:prefLabel "Xeno"@en ; skos:altLabel "Xeno Chips" ; chip:country place:lux .
place:lux a chip:Place ; skos:prefLabel "Luxembourg"@en, "Luxemburg"@de .
company:other a chip:Company ; skos:prefLabel "Other"@en .
"""


@pytest.fixture
def gazetteer(tmp_path: Path) -> Path:
    (tmp_path / "all.ttl").write_text(GAZETTEER, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("base", [Minter().base, "https://example.org/"])
def test_used_entities_bring_their_names_maker_and_country(gazetteer: Path, base: str) -> None:
    mint = Minter(base)
    quads = entity_quads({"product/x1": Counter({"the X1": 2})}, mint, gazetteer)
    labels = {str(mint.entity_id(q.subject.value)): q.object.value for q in quads if q.predicate.value == RDFS.label}
    assert labels == {"product/x1": "Xeno X1", "company/xeno": "Xeno", "place/lux": "Luxembourg"}
    assert all(str(q.subject.value).startswith(base) for q in quads)


def test_unknown_entities_are_called_as_most_articles_do(gazetteer: Path) -> None:
    quads = entity_quads({"company/new": Counter({"New AG": 1, "New": 2})}, Minter(), gazetteer)
    assert {quad.object.value for quad in quads} == {"New"}


def test_a_broken_gazetteer_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("company:x a chip:Company .", encoding="utf-8")
    with pytest.raises(DataError, match=r"bad\.ttl"):
        entity_quads({"company/x": Counter()}, Minter(), tmp_path)
