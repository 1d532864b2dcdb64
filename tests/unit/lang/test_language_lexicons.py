"""The word lists of the language packs: no word twice, and every reference leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from kg.gazetteer import gazetteer
from kg.lang import frames, known_languages, load

KINDS = ("verb", "noun", "role_noun", "adjective", "phrase")


def triggers(code: str) -> list[dict[str, Any]]:
    return list(load(code).data["triggers"].get("trigger", ()))


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_frame_has_words(code: str) -> None:
    assert {block["frame"] for block in triggers(code)} == set(frames())


@pytest.mark.parametrize("code", known_languages())
def test_descriptions_name_sectors_of_the_gazetteer(code: str) -> None:
    known = {sector for entry in gazetteer().entries.values() for sector in entry.sectors}
    nouns = load(code).data["descriptions"].get("noun", ())
    assert {sector for block in nouns for sector in block["sectors"]} - known <= {"startup", "osat", "equipment"}
    forms = Counter(form for block in nouns for form in block["forms"])
    assert [form for form, n in forms.items() if n > 1] == []


@pytest.mark.parametrize("code", ["de", "en"])
def test_verbs_of_the_phrases_have_all_their_forms(code: str) -> None:
    morphology = load(code).morphology
    phrases = [phrase for block in triggers(code) for phrase in block.get("phrase", ())]
    verbs = {verb for phrase in phrases for verb in re.findall(r"\{([^}]*)\}", phrase)}
    assert verbs
    for verb in sorted(verbs):
        assert {"infinitive", "finite", "participle", "gerund"} <= {form.feature for form in morphology.forms(verb)}, (
            verb
        )


@pytest.mark.parametrize(
    ("code", "lemma", "forms"),
    [
        ("de", "ab|nehmen", {"abgenommen", "abzunehmen", "abnimmt"}),
        ("de", "über+nehmen", {"übernommen", "übernimmt", "übernahm"}),
        ("de", "be+liefern", {"beliefert", "belieferte"}),
        ("de", "weiter|ver+kaufen", {"weiterverkauft", "weiterverkaufte", "weiterzuverkaufen"}),
        ("de", "produzieren", {"produziert", "produzierten"}),
        ("en", "ship", {"ships", "shipped", "shipping"}),
        ("en", "cancel", {"cancelled", "canceled", "cancelling"}),
        ("en", "buy", {"buys", "bought", "buying"}),
        ("en", "supply", {"supplies", "supplied", "supplying"}),
        ("en", "withdraw", {"withdrew", "withdrawn"}),
    ],
)
def test_forms_are_made_of_a_lemma(code: str, lemma: str, forms: set[str]) -> None:
    assert forms <= {form.text for form in load(code).morphology.forms(lemma)}
