"""The object decides what kind of deal a verb tells of, figures decide whether it is a lot."""

from __future__ import annotations

import pytest
from told import one


@pytest.mark.parametrize(
    ("language", "text", "type"),
    [
        ("en", "Bosch bought wafers.", "supply"),
        ("en", "Bosch bought TSI Semiconductors.", "acquisition"),
        ("en", "Bosch bought a fab in Roseville.", "acquisition"),
        ("en", "SK hynix purchased NAND flash from Intel.", "supply"),
        ("en", "SK hynix purchased Solidigm from Intel.", "acquisition"),
        ("en", "Intel sold its fab in Dalian to SK hynix.", "acquisition"),
        ("de", "Littelfuse kauft Wafer.", "supply"),
        ("de", "Bosch kaufte TSI Semiconductors.", "acquisition"),
        ("de", "Littelfuse kauft das Werk von Elmos.", "acquisition"),
        ("de", "Intel verkaufte seine Fabrik in Dalian an SK Hynix.", "acquisition"),
    ],
)
def test_goods_are_purchased_firms_and_plants_acquired(language: str, text: str, type: str) -> None:
    assert one(text, language).type == type


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "SK hynix purchased Solidigm from Intel."),
        ("en", "Intel sold Solidigm to SK hynix."),
        ("en", "Solidigm was sold to SK hynix by Intel."),
        ("de", "Intel verkaufte Solidigm an SK Hynix."),
    ],
)
def test_a_firm_sold_is_the_target_of_its_buyer(language: str, text: str) -> None:
    claim = one(text, language)
    assert claim.type == "acquisition"
    assert claim.roles == {"buyer": ("SK hynix",), "supplier": ("Intel",), "target": ("Solidigm",)}


def test_the_owner_of_a_business_sells_it_with_it() -> None:
    claim = one("NXP's sensor business was bought by STMicroelectronics.")
    assert claim.type == "acquisition"
    assert claim.roles == {"buyer": ("STMicroelectronics",), "supplier": ("NXP",), "target": ("NXP sensor business",)}


@pytest.mark.parametrize(
    ("language", "text", "type"),
    [
        ("en", "Infineon sold diodes to Bosch.", "supply"),
        ("en", "Infineon sold 4,000 diodes to Bosch.", "sale"),
        ("en", "Infineon sold diodes to Bosch for 3 million euros.", "sale"),
        ("de", "Infineon verkaufte Dioden an Bosch.", "supply"),
        ("de", "Infineon verkaufte 4.000 Dioden an Bosch.", "sale"),
        ("de", "Infineon verkaufte für drei Millionen Euro Dioden an Bosch.", "sale"),
    ],
)
def test_a_number_or_a_sum_makes_a_lasting_supply_a_sale(language: str, text: str, type: str) -> None:
    assert one(text, language).type == type


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Intel received 8 billion dollars from the US government.", "subsidy"),
        ("SoftBank invested 2 billion dollars in Intel.", "investment"),
        ("Tencent received 10,000 H20 chips from ByteDance.", "delivery"),
    ],
)
def test_public_money_private_money_and_goods_are_told_apart(text: str, type: str) -> None:
    assert one(text).type == type


def test_public_money_flows_from_the_body_to_the_firm() -> None:
    claim = one("Peking fördert SMIC mit drei Milliarden Yuan.", "de")
    assert (claim.type, claim.roles) == ("subsidy", {"investor": ("Government of China",), "target": ("SMIC",)})


def test_joint_work_has_two_partners() -> None:
    claim = one("Bosch and Siemens work together.")
    assert (claim.type, claim.roles) == ("partnership", {"partner": ("Bosch", "Siemens")})
