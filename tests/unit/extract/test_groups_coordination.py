"""Coordinated names are one group, and what is no coordination is none."""

from __future__ import annotations

import pytest
from told import one, told


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "Infineon, Bosch and Nexperia supply diodes to Siemens.", "supplier"),
        ("en", "Siemens buys diodes from Infineon, Bosch and Nexperia.", "supplier"),
        ("en", "Infineon, Bosch, and Nexperia supply diodes to Siemens.", "supplier"),
        ("en", "Siemens sells diodes to Infineon, Bosch and Nexperia.", "buyer"),
        ("de", "Infineon, Bosch und Nexperia liefern Dioden an Siemens.", "supplier"),
        ("de", "Infineon, Bosch sowie Nexperia liefern Dioden an Siemens.", "supplier"),
        ("de", "Siemens liefert Dioden an Infineon, Bosch und Nexperia.", "buyer"),
        ("de", "Siemens kauft Dioden bei Infineon, Bosch und Nexperia.", "supplier"),
    ],
)
def test_three_names_in_a_row_share_one_role(language: str, text: str, role: str) -> None:
    claim = one(text, language)
    assert claim.roles[role] == ("Infineon", "Bosch", "Nexperia")
    assert "Siemens" in claim.roles["buyer" if role == "supplier" else "supplier"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Siemens buys diodes, MOSFETs and wafers from Infineon."),
        ("de", "Siemens kauft Dioden, MOSFETs und Wafer bei Infineon."),
    ],
)
def test_goods_in_a_row_share_one_role(language: str, text: str) -> None:
    assert one(text, language).roles["product"] == ("Diodes", "MOSFETs", "Wafers")


def test_both_and_belongs_to_the_pair() -> None:
    assert one("Both Infineon and Nexperia supply diodes to Siemens.").roles["supplier"] == ("Infineon", "Nexperia")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chinese companies including Baidu and Xiaomi ordered H20 chips."),
        ("en", "Chinese companies, including Baidu and Xiaomi, ordered H20 chips."),
        ("de", "Chinesische Firmen, darunter Baidu und Xiaomi, bestellten den H20."),
    ],
)
def test_a_group_stands_beside_those_it_includes(language: str, text: str) -> None:
    assert one(text, language).roles["buyer"] == ("Chinese companies", "Baidu", "Xiaomi")


def test_a_comma_with_and_between_two_names_ends_a_clause() -> None:
    first, second = told("Apple buys displays from BOE, and Samsung Electronics supplies DRAM to Dell.")
    assert first.roles == {"buyer": ("Apple",), "supplier": ("BOE",), "product": ("Displays",)}
    assert second.roles == {"buyer": ("Dell Technologies",), "supplier": ("Samsung Electronics",), "product": ("DRAM",)}


def test_and_without_a_comma_joins_two_names() -> None:
    assert one("Apple buys displays from BOE and Samsung Display.").roles["supplier"] == ("BOE", "Samsung Display")


def test_a_firm_does_not_join_goods() -> None:
    for claim in told("Dell buys DRAM, and Micron delivers it."):
        assert claim.roles["product"] == ("DRAM",)
        assert "Micron" not in claim.roles.get("buyer", ())


def test_two_names_without_a_joint_are_two_groups() -> None:
    claim = one("Dioden liefert Nexperia Bosch.", "de")
    assert len(claim.roles.get("supplier", ())) <= 1
