"""The one form of text: what is dropped, what is replaced, what stays."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import article
from kg.article.clean import clean_line, shown, web_address
from kg.errors import InputError

ANY_TEXT = st.text(alphabet=st.characters(categories=None), max_size=200)  # surrogates and unassigned ones too


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("a\r\nb\rc\u2028d\x85e\x0cf", "a\nb\nc\nd\ne\nf"),
        ("\ufeff a\ufeffb \ufeff", "ab"),
        ("Halb\u00adleiter", "Halbleiter"),
        ("NVI\u200bDIA \u200dH\u206020", "NVIDIA H20"),
        ("\u202eabc\u202c \u200fd\u2066e\u2069\u061c", "abc de"),
        ("a\U000e0041\U000e007fb", "ab"),
        ("a\x00b\x1b[0m\x7f\x9bc", "a b [0m  c"),
        ("\ud800a\udfff", "\ufffda\ufffd"),
        ("\ud83d\ude00", "\U0001f600"),
        ("a\ufffeb\uffff", "a\ufffdb\ufffd"),
        ("u\u0308ber 가", "über 가"),
        ("\u0301x", "\u0301x"),
        ("a\u00a0b\u3000c\td  e", "a\u00a0b\u3000c\td  e"),
        ("\u05d0\u05d1 \u0639\u0631", "\u05d0\u05d1 \u0639\u0631"),
        ("台积电（TSMC）", "台积电（TSMC）"),
    ],
)
def test_clean_text(printed: str, clean: str) -> None:
    assert article.clean_text(printed) == clean


def test_clean_line_is_one_line() -> None:
    assert clean_line(" a\n b\u00a0 c\u200b ") == "a b c"


@pytest.mark.parametrize("marks", ["\u0300\u0323\u0334\u0345", "\u0344", "\u0301"])
def test_marks_without_end_are_cut_in_time(marks: str) -> None:
    begin = time.monotonic()
    clean = article.clean_text("a" + marks * 300_000 + "b")
    assert time.monotonic() - begin < 5
    assert len(clean) <= 33
    assert clean.endswith("b")


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    clean = article.clean_text(text)
    assert article.clean_text(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    clean.encode("utf-8")


@settings(deadline=None)
@given(ANY_TEXT)
def test_any_string_is_an_article_or_an_input_error(text: str) -> None:
    try:
        read = article.read_text(text, title=text, outlet=text, id=text)
    except InputError as error:
        str(error).encode("utf-8")
    else:
        assert read.text == article.clean_text(text)
        assert read.language in article.known_languages()
        assert read.id


@settings(deadline=None)
@given(ANY_TEXT, ANY_TEXT)
def test_any_value_is_taken_or_refused(url: str, published: str) -> None:
    try:
        read = article.read_text("Der Chip ist da.", language="de", url=url, published=published)
    except InputError as error:
        assert "url" in error.place or "published" in error.place
        str(error).encode("utf-8")
    else:
        assert read.url is None or read.url.startswith("http")


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("https://example.org/ä/中", "https://example.org/ä/中"),
        ("https://example.org/a|b{c}", "https://example.org/a%7Cb%7Bc%7D"),
        ("https://", None),
        ("ftp://example.org", None),
        ("example.org", None),
        ("https://example.org/a b", None),
        ("https://example.org/<b>", None),
    ],
)
def test_web_address_may_stand_in_rdf(printed: str, address: str | None) -> None:
    assert web_address(printed) == address


@pytest.mark.parametrize(
    ("value", "words"),
    [("a\x1b\u202e\ud800", r"'a\x1b\u202e\ud800'"), ("x" * 99, repr("x" * 40) + "…"), (None, "null"), (False, "false")],
)
def test_shown_value_is_short_and_harmless(value: object, words: str) -> None:
    assert shown(value) == words
