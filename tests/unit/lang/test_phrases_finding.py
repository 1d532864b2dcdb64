"""The notation of phrases, and how they are found in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lang import load
from kg.lang.forms import Morphology
from kg.lang.phrases import GAP, Hit, PhraseTable
from kg.lang.tokens import words_of

PLAIN = Morphology({})


def table(*phrases: str, morphology: Morphology = PLAIN) -> PhraseTable[str]:
    out: PhraseTable[str] = PhraseTable(morphology)
    for phrase in phrases:
        out.add(phrase, phrase)
    return out


def find(text: str, *phrases: str, every: bool = False, morphology: Morphology = PLAIN) -> list[Hit[str]]:
    return table(*phrases, morphology=morphology).find(text.casefold().split(), every=every)


def test_a_phrase_is_found_whatever_its_case() -> None:
    assert find("he Puts In Stock all", "put in stock", "puts in stock") == [Hit(1, 4, "puts in stock")]


def test_the_longest_phrase_wins_at_one_place() -> None:
    assert find("in stock today", "in", "in stock") == [Hit(0, 2, "in stock")]
    assert find("in stock today", "in", "in stock", every=True) == [Hit(0, 2, "in stock"), Hit(0, 1, "in")]


def test_a_verb_in_braces_stands_for_all_its_forms() -> None:
    english = load("en").morphology
    for form in ("sell", "sells", "sold", "selling"):
        assert find(f"they {form} off", "{sell} off", morphology=english) == [Hit(1, 3, "{sell} off")]
    assert find("they seller off", "{sell} off", morphology=english) == []


def test_a_gap_takes_some_words_of_the_same_clause() -> None:
    phrase = "puts ... on the list"
    assert find("it puts foo on the list", phrase) == [Hit(1, 6, phrase)]
    assert find("it puts on the list", phrase) == [Hit(1, 5, phrase)]
    assert find("it puts " + "foo " * GAP + "on the list", phrase) != []
    assert find("it puts " + "foo " * (GAP + 1) + "on the list", phrase) == []
    for mark in ",;:.!?":
        assert find(f"it puts foo {mark} on the list", phrase) == []


def test_hyphens_inside_a_phrase_are_optional_in_print() -> None:
    assert find("a break - up fee", "break up fee") == [Hit(1, 5, "break up fee")]
    assert find("a break up fee", "break-up fee") == [Hit(1, 4, "break-up fee")]
    assert find("a - break up fee", "break up fee") == [Hit(2, 5, "break up fee")]


def test_a_phrase_does_not_reach_over_the_end_of_the_search() -> None:
    lows = ["they", "are", "in", "stock"]
    assert table("in stock").find(lows, 0, 3) == []
    assert table("in stock").find(lows, 0, 4) == [Hit(2, 4, "in stock")]
    assert table("in stock").find(lows, 3, 4) == []


@pytest.mark.parametrize("phrase", ["", "... stock", "  "])
def test_a_phrase_needs_a_word_before_its_gap(phrase: str) -> None:
    with pytest.raises(ValueError, match="needs a word"):
        table(phrase)


@given(st.lists(st.sampled_from(["a", "b", "c", ",", "-"]), max_size=12), st.booleans())
def test_hits_are_inside_the_text_and_begin_with_the_phrase(words: list[str], every: bool) -> None:
    phrases = ("a", "a b", "b ... c", "c c")
    for hit in table(*phrases).find(words, every=every):
        assert 0 <= hit.lo < hit.hi <= len(words)
        assert words[hit.lo] == words_of(hit.value)[0]
        assert words[hit.hi - 1] == words_of(hit.value)[-1]
