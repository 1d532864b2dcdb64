"""Claims about one deal become one event, whatever their order; what contradicts stays apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.events import Event, fold, same_deal
from kg.model import Amount, Article, Claim, Period, Quantity

DEAL = {"supplier": ("company/a",), "buyer": ("company/b",), "product": ("product/x",)}


def claim(
    id: str, article: str, type: str = "sale", roles: dict[str, tuple[str, ...]] | None = None, **more: Any
) -> Claim:
    return Claim(id, article, type, DEAL if roles is None else roles, (), **more)


def one(*claims: Claim, articles: dict[str, Article] | None = None) -> Event:
    (event,) = fold(claims, articles)
    return event


def test_two_articles_on_one_deal_are_one_event() -> None:
    event = one(
        claim("1", "x", amount=Amount(2e9, "CNY", "about")),
        claim("2", "y", amount=Amount(2.04e9, "CNY"), quantity=Quantity(10, "GPUs")),
    )
    assert event.claims == ("1", "2") and event.articles == ("x", "y")
    assert event.amount == Amount(2.04e9, "CNY") and event.quantity == Quantity(10, "GPUs")


def test_roles_of_all_claims_are_joined() -> None:
    second = {**DEAL, "buyer": ("company/c", "company/b"), "manufacturer": ("company/m",)}
    event = one(claim("1", "x"), claim("2", "y", roles=second))
    assert event.roles["buyer"] == ("company/c", "company/b") and event.roles["manufacturer"] == ("company/m",)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"type": "order"}),
        ({}, {"article": "x"}),
        ({}, {"roles": {**DEAL, "buyer": ("company/z",)}}),
        ({}, {"roles": {**DEAL, "product": ("product/z",)}}),
        ({}, {"roles": {"supplier": ("company/a",)}}),
        ({}, {"modality": "negated"}),
        ({"amount": Amount(2e9, "CNY")}, {"amount": Amount(3e9, "CNY")}),
        ({"amount": Amount(2e9, "CNY", "at_least")}, {"amount": Amount(1e9, "CNY", "at_most")}),
        ({"amount": Amount(2e9, "CNY")}, {"amount_alt": Amount(5e9, "CNY"), "amount": Amount(7e8, "USD")}),
        ({"quantity": Quantity(5, "GPUs")}, {"quantity": Quantity(50, "GPUs")}),
        ({"time": Period("", "2024-01-01", "2024-12-31")}, {"time": Period("", "2025-01-01", None)}),
    ],
    ids=["type", "article", "buyer", "product", "one role", "negated", "sum", "bounds", "second sum", "number", "time"],
)
def test_contradictions_keep_claims_apart(first: dict[str, Any], second: dict[str, Any]) -> None:
    a, b = replace(claim("1", "x"), **first), replace(claim("2", "y"), **second)
    assert not same_deal(a, b) and not same_deal(b, a)
    assert len(fold([a, b])) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"amount": Amount(2e9, "CNY")}, {"amount": Amount(2.8e8, "USD")}),
        ({"amount": Amount(2e9, "CNY", "at_least")}, {"amount": Amount(9e9, "CNY")}),
        ({"amount": Amount(1e9, "CNY", "range", 3e9)}, {"amount": Amount(2.5e9, "CNY")}),
        ({"time": Period("", "2025-01-01", "2025-03-31")}, {"time": Period("", "2025-03-01", None)}),
        ({"modality": "planned"}, {"modality": "ended"}),
    ],
    ids=["currencies", "floor", "range", "time", "modality"],
)
def test_what_can_be_true_together_meets(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert len(fold([replace(claim("1", "x"), **first), replace(claim("2", "y"), **second)])) == 1


@pytest.mark.parametrize(
    ("type", "published", "events"), [("sale", "2025-12-01", 2), ("supply", "2025-12-01", 1), ("sale", "2025-02-01", 1)]
)
def test_one_off_deals_told_far_apart_are_two(type: str, published: str, events: int) -> None:
    articles = {"x": Article("x", "", published="2025-01-01"), "y": Article("y", "", published=published)}
    assert len(fold([claim("1", "x", type), claim("2", "y", type)], articles)) == events


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        ([{"modality": "reported"}], "reported"),
        ([{"modality": "rumoured"}], "rumoured"),
        ([{"modality": "reported", "disputed_by": ("company/a",)}, {}], "disputed"),
        ([{"attributed_to": ("company/a",)}], "confirmed"),
        (
            [
                {"modality": "reported", "attributed_to": ("media/m",)},
                {"modality": "reported", "attributed_to": ("media/n",)},
            ],
            "confirmed",
        ),
        (
            [
                {"modality": "reported", "attributed_to": ("media/m",)},
                {"modality": "reported", "attributed_to": ("media/m",)},
            ],
            "reported",
        ),
        ([{"modality": "planned"}, {"modality": "ended"}], "ended"),
        ([{"modality": "negated"}], "negated"),
    ],
)
def test_status_follows_from_all_claims(claims: list[dict[str, Any]], status: str) -> None:
    made = [replace(claim(str(n), f"article {n}"), **changes) for n, changes in enumerate(claims)]
    assert one(*made).status == status


def test_an_echo_is_no_second_source() -> None:
    echo = [claim(str(n), f"article {n}", attributed_to=("media/caijing", f"media/{n}")) for n in range(3)]
    assert one(*echo).sources == ("media/caijing",)


def test_an_article_without_sources_is_its_outlets_word() -> None:
    articles = {"x": Article("x", "", outlet="Gazette")}
    assert one(claim("1", "x"), claim("2", "y"), articles=articles).sources == ("Gazette", "y")


PARTIES = st.sampled_from([("company/a",), ("company/b",), ("company/a", "company/b"), ()])
CLAIMS = st.lists(
    st.builds(
        lambda n, supplier, buyer, value, article: claim(
            f"{n:04}",
            f"article {article}",
            roles={"supplier": supplier, "buyer": buyer, "product": ("product/x",)},
            amount=value and Amount(value, "USD"),
        ),
        st.integers(0, 9999),
        PARTIES,
        PARTIES,
        st.sampled_from([None, 1.0, 1.04, 2.0]),
        st.integers(0, 3),
    ),
    max_size=6,
    unique_by=lambda made: made.id,
)


@given(CLAIMS)
def test_order_does_not_matter_and_every_claim_is_in_one_event(claims: list[Claim]) -> None:
    events = fold(claims)
    assert sorted(id for event in events for id in event.claims) == sorted(made.id for made in claims)
    for order in list(permutations(claims))[:24]:
        assert fold(order) == events


@given(CLAIMS)
def test_no_two_claims_of_an_event_contradict_each_other(claims: list[Claim]) -> None:
    known = {made.id: made for made in claims}
    for event in fold(claims):
        for a in event.claims:
            assert all(same_deal(known[a], known[b]) for b in event.claims if a != b)
