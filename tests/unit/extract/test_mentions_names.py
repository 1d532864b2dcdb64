"""Which words stand for which thing."""

from __future__ import annotations

import pytest
from told import one, reading, surfaces, told


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "Nvidia H20 chips"), ("en", "NVIDIA H20 chips"), ("en", "H20 chips"), ("en", "Nvidia's H20 chips"),
        ("en", "Nvidia-H20 chips"), ("de", "NVIDIA -H20 -Chips"), ("de", "Nvidia-H20-Chips"), ("de", "H20-Chips"),
    ],
)  # fmt: skip
def test_a_model_is_one_thing_with_and_without_maker_and_class(language: str, printed: str) -> None:
    text = {"en": f"Oracle bought {printed}.", "de": f"Oracle kaufte {printed}."}[language]
    claim = one(text, language)
    assert (claim.roles["product"], claim.roles["buyer"]) == (("NVIDIA H20",), ("Oracle",))
    assert printed in surfaces(text, language)["NVIDIA H20"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nvidia chips were sold to Baidu by Dell."),
        ("en", "Dell sold Nvidia's chips to Baidu."),
        ("de", "Dell verkaufte Nvidia-Chips an Baidu."),
    ],
)
def test_a_maker_before_its_product_is_no_party(language: str, text: str) -> None:
    claim = one(text, language)
    assert (claim.roles["supplier"], claim.roles["buyer"]) == (("Dell Technologies",), ("Baidu",))
    assert claim.roles["product"] == ("NVIDIA chips",)
    assert claim.roles.get("manufacturer", ("NVIDIA",)) == ("NVIDIA",)


def test_a_seller_before_goods_of_another_maker_is_no_maker() -> None:
    claim = one("ByteDance's H20 chips were bought by Tencent.")
    assert "ByteDance" not in claim.roles.get("manufacturer", ())


def test_a_name_inside_an_adjective_is_no_party() -> None:
    claim = one("Dell delivered Nvidia-based servers to Oracle.")
    assert "NVIDIA" not in {name for names in claim.roles.values() for name in names}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "GlobalFoundries (GF) supplies wafers to Bosch."),
        ("en", "Bosch buys wafers from GlobalFoundries (GF)."),
        ("de", "GlobalFoundries (GF) liefert Wafer an Bosch."),
    ],
)
def test_a_bracketed_acronym_names_the_same_thing(language: str, text: str) -> None:
    assert {"GlobalFoundries", "GF"} <= surfaces(text, language)["GlobalFoundries"]
    assert one(text, language).roles["supplier"] == ("GlobalFoundries",)


def test_a_bracketed_acronym_of_an_unknown_firm_is_a_mention_of_it() -> None:
    assert "VFW" in surfaces("Vanguard Foxglove Works Ltd (VFW) sells wafers to Bosch.")["Vanguard Foxglove Works Ltd"]


def test_a_bracketed_class_acronym_belongs_to_its_noun() -> None:
    assert one("Oracle kaufte Grafikprozessoren (GPUs) von Dell.", "de").roles["product"] == ("GPUs",)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Foxglove Semiconductor Inc. sells diodes to Bosch.", "Foxglove Semiconductor Inc"),
        ("en", "Chip maker Quendolin sells diodes to Bosch.", "Quendolin"),
        ("de", "Die Quendolin GmbH verkauft Dioden an Bosch.", "Quendolin GmbH"),
        ("de", "Der Chiphersteller Quendolin verkauft Dioden an Bosch.", "Quendolin"),
    ],
)
def test_an_unknown_firm_is_found_by_legal_form_or_apposition(language: str, text: str, name: str) -> None:
    assert one(text, language).roles["supplier"] == (name,)
    entity = next(e for e in reading(text, language).entities if e.name == name)
    assert entity.provisional and entity.type == "company" and entity.wikidata is None


def test_an_unknown_firm_is_known_by_its_first_word_further_on() -> None:
    text = "Foxglove Semiconductor Inc. grew. Foxglove supplies Siemens with diodes."
    assert one(text).roles["supplier"] == ("Foxglove Semiconductor Inc",)


def test_the_genitive_of_a_name_is_the_name() -> None:
    assert one("Siltronics Verkauf von Wafern an Bosch endet.", "de").roles["supplier"] == ("Siltronic",)


def test_a_name_that_is_also_a_word_is_believed_where_the_article_supports_it() -> None:
    assert "Arm" in surfaces("Arm Holdings grew. Apple is a customer of Arm.")
    assert surfaces("He raised his arm.") == {}


def test_a_model_that_the_gazetteer_lacks_is_known_by_its_maker() -> None:
    claim = one("Nvidia X900 accelerators were sold to Oracle.")
    assert (claim.roles["product"], claim.roles["manufacturer"]) == (("NVIDIA X900",), ("NVIDIA",))


def test_a_ticker_symbol_is_no_firm() -> None:
    assert surfaces("NASDAQ: INTC rose.") == {}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Beijing subsidises SMIC with 3 billion yuan.", "Government of China"),
        ("en", "Bosch opened an office in Beijing.", "Beijing"),
        ("de", "Peking fördert SMIC mit drei Milliarden Yuan.", "Government of China"),
        ("de", "In Peking verkauft Bosch Sensoren.", "Beijing"),
    ],
)
def test_a_capital_acts_as_a_body_and_lies_as_a_place(language: str, text: str, name: str) -> None:
    assert name in surfaces(text, language)
    assert not ({"Government of China", "Beijing"} - {name}) & set(surfaces(text, language))


def test_generic_goods_are_entities_only_where_they_fill_a_role() -> None:
    assert "Wafers" in surfaces("Bosch bought wafers.")
    assert surfaces("Bosch likes wafers.") == {"Bosch": {"Bosch"}}


def test_names_of_the_text_are_entities_even_without_a_claim() -> None:
    text = "Jensen Huang met Lisa Su in Taipei, wrote Reuters."
    assert told(text) == []
    assert {"Jensen Huang", "Lisa Su", "Reuters"} <= set(surfaces(text))
