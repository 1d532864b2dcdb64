"""What is read of our own gold never gets worse unseen: F1 floors by language, pinned to the corpus."""

from __future__ import annotations

import json

import baseline
import pytest

from kg.lang import known_languages

SLACK = 0.0005  # the floors are rounded


@pytest.fixture(scope="module")
def now() -> dict[str, dict[str, float]]:
    return baseline.measured()


@pytest.fixture(scope="module")
def pinned() -> dict[str, dict[str, dict[str, float]]]:
    data: dict[str, dict[str, dict[str, float]]] = json.loads(baseline.BASELINE.read_text("utf-8"))
    return data


def test_floors_are_of_this_corpus(pinned: dict[str, dict[str, dict[str, float]]]) -> None:
    assert pinned["corpus"] == baseline.corpus_hash(), "gold has changed: run tests/tools/baseline.py, and say why"


def test_every_language_with_gold_has_floors(pinned: dict[str, dict[str, dict[str, float]]]) -> None:
    assert set(pinned["floors"]) == {code for code in known_languages() if (baseline.GOLD / code).is_dir()} | {
        baseline.ALL
    }


def test_no_figure_falls_under_its_floor(
    now: dict[str, dict[str, float]], pinned: dict[str, dict[str, dict[str, float]]]
) -> None:
    fallen = {
        f"{code} {name}": (now[code][name], floor)
        for code, row in pinned["floors"].items()
        for name, floor in row.items()
        if now[code][name] < floor - SLACK
    }
    assert fallen == {}
