"""Entries are read from Turtle, and found by their printed names."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.gazetteer import Entry, Gazetteer, Label, gazetteer, load_entries
from kg.lang.tokens import words_of

PREFIXES = """
@prefix chip: <https://w3id.org/chip-supply-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix company: <https://w3id.org/chip-supply-kg/entity/company/> .
@prefix product: <https://w3id.org/chip-supply-kg/entity/product/> .
@prefix family: <https://w3id.org/chip-supply-kg/entity/family/> .
@prefix place: <https://w3id.org/chip-supply-kg/entity/place/> .
@prefix person: <https://w3id.org/chip-supply-kg/entity/person/> .
"""
ACME = """
company:acme a chip:Company ; skos:prefLabel "Acme"@en , "アクメ"@ja ; skos:altLabel "Acme Chips" ;
  skos:hiddenLabel "Akme" ; chip:sector "memory", "foundry" ; chip:country place:mordor ; chip:city "Barad" ;
  chip:parent company:umbrella ; owl:sameAs wd:Q5 .
"""


def entries(tmp_path: Path, *turtle: str) -> list[Entry]:
    for number, text in enumerate(turtle):
        (tmp_path / f"{number}.ttl").write_text(PREFIXES + text, "utf-8")
    return load_entries(tmp_path)


def labels_at(index: Gazetteer, text: str) -> list[Label]:
    node = index.root
    for word in words_of(text):
        node = node.next[word]
    return node.labels


def test_an_entry_holds_what_the_turtle_says(tmp_path: Path) -> None:
    (entry,) = entries(tmp_path, ACME)
    assert (entry.id, entry.name, entry.type, entry.wikidata) == ("company/acme", "Acme", "company", "Q5")
    assert (entry.country, entry.city, entry.parent) == ("place/mordor", "Barad", "company/umbrella")
    assert entry.sectors == ("foundry", "memory")
    assert entry.labels == (
        ("Acme", "en", "label"), ("Acme Chips", "", "label"), ("Akme", "", "label"), ("アクメ", "ja", "label"),
    )  # fmt: skip
    assert not entry.generic


def test_goods_know_their_maker_family_and_base(tmp_path: Path) -> None:
    turtle = """product:x2 a chip:Product ; skos:prefLabel "Acme X2"@en ; chip:maker company:acme ;
      chip:memberOf family:x ; chip:variantOf product:x1 .
      family:gpus a chip:ProductFamily ; skos:prefLabel "GPUs"@en ; chip:generic true .
      person:kim a chip:Person ; skos:prefLabel "Kim"@en ; chip:worksFor company:acme ."""
    family, person, product = entries(tmp_path, turtle)
    assert (product.maker, product.family, product.variant_of) == ("company/acme", "family/x", "product/x1")
    assert family.generic and family.type == "product_family"
    assert person.works_for == "company/acme"


def test_facts_of_one_entry_may_stand_in_two_files_in_any_order(tmp_path: Path) -> None:
    more = 'company:acme skos:altLabel "Acme Works"@en .'
    both = entries(tmp_path, ACME, more)
    assert entries(tmp_path, more, ACME) == both
    assert ("Acme Works", "en", "label") in both[0].labels


def test_entries_are_sorted_by_id(tmp_path: Path) -> None:
    turtle = 'company:b a chip:Company ; skos:prefLabel "B"@en . company:a a chip:Company ; skos:prefLabel "A"@en .'
    assert [e.id for e in entries(tmp_path, turtle)] == ["company/a", "company/b"]


def test_what_is_no_entity_is_left_out(tmp_path: Path) -> None:
    turtle = 'wd:Q5 a chip:Company ; skos:prefLabel "Far"@en . [] skos:prefLabel "Nobody"@en .'
    assert entries(tmp_path, turtle) == []
    assert load_entries(tmp_path / "no such folder") == []


def test_an_entry_without_an_english_name_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="company/acme") as caught:
        entries(tmp_path, 'company:acme a chip:Company ; skos:prefLabel "アクメ"@ja .')
    assert "prefLabel" in caught.value.message


def test_an_entry_of_an_unknown_class_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="company/acme"):
        entries(tmp_path, 'company:acme a chip:Teapot ; skos:prefLabel "Acme"@en .')


@pytest.mark.parametrize("turtle", ["company:acme a", "<<<", "company:acme a nope:Company ."])
def test_a_file_that_is_no_turtle_is_named(tmp_path: Path, turtle: str) -> None:
    with pytest.raises(DataError, match=r"0\.ttl"):
        entries(tmp_path, turtle)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.ttl").write_bytes(PREFIXES.encode() + 'company:a skos:prefLabel "ä"@en .'.encode("latin-1"))
    with pytest.raises(DataError, match=r"latin\.ttl"):
        load_entries(tmp_path)


def test_an_ambiguous_name_is_ambiguous_even_as_the_english_one(tmp_path: Path) -> None:
    turtle = """company:arm a chip:Company ; skos:prefLabel "Arm"@en ;
      chip:ambiguousLabel "Arm" ; skos:altLabel "Arm Ltd" ."""
    (entry,) = entries(tmp_path, turtle)
    assert {kind for text, _, kind in entry.labels if text == "Arm"} == {"ambiguous"}
    assert ("Arm Ltd", "", "label") in entry.labels


def test_the_index_finds_a_name_whatever_its_hyphens_and_case(tmp_path: Path) -> None:
    index = Gazetteer(entries(tmp_path, ACME))
    for text in ("Acme Chips", "ACME-CHIPS", "acme  chips", "Acme‑Chips"):
        assert [label.entry.id for label in labels_at(index, text)] == ["company/acme"]


def test_the_index_cuts_names_of_east_asia_by_character(tmp_path: Path) -> None:
    index = Gazetteer(entries(tmp_path, ACME))
    assert [label.language for label in labels_at(index, "アクメ")] == ["ja"]


def test_the_index_holds_demonyms_apart_from_names() -> None:
    mordor = Entry("place/mordor", "Mordor", "place", labels=(("Mordorian", "en", "demonym"), ("Mordor", "", "label")))
    index = Gazetteer([mordor])
    assert index.demonyms == {("mordorian", "en"): "place/mordor"}
    assert "mordorian" not in index.root.next


def test_the_index_drops_the_article_of_places_and_bodies_only() -> None:
    place = Entry("place/hague", "The Hague", "place", labels=(("The Hague", "en", "label"),))
    medium = Entry("media/info", "The Information", "media", labels=(("The Information", "en", "label"),))
    index = Gazetteer([place, medium])
    assert index.root.next["hague"].labels[0].entry is place
    assert index.root.next["the"].next["information"].labels[0].entry is medium


def test_two_entries_may_share_a_name() -> None:
    one = Entry("company/jaguar", "Jaguar", "company", labels=(("Jaguar", "", "label"),))
    two = Entry("product/jaguar", "Jaguar", "product", labels=(("Jaguar", "", "label"),))
    assert {label.entry.id for label in labels_at(Gazetteer([one, two]), "jaguar")} == {one.id, two.id}


def test_a_name_of_punctuation_alone_is_no_name() -> None:
    assert Gazetteer([Entry("company/x", "X", "company", labels=(("-", "", "label"),))]).root.labels == []


def test_getting_an_entry_by_its_id() -> None:
    index = gazetteer()
    entry = index.get("company/bytedance")
    assert entry is not None and entry.name == "ByteDance"
    assert index.get("company/no-such-firm") is None
    assert index.get(None) is None
    assert index.get("") is None


def test_the_gazetteer_is_read_once() -> None:
    assert gazetteer() is gazetteer()
