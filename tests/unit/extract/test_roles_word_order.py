"""Who does what to whom, whatever the order of the words."""

from __future__ import annotations

import pytest
from told import one, roles, told

DIODES = {"type": ("supply",), "supplier": ("Nexperia",), "buyer": ("Bosch",), "product": ("Diodes",)}
WAFERS = {"type": ("supply",), "supplier": ("Siltronic",), "buyer": ("Bosch",), "product": ("Wafers",)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nexperia sells diodes to Bosch."),
        ("en", "Diodes are sold by Nexperia to Bosch."),
        ("en", "Diodes are sold to Bosch by Nexperia."),
        ("en", "Bosch buys diodes from Nexperia."),
        ("en", "Diodes are bought by Bosch from Nexperia."),
        ("en", "Nexperia supplies Bosch with diodes."),
        ("en", "Bosch is supplied with diodes by Nexperia."),
        ("de", "Nexperia liefert Dioden an Bosch."),
        ("de", "Dioden liefert Nexperia an Bosch."),
        ("de", "An Bosch liefert Nexperia Dioden."),
        ("de", "Die Dioden wurden von Nexperia an Bosch geliefert."),
        ("de", "Bosch werden von Nexperia Dioden geliefert."),
        ("de", "Nexperia beliefert Bosch mit Dioden."),
        ("de", "Bosch wird von Nexperia mit Dioden beliefert."),
        ("de", "Bosch kauft Dioden bei Nexperia."),
        ("de", "Bei Nexperia kauft Bosch Dioden."),
        ("de", "Nexperia verkauft dem Zulieferer Bosch Dioden."),
    ],
)
def test_active_passive_and_inverted_sentences_say_the_same(language: str, text: str) -> None:
    assert roles(text, language) == DIODES


@pytest.mark.parametrize("auxiliary", ["is buying", "has bought", "had bought", "has been buying", "bought", "buys"])
def test_the_tense_changes_no_role_in_english(auxiliary: str) -> None:
    assert roles(f"Bosch {auxiliary} wafers from Siltronic.") == WAFERS


@pytest.mark.parametrize(
    "text",
    [
        "Bosch kaufte Wafer bei Siltronic.",
        "Bosch hat Wafer bei Siltronic gekauft.",
        "Bosch hatte bei Siltronic Wafer gekauft.",
    ],
)
def test_the_tense_changes_no_role_in_german(text: str) -> None:
    assert roles(text, "de") == WAFERS


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The wafers bought by Bosch come from Siltronic."),
        ("en", "The wafers that Siltronic sold to Bosch were flat."),
        ("de", "Die Wafer, die Bosch bei Siltronic kaufte, waren flach."),
    ],
)
def test_goods_before_their_verb_are_its_object(language: str, text: str) -> None:
    assert roles(text, language) == WAFERS


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Bosch nimmt Onsemi SiC-Wafer ab.", "supply"),
        ("Bosch nahm 2023 von Onsemi SiC-Wafer ab.", "supply"),
        ("Bosch hat 2023 Onsemi SiC-Wafer abgenommen.", "supply"),
        ("Bosch beschloss, Onsemi SiC-Wafer abzunehmen.", "supply"),
    ],
)
def test_a_separable_verb_is_one_word_apart_or_whole(text: str, type: str) -> None:
    claim = one(text, "de")
    assert claim.type == type
    assert claim.roles == {"buyer": ("Bosch",), "supplier": ("onsemi",), "product": ("SiC wafers",)}


def test_a_separable_verb_without_its_particle_is_another_verb() -> None:
    assert told("Bosch nimmt Onsemi ernst.", "de") == []


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "The takeover of Siltronic by GlobalWafers took years.", ("GlobalWafers", "Siltronic")),
        ("en", "GlobalWafers' takeover of Siltronic took years.", ("GlobalWafers", "Siltronic")),
        ("en", "Siltronic is strong. Its takeover by GlobalWafers took years.", ("GlobalWafers", "Siltronic")),
        ("de", "Die Übernahme von Siltronic durch Globalwafers dauerte Jahre.", ("GlobalWafers", "Siltronic")),
        ("de", "Siltronic ist stark. Seine Übernahme durch Globalwafers dauerte Jahre.", ("GlobalWafers", "Siltronic")),
    ],
)
def test_a_noun_has_its_agent_behind_by_and_its_object_before_or_behind(
    language: str, text: str, wanted: tuple[str, str]
) -> None:
    claim = one(text, language)
    assert (claim.type, claim.roles) == ("acquisition", {"buyer": wanted[:1], "target": wanted[1:]})


def test_the_owner_of_an_order_is_its_buyer() -> None:
    assert roles("Nvidia's order of wafers from TSMC was large.") == {
        "type": ("order",), "buyer": ("NVIDIA",), "supplier": ("TSMC",), "product": ("Wafers",),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Apple supplier Foxconn grows."),
        ("en", "Foxconn, a supplier of Apple, grows."),
        ("en", "Foxconn is a supplier of Apple."),
        ("de", "Der Apple-Zulieferer Foxconn wächst."),
        ("de", "Foxconn ist ein Zulieferer von Apple."),
    ],
)
def test_a_role_noun_relates_its_bearer_to_the_one_it_serves(language: str, text: str) -> None:
    assert roles(text, language) == {"type": ("supply",), "supplier": ("Foxconn",), "buyer": ("Apple",)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nexperia is a subsidiary of Wingtech."),
        ("en", "Nexperia, which is owned by Wingtech, grows."),
        ("de", "Nexperia ist eine Tochter von Wingtech."),
        ("de", "Die Wingtech-Tochter Nexperia wächst."),
    ],
)
def test_owner_and_owned_do_not_change_places(language: str, text: str) -> None:
    assert roles(text, language) == {"type": ("ownership",), "owner": ("Wingtech",), "owned": ("Nexperia",)}


@pytest.mark.parametrize(
    "text", ["SMIC makes the Kirin 9000S for Huawei.", "The Kirin 9000S is made for Huawei by SMIC."]
)
def test_the_maker_makes_and_the_client_is_served(text: str) -> None:
    assert roles(text) == {
        "type": ("manufacture",), "manufacturer": ("SMIC",), "customer": ("Huawei",), "product": ("Kirin 9000S",),
    }  # fmt: skip


def test_what_contains_is_the_product_and_what_is_contained_the_component() -> None:
    claim = one("The Mate 60 Pro contains the Kirin 9000S.")
    assert (claim.type, claim.roles["product"], claim.roles["component"]) == (
        "component_use", ("Mate 60 Pro",), ("Kirin 9000S",),
    )  # fmt: skip


def test_the_slower_product_is_named_first() -> None:
    claim = one("The H20 is slower than the H100.")
    assert (claim.detail, claim.roles["product"]) == ("slower_than", ("NVIDIA H20", "NVIDIA H100"))


def test_the_variant_is_named_before_its_base() -> None:
    claim = one("The H800 is a variant of the H100.")
    assert (claim.detail, claim.roles["product"]) == ("variant_of", ("NVIDIA H800", "NVIDIA H100"))


def test_each_clause_keeps_its_own_parties() -> None:
    first, second = told("Bosch kauft Wafer bei Siltronic, und Infineon liefert Leistungshalbleiter an BMW.", "de")
    assert first.roles == {"buyer": ("Bosch",), "supplier": ("Siltronic",), "product": ("Wafers",)}
    assert second.roles == {"buyer": ("BMW",), "supplier": ("Infineon",), "product": ("Power semiconductors",)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The potato chips were sold to the neighbours."),
        ("en", "He broke his arm."),
        ("en", "The apple fell from the tree."),
        ("en", "Nvidia grew by 30 percent in 2024."),
        ("en", "The shares of Siltronic cost 50 euros each."),
        ("en", "Bosch opened an office in Beijing."),
        ("de", "Die Chips waren salzig, und Bosch gewann das Spiel."),
        ("de", "Nexperia wies den Bericht zurück."),
    ],
)
def test_what_is_no_deal_makes_no_claim(language: str, text: str) -> None:
    assert told(text, language) == []
