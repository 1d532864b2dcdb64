"""A parser that joins is weighed with the surface frames: it settles what they leave open, and is never needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from kg.errors import MissingDependencyError
from kg.extract import providers
from kg.extract.found import Found, Group, Trigger
from kg.extract.parse import check_parser, installed, parser_for
from kg.extract.providers import ELSEWHERE, MARKED, weighed
from kg.extract.reader import Reader
from kg.gazetteer import gazetteer
from kg.lang import load
from kg.lang.tokens import Tokens
from kg.model import Article
from kg.pipeline import extract, extract_all


@dataclass
class Fake:
    """Says of a group what it is told to, by the group's words."""

    says: dict[str, str]
    asked: int = 0
    tokens: Tokens | None = None

    def open(self, tokens: Tokens) -> Fake:
        self.tokens = tokens
        return self

    def functions(self, sentence: int, trigger: Trigger, groups: Sequence[Group]) -> list[str | None]:
        self.asked += 1
        assert self.tokens is not None
        return [self.says.get(self.tokens.surface(g.lo, g.hi)) for g in groups]


def roles(text: str, parser: Fake | None) -> dict[str, tuple[str, ...]]:
    """The roles of the one claim of a text."""
    reading = Reader(load("en"), gazetteer(), parser).read(Article("x", text, language="en"))
    (draft,) = reading.drafts
    return dict(draft.roles)


def group(*functions: str) -> Group:
    return Group(0, 1, [Found(0, 1, "name", "company")], functions)


CONTROL = "Apple persuaded TSMC to build a plant in Arizona."


def test_a_parser_that_has_nothing_to_say_changes_nothing() -> None:
    silent = Fake({})
    assert roles(CONTROL, silent) == roles(CONTROL, None)
    assert silent.asked > 0


def test_a_parser_moves_the_subject() -> None:
    assert roles(CONTROL, Fake({"TSMC": "subj", "Apple": ELSEWHERE}))["manufacturer"] == ("company/tsmc",)
    assert roles(CONTROL, Fake({"Apple": "subj", "TSMC": "obj"}))["manufacturer"] == ("company/apple",)


def test_what_is_confirmed_is_cheaper_and_what_is_denied_dearer() -> None:
    offered = [("subj", 1.0), ("obj", 1.0)]
    costs = dict(weighed(offered, "subj", group(), 1.0))
    assert costs["subj"] < 1.0 < costs["obj"]


def test_a_word_joined_to_another_is_dearer_in_every_function() -> None:
    costs = dict(weighed([("subj", 1.0), ("obj", 2.0)], ELSEWHERE, group(), 1.0))
    assert costs["subj"] > 1.0 and costs["obj"] > 2.0


def test_a_preposition_that_joins_the_trigger_confirms_its_own_functions_alone() -> None:
    costs = dict(weighed([("to", 1.0), ("obj", 1.0)], MARKED, group("to"), 1.0))
    assert costs["to"] < costs["obj"] == 1.0


def test_the_parse_alone_offers_a_function_at_a_price() -> None:
    assert dict(weighed([("obj", 1.0)], "subj", group(), 1.5))["subj"] == 1.5 + providers.PROPOSED
    assert "subj" not in dict(weighed([("to", 1.0)], "subj", group("to"), 1.5))


@pytest.mark.parametrize("name", ["en_no_such_pipeline", "json", "no such name", "../model"])
def test_a_parser_asked_for_and_not_installed_is_named(name: str) -> None:
    with pytest.raises(MissingDependencyError, match="not installed"):
        check_parser(name)
    with pytest.raises(MissingDependencyError):
        extract(Article("x", "TSMC makes chips.", language="en"), parser=name)
    with pytest.raises(MissingDependencyError):  # once, and not for every article
        list(extract_all([Article("x", "TSMC makes chips.", language="en")], parser=name))


def test_auto_reads_without_a_parser_where_none_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.extract.parse._is_there", lambda name: False)
    assert installed() == {}
    assert parser_for("en", "auto") is None
    assert parser_for("en", None) is None


def test_a_parser_is_for_its_own_language_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.extract.parse._is_there", lambda name: name == "en_core_web_sm")
    assert installed() == {"en": "en_core_web_sm"}
    assert parser_for("de", "en_core_web_sm") is None
