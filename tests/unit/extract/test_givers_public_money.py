"""Public money: who gives it, who approves it, and which plant it is for."""

from __future__ import annotations

import pytest
from told import one

SAXON_AID = {
    "investor": ("German government",), "regulator": ("European Commission",), "target": ("Infineon",),
    "facility": ("Infineon Dresden",),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Brussels has approved €1bn of German state aid for Infineon's fab in Dresden."),
        ("de", "Brüssel hat deutsche Beihilfen von einer Milliarde Euro für das Infineon-Werk in Dresden genehmigt."),
    ],
)
def test_the_commission_approves_what_the_government_of_an_adjective_gives(language: str, text: str) -> None:
    claim = one(text, language)
    assert claim.type == "subsidy"
    assert claim.roles == SAXON_AID


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "SK hynix wins $458 million of US funding for a packaging plant in Indiana."),
        ("de", "Aus dem Chips Act bekommt SK hynix 458 Millionen Dollar für sein Werk in Indiana."),
    ],
)
def test_money_of_a_law_comes_from_the_government_of_its_country(language: str, text: str) -> None:
    claim = one(text, language)
    assert claim.type == "subsidy"
    assert claim.roles["investor"] == ("US government",)
    assert claim.roles["target"] == ("SK hynix",)


def test_a_cabinet_that_approves_its_own_money_gives_it() -> None:
    claim = one("India's cabinet approved an incentive of 50% of the cost for the Micron plant in Sanand.")
    assert claim.roles["investor"] == ("Union Cabinet of India",)
    assert claim.roles["target"] == ("Micron",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Bosch spends 250 million euros on widening its fab in Reutlingen."),
        ("en", "With an investment of 250 million euros, Bosch is expanding its fab in Reutlingen."),
        ("de", "Bosch steckt 250 Millionen Euro in den Ausbau seines Werks in Reutlingen."),
        ("de", "Bosch lässt sich die Erweiterung seines Werks in Reutlingen 250 Millionen Euro kosten."),
    ],
)
def test_money_for_building_is_one_investment_in_the_plant(language: str, text: str) -> None:
    claim = one(text, language)
    assert claim.type == "investment"
    assert claim.roles == {"investor": ("Bosch",), "facility": ("Bosch Reutlingen",)}


def test_the_plant_of_a_relative_clause_stands_where_the_clause_says() -> None:
    claim = one("Vishay opened the plant that it is running in Newport.")
    assert claim.roles["facility"] == ("Vishay Newport",)
