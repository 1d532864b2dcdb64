"""The versions of a story in several languages: how far their claims agree."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluate import compare_stories, read_gold, read_stories
from kg.evaluate.agreement import jaccard, partial
from kg.model import Article

A = ("supply", (("buyer", "company/bmw"), ("supplier", "company/infineon")))
B = ("supply", (("buyer", "company/bmw"), ("product", "family/chips"), ("supplier", "company/infineon")))
C = ("order", (("buyer", "company/bmw"),))

TEXTS = {
    "en": "Infineon supplies BMW with microcontrollers.",
    "de": "Infineon beliefert BMW mit Mikrocontrollern.",
    "fr": "BMW se prépare à une année difficile.",
}


def version(code: str, story: str = "bmw", **more: object) -> dict[str, object]:
    return {"id": f"{story}-{code}", "story": story, "lang": code, "title": "", "text": TEXTS[code], **more}


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    for code in TEXTS:
        (tmp_path / f"{code}.json").write_text(json.dumps(version(code)), "utf-8")
    return tmp_path


def test_only_the_same_type_roles_and_entities_are_the_same_claim() -> None:
    assert jaccard(frozenset({A, C}), frozenset({A})) == 0.5
    assert jaccard(frozenset({A}), frozenset({B})) == 0.0
    assert jaccard(frozenset(), frozenset()) == 0.0, "to say nothing is not to agree"


def test_the_softer_figure_counts_a_claim_as_far_as_its_fillers_agree() -> None:
    assert partial(frozenset({A}), frozenset({B})) == pytest.approx((2 / 3) / (2 - 2 / 3))
    assert partial(frozenset({A, C}), frozenset({A, C})) == 1.0
    assert partial(frozenset({A}), frozenset({C})) == 0.0


def test_versions_are_compared_pair_by_pair(stories: Path) -> None:
    report = compare_stories(read_stories([stories]), draws=10)
    by_pair = {pair.languages: pair.agreement for pair in report.pairs}
    assert by_pair == {("de", "en"): 1.0, ("de", "fr"): 0.0, ("en", "fr"): 0.0}
    assert report.of("all", "all") == report.of("story", "bmw") == pytest.approx(1 / 3)
    assert report.of("languages", "de en") == 1.0 and report.of("language", "fr") == 0.0
    (difference,) = report.differences
    assert difference.found == ("de", "en") and difference.missing == ("fr",)
    assert "supplier Infineon" in difference.claim


def test_a_story_weighs_the_same_however_many_versions_it_has() -> None:
    def article(code: str, id: str) -> Article:
        return Article(id, TEXTS[code], "", code, None, None, None)

    many = [article(code, f"a-{code}") for code in TEXTS]
    report = compare_stories({"a": many, "b": [article("en", "b-en"), article("de", "b-de")], "c": [many[0]]}, draws=10)
    assert report.of("all", "all") == pytest.approx((1 / 3 + 1) / 2)
    assert {mean.name for mean in report.means if mean.kind == "story"} == {"a", "b"}, "one version is no story"


def test_bad_versions_are_told_with_their_place(stories: Path) -> None:
    (stories / "more.json").write_text(json.dumps(version("en")), "utf-8")
    (stories / "none.json").write_text(json.dumps({**version("en"), "story": ""}), "utf-8")
    told: list[InputError] = []
    assert [v.language for v in read_stories([stories], told.append)["bmw"]] == ["de", "en", "fr"]
    assert len(told) == 2 and "more.json" in str(told[0].place) and "none.json" in str(told[1].place)
    with pytest.raises(InputError):
        read_stories([stories])


def test_versions_without_annotation_are_no_gold(stories: Path) -> None:
    assert read_gold([stories]) == []
    (stories / "en.json").write_text(json.dumps(version("en", entities=[], claims=[])), "utf-8")
    assert [document.article.id for document in read_gold([stories])] == ["bmw-en"]


def test_evaluate_prints_the_agreement_of_stories(kg_command: Callable[..., Any], stories: Path) -> None:
    rows = json.loads(kg_command("evaluate", stories, "--stories", "--format", "json").out)
    text = json.dumps(rows)
    assert "0.333" in text and "de en" in text
    errors = kg_command("evaluate", stories, "--stories", "--errors", "--format", "csv")
    assert errors.status == 0 and "de en,fr" in errors.out
    assert kg_command("evaluate", stories, "--stories", "--by", "lang").status == 2
