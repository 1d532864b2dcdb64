"""`kg evaluate`: figures, faults and a page, from a user's own gold."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

GOLD = {
    "id": "one",
    "lang": "en",
    "title": "Scripts <script>alert(1)</script>",
    "text": "Infineon supplies BMW with microcontrollers.",
    "entities": [
        {"id": "a", "name": "Infineon", "type": "company", "mentions": ["Infineon"]},
        {"id": "b", "name": "BMW", "type": "company", "mentions": ["BMW"]},
    ],
    "claims": [
        {
            "type": "ownership",
            "roles": {"owner": ["a"], "owned": ["b"]},
            "modality": "asserted",
            "evidence": ["Infineon supplies BMW with microcontrollers."],
        }
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    file = tmp_path / "gold.jsonl"
    other = {**GOLD, "id": "zwei", "lang": "de", "text": "Infineon beliefert BMW."}
    file.write_text(f"{json.dumps(GOLD)}\n{json.dumps(other)}\n", "utf-8")
    return file


def test_evaluate_prints_figures_by_language(kg_command: Command, gold: Path) -> None:
    ran = kg_command("evaluate", gold, "--by", "lang", "--format", "json")
    assert ran.status == 0
    rows = {(row["group"], row["name"]): row for row in json.loads(ran.out)}
    assert {group for group, _ in rows} == {"all", "de", "en"}
    assert rows["en", "claims"]["f1"] == 0.0
    table = kg_command("evaluate", gold).out
    assert "precision" in table and "95 % interval" in table


def test_evaluate_says_how_many_texts_without_claims_were_left_empty(
    kg_command: Command, gold: Path, tmp_path: Path
) -> None:
    assert "without claims" not in kg_command("evaluate", gold).err
    silent = {**GOLD, "id": "quiet", "claims": [], "entities": []}
    other = {**silent, "id": "calm", "text": "The potatoes are fried in rapeseed oil."}
    file = tmp_path / "empty.jsonl"
    file.write_text(f"{json.dumps(silent)}\n{json.dumps(other)}\n", "utf-8")
    ran = kg_command("evaluate", gold, file, "--by", "lang")
    assert "all: texts without claims: 1 of 2 left empty" in ran.err
    assert "en: texts without claims: 1 of 2 left empty" in ran.err


def test_evaluate_lists_faults_beside_their_sentences(kg_command: Command, gold: Path) -> None:
    ran = kg_command("evaluate", gold, "--errors")
    assert ran.status == 0
    assert "Infineon supplies BMW with microcontrollers." in ran.out
    assert "missed" in ran.out and "spurious" in ran.out
    rows = list(csv.DictReader(io.StringIO(kg_command("evaluate", gold, "--errors", "-f", "csv").out)))
    assert {row["kind"] for row in rows} == {"missed", "spurious"}


def test_evaluate_writes_a_page_that_runs_nothing(kg_command: Command, gold: Path, tmp_path: Path) -> None:
    page = tmp_path / "out" / "faults.html"
    assert kg_command("evaluate", gold, "--html", page).status == 0
    first = page.read_text("utf-8")
    assert "<script" not in first and "&lt;script&gt;" in first
    assert "default-src &#39;none&#39;" in first
    kg_command("evaluate", gold, "--html", page)
    assert page.read_text("utf-8") == first


def test_evaluate_goes_on_past_bad_gold(kg_command: Command, gold: Path, tmp_path: Path) -> None:
    strange = tmp_path / "strange.json"
    strange.write_text(json.dumps({**GOLD, "id": "x", "lang": "tlh"}), "utf-8")
    ran = kg_command("evaluate", gold, strange)
    assert ran.status == 1
    assert "strange.json" in ran.err and "tlh" in ran.err
    alone = kg_command("evaluate", tmp_path / "none.json")
    assert (alone.status, alone.out) == (3, "")


def test_explain_writes_a_page(kg_command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Infineon supplies BMW with microcontrollers in Munich and Dingolfing.", "utf-8")
    ran = kg_command("explain", tmp_path / "a.txt", "-o", tmp_path / "out" / "page.html")
    assert ran.status == 0
    assert "the subject" in (tmp_path / "out" / "page.html").read_text("utf-8")
    assert kg_command("explain", "gibt-es-nicht.txt", "-o", tmp_path / "none.html").status == 3
    assert not (tmp_path / "none.html").exists()


def test_languages_check_names_what_is_wrong_and_is_quiet_when_nothing_is(kg_command: Command) -> None:
    ran = kg_command("languages", "check", "en")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("en: ") and "0 faults" in ran.err
    unknown = kg_command("languages", "check", "tlh")
    assert unknown.status == 3 and "tlh" in unknown.err
