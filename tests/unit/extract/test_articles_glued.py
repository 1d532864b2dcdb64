"""Nouns that carry their article at their end, verb forms that are passive by themselves, small compounds."""

from __future__ import annotations

import pytest
from told import told

from kg.extract.articles import Articles
from kg.lang import load


def test_a_noun_carries_its_article_at_its_end_where_the_pack_says_so() -> None:
    swedish, english = Articles(load("sv")), Articles(load("en"))
    assert all(map(swedish.glued, ("bolaget", "fabriken", "kretsarna", "bolagets")))
    assert not any(map(swedish.glued, ("bolag", "universitet", "myndighet")))
    assert swedish.owns("bolagets") and not swedish.owns("bolaget")
    assert not english.glued("garden") and not english.owns("thens")


def test_a_definite_noun_starts_with_its_article_or_itself() -> None:
    swedish = Articles(load("sv"))
    assert swedish.start(("det", "nya", "bolaget"), 2, 3) == 2
    assert swedish.start(("de", "bolag"), 1, 2) == 0
    assert swedish.start(("nya", "bolag"), 1, 2) == -1


@pytest.mark.parametrize(
    ("text", "type", "role", "name"),
    [
        ("TSMC ägs av Apple. Chiptillverkaren levererar skärmar till Meta.", "supply", "supplier", "TSMC"),
        ("Infineon äger Qimonda. Bolagets sensorer köps av Bosch.", "supply", "buyer", "Bosch"),
        ("Nvidia visade H20. Chippet tillverkas av TSMC.", "manufacture", "product", "NVIDIA H20"),
        (
            "Samsung säljer skärmar. Sydkoreanerna levererar minnen till Apple.",
            "supply",
            "supplier",
            "Samsung Electronics",
        ),
    ],
)
def test_what_a_glued_article_takes_up(text: str, type: str, role: str, name: str) -> None:
    assert any(claim.type == type and name in claim.roles.get(role, ()) for claim in told(text, "sv"))


@pytest.mark.parametrize(
    "text",
    [
        "TSMC levererar processorer till Apple.",
        "Processorerna levereras till Apple av TSMC.",
        "Processorer levererade av TSMC används av Apple.",
    ],
)
def test_forms_in_s_turn_subject_and_object(text: str) -> None:
    supplies = [claim for claim in told(text, "sv") if claim.type in ("supply", "delivery")]
    assert supplies and supplies[0].roles["supplier"] == ("TSMC",)
    assert supplies[0].roles["product"] == ("Processors",)


def test_a_past_tense_is_no_participle_of_an_auxiliary_far_off() -> None:
    claims = told("Beskedet är viktigt, och Nvidia levererade kort till Meta.", "sv")
    assert claims and claims[0].roles["supplier"] == ("NVIDIA",)
