"""What the reader says of its own choices."""

from __future__ import annotations

from kg.model import Article
from kg.pipeline import explain, extract

TEXT = (
    "Micron plans to sell 5,000 HBM stacks to Dell for $60 million, Reuters reported. "
    "It will supply Lenovo as well. The sale of biscuits went on."
)


def article(text: str = TEXT, title: str = "") -> Article:
    return Article("a", text, title, language="en", published="2025-05-14")


def test_explanation_has_the_claims_of_the_extraction() -> None:
    claims = extract(article()).claims
    notes = explain(article()).claims
    assert [(note.type, note.modality, note.score) for note in notes] == [
        (claim.type, claim.modality, claim.score) for claim in claims
    ]
    assert [note.evidence for note in notes] == [claim.evidence for claim in claims]


def test_roles_say_by_which_word_and_place_they_were_filled() -> None:
    sale, supply = explain(article()).claims
    why = {role.role: role.why for role in sale.roles}
    assert why["supplier"] == "the subject, before “sell”"
    assert why["product"] == "the object, behind “sell”"
    assert why["buyer"] == "behind “to” (to)"
    assert {role.role: role.why for role in supply.roles}["supplier"].startswith("a pronoun for Micron")


def test_type_modality_and_sources_have_their_reasons() -> None:
    sale = explain(article()).claims[0]
    assert "“sell” is a verb, active, of the frame sell" in sale.why_type
    assert "a sum or number is named" in sale.why_type
    assert sale.why_modality == "“plans to”"
    assert sale.sources == ("Reuters",)
    assert ("amount", "exact 60,000,000 USD") in sale.figures


def test_trigger_words_without_a_claim_say_why() -> None:
    (idle,) = [note for note in explain(article()).triggers if not note.claim]
    assert idle.span.text == "sale"
    assert idle.outcome == "nothing here fills its roles"


def test_spans_are_of_the_text_and_not_of_the_headline() -> None:
    titled = explain(article(title="Dell buys from Micron"))
    for note in (*titled.mentions, *titled.triggers):
        assert TEXT[note.span.start : note.span.end] == note.span.text
