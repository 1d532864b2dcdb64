"""The forms of a verb, made from its lemma and the tables of a language."""

from __future__ import annotations

import pytest

from kg.lang import known_languages, load
from kg.lang.forms import FEATURES, Form, Morphology


def texts(language: str, lemma: str, feature: str) -> set[str]:
    return {f.text for f in load(language).morphology.forms(lemma) if f.feature == feature and not f.particle}


def test_english_verbs_take_their_regular_forms() -> None:
    assert texts("en", "deliver", "finite") == {"deliver", "delivers", "delivered"}
    assert texts("en", "deliver", "participle") == {"delivered"}
    assert texts("en", "deliver", "gerund") == {"delivering"}
    assert texts("en", "purchase", "gerund") == {"purchasing"}
    assert texts("en", "supply", "finite") == {"supply", "supplies", "supplied"}
    assert texts("en", "ship", "gerund") == {"shipping"}


def test_english_irregular_verbs_win_over_the_patterns() -> None:
    assert "sold" in texts("en", "sell", "participle")
    assert "selled" not in texts("en", "sell", "finite")
    assert "bought" in texts("en", "buy", "finite")


def test_german_regular_verbs_take_ge_and_e() -> None:
    assert texts("de", "kaufen", "participle") == {"gekauft"}
    assert {"kauft", "kaufte", "kauften"} <= texts("de", "kaufen", "finite")
    assert texts("de", "rüsten", "participle") == {"gerüstet"}
    assert {"rüstet", "rüstete"} <= texts("de", "rüsten", "finite")
    assert texts("de", "produzieren", "participle") == {"produziert"}


def test_an_inseparable_prefix_takes_no_ge() -> None:
    assert texts("de", "be+liefern", "participle") == {"beliefert"}
    assert "übernommen" in texts("de", "über+nehmen", "participle")
    assert "übergenommen" not in texts("de", "über+nehmen", "participle")


def test_a_separable_verb_stands_whole_or_apart() -> None:
    forms = load("de").morphology.forms("ab|nehmen")
    assert Form("nimmt", "finite", particle="ab") in forms
    assert Form("abnimmt", "finite") in forms
    assert Form("abgenommen", "participle") in forms
    assert Form("abzunehmen", "infinitive") in forms
    assert Form("abnehmen", "infinitive") in forms


def test_forms_that_are_passive_by_themselves_say_so() -> None:
    morphology = load("sv").morphology
    assert Form("levereras", "finite", voice="passive") in morphology.forms("leverera")
    assert Form("innehölls", "finite", voice="passive") in morphology.forms("inne+hålla")
    assert {"levererades", "innehölls"} <= morphology.passives
    assert "levererade" not in morphology.passives
    assert load("en").morphology.passives == set()


def test_participles_are_declined_where_adjectives_are() -> None:
    assert {"gelieferte", "gelieferten", "gelieferter"} <= texts("de", "liefern", "attributive")
    assert texts("en", "deliver", "attributive") == set()


def test_a_lemma_that_no_pattern_fits_stands_for_itself() -> None:
    assert Morphology({}).forms("foo") == [Form("foo", "infinitive")]
    assert Morphology({"verb": [{"match": "(.*)en", "infinitive": ["{0}en"]}]}).forms("rudern") == [
        Form("rudern", "infinitive")
    ]


def test_the_first_pattern_that_fits_the_whole_lemma_is_used() -> None:
    morphology = Morphology({"verb": [
        {"match": "(sto)p", "gerund": ["{0}p{l}"]},
        {"match": "(.*)", "gerund": ["{0}ing"]},
    ]})  # fmt: skip
    assert [f.text for f in morphology.forms("stop")] == ["stopo"]  # {l} is the last letter of the group
    assert [f.text for f in morphology.forms("stops")] == ["stopsing"]


@pytest.mark.parametrize("code", known_languages())
def test_every_verb_of_the_lexicon_has_clean_forms(code: str) -> None:
    pack = load(code)
    for block in pack.data["triggers"].get("trigger", ()):
        for lemma in block.get("verb", ()):
            forms = pack.morphology.forms(lemma)
            assert forms
            for form in forms:
                assert form.text and not set(form.text) & set("{}|+ "), (lemma, form)
                assert form.feature in (*FEATURES, "attributive")
