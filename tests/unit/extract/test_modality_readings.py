"""How a claim is meant."""

from __future__ import annotations

import pytest
from told import one, told


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Micron sells DRAM to Xiaomi.", "asserted"),
        ("Micron does not sell DRAM to Xiaomi.", "negated"),
        ("Micron has never sold DRAM to Xiaomi.", "negated"),
        ("Micron no longer sells DRAM to Xiaomi.", "ended"),
        ("Micron has stopped selling DRAM to Xiaomi.", "ended"),
        ("Micron plans to sell DRAM to Xiaomi.", "planned"),
        ("Micron wants to sell DRAM to Xiaomi.", "planned"),
        ("Micron will sell DRAM to Xiaomi.", "planned"),
        ("Micron will not sell DRAM to Xiaomi.", "negated"),
        ("Micron is in talks to sell DRAM to Xiaomi.", "negotiating"),
        ("Micron could sell DRAM to Xiaomi.", "conditional"),
        ("Micron may sell DRAM to Xiaomi.", "rumoured"),
        ("Micron allegedly sold DRAM to Xiaomi.", "rumoured"),
        ("Micron is considering a sale of DRAM to Xiaomi.", "rumoured"),
        ("Micron reportedly sold DRAM to Xiaomi.", "reported"),
        ("Micron sells not only DRAM to Xiaomi.", "asserted"),
    ],
)
def test_english_cues_colour_the_claim(text: str, modality: str) -> None:
    claim = one(text)
    assert claim.modality == modality
    assert claim.roles == {"supplier": ("Micron",), "buyer": ("Xiaomi",), "product": ("DRAM",)}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Micron verkauft DRAM an Xiaomi.", "asserted"),
        ("Micron verkauft DRAM nicht an Xiaomi.", "negated"),
        ("Micron hat nie DRAM an Xiaomi verkauft.", "negated"),
        ("Micron verkauft kein DRAM mehr an Xiaomi.", "ended"),
        ("Micron plant, DRAM an Xiaomi zu verkaufen.", "planned"),
        ("Micron will DRAM an Xiaomi verkaufen.", "planned"),
        ("Micron wird DRAM an Xiaomi verkaufen.", "planned"),
        ("Micron könnte DRAM an Xiaomi verkaufen.", "conditional"),
        ("Micron soll DRAM an Xiaomi verkauft haben.", "rumoured"),
        ("Micron verkauft angeblich DRAM an Xiaomi.", "rumoured"),
        ("Micron verkauft nicht nur DRAM an Xiaomi.", "asserted"),
    ],
)
def test_german_cues_colour_the_claim(text: str, modality: str) -> None:
    claim = one(text, "de")
    assert claim.modality == modality
    assert claim.roles == {"supplier": ("Micron",), "buyer": ("Xiaomi",), "product": ("DRAM",)}


def test_the_german_passive_is_no_future() -> None:
    assert one("Siltronic wird von Globalwafers übernommen.", "de").modality == "asserted"


def test_a_cue_colours_its_own_clause_only() -> None:
    first, second = told("Micron sells DRAM to Dell. Micron will sell HBM4 to Nvidia.")
    assert (first.modality, second.modality) == ("asserted", "planned")


def test_a_negation_of_one_deal_leaves_the_other() -> None:
    first, second = told("Micron sold DRAM to Dell. Micron did not sell DRAM to Huawei.")
    assert (first.roles["buyer"], first.modality) == (("Dell Technologies",), "asserted")
    assert (second.roles["buyer"], second.modality) == (("Huawei",), "negated")


def test_a_cancelled_order_is_over() -> None:
    claim = one("Onsemi stornierte seine Bestellung von Wafern bei Siltronic.", "de")
    assert (claim.type, claim.modality) == ("order", "ended")
    assert claim.roles == {"buyer": ("onsemi",), "supplier": ("Siltronic",), "product": ("Wafers",)}


def test_a_failed_takeover_is_over() -> None:
    claim = one("Die Übernahme von Siltronic durch Globalwafers scheiterte.", "de")
    assert (claim.type, claim.modality) == ("acquisition", "ended")


def test_a_rule_that_is_announced_is_in_force_unless_it_says_otherwise() -> None:
    assert one("The Commerce Department announced that exports of the H20 to China require a licence.").modality == (
        "asserted"
    )
    assert one(
        "Nvidia kündigte an, dass der Export von H20-Chips nach China nun eine Genehmigung erfordert.", "de"
    ).modality == ("asserted")


def test_goods_delivered_by_a_past_day_are_no_ended_delivery() -> None:
    text = "By the end of April, 30,000 Ascend 910B chips had been delivered to ByteDance by Huawei."
    assert one(text).modality == "asserted"
