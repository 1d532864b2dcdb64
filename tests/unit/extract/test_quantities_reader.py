"""What the number grammar promises beyond its examples: spans, seconds, hints, and time that grows with the text."""

from __future__ import annotations

import time
import tomllib
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.quantities import FoundQuantity, QuantityReader
from kg.model import Amount, Quantity
from kg.resources import language_dir


@lru_cache
def reader(language: str) -> QuantityReader:
    path = language_dir() / language / "quantities.toml"
    return QuantityReader(tomllib.loads(path.read_text("utf-8")))


def read(text: str, language: str = "en") -> list[FoundQuantity]:
    return reader(language).read(text)


def test_quantities_span_holds_bound_currency_and_per() -> None:
    text = "It costs up to about $3.5 billion a year, they say."
    (found,) = read(text)
    assert text[found.start : found.end] == "up to about $3.5 billion a year"
    assert found.value == Amount(3.5e9, "USD", "at_most")
    assert (found.per, found.bare) == ("year", False)


def test_quantities_bracketed_currency_is_the_second_amount() -> None:
    text = "Der Preis lag bei 100 Milliarden Yuan (13,7 Milliarden US -Dollar)."
    (found,) = read(text, "de")
    assert found.value == Amount(1e11, "CNY")
    assert found.alt == Amount(1.37e10, "USD")
    assert text[found.end :] == "."


def test_quantities_second_amount_is_no_surer_than_the_first() -> None:
    (found,) = read("Stocks of about 100 billion yuan ($13.7 billion) were reported.")
    assert found.alt == Amount(1.37e10, "USD", "about")


def test_quantities_bracketed_same_currency_stays_apart() -> None:
    assert [f.alt for f in read("$5 billion ($3 billion)")] == [None, None]


def test_quantities_count_names_its_head_noun() -> None:
    text = "It ordered 35,000 Nvidia Blackwell chips."
    (found,) = read(text)
    assert found.bare and found.value == Quantity(35000, "chips")
    assert found.unit_span is not None and text[slice(*found.unit_span)] == "chips"


def test_quantities_count_without_a_known_noun_has_no_unit() -> None:
    (found,) = read("By June it will run more than 85,000.")
    assert found.bare and found.value == Quantity(85000, "", "at_least")


def test_quantities_taken_spans_are_left_alone() -> None:
    text = "RTX 5090 cards"
    assert read(text)
    assert reader("en").read(text, [(0, 8)]) == []


@pytest.mark.parametrize(
    "text",
    ["in 2024", "Fab 18", "910B", "the H20", "5G", "a 300-mm wafer", "14:05", "1.2.3", "24/7", "Section 232",
     "3 May 2025", "a three-year deal", "30 months", "US4581401001", "one of them"],
)  # fmt: skip
def test_quantities_leave_other_numbers_alone(text: str) -> None:
    assert read(f"It was {text}.") == []


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f"])
def test_quantities_spaces_group_digits(space: str) -> None:
    assert read(f"24{space}000 Chips", "de")[0].value == Quantity(24000, "chips")
    assert read(f"24{space}000 chips")[0].value == Quantity(24000, "chips")


def test_quantities_decimal_mark_of_the_other_convention() -> None:
    assert read("13.7 Milliarden Dollar", "de")[0].value == Amount(1.37e10, "USD")
    assert read("13.700 Chips", "de")[0].value == Quantity(13700, "chips")


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=1, max_value=999_999_999_999))
def test_quantities_round_trip_grouped_digits(number: int) -> None:
    english, german = f"{number:,}", f"{number:,}".replace(",", ".")
    assert read(f"${english}")[0].value == Amount(float(number), "USD")
    assert read(f"{german} Euro", "de")[0].value == Amount(float(number), "EUR")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789.,-–$€% ()aMilodernbzwü\u00a0", max_size=60), st.sampled_from(["de", "en"]))
def test_quantities_spans_are_in_order_and_inside(text: str, language: str) -> None:
    end = 0
    for found in read(text, language):
        assert end <= found.start < found.end <= len(text)
        assert found.value.value_max is None or found.value.value <= found.value.value_max
        end = found.end


@pytest.mark.parametrize("piece", ["1", ",", " ", "1,", "achtzehn", "million ", "(", "$", "1.", "of ", "-"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_quantities_time_grows_with_the_text(piece: str, language: str) -> None:
    text = piece * (200_000 // len(piece))
    begun = time.process_time()
    read(text, language)
    assert time.process_time() - begun < 10  # a backtracking pattern would take hours
