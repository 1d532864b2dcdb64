"""Capacity: what is done to a plant, what leaves it, who has booked it."""

from __future__ import annotations

import pytest
from told import one, told

PLANTS = [
    ("en", "The construction of Intel's Magdeburg plant has been postponed.", "Intel Magdeburg"),
    ("en", "Production at Rapidus's Chitose plant starts in 2027.", "Rapidus Chitose"),
    ("en", "Infineon's Kulim fab is ramping up.", "Infineon Kulim"),
    ("en", "Samsung has halted construction of the P4 line in Pyeongtaek.", "Samsung Electronics P4"),
    ("en", "Texas Instruments will shut its fab in Sherman.", "Texas Instruments Sherman"),
    ("en", "A new fab is being built by Vanguard in Singapore.", "VIS Singapore"),
    ("de", "Der Bau des Intel-Werks in Magdeburg wurde verschoben.", "Intel Magdeburg"),
    ("de", "Die Produktion im Rapidus-Werk in Chitose startet 2027.", "Rapidus Chitose"),
    ("de", "Der Produktionsstart bei ESMC in Dresden ist für Ende 2027 geplant.", "ESMC Dresden"),
    ("de", "Micron legt seine Fabrik in Lehi still.", "Micron Lehi"),
    ("de", "X-Fab baut seine Fertigung in Erfurt aus.", "X-FAB Erfurt"),
]


@pytest.mark.parametrize(("language", "text", "plant"), PLANTS)
def test_what_is_done_to_a_plant_is_capacity(language: str, text: str, plant: str) -> None:
    claim = one(text, language)
    assert claim.type == "capacity"
    assert claim.roles["facility"] == (plant,)
    assert "origin" not in claim.roles


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kioxia makes 200,000 wafers a month at its Yokkaichi fab."),
        ("de", "Kioxia stellt in Yokkaichi 200.000 Wafer pro Monat her."),
    ],
)
def test_a_rate_of_output_is_one_claim_of_capacity(language: str, text: str) -> None:
    claim = one(text, language)
    assert claim.type == "capacity"
    assert claim.roles["facility"] == ("Kioxia Yokkaichi",)
    assert claim.quantity is not None
    assert claim.quantity.unit == "wafers per month"


@pytest.mark.parametrize(
    ("language", "text", "customer", "maker"),
    [
        ("en", "GlobalFoundries has reserved capacity for GM at its Malta fab.", "General Motors", "GlobalFoundries"),
        ("en", "Nvidia has booked more than half of TSMC's CoWoS capacity.", "NVIDIA", "TSMC"),
        ("de", "Nvidia hat die Hälfte der CoWoS-Kapazität von TSMC gebucht.", "NVIDIA", "TSMC"),
    ],
)
def test_capacity_is_booked_by_a_customer_at_a_maker(language: str, text: str, customer: str, maker: str) -> None:
    claim = one(text, language)
    assert claim.type == "capacity"
    assert claim.roles["customer"] == (customer,)
    assert claim.roles["manufacturer"] == (maker,)


def test_output_that_is_sold_out_is_capacity() -> None:
    claim = one("SK hynix said its HBM capacity is sold out until 2026.")
    assert claim.type == "capacity"
    assert claim.roles["manufacturer"] == ("SK hynix",)


@pytest.mark.parametrize(
    "text", ["Shares of Micron closed at 90 dollars.", "Micron doubled its dividend.", "Intel opened at 20 dollars."]
)
def test_everyday_verbs_without_a_plant_are_no_capacity(text: str) -> None:
    assert told(text) == []


def test_money_of_nobody_named_for_nothing_named_is_no_claim() -> None:
    assert told("The committee reviews foreign investments in Intel's industry.") == []
