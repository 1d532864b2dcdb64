"""What the time grammar promises beyond its examples."""

from __future__ import annotations

import time
import tomllib
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.dates import DateReader, FoundDate
from kg.resources import language_dir


@lru_cache
def reader(language: str) -> DateReader:
    path = language_dir() / language / "dates.toml"
    return DateReader(tomllib.loads(path.read_text("utf-8")))


def read(text: str, published: str | None = "2025-05-14", language: str = "en") -> list[FoundDate]:
    return reader(language).read(text, published)


def span(text: str, published: str | None = "2025-05-14", language: str = "en") -> tuple[str | None, str | None]:
    (found,) = read(text, published, language)
    return found.period.start, found.period.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold them in March", ("2025-03-01", "2025-03-31")),
        ("It sold them in October", ("2024-10-01", "2024-10-31")),
        ("It will sell them in October", ("2025-10-01", "2025-10-31")),
        ("It has sold them since October", ("2024-10-01", None)),
        ("It must sell them by October", (None, "2025-10-31")),
        ("on May 14", ("2025-05-14", "2025-05-14")),
        ("in the first quarter", ("2025-01-01", "2025-03-31")),
        ("in the fourth quarter", ("2024-10-01", "2024-12-31")),
        ("last winter", ("2024-12-01", "2025-02-28")),
        ("on Wednesday", ("2025-05-14", "2025-05-14")),
        ("last Wednesday", ("2025-05-07", "2025-05-07")),
        ("next Wednesday", ("2025-05-21", "2025-05-21")),
        ("before the end of June", (None, "2025-06-30")),
        ("in the three months to March 2025", ("2025-01-01", "2025-03-31")),
        ("during the first nine months of 2024", ("2024-01-01", "2024-09-30")),
        ("from December to February 2025", ("2024-12-01", "2025-02-28")),
        ("2023-25", ("2023-01-01", "2025-12-31")),
        ("pushed back to 2027", ("2027-01-01", None)),
    ],
)
def test_dates_resolve_against_publication(text: str, expected: tuple[str | None, str | None]) -> None:
    assert span(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vom 3. bis 7. März", ("2025-03-03", "2025-03-07")),
        ("frühestens 2027", ("2027-01-01", None)),
        ("nicht vor 2027", ("2027-01-01", None)),
        ("im September vergangenen Jahres", ("2024-09-01", "2024-09-30")),
        ("in den ersten neun Monaten 2024", ("2024-01-01", "2024-09-30")),
        ("am kommenden Montag", ("2025-05-19", "2025-05-19")),
        ("spätestens Mitte 2026", (None, "2026-09-30")),
        ("am vergangenen Wochenende", ("2025-05-10", "2025-05-11")),
    ],
)
def test_dates_resolve_german(text: str, expected: tuple[str | None, str | None]) -> None:
    assert span(text, language="de") == expected


def test_dates_without_publication_stay_open() -> None:
    for text in ("last week", "on Monday", "yesterday", "in March", "in the first quarter"):
        assert span(text, None) == (None, None)
    assert span("in March 2024", None) == ("2024-03-01", "2024-03-31")


def test_dates_without_publication_borrow_the_year_of_the_text() -> None:
    found = read("On April 9, 2025 it was told so. On April 14 it was told more.", None)
    assert [f.period.start for f in found] == ["2025-04-09", "2025-04-14"]


def test_dates_impossible_days_stay_open() -> None:
    assert span("on February 30, 2025") == (None, None)


def test_dates_the_year_before_leans_on_the_last_date() -> None:
    assert read("It came in September 2020; he was listed the year before.")[1].period.start == "2019-01-01"


def test_dates_published_must_be_a_date() -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        read("in March", "last week")


@pytest.mark.parametrize(
    "text", ["They may go", "a march on it", "the 2048 GPUs", "NXT:2050i", "$2025", "2025.5", "a second line"]
)
def test_dates_leave_other_words_alone(text: str) -> None:
    assert read(text) == []


@settings(max_examples=100, deadline=None)
@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31)))
def test_dates_round_trip(day: date) -> None:
    iso = day.isoformat()
    assert span(f"{day:%B} {day.day}, {day.year}") == (iso, iso)
    assert span(f"{day.day}.{day.month}.{day.year}", language="de") == (iso, iso)
    assert span(iso) == (iso, iso)


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet="0123456789.-/ MayJunQ'the", max_size=40),
    st.dates(min_value=date(2000, 1, 1), max_value=date(2030, 12, 31)),
    st.sampled_from(["de", "en"]),
)
def test_dates_spans_are_in_order_and_inside(text: str, published: date, language: str) -> None:
    end = 0
    for found in read(text, published.isoformat(), language):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.period.text
        start, last = found.period.start, found.period.end
        assert start is None or last is None or start <= last
        end = found.end


@pytest.mark.parametrize("piece", ["1", ",", " ", "1 ", "2024 ", "May ", "the ", "q1", "first "])
@pytest.mark.parametrize("language", ["de", "en"])
def test_dates_time_grows_with_the_text(piece: str, language: str) -> None:
    text = piece * (100_000 // len(piece))
    begun = time.process_time()
    read(text, language=language)
    assert time.process_time() - begun < 10
