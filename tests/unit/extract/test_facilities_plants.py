"""Plants: a noun with its owner and its town."""

from __future__ import annotations

import pytest
from told import one, surfaces, told


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Infineon expands its plant in Dresden.", "Infineon Dresden"),
        ("en", "Bosch bought a fab in Roseville.", "fab in Roseville"),
        ("de", "Infineon erweitert sein Werk in Dresden.", "Infineon Dresden"),
    ],
)
def test_a_plant_is_known_by_its_town(language: str, text: str, name: str) -> None:
    claim = one(text, language)
    assert name in (*claim.roles.get("facility", ()), *claim.roles.get("target", ()))
    assert "Dresden" in surfaces(text, language)[name] or "Roseville" in surfaces(text, language)[name]


def test_several_firms_build_one_plant() -> None:
    claim = one("Sony, Bosch and TSMC are building a fab in Dresden.")
    assert claim.type == "capacity"
    assert claim.roles == {"manufacturer": ("Sony", "Bosch", "TSMC"), "facility": ("fab in Dresden",)}


def test_the_plant_is_the_one_named_before() -> None:
    owned = told("TSMC opened a plant in Kumamoto. The plant belongs to TSMC.")[-1]
    assert owned.type == "ownership"
    assert owned.roles == {"owner": ("TSMC",), "owned": ("TSMC Kumamoto",)}


def test_a_numbered_plant_of_the_gazetteer_is_known_by_its_number() -> None:
    assert one("GlobalFoundries makes wafers at Fab 8.").roles == {
        "manufacturer": ("GlobalFoundries",), "product": ("Wafers",), "facility": ("GlobalFoundries Malta",),
    }  # fmt: skip


def test_a_plant_with_owner_and_town_is_named_after_both() -> None:
    assert "Infineon Kulim" in surfaces("Das Infineon-Werk in Kulim wächst.", "de")
    assert "Micron Boise" in surfaces("Micron's Boise fab grew.")


def test_a_power_station_word_in_another_sense_is_no_plant() -> None:
    assert surfaces("The plant on the window sill needs water.") == {}


def test_a_firm_that_makes_things_in_a_town_has_a_plant_there() -> None:
    claim = one("Renesas makes microcontrollers in Naka.")
    assert claim.roles["facility"] == ("Renesas Naka",)
    assert "origin" not in claim.roles


def test_a_country_is_no_plant() -> None:
    assert "facility" not in one("Micron makes DRAM in Japan.").roles


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "SK hynix is expanding its M16 fab in Icheon.", "SK hynix M16"),
        ("en", "Wolfspeed is expanding its Mohawk Valley fab.", "Wolfspeed Mohawk Valley"),
        ("en", "Micron will expand its Fab 15 in Hiroshima.", "Micron Fab 15"),
        ("de", "Siltronic baut sein Werk Burghausen aus.", "Siltronic Burghausen"),
    ],
)
def test_a_plant_is_named_after_its_owner_and_its_name_or_number(language: str, text: str, name: str) -> None:
    assert one(text, language).roles["facility"] == (name,)


def test_a_second_plant_is_not_the_one_spoken_of() -> None:
    first, second = told("Infineon opened a plant in Kulim. Infineon will build a second plant next year.")
    assert first.roles["facility"] != second.roles["facility"]


def test_plants_of_nobody_are_no_facility() -> None:
    assert all("facility" not in claim.roles for claim in told("Nvidia delivers chips to factories."))


def test_the_site_of_something_else_is_no_plant() -> None:
    assert "site" not in str(surfaces("Wolfspeed builds a fab in Ensdorf on the site of a power plant."))
