"""The article that the project began with, claim by claim. Its text lies outside the repository."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from kg.model import Amount, Article, Claim, Extraction
from kg.pipeline import extract

SEED = Path(__file__).resolve().parents[4] / "shared" / "seed-de.txt"

pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="needs ../shared/seed-de.txt beside the checkout")


@lru_cache(maxsize=1)
def seed() -> Extraction:
    return extract(Article("seed-de", SEED.read_text("utf-8"), language="de", published="2025-04-29"))


def names(ids: tuple[str, ...]) -> tuple[str, ...]:
    known = {entity.id: entity.name for entity in seed().entities}
    return tuple(known.get(id, id) for id in ids)


def the(type: str, **parties: str) -> Claim:
    """The only claim of this type in which these parties play these roles."""
    found = [
        claim
        for claim in seed().claims
        if claim.type == type and all(name in names(claim.roles.get(role, ())) for role, name in parties.items())
    ]
    assert len(found) == 1, found
    return found[0]


def roles(claim: Claim) -> dict[str, set[str]]:
    return {role: set(names(ids)) for role, ids in claim.roles.items()}


def test_seed_the_sale() -> None:
    claim = the("sale")
    assert roles(claim) == {
        "supplier": {"ByteDance"}, "buyer": {"Tencent", "Alibaba Group"}, "product": {"NVIDIA H20"},
        "manufacturer": {"NVIDIA"},
    }  # fmt: skip
    assert claim.amount == Amount(2e9, "CNY", "about")
    assert (claim.quantity, claim.time) == (None, None)
    assert claim.modality == "reported"
    assert names(claim.attributed_to) == ("Caijing", "South China Morning Post")
    assert names(claim.disputed_by) == ("ByteDance",)
    assert len(claim.dispute_evidence) == 1
    assert claim.evidence[0].start == 0  # the opening sentence, though its source comes in the second


def test_seed_the_stock() -> None:
    claim = the("inventory")
    assert roles(claim) == {"holder": {"ByteDance"}, "product": {"NVIDIA H20"}, "manufacturer": {"NVIDIA"}}
    assert claim.amount == Amount(1e11, "CNY", "about")
    assert claim.amount_alt is not None
    assert (claim.amount_alt.value, claim.amount_alt.currency) == (1.37e10, "USD")
    assert (claim.quantity, claim.time) == (None, None)
    assert claim.modality == "reported"
    assert names(claim.attributed_to) == ("Caijing", "South China Morning Post")
    assert names(claim.disputed_by) == ("ByteDance",)


def test_seed_the_orders() -> None:
    claim = the("order", product="NVIDIA H20")
    found = roles(claim)
    assert found["supplier"] == {"NVIDIA"}
    assert found["buyer"] == {"ByteDance", "Alibaba Group", "Tencent", "Chinese companies"}
    assert set(found) == {"supplier", "buyer", "product"}
    assert claim.amount == Amount(1.6e10, "USD", "at_least")
    assert claim.quantity is None
    assert claim.time is not None
    assert (claim.time.text, claim.time.start, claim.time.end) == ("im ersten Quartal", "2025-01-01", "2025-03-31")
    assert claim.modality == "asserted"
    assert (claim.attributed_to, claim.disputed_by) == ((), ())


def test_seed_the_licence_requirement() -> None:
    claim = the("license_requirement")
    assert roles(claim) == {
        "regulator": {"United States"}, "affected": {"NVIDIA"}, "product": {"NVIDIA H20"}, "origin": {"United States"},
        "destination": {"China"},
    }  # fmt: skip
    assert (claim.amount, claim.quantity, claim.time) == (None, None, None)
    assert claim.modality == "asserted"
    assert names(claim.attributed_to) == ("NVIDIA",)
    assert claim.disputed_by == ()


def test_seed_evidence_is_quoted_from_the_text() -> None:
    text = seed().article.text
    for claim in seed().claims:
        for span in (*claim.evidence, *claim.dispute_evidence, *(mark for _, mark in claim.marks)):
            assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("name", "printed"),
    [("South China Morning Post", "Südchinesischen Morgenpfosten"), ("Volcano Engine", "Vulcano Engine")],
)
def test_seed_names_that_a_machine_translated_are_known(name: str, printed: str) -> None:
    entity = next(e for e in seed().entities if e.name == name)
    assert printed in {m.text for m in entity.mentions}
