"""How a text is cut into words, and that every word keeps its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lang.tokens import HYPHENS, tokenise, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("AMD sells chips.", ["AMD", "sells", "chips", "."]),
        ("H20-Chips", ["H20", "-", "Chips"]),
        ("NVIDIA -H20 -Chips", ["NVIDIA", "-", "H20", "-", "Chips"]),
        ("Nvidia's GPUs", ["Nvidia", "'s", "GPUs"]),
        ("Nvidia’s GPUs", ["Nvidia", "’s", "GPUs"]),
        ("don't", ["don", "'", "t"]),
        ("13,7 Mrd.", ["13", ",", "7", "Mrd", "."]),
        ("$5", ["$", "5"]),
        ("snake_case", ["snake", "_", "case"]),
        ("Höchstädt", ["Höchstädt"]),
        ("長江存儲", ["長", "江", "存", "儲"]),
        ("삼성전자가", ["삼", "성", "전", "자", "가"]),
        ("華為Mate60", ["華", "為", "Mate60"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_tokens_are_words_marks_and_single_characters_of_east_asia(text: str, words: list[str]) -> None:
    assert list(tokenise(text).words) == words


def test_tokens_know_what_is_glued() -> None:
    tokens = tokenise("NVIDIA -H20")
    assert [tokens.glued(i) for i in range(3)] == [False, False, True]


def test_tokens_give_spans_and_surfaces_of_the_text_as_printed() -> None:
    tokens = tokenise("Viele  NVIDIA -H20 -Chips.")
    assert tokens.span(1, 6) == (7, 25)
    assert tokens.surface(1, 6) == "NVIDIA -H20 -Chips"


def test_words_of_a_label_leave_case_and_hyphens_out() -> None:
    assert words_of("High-Bandwidth Memory") == words_of("high bandwidth‑memory") == ["high", "bandwidth", "memory"]
    assert words_of("GROẞ") == words_of("gross")
    assert words_of("--") == []


@given(st.text(max_size=200))
def test_tokens_of_any_text_stand_where_they_say(text: str) -> None:
    tokens = tokenise(text)
    end = 0
    for word, low, start, stop in zip(tokens.words, tokens.lows, tokens.starts, tokens.ends, strict=True):
        assert text[end:start].strip() == ""  # only white space is no token
        assert text[start:stop] == word and word and low == word.casefold()
        end = stop
    assert text[end:].strip() == ""


@given(st.text(max_size=200), st.booleans())
def test_sentences_of_any_text_cover_every_token_once(text: str, ordinal_dot: bool) -> None:
    tokens = tokenise(text, frozenset({"mrd"}), ordinal_dot=ordinal_dot)
    at = 0
    for lo, hi in tokens.sentences:
        assert lo == at < hi
        at = hi
    assert at == len(tokens)


@given(st.text(max_size=80), st.sampled_from(sorted(HYPHENS)))
def test_words_of_a_label_do_not_depend_on_hyphens(text: str, hyphen: str) -> None:
    assert words_of(text.replace("-", hyphen)) == words_of(text)
