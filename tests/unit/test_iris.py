"""IRIs follow from what they name, and every name fits into one."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.iris import BASE, KINDS, Minter, claim_id, entity_id, short_hash, slug, type_of
from kg.model import Span

ROLES = {"supplier": ("company/a",), "buyer": ("company/b", "company/c")}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Südwest-Chips AG", "sudwest-chips-ag"),
        ("  NÉXPERIA  B.V. ", "nexperia-b-v"),
        ("AT&T", "at-and-t"),
        ("Weiß & Söhne", "weiss-and-sohne"),
        ("長江存儲", "長江存儲"),
        ("삼성전자", "삼성전자"),
        ("ガリウム", "ガリウム"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_slug_keeps_letters_of_every_script(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_slug_of_a_name_without_letters_is_a_hash() -> None:
    assert slug("—") != slug("!") and slug("—").startswith("x-")


def test_slug_forgets_how_a_glyph_is_drawn() -> None:
    assert slug("葛\U000e0100城") == slug("葛城")
    assert slug("\U000e0100").startswith("x-")


@given(st.text())
def test_slug_is_stable_and_fits_into_an_iri(name: str) -> None:
    once = slug(name)
    assert once and slug(once) == once
    ox.NamedNode(Minter().entity(f"company/{once}"))


@given(st.text(min_size=1))
def test_article_ids_come_back_out_of_their_iris(name: str) -> None:
    mint = Minter()
    iri = mint.article(name)
    ox.NamedNode(iri)
    assert mint.article(mint.article_id(iri) or "") == iri
    assert mint.graph_article(mint.claims_graph(name)) == mint.article_id(iri)


def test_different_article_ids_have_different_iris() -> None:
    mint = Minter()
    names = ["a", "A", "a/b", "a b", "a%20b", "ä", "a-b", "a.txt"]
    assert len({mint.article(name) for name in names}) == len(names)


def test_entity_ids_come_back_out_of_their_iris() -> None:
    mint = Minter()
    for kind in KINDS.values():
        assert mint.entity_id(mint.entity(f"{kind}/長江-x")) == f"{kind}/長江-x"
    assert mint.entity_id("https://example.org/entity/company/a") is None


def test_entity_type_and_id_agree() -> None:
    for kind in KINDS:
        assert type_of(entity_id(kind, "Some Name")) == kind


def test_claim_id_does_not_depend_on_the_order_of_roles_or_spans() -> None:
    first = claim_id("x", "sale", ROLES, [(0, 5), (7, 9)])
    turned = dict(reversed(ROLES.items()))
    assert first == claim_id("x", "sale", turned, [Span(7, 9, "hi"), Span(0, 5, "hello")])
    assert len(first) == 16 and set(first) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    "other",
    [
        claim_id("y", "sale", ROLES, [(0, 5)]),
        claim_id("x", "order", ROLES, [(0, 5)]),
        claim_id("x", "sale", {**ROLES, "buyer": ("company/c", "company/b")}, [(0, 5)]),
        claim_id("x", "sale", ROLES, [(0, 6)]),
    ],
    ids=["article", "type", "order of parties", "span"],
)
def test_claim_id_tells_claims_apart(other: str) -> None:
    assert claim_id("x", "sale", ROLES, [(0, 5)]) != other


def test_claim_id_ignores_empty_roles() -> None:
    assert claim_id("x", "sale", {**ROLES, "product": ()}, []) == claim_id("x", "sale", ROLES, [])


def test_short_hash_tells_where_one_part_ends() -> None:
    assert short_hash("a", "b") != short_hash("ab") and short_hash("é") == short_hash("e\u0301")


def test_base_is_one_setting() -> None:
    assert Minter().base == BASE
    assert Minter("https://example.org/kg/").claim("ab") == "https://example.org/kg/claim/ab"


@pytest.mark.parametrize("base", ["", "https://example.org", "kg/", "https://exa mple.org/"])
def test_a_base_that_makes_no_iris_is_refused(base: str) -> None:
    with pytest.raises(ValueError, match="base IRI"):
        Minter(base)
