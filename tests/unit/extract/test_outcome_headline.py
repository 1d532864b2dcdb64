"""The headline helps to read the text, and nothing of it shows."""

from __future__ import annotations

import pytest

from kg.model import Article, Extraction
from kg.pipeline import extract

HEADLINE = "Tencent buys H20 chips from ByteDance"
DEAL = "Tencent bought H20 chips from ByteDance for $20 million."


def read(title: str, text: str) -> Extraction:
    return extract(Article("headed", text, title=title, language="en", published="2025-05-14"))


def test_a_headline_that_says_the_same_adds_no_claim() -> None:
    (claim,) = read(HEADLINE, DEAL).claims
    assert [span.text for span in claim.evidence] == [DEAL]
    assert claim.amount is not None


def test_a_headline_alone_makes_no_claim() -> None:
    extraction = read(HEADLINE, "Nvidia grew. The deal surprised many.")
    assert extraction.claims == ()
    assert [entity.name for entity in extraction.entities] == ["NVIDIA"]


def test_a_pronoun_may_stand_for_the_headline() -> None:
    (claim,) = read("Micron grows", "It sells DRAM to Dell.").claims
    assert claim.roles["supplier"] == ("company/micron",)


@pytest.mark.parametrize(
    "title", ["", HEADLINE, "A. B. C", "Tencent  buys\nH20 chips\u202e", "\ud800", DEAL, "x" * 9000]
)
def test_offsets_are_those_of_the_text_whatever_the_headline(title: str) -> None:
    extraction = read(title, DEAL)
    places = [*(m for e in extraction.entities for m in e.mentions)]
    places += [s for c in extraction.claims for s in (*c.evidence, *(mark for _, mark in c.marks))]
    assert places
    for place in places:
        assert DEAL[place.start : place.end] == place.text
