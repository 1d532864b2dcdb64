"""A store keeps what articles claim, once, and gives it back as it was."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError, StoreError
from kg.graph import Store
from kg.graph.formats import nquads
from kg.model import Amount, Article, Claim, Entity, Extraction, Period, Quantity, Span
from kg.vocab import APPROXIMATIONS, CHIP, CLAIM_TYPES, MODALITIES


@pytest.fixture
def store(made: ModuleType) -> Store:
    store = Store()
    store.add_all(made.every())
    return store


def test_claims_come_back_as_they_went_in(made: ModuleType, store: Store) -> None:
    for extraction in made.every():
        assert tuple(store.claims(article=extraction.article.id)) == extraction.claims
        assert tuple(store.entities(extraction.article.id)) == extraction.entities
        assert store.article(extraction.article.id) == replace(extraction.article, text="")


FIGURES = st.floats(0, 1e300, allow_nan=False)
DAYS = st.dates().map(str)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
AMOUNTS = st.none() | st.builds(
    Amount, FIGURES, st.sampled_from(["USD", "CNY"]), st.sampled_from(sorted(APPROXIMATIONS)), st.none() | FIGURES
)


@given(
    type=st.sampled_from(sorted(CLAIM_TYPES)),
    modality=st.sampled_from(sorted(MODALITIES)),
    amount=AMOUNTS,
    amount_alt=AMOUNTS,
    quantity=st.none() | st.builds(Quantity, FIGURES, WORDS),
    time=st.none() | st.builds(Period, WORDS, st.none() | DAYS, st.none() | DAYS),
    detail=st.none() | WORDS,
    score=st.floats(0, 1),
    parties=st.lists(st.sampled_from("abcdef").map("company/{}".format), unique=True, min_size=1),
    sources=st.lists(WORDS | st.just("company/a"), unique=True),
    words=WORDS,
)
def test_any_claim_survives_the_round_trip(parties: list[str], sources: list[str], words: str, **parts: Any) -> None:
    claim = Claim(
        id="0123456789abcdef",
        article="x",
        roles={"partner": tuple(parties)},
        evidence=(Span(3, 3 + len(words), words),),
        attributed_to=tuple(sources),
        disputed_by=tuple(sorted(parties)),
        **parts,
    )
    entities = tuple(Entity(f"company/{letter}", letter, "company") for letter in "abcdef")
    store = Store()
    assert store.add(Extraction(Article("x", words), entities, (claim,)))
    assert list(store.claims()) == [claim]
    assert not store.add(Extraction(Article("x", words), entities, (claim,)))


def test_adding_twice_changes_nothing(made: ModuleType, store: Store) -> None:
    before = nquads(store.quads())
    assert store.add_all(made.every()) == 0
    assert nquads(store.quads()) == before


def test_the_order_of_articles_does_not_matter(made: ModuleType, store: Store) -> None:
    wanted = nquads(store.quads())
    for order in permutations(made.every()):
        other = Store()
        other.add_all(order)
        assert nquads(other.quads()) == wanted


def test_nothing_written_has_a_blank_node_or_a_time_of_day(store: Store) -> None:
    text = nquads(store.quads())
    assert "_:" not in text and "dateTime" not in text


def test_a_correction_replaces_the_former_reading(made: ModuleType, store: Store) -> None:
    first = made.resale()
    corrected = replace(first, claims=(replace(first.claims[0], amount=Amount(3e9, "CNY")),))
    assert store.replace(corrected)
    assert [claim.amount for claim in store.claims(article="de-resale")] == [Amount(3e9, "CNY")]
    assert len(list(store.claims())) == 5


def test_a_withdrawn_article_leaves_nothing_behind(made: ModuleType, store: Store) -> None:
    store.retract("de-resale")
    without = Store()
    without.add_all(made.every()[1:])
    assert nquads(store.quads()) == nquads(without.quads())
    assert "media/caijing" not in {entity.id for entity in store.entities()}


@pytest.mark.parametrize("act", [lambda s, m: s.retract("nix"), lambda s, m: s.replace(m.resale("nix"))])
def test_an_article_that_is_not_there_cannot_be_changed(
    made: ModuleType, store: Store, act: Callable[[Store, ModuleType], object]
) -> None:
    with pytest.raises(StoreError, match="no article 'nix'"):
        act(store, made)


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        ({"supplier": "ByteDance"}, ["sale"]),
        ({"supplier": "company/bytedance"}, ["sale"]),
        ({"supplier": "company:bytedance"}, ["sale"]),
        ({"buyer": "TENCENT"}, ["sale", "order"]),
        ({"buyer": ["Tencent", "長江存儲"], "type": "sale"}, ["sale", "sale"]),
        ({"entity": "nvidia", "type": ["order", "license_requirement"]}, ["order", "license_requirement"]),
        ({"entity": "NVIDIA H100"}, ["product_relation"]),
        ({"modality": "rumoured"}, ["sale"]),
        ({"disputed": True}, ["sale"]),
        ({"disputed": False, "type": "sale"}, ["sale"]),
        ({"article": "en-filing"}, ["order", "product_relation"]),
        ({"supplier": "Tencent"}, []),
        ({}, ["sale", "order", "product_relation", "license_requirement", "sale"]),
    ],
)
def test_claims_by_party_type_modality_and_denial(store: Store, wanted: dict[str, Any], types: list[str]) -> None:
    assert [claim.type for claim in store.claims(**wanted)] == types


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"supplier": "Tensent"}, "did you mean Tencent"),
        ({"seller": "Tencent"}, "no such role: 'seller'"),
        ({"type": "theft"}, "no such claim type"),
        ({"modality": "certain"}, "no such modality"),
    ],
)
def test_a_wrong_filter_says_what_there_is(store: Store, wanted: dict[str, Any], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        list(store.claims(**wanted))


def test_names_that_articles_spell_differently_have_one_winner(made: ModuleType) -> None:
    names = ["Lindau Optik AG", "Lindau Optik", "Lindau Optik AG"]
    for order in permutations(range(3)):
        store = Store()
        for number in order:
            reading = made.rumour(f"a{number}")
            first = replace(reading.entities[0], name=names[number])
            store.add(replace(reading, entities=(first, *reading.entities[1:])))
        assert store.names()["company/lindau-optik"] == "Lindau Optik AG"
        assert store.resolve("lindau optik") == ("company/lindau-optik",)


@pytest.mark.parametrize(
    "changes", [{"type": "theft"}, {"modality": "sure"}, {"roles": {"thief": ("company/nvidia",)}}]
)
def test_codes_that_do_not_exist_are_refused_before_anything_is_written(
    made: ModuleType, changes: dict[str, Any]
) -> None:
    store = Store()
    extraction = made.rule()
    with pytest.raises(StoreError, match="en-rule"):
        store.add(replace(extraction, claims=(replace(extraction.claims[0], **changes),)))
    assert store.article_ids() == []


def test_hostile_ids_and_texts_are_only_text(made: ModuleType) -> None:
    store = Store()
    nasty = '> } ; DROP ALL ; INSERT DATA { <a:a> <a:a> "\\" \ud800 \0 \u202e <script>'
    reading = made.resale(nasty)
    article = replace(reading.article, title=nasty, outlet=nasty, url=nasty, published=nasty)
    store.add_all([made.filing(), replace(reading, article=article)])
    assert len(store.article_ids()) == 2
    assert len(list(store.claims())) == 3


def test_a_store_on_disk_lasts(made: ModuleType, tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.add_all(made.every())
        wanted = nquads(store.quads())
    with Store(tmp_path / "s") as again:
        assert not again.stale
        assert nquads(again.quads()) == wanted
        assert not again.add(made.resale())


def test_a_reader_looks_on_while_a_writer_holds_the_lock(made: ModuleType, tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.add_all(made.every())
        with pytest.raises(StoreError, match="read_only=True"):
            Store(tmp_path / "s")
        with Store(tmp_path / "s", read_only=True) as reader:
            assert len(list(reader.claims(supplier="ByteDance"))) == 1
            with pytest.raises(StoreError, match="reading only"):
                reader.add(made.resale())


def test_folders_that_are_no_store_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "empty").mkdir()
    for path, message in [
        (tmp_path, "holds other files"),
        (tmp_path / "notes.txt", "is a file"),
    ]:
        with pytest.raises(StoreError, match=message):
            Store(path)
    with pytest.raises(StoreError, match="no such store"):
        Store(tmp_path / "nix", read_only=True)
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_broken_store_says_so(made: ModuleType, tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.add(made.resale())
    for path in (tmp_path / "s").iterdir():
        if path.name.startswith(("MANIFEST", "CURRENT")):
            path.write_bytes(b"not a manifest")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path / "s")


def test_a_closed_store_says_so() -> None:
    store = Store()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.article_ids()


KILLED = """
import os, signal, sys
sys.path.insert(0, {support!r})
import extractions
from kg.graph import Store
store = Store({path!r})
store.add(extractions.resale())
for number in range(50):
    store.add(extractions.filing(f"a{{number}}"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_added_survives_a_killed_writer(tmp_path: Path) -> None:
    support = Path(__file__).resolve().parents[2] / "support"
    code = KILLED.format(support=str(support), path=str(tmp_path / "s"))
    subprocess.run([sys.executable, "-c", code], check=False, cwd=support.parents[1])
    with Store(tmp_path / "s") as store:
        assert store.stale
        assert len(store.article_ids()) == 51
        assert store.resolve("tencent") == ("company/tencent",)
        assert not store.stale


def test_the_dataset_is_a_live_rdflib_view(made: ModuleType, store: Store) -> None:
    dataset = store.dataset
    answer = dataset.query("SELECT ?c WHERE { ?c a chip:Sale ; chip:supplier ?s }")
    assert len(list(answer)) == 2
    store.retract("de-resale")
    assert len(list(dataset.query("SELECT ?c WHERE { ?c a chip:Sale }"))) == 1


def test_a_base_of_ones_own_reaches_every_iri_but_the_vocabulary(made: ModuleType) -> None:
    store = Store(base="https://example.org/kg/")
    store.add_all(made.every())
    subjects = {str(quad.subject) for quad in store.quads()}
    assert all(subject.startswith("<https://example.org/kg/") for subject in subjects)
    assert [claim.id for claim in store.claims(supplier="ByteDance")] == [made.resale().claims[0].id]
    assert {quad.predicate.value for quad in store.quads()} & {CHIP.supplier}
