"""Plants: a noun with its owner and its town."""

from __future__ import annotations

import pytest
from told import one, surfaces, told


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Infineon expands its plant in Dresden.", "plant in Dresden"),
        ("en", "Bosch bought a fab in Roseville.", "fab in Roseville"),
        ("de", "Infineon erweitert sein Werk in Dresden.", "Werk in Dresden"),
    ],
)
def test_a_plant_is_known_by_its_town(language: str, text: str, name: str) -> None:
    claim = one(text, language)
    assert name in (*claim.roles.get("facility", ()), *claim.roles.get("target", ()))
    assert name in surfaces(text, language)[name]


def test_several_firms_build_one_plant() -> None:
    claim = one("Sony, Bosch and TSMC are building a fab in Dresden.")
    assert claim.type == "capacity"
    assert claim.roles == {"manufacturer": ("Sony", "Bosch", "TSMC"), "facility": ("fab in Dresden",)}


def test_the_plant_is_the_one_named_before() -> None:
    owned = told("TSMC opened a plant in Kumamoto. The plant belongs to TSMC.")[-1]
    assert owned.type == "ownership"
    assert owned.roles == {"owner": ("TSMC",), "owned": ("plant in Kumamoto",)}


def test_a_numbered_plant_of_the_gazetteer_is_known_by_its_number() -> None:
    assert one("GlobalFoundries makes wafers at Fab 8.").roles == {
        "manufacturer": ("GlobalFoundries",), "product": ("Wafers",), "facility": ("GlobalFoundries Malta",),
    }  # fmt: skip


def test_a_plant_with_owner_and_town_is_named_after_both() -> None:
    assert "Infineon Kulim" in surfaces("Das Infineon-Werk in Kulim wächst.", "de")
    assert "Micron Boise" in surfaces("Micron's Boise fab grew.")


def test_a_power_station_word_in_another_sense_is_no_plant() -> None:
    assert surfaces("The plant on the window sill needs water.") == {}
