"""What looks like a word of a deal and is none, and what a deal's words are in spite of their form."""

from __future__ import annotations

import pytest
from told import one, surfaces, told


def test_membership_is_no_ownership() -> None:
    claims = told("Zu den Kunden von ASML gehören TSMC und Intel.", "de")
    assert {claim.type for claim in claims} == {"supply"}
    assert claims[0].roles["supplier"] == ("ASML",)


def test_what_belongs_to_a_firm_is_owned() -> None:
    assert one("Nexperia gehört Wingtech.", "de").type == "ownership"


def test_in_order_to_orders_nothing() -> None:
    assert not [c for c in told("TSMC hired staff in order to make chips for Apple.") if c.type == "order"]


def test_orders_may_open_a_sentence() -> None:
    claim = told("Orders from Apple for HBM4 reached SK Hynix.")[0]
    assert claim.type == "order"
    assert claim.roles["buyer"] == ("Apple",)


def test_the_seller_of_its_own_goods_is_the_supplier() -> None:
    assert one("Oracle bought 20,000 H100 GPUs from Nvidia.").roles["supplier"] == ("NVIDIA",)


def test_goods_in_capitals_follow_their_maker() -> None:
    assert one("Tencent ordered Nvidia GPUs.").roles["product"] == ("NVIDIA GPUs",)


def test_the_verb_is_no_part_of_the_goods() -> None:
    assert surfaces("SK Hynix delivered HBM4 to Nvidia.")["HBM4"] == {"HBM4"}


def test_the_may_of_a_date_is_no_rumour() -> None:
    assert one("Last May Nvidia delivered H20 chips to Tencent.").modality == "asserted"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Micron verkauft kein DRAM an Huawei."),
        ("de", "Siltronic hat keine Wafer an Onsemi geliefert."),
        ("en", "Micron sold no DRAM to Huawei."),
    ],
)
def test_goods_denied_by_their_article(language: str, text: str) -> None:
    assert one(text, language).modality == "negated"


def test_a_data_centre_has_an_owner() -> None:
    claim = one("Oracle is building data centers in Texas.")
    assert claim.type == "capacity"
    assert claim.roles["owner"] == ("Oracle",)


def test_a_rule_on_goods_of_the_trade_needs_no_firm() -> None:
    claim = one("The Dutch government bans the export of EUV scanners to China.")
    assert claim.type == "export_restriction"


def test_chips_of_potatoes_are_not_of_the_trade() -> None:
    assert told("The government bans the export of potato chips to Spain.") == []
