"""The network has an edge for each pair of parties and all that a view has to show of it."""

from __future__ import annotations

import io
from dataclasses import replace
from types import ModuleType
from typing import Any

import networkx as nx
import pytest

from kg.graph import Store
from kg.model import Claim
from kg.query.cells import ends
from kg.query.projection import to_graphml, to_networkx


@pytest.fixture
def store(made: ModuleType) -> Store:
    store = Store()
    store.add_all(made.every())
    return store


def test_edges_are_keyed_by_claim_and_go_from_head_to_tail(made: ModuleType, store: Store) -> None:
    sale = made.resale().claims[0].id
    graph = to_networkx(store)
    assert sorted((head, tail) for head, tail, key in graph.edges(keys=True) if key == sale) == [
        ("company/bytedance", "company/alibaba"),
        ("company/bytedance", "company/tencent"),
    ]


def test_an_edge_carries_what_is_said_by_whom_and_who_denies(made: ModuleType, store: Store) -> None:
    claim = made.resale().claims[0]
    data: dict[str, Any] = to_networkx(store)["company/bytedance"]["company/tencent"][claim.id]
    assert (data["type"], data["modality"], data["disputed"]) == ("sale", "reported", True)
    assert (data["head_role"], data["tail_role"]) == ("supplier", "buyer")
    assert data["roles"]["buyer"] == ["company/tencent", "company/alibaba"]
    assert data["amount"] == {"value": 2e9, "currency": "CNY", "approx": "about"}
    assert data["amount_alt"]["currency"] == "USD" and data["quantity"] is None and data["time"] is None
    assert data["attributed_to"] == ["Caijing", "South China Morning Post"] and data["disputed_by"] == ["ByteDance"]
    assert data["dispute_evidence"][0]["text"] == "Das Unternehmen nennt das falsch."
    assert data["article"] == {
        "id": "de-resale",
        "title": "Karten weitergereicht",
        "outlet": "Beispielblatt",
        "url": "https://example.org/a?b=1&c=2",
        "published": "2025-04-20",
        "language": "de",
    }


def test_marks_are_offsets_inside_their_sentence(made: ModuleType, store: Store) -> None:
    claim = made.resale().claims[0]
    data = to_networkx(store)["company/bytedance"]["company/tencent"][claim.id]
    (sentence,) = data["evidence"]
    marked = {kind: sentence["text"][start:end] for start, end, kind in sentence["marks"]}
    assert marked == {"supplier": "ByteDance", "buyer": "Tencent", "trigger": "überlassen"}


def test_nodes_are_the_entities_that_fill_a_role(store: Store) -> None:
    graph = to_networkx(store)
    assert "media/caijing" not in graph and "product/nvidia-h20" in graph
    node = graph.nodes["company/lindau-optik"]
    assert (node["name"], node["type"], node["provisional"], node["wikidata"]) == (
        "Lindau Optik",
        "company",
        True,
        None,
    )
    assert "NVIDIA" not in graph.nodes["company/nvidia"]["names"]


@pytest.mark.parametrize(
    ("type", "roles", "expected"),
    [
        ("sale", {"supplier": "a", "buyer": "bc", "product": "p"}, ("supplier", "a", "buyer", "bc")),
        ("supply", {"supplier": "a", "product": "p"}, ("supplier", "a", "product", "p")),
        ("manufacture", {"manufacturer": "m", "customer": "c", "product": "p"}, ("manufacturer", "m", "customer", "c")),
        ("sale", {"buyer": "b", "product": "p"}, ("buyer", "b", "product", "p")),
        ("partnership", {"partner": "abc"}, ("partner", "a", "partner", "bc")),
        ("ownership", {"owner": "a", "owned": "b"}, ("owner", "a", "owned", "b")),
        ("component_use", {"product": "p", "component": "c", "manufacturer": "m"}, ("product", "p", "component", "c")),
        ("inventory", {"holder": "h", "product": "p", "manufacturer": "m"}, ("holder", "h", "product", "p")),
        ("shortage", {"affected": "a", "product": "p", "supplier": "s"}, ("affected", "a", "product", "p")),
        ("product_relation", {"product": "pqr"}, ("product", "p", "product", "qr")),
        ("license_requirement", {"regulator": "r", "affected": "a"}, ("regulator", "r", "affected", "a")),
        ("capacity", {"manufacturer": "m", "facility": "f"}, ("manufacturer", "m", "facility", "f")),
        ("delivery", {"origin": "o", "destination": "d", "product": "p"}, ("product", "p", "destination", "d")),
        ("shortage", {"affected": "a"}, ("affected", "a", "affected", "a")),
        ("other", {}, ("", "", "", "")),
    ],
)
def test_where_claims_start_and_end(type: str, roles: dict[str, str], expected: tuple[str, str, str, str]) -> None:
    claim = Claim("x", "a", type, {role: tuple(ids) for role, ids in roles.items()}, ())
    head_role, heads, tail_role, tails = ends(claim)
    assert (head_role, "".join(heads), tail_role, "".join(tails)) == expected


def test_a_claim_of_one_party_is_a_loop(made: ModuleType) -> None:
    reading = made.rule()
    alone = replace(reading.claims[0], type="shortage", roles={"affected": ("company/nvidia",)})
    store = Store()
    store.add(replace(reading, claims=(alone,)))
    assert list(to_networkx(store).edges()) == [("company/nvidia", "company/nvidia")]


def test_graphml_is_read_back_with_flat_attributes(made: ModuleType, store: Store) -> None:
    graph = nx.read_graphml(io.BytesIO(to_graphml(store).encode()), force_multigraph=True)
    assert graph.number_of_edges() == to_networkx(store).number_of_edges()
    (data,) = graph["company/bytedance"]["company/tencent"].values()
    assert data["claim"] == made.resale().claims[0].id
    assert (data["amount_value"], data["amount_currency"]) == (2e9, "CNY")
    assert data["disputed_by"] == "ByteDance" and data["article_outlet"] == "Beispielblatt"
    assert graph.nodes["product/nvidia-h20"]["label"] == "NVIDIA H20"


def test_graphml_drops_what_xml_cannot_hold(made: ModuleType) -> None:
    reading = made.resale()
    store = Store()
    store.add(replace(reading, article=replace(reading.article, title="a\0b\x1b<]]>&\ufffe")))
    graph = nx.read_graphml(io.BytesIO(to_graphml(store).encode()))
    assert {data["article_title"] for _, _, data in graph.edges(data=True)} == {"a\ufffdb\ufffd<]]>&\ufffd"}
