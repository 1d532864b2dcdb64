"""Every language's example sentences: those that must yield nothing yield nothing, and most others what they say."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from claim_lines import found, parse

from kg.lang import known_languages
from kg.model import Article
from kg.pipeline import extract
from kg.resources import language_dir

# share of the positive sentences that are read in full; raised when the extraction gets better, never lowered
FLOORS = {"de": 0.75, "en": 0.92}

LANGUAGES = [code for code in known_languages() if (language_dir() / code / "examples.toml").is_file()]


def examples(code: str) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = tomllib.loads((language_dir() / code / "examples.toml").read_text("utf-8"))["example"]
    return data


def article(code: str, example: dict[str, Any]) -> Article:
    return Article("example", example["text"], language=code, published=example.get("published"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_examples_are_well_formed_and_unique(code: str) -> None:
    sentences = examples(code)
    assert len({e["text"] for e in sentences}) == len(sentences)
    for example in sentences:
        assert set(example) <= {"text", "claims", "published"}
        for line in example["claims"]:
            assert parse(line).roles


@pytest.mark.parametrize("code", LANGUAGES)
def test_sentences_outside_the_trade_yield_no_claim(code: str) -> None:
    wrong = [e["text"] for e in examples(code) if not e["claims"] and extract(article(code, e)).claims]
    assert wrong == []


@pytest.mark.parametrize("code", sorted(FLOORS))
def test_example_sentences_yield_their_claims(code: str) -> None:
    positive = [e for e in examples(code) if e["claims"]]
    missed = [e["text"] for e in positive if not all(found(parse(c), extract(article(code, e))) for c in e["claims"])]
    assert len(positive) >= 60
    assert 1 - len(missed) / len(positive) >= FLOORS[code], "\n".join(missed)
