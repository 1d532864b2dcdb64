"""Several sentences on one deal are one claim; two deals are two."""

from __future__ import annotations

import pytest
from told import one, told

from kg.model import Amount


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Tencent bought H20 chips from ByteDance. ByteDance sold the H20 chips to Tencent for $20 million.",
        ),
        (
            "de",
            "Tencent kaufte H20-Chips von Bytedance. Bytedance verkaufte die H20-Chips für 20 Millionen Dollar an "
            "Tencent.",
        ),
    ],
)
def test_two_sentences_on_one_deal_are_one_claim_with_both_as_evidence(language: str, text: str) -> None:
    claim = one(text, language)
    assert (claim.type, claim.amount) == ("sale", Amount(2e7, "USD"))
    assert claim.roles["supplier"] == ("ByteDance",) and claim.roles["buyer"] == ("Tencent",)
    assert " ".join(claim.evidence) == text


@pytest.mark.parametrize(
    "text",
    [
        "Tencent bought H20 chips from ByteDance. Tencent bought H100 chips from Dell.",
        "Micron sold DRAM to Dell. Micron sold DRAM to Huawei.",
        "Micron sold DRAM to Dell for 2 million dollars. Micron sold DRAM to Dell for 5 million dollars.",
        "Micron sold DRAM to Dell in 2023. Micron sold DRAM to Dell in 2024.",
    ],
)
def test_other_parties_goods_sums_or_days_are_another_deal(text: str) -> None:
    claims = told(text)
    assert len(claims) == 2
    assert [len(c.evidence) for c in claims] == [1, 1]


def test_a_sentence_said_twice_is_one_claim() -> None:
    claim = one("AMD sells processors to Oracle. AMD sells processors to Oracle.")
    assert len(claim.evidence) == 2


def test_an_order_and_its_delivery_are_two() -> None:
    assert [c.type for c in told("Tencent ordered H20 chips from Dell. Dell delivered the H20 chips to Tencent.")] == [
        "order", "delivery",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Washington bans the export of the H20 to China."),
        ("en", "Washington bans exports of the H20 to China."),
        ("de", "Washington verbietet den Export des H20 nach China."),
        ("de", "Washington verbietet die Ausfuhr des H20 nach China."),
    ],
)
def test_a_rule_governs_the_export_it_speaks_of(language: str, text: str) -> None:
    claim = one(text, language)
    assert claim.type == "export_restriction"
    assert claim.roles == {"regulator": ("US government",), "product": ("NVIDIA H20",), "destination": ("China",)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nvidia needs a licence to sell the H20 to China."),
        ("en", "Nvidia needs a licence for exports of the H20 to China."),
        ("de", "Nvidia benötigt für den Export des H20 nach China eine Genehmigung."),
    ],
)
def test_a_duty_to_ask_governs_the_sale_it_speaks_of(language: str, text: str) -> None:
    claim = one(text, language)
    assert claim.type == "license_requirement"
    assert claim.roles == {"affected": ("NVIDIA",), "product": ("NVIDIA H20",), "destination": ("China",)}


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("en", "The US Department of Commerce allows AMD to export the MI308 to China.", "asserted"),
        (
            "de",
            "Das US-Handelsministerium verweigerte AMD eine Lizenz für den Export des MI308 nach China.",
            "negated",
        ),
    ],
)
def test_a_permit_is_given_or_refused(language: str, text: str, modality: str) -> None:
    claim = one(text, language)
    assert (claim.type, claim.modality) == ("license_grant", modality)
    assert claim.roles == {
        "regulator": ("US Department of Commerce",), "affected": ("AMD",), "product": ("AMD Instinct MI308",),
        "destination": ("China",),
    }  # fmt: skip


def test_a_sale_beside_a_rule_of_another_sentence_stays() -> None:
    text = "Nvidia has sold the H20 to Tencent. The US government bans the export of the H20 to China."
    assert [c.type for c in told(text)] == ["supply", "export_restriction"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The US government put Xiaomi on the Entity List."),
        ("de", "Die US-Regierung setzte Xiaomi auf die Entity List."),
    ],
)
def test_a_listing_names_the_body_and_the_firm(language: str, text: str) -> None:
    claim = one(text, language)
    assert claim.type == "entity_listing"
    assert claim.roles == {"regulator": ("US government",), "affected": ("Xiaomi",)}


def test_the_maker_of_goods_that_another_sells_is_added_where_the_text_names_it() -> None:
    claim = one("Nvidia grew. ByteDance sold the H20 to Tencent.")
    assert claim.roles == {
        "supplier": ("ByteDance",), "buyer": ("Tencent",), "product": ("NVIDIA H20",), "manufacturer": ("NVIDIA",),
    }  # fmt: skip
    assert "manufacturer" not in one("ByteDance sold the H20 to Tencent.").roles


def test_the_maker_that_sells_itself_is_the_supplier_alone() -> None:
    claim = one("Nvidia sold the H20 to Tencent.")
    assert claim.roles == {"supplier": ("NVIDIA",), "buyer": ("Tencent",), "product": ("NVIDIA H20",)}


def test_a_stock_that_is_offered_for_sale_in_the_sentence_is_one_claim() -> None:
    types = [
        claim.type for claim in told("Micron stellt einen Teil seines Chipinventars zum Verkauf zur Verfügung.", "de")
    ]
    assert "inventory" not in types and types
