"""Sums, numbers of goods and dates belong to the deal they stand nearest to."""

from __future__ import annotations

import pytest
from told import one, told

from kg.model import Amount, Period, Quantity


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Infineon sold diodes to Bosch for 3 million euros, while Onsemi sold wafers to BMW for 5 million euros.",
        ),
        ("en", "Infineon sold diodes to Bosch for 3 million euros, and Onsemi sold wafers to BMW for 5 million euros."),
        ("en", "Infineon sold diodes to Bosch for 3 million euros. Onsemi sold wafers to BMW for 5 million euros."),
        (
            "de",
            "Infineon verkaufte Dioden für 3 Millionen Euro an Bosch, während Onsemi für 5 Millionen Euro Wafer an BMW "
            "verkaufte.",
        ),
    ],
)
def test_each_of_two_deals_keeps_its_own_sum(language: str, text: str) -> None:
    assert [(c.roles["buyer"], c.amount) for c in told(text, language)] == [
        (("Bosch",), Amount(3e6, "EUR")), (("BMW",), Amount(5e6, "EUR")),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words", "amount"),
    [
        ("en", "for 3 million euros", Amount(3e6, "EUR")),
        ("en", "for about 3 million euros", Amount(3e6, "EUR", "about")),
        ("en", "for at least 3 million euros", Amount(3e6, "EUR", "at_least")),
        ("en", "for up to 3 million euros", Amount(3e6, "EUR", "at_most")),
        ("en", "for 3 to 5 million euros", Amount(3e6, "EUR", "range", 5e6)),
        ("de", "für rund 3 Millionen Euro", Amount(3e6, "EUR", "about")),
        ("de", "für mehr als 3 Millionen Euro", Amount(3e6, "EUR", "at_least")),
    ],
)
def test_a_sum_keeps_its_bound(language: str, words: str, amount: Amount) -> None:
    text = {"en": f"Siltronic sold wafers to Bosch {words}.", "de": f"Siltronic verkaufte Wafer {words} an Bosch."}
    assert one(text[language], language).amount == amount


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Siltronic sells wafers to Bosch for 50 euros apiece."),
        ("en", "Siltronic sells wafers to Bosch for 50 euros per wafer."),
        ("de", "Siltronic verkauft Wafer für 50 Euro pro Stück an Bosch."),
    ],
)
def test_a_price_per_piece_is_no_sum_of_the_deal(language: str, text: str) -> None:
    claim = one(text, language)
    assert (claim.type, claim.amount) == ("supply", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Volkswagen holds a stock of 40,000 microcontrollers."),
        ("de", "Volkswagen hat 40.000 Mikrocontroller auf Lager."),
    ],
)
def test_a_number_before_goods_counts_them(language: str, text: str) -> None:
    claim = one(text, language)
    assert (claim.type, claim.quantity) == ("inventory", Quantity(40000, "chips"))


def test_a_share_goes_with_ownership() -> None:
    claim = one("SoftBank owns 90 percent of Arm.")
    assert (claim.type, claim.quantity) == ("ownership", Quantity(90, "percent"))


def test_a_designation_is_no_number_of_goods() -> None:
    claim = one("Nvidia X900 accelerators were sold to Oracle.")
    assert (claim.quantity, claim.amount) == (None, None)


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        (
            "en",
            "Siltronic delivered wafers to Bosch in March 2024.",
            Period("in March 2024", "2024-03-01", "2024-03-31"),
        ),
        (
            "en",
            "Siltronic has delivered wafers to Bosch since March 2024.",
            Period("since March 2024", "2024-03-01", None),
        ),
        ("de", "Siltronic hat Bosch im März 2024 Wafer verkauft.", Period("im März 2024", "2024-03-01", "2024-03-31")),
    ],
)
def test_a_date_is_that_of_the_deal(language: str, text: str, period: Period) -> None:
    assert one(text, language).time == period


def test_the_day_of_the_report_is_not_that_of_the_deal() -> None:
    claim = one("Siltronic delivered wafers to Bosch in March 2024, Reuters reported on Monday.")
    assert claim.time == Period("in March 2024", "2024-03-01", "2024-03-31")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "GlobalFoundries is buying MIPS, both companies said on Tuesday."),
        ("de", "Globalfoundries übernimmt MIPS, wie beide Firmen am Dienstag mitteilten."),
        ("de", "Globalfoundries übernimmt MIPS. Das teilten die Unternehmen am Dienstag mit."),
    ],
)
def test_the_day_on_which_the_parties_announce_a_deal_is_its_day(language: str, text: str) -> None:
    time = one(text, language, published="2025-05-07").time
    assert time is not None
    assert (time.start, time.end) == ("2025-05-06", "2025-05-06")


def test_the_day_on_which_a_maker_speaks_of_its_plant_is_not_its_start() -> None:
    assert (
        one("TSMC is expanding its fab in Nanjing, the company said on Tuesday.", published="2025-05-07").time is None
    )


def test_a_relative_date_counts_from_the_day_of_publication() -> None:
    text = "Siltronic delivered wafers to Bosch in the first quarter."
    assert one(text, published="2025-05-14").time == Period("in the first quarter", "2025-01-01", "2025-03-31")
    assert one(text, published=None).time is None


def test_a_rule_that_begins_on_a_day_has_no_last_one() -> None:
    claim = one("Nvidia needs a licence to export the H20 to China from 1 January 2025.")
    assert (claim.type, claim.time and claim.time.start, claim.time and claim.time.end) == (
        "license_requirement", "2025-01-01", None,
    )  # fmt: skip


def test_two_years_are_two_deals() -> None:
    claims = told("Micron sold DRAM to Dell in 2023. Micron sold DRAM to Dell in 2024.")
    assert [c.time.start if c.time else None for c in claims] == ["2023-01-01", "2024-01-01"]
