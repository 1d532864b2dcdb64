"""The spaCy component: found by its name, needs no model, and hands over the claims with the doc."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import spacy

import kg.component
from kg.errors import DataError
from kg.iris import short_hash
from kg.model import Article
from kg.pipeline import extract

TEXT = "Oracle ordered 5,000 MI300X accelerators from AMD in March."


def pipeline(language: str = "en", **config: Any) -> Any:
    nlp = spacy.blank(language)
    nlp.add_pipe("chip_claims", config=config)
    return nlp


def test_component_is_what_the_entry_point_names() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    module, name = project["entry-points"]["spacy_factories"]["chip_claims"].split(":")
    assert getattr(import_module(module), name) is kg.component.create_chip_claims


def test_component_says_what_it_assigns() -> None:
    nlp = pipeline()
    assert nlp.pipe_names == ["chip_claims"]
    assert set(nlp.get_pipe_meta("chip_claims").assigns) == {"doc._.claims", "doc._.extraction"}


def test_component_hands_over_the_claims_of_the_pipeline() -> None:
    doc = pipeline(published="2025-05-14")(TEXT)
    expected = extract(Article(short_hash(TEXT), TEXT, language="en", published="2025-05-14"))
    assert doc._.extraction == expected
    assert doc._.claims == expected.claims
    assert [claim.type for claim in doc._.claims] == ["order"]


def test_component_counts_relative_dates_from_the_day_it_is_given() -> None:
    (claim,) = pipeline(published="2023-06-01")(TEXT)._.claims
    assert claim.time is not None and claim.time.start == "2023-03-01"
    (claim,) = pipeline()(TEXT)._.claims
    assert claim.time is None


def test_component_marks_the_trigger_in_the_doc() -> None:
    doc = pipeline()(TEXT)
    (span,) = doc.spans["chip_claims"]
    assert (span.text, span.label_) == ("ordered", "order")


def test_component_reads_the_language_of_its_pipeline() -> None:
    (claim,) = pipeline("de")("AMD liefert Prozessoren an Oracle.")._.claims
    assert claim.type == "supply"


def test_component_of_a_text_without_claims_leaves_empty_results() -> None:
    for text in ("", "The weather was fine."):
        doc = pipeline()(text)
        assert doc._.claims == ()
        assert len(doc.spans["chip_claims"]) == 0


def test_component_works_on_many_texts_at_once() -> None:
    docs = list(pipeline().pipe([TEXT, "Nothing to see.", TEXT]))
    assert [len(doc._.claims) for doc in docs] == [1, 0, 1]
    assert docs[0]._.claims == docs[2]._.claims


def test_component_in_a_language_without_a_pack_says_so() -> None:
    nlp = pipeline("la")
    with pytest.raises(DataError, match="'la'"):
        nlp("Gallia est omnis divisa.")


def test_docs_of_a_pipeline_without_the_component_have_no_claims() -> None:
    pipeline()
    assert spacy.blank("en")("AMD sells chips to Oracle.")._.claims == ()


def test_component_says_that_a_text_is_in_another_language() -> None:
    german = (
        "Die Behörde teilte am Montag mit, dass der Antrag noch nicht vollständig sei und weitere Unterlagen fehlten. "
        "Der Sprecher wollte sich dazu nicht äußern."
    )
    with pytest.warns(UserWarning, match="looks like 'de'"):
        pipeline("en")(german)
    pipeline("de")(german)
