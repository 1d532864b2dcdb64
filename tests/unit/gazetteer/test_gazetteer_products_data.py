"""Named products and families as data: every model has a maker, every name one owner, short designations are marked."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache

import pyoxigraph as ox
import pytest
import rdflib

from kg.gazetteer import Entry, Gazetteer, Node, gazetteer, load_entries
from kg.lang.tokens import words_of
from kg.resources import gazetteer_dir

OWN = ("families.ttl", "products.ttl")
KINDS = {"families.ttl": ("family", "ProductFamily"), "products.ttl": ("product", "Product")}
CHIP = "https://w3id.org/chip-supply-kg/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
KNOWN = {
    CHIP + name for name in ("maker", "memberOf", "variantOf", "ambiguousLabel")
} | {SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel")} | {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://www.w3.org/2002/07/owl#sameAs",
}  # fmt: skip
FIRM = ("prefLabel", "altLabel", "hiddenLabel")


@lru_cache(maxsize=4)
def quads(name: str) -> tuple[ox.Quad, ...]:
    return tuple(ox.parse(path=str(gazetteer_dir() / name), format=ox.RdfFormat.TURTLE))


@lru_cache(maxsize=1)
def everything() -> Gazetteer:
    return Gazetteer(load_entries(gazetteer_dir()))


def own() -> list[Entry]:
    """Entries of the two files: what they name is never an open class of goods."""
    ids = {str(quad.subject).strip("<>").split("/entity/")[1] for name in OWN for quad in quads(name)}
    return [everything().entries[id] for id in sorted(ids)]


def owners(text: str) -> set[tuple[str, str]]:
    """Entity id and kind of all labels that are printed like this."""
    node: Node | None = everything().root
    for word in words_of(text):
        node = node.next.get(word) if node else None
    return {(label.entry.id, label.kind) for label in node.labels} if node else set()


@pytest.mark.parametrize("name", OWN)
def test_gazetteer_products_data_parses_alike_in_both_parsers(name: str) -> None:
    graph = rdflib.Graph()
    graph.parse(gazetteer_dir() / name, format="turtle")
    assert len(graph) == len({str(quad) for quad in quads(name)})


@pytest.mark.parametrize("name", OWN)
def test_gazetteer_products_data_is_sorted_and_normalised(name: str) -> None:
    text = (gazetteer_dir() / name).read_text(encoding="utf-8")
    ids = re.findall(rf"^{KINDS[name][0]}:(\S+) a chip:{KINDS[name][1]} ;$", text, re.MULTILINE)
    assert ids == sorted(set(ids))
    assert len(ids) == len({quad.subject for quad in quads(name)})
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) for id in ids)
    assert text == unicodedata.normalize("NFC", text)
    assert not re.search(r"[ \t]$|\t|\r", text, re.MULTILINE)


@pytest.mark.parametrize("name", OWN)
def test_gazetteer_products_data_uses_known_properties(name: str) -> None:
    assert {quad.predicate.value for quad in quads(name)} <= KNOWN


def test_gazetteer_products_data_is_wide() -> None:
    counts = Counter(entry.type for entry in own())
    assert counts["product"] >= 450
    assert counts["product_family"] >= 100
    assert len({entry.maker for entry in own()}) >= 80


def test_gazetteer_products_data_every_model_has_a_maker_that_is_a_company() -> None:
    entries = everything().entries
    assert [e.id for e in own() if e.maker not in entries or entries[e.maker].type != "company"] == []


def test_gazetteer_products_data_families_and_variants_exist_and_share_the_maker() -> None:
    entries = everything().entries
    for entry in own():
        for other, type in ((entry.family, "product_family"), (entry.variant_of, "product")):
            if other is not None:
                assert entries[other].type == type, entry.id
                assert _house(entries[other].maker) == _house(entry.maker), entry.id


def _house(company: str | None) -> str | None:
    """The firm at the top of a group: a daughter's model may belong to the mother's family."""
    seen: set[str] = set()
    while company is not None and company not in seen:
        seen.add(company)
        parent = everything().entries[company].parent
        if parent is None:
            break
        company = parent
    return company


@pytest.mark.parametrize("relation", ["family", "variant_of"])
def test_gazetteer_products_data_nothing_belongs_to_itself(relation: str) -> None:
    entries = everything().entries
    for entry in own():
        seen: set[str] = set()
        at: str | None = entry.id
        while at is not None:
            assert at not in seen, entry.id
            seen.add(at)
            at = getattr(entries[at], relation)


def test_gazetteer_products_data_no_firm_name_belongs_to_two_entities() -> None:
    found = defaultdict(set)
    for entry in everything().entries.values():
        for text, _, kind in entry.labels:
            if kind == "label":
                found[" ".join(words_of(text))].add(entry.id)
    mine = {entry.id for entry in own()}
    assert {text: sorted(ids) for text, ids in found.items() if len(ids) > 1 and ids & mine} == {}


def test_gazetteer_products_data_labels_are_clean_and_none_is_an_ordinary_word() -> None:
    for entry in own():
        for text, _, kind in entry.labels:
            assert text == " ".join(text.split()), entry.id
            assert words_of(text), entry.id
            assert not re.search(r"[{}@^=|;~\\*]", text), (entry.id, text)
            plain = len(words_of(text)) == 1 and kind == "label"
            # a bare number or a two-letter code is a name of a hundred things
            assert not (plain and re.fullmatch(r"\d+|[A-Za-z]\d", text)), (entry.id, text)
            assert not (plain and text.isascii() and text.islower() and text.isalpha()), (entry.id, text)


def test_gazetteer_products_data_no_label_is_said_twice() -> None:
    for entry in own():
        seen = Counter((tuple(words_of(text)), language) for text, language, _ in entry.labels)
        assert [key for key, count in seen.items() if count > 1] == [], entry.id


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("H20", "product/nvidia-h20"),
        ("Nvidia H20", "product/nvidia-h20"),
        ("H100s", "product/nvidia-h100"),
        ("RTX6000D", "product/nvidia-rtx-pro-6000d"),
        ("RTX 6000D", "product/nvidia-rtx-pro-6000d"),
        ("GeForce RTX 5090 D", "product/nvidia-rtx-5090d"),
        ("MI308X", "product/amd-instinct-mi308"),
        ("昇騰910C", "product/ascend-910c"),
        ("昇腾 910B", "product/ascend-910b"),
        ("NXT:2050i", "product/nxt-2050i"),
        ("NXT 2050i", "product/nxt-2050i"),
        ("iPhones", "family/iphone"),
        ("Tensor-Prozessoren", "family/tensor-processing-unit"),
        ("지포스", "family/geforce"),
        ("征程6P", "product/horizon-journey-6p"),
        ("듀얼 TC 본더 그리핀", "product/tc-bonder-griffin"),
        ("XC7Z020", "product/zynq-7000"),
    ],
)
def test_gazetteer_products_data_finds_a_model_by_its_printed_names(text: str, id: str) -> None:
    assert owners(text) == {(id, "label")}


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("A10", "product/nvidia-a10"),
        ("M4", "product/apple-m4"),
        ("Thor", "product/nvidia-drive-thor"),
        ("Orin", "product/nvidia-drive-orin"),
        ("O1", "product/xiaomi-xring-o1"),
        ("Rubin", "family/nvidia-rubin"),
        ("Hopper", "family/nvidia-hopper"),
        ("Switch", "product/nintendo-switch"),
        ("Alexa", "product/alexa"),
        ("Claude", "product/claude"),
        ("Frontier", "product/frontier"),
    ],
)
def test_gazetteer_products_data_marks_designations_that_are_also_other_things(text: str, id: str) -> None:
    assert {kind for owner, kind in owners(text) if owner == id} == {"ambiguous"}


def test_gazetteer_products_data_relates_cut_down_models_to_their_originals() -> None:
    entries = gazetteer().entries
    assert entries["product/nvidia-h20"].variant_of == "product/nvidia-h100"
    assert entries["product/nvidia-rtx-5090d"].variant_of == "product/nvidia-rtx-5090"
    assert entries["product/ascend-950pr"].family == "family/huawei-ascend"
    assert entries["product/aws-trainium-3"].maker == "company/amazon"
