"""What descriptions, pronouns and relative pronouns stand for."""

from __future__ import annotations

import pytest
from told import one, surfaces, told


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "BMW buys microcontrollers. The carmaker ordered power semiconductors from Onsemi.", "BMW"),
        ("en", "BMW met Infineon. The carmaker ordered power semiconductors from Onsemi.", "BMW"),
        ("en", "Infineon met BMW. The carmaker ordered power semiconductors from Onsemi.", "BMW"),
        ("de", "BMW traf Infineon. Der Autobauer bestellte Leistungshalbleiter bei Onsemi.", "BMW"),
        ("de", "Infineon traf BMW. Der Autobauer bestellte Leistungshalbleiter bei Onsemi.", "BMW"),
    ],
)
def test_a_description_finds_the_firm_of_its_trade(language: str, text: str, wanted: str) -> None:
    (order,) = (c for c in told(text, language) if c.type == "order")
    assert order.roles["buyer"] == (wanted,)


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Micron grew. The company supplies DRAM to Dell.", "Micron"),
        ("en", "Infineon grew. The Munich company supplies DRAM to Dell.", "Infineon"),
        ("de", "Micron wächst. Das Unternehmen liefert DRAM an Dell.", "Micron"),
        ("de", "Infineon wächst. Die Münchner liefern DRAM an Dell.", "Infineon"),
        ("de", "Samsung Electronics wächst. Die Koreaner liefern DRAM an Dell.", "Samsung Electronics"),
        ("de", "TSMC wächst. Der Konzern aus Taiwan liefert DRAM an Dell.", "TSMC"),
        ("de", "Bosch traf Micron. Der Speicherhersteller liefert DRAM an Dell.", "Micron"),
    ],
)
def test_a_description_finds_the_firm_by_town_country_or_trade(language: str, text: str, wanted: str) -> None:
    (supply,) = (c for c in told(text, language) if c.type == "supply")
    assert supply.roles["supplier"] == (wanted,)


def test_a_description_is_a_mention_of_the_firm() -> None:
    assert "The carmaker" in surfaces("BMW grew. The carmaker ordered wafers from Onsemi.")["BMW"]
    assert "Der Autobauer" in surfaces("BMW wuchs. Der Autobauer bestellte Wafer.", "de")["BMW"]


def test_a_description_without_a_firm_before_it_names_nobody() -> None:
    assert told("The carmaker grew.") == []
    assert surfaces("The carmaker grew.") == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Micron grew. It supplies DRAM to Dell."),
        ("en", "Micron said it supplies DRAM to Dell."),
        ("de", "Micron wächst. Es liefert DRAM an Dell."),
    ],
)
def test_a_pronoun_stands_for_the_subject_before(language: str, text: str) -> None:
    claim = one(text, language)
    assert (claim.roles["supplier"], claim.roles["buyer"]) == (("Micron",), ("Dell Technologies",))


def test_a_pronoun_is_no_mention() -> None:
    assert surfaces("Micron grew. It supplies DRAM to Dell.")["Micron"] == {"Micron"}


def test_an_object_pronoun_stands_for_the_goods_before() -> None:
    claim = told("Groq sold 500 chips to Meta. It also sold them to Oracle.")[-1]
    assert claim.roles == {"supplier": ("Groq",), "buyer": ("Oracle",), "product": ("Chips",)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Huawei praised the Ascend 910C. The chip is made by SMIC."),
        ("de", "Huawei lobte den Ascend 910C. Der Chip wird von SMIC gefertigt."),
    ],
)
def test_the_chip_is_the_model_named_before(language: str, text: str) -> None:
    (made,) = (c for c in told(text, language) if "SMIC" in c.roles.get("manufacturer", ()))
    assert made.roles["product"] == ("Ascend 910C",)


@pytest.mark.parametrize(
    ("language", "text", "supplier", "product"),
    [
        ("en", "ASML, which supplies TSMC with EUV scanners, is Dutch.", "ASML", "EUV scanners"),
        ("en", "The wafers, which Siltronic sells to TSMC, are flat.", "Siltronic", "Wafers"),
        ("en", "The wafers that Siltronic sells to TSMC are flat.", "Siltronic", "Wafers"),
        ("de", "Die Wafer, die Siltronic an TSMC verkaufte, waren flach.", "Siltronic", "Wafers"),
        ("de", "Siltronic, von dem TSMC Wafer bezieht, wächst.", "Siltronic", "Wafers"),
    ],
)
def test_a_relative_pronoun_stands_for_what_is_named_before(
    language: str, text: str, supplier: str, product: str
) -> None:
    claim = one(text, language)
    assert claim.roles == {"supplier": (supplier,), "buyer": ("TSMC",), "product": (product,)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chinese companies ordered the H20 from Nvidia."),
        ("de", "Chinesische Firmen bestellten den H20 bei Nvidia."),
    ],
)
def test_firms_of_a_country_may_be_a_party(language: str, text: str) -> None:
    claim = one(text, language)
    assert (claim.type, claim.roles["buyer"], claim.roles["supplier"]) == ("order", ("Chinese companies",), ("NVIDIA",))
