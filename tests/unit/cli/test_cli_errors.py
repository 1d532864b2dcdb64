"""Whatever goes wrong is one line on stderr and a status that tells; the rest goes on; stdout holds only data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import extractions
import pytest

import kg
from kg.cli import console

Command = Callable[..., Any]
GOOD = "Infineon hat Chips für 3 Millionen Euro an Bosch verkauft."


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "gut.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with kg.KnowledgeGraph(tmp_path / "graph") as graph:
        graph.add(extractions.every())
    return tmp_path / "graph"


BAD = {
    "leer.txt": b"",
    "nul.txt": b"Infineon\x00liefert",
    "latin1.txt": "Infineon verkauft für Bosch Stückzahlen".encode("latin-1"),
    "bild.png": b"\x89PNG\r\n\x1a\n",
    "kaputt.json": b'{"text": "Infineon liefert',
    "bombe.json": b"[" * 100_000,
    "kein-text.json": b'{"title": "nur ein Titel"}',
    "liste.jsonl": b"[1, 2]\n",
    "leer.html": b"<html><body><script>1</script></body></html>",
    "finnisch.txt": "Suomen suurin sirutehdas avataan ensi vuonna Oulussa, kertoo yhtiön johtaja tänään.".encode(),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_one_line_and_the_others_go_on(
    kg_command: Command, tmp_path: Path, good: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    ran = kg_command("extract", name, good, "-q")
    assert ran.status == 1
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["gut"]
    (line,) = ran.err.splitlines()
    assert line.startswith(f"kg: {name}")
    alone = kg_command("extract", name, "-q")
    assert (alone.status, alone.out) == (3, "")


@pytest.mark.parametrize("command", ["extract", "build"])
def test_nothing_readable_is_status_3(kg_command: Command, command: str) -> None:
    ran = kg_command(command, "gibt-es-nicht.txt")
    assert ran.status == 3
    assert "gibt-es-nicht.txt" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "line",
    [
        ["nonsense"],
        ["ask", "--format", "docx"],
        ["export", "--format", "docx"],
        ["extract"],
        ["build"],
        ["extract", "x.txt", "--lang", "tlh"],
        ["--nonsense"],
    ],
)
def test_a_wrong_command_line_is_status_2_in_one_line(kg_command: Command, line: list[str]) -> None:
    ran = kg_command(*line)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
    assert "--help" in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    "line",
    [
        ["ask", "supliers"],
        ["ask", "suppliers", "Nobody Ltd"],
        ["query", "SELECT * { ?s ?p"],
        ["query", "no query"],
        ["export", "-o", "graph.xlsx"],
        ["query", "SELECT * { ?s ?p ?o } LIMIT 1", "--format", "ttl"],
        ["query", "INSERT DATA { chip:a chip:b chip:c }"],
    ],
)
def test_a_wrong_question_is_status_2(kg_command: Command, store: Path, line: list[str]) -> None:
    ran = kg_command(*line, "--store", store)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
    assert ran.out == ""


@pytest.mark.parametrize(
    "line",
    [["ask", "disputed"], ["query", "ASK {}"], ["view"], ["export"], ["validate"]],
)
def test_without_a_graph_the_message_says_how_to_make_one(kg_command: Command, line: list[str]) -> None:
    ran = kg_command(*line)
    assert ran.status == 3
    assert "kg build" in ran.err
    assert kg_command(*line, "--store", "nirgends").status == 3


def test_a_folder_that_is_no_store_is_left_alone(kg_command: Command, tmp_path: Path, good: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.txt").write_text("miau")
    ran = kg_command("build", good, "--store", "photos")
    assert ran.status == 3
    assert "photos" in ran.err
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["cat.txt"]


def test_an_unwritable_place_is_an_error_not_a_traceback(kg_command: Command, good: Path) -> None:
    ran = kg_command("extract", good, "-o", "no-such-folder/claims.jsonl")
    assert ran.status == 3
    assert "no-such-folder" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_bug_says_that_it_is_one(kg_command: Command, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(article: object, parser: object = None) -> None:
        raise RuntimeError("wheel\nfell off")

    monkeypatch.setattr("kg.pipeline.extract", broken)
    ran = kg_command("extract", good)
    assert ran.status == 70
    (line,) = ran.err.splitlines()
    assert "bug" in line and "wheel fell off" in line and "--debug" in line
    ran = kg_command("--debug", "extract", good)
    assert ran.status == 70
    assert "Traceback" in ran.err


def test_control_characters_in_a_message_do_not_reach_the_terminal() -> None:
    assert console.one_line("a\x1b[31mb\n\u202ec") == "a\\x1b[31mb \\u202ec"


def test_a_validation_fault_is_status_1(kg_command: Command, tmp_path: Path) -> None:
    from dataclasses import replace

    bad = extractions.filing()
    claims = tuple(replace(claim, score=7.0) for claim in bad.claims)
    with kg.KnowledgeGraph(tmp_path / "graph") as graph:
        graph.add(replace(bad, claims=claims))
    ran = kg_command("validate", "--store", "graph")
    assert ran.status == 1
    assert "score" in ran.out


def test_quiet_leaves_only_errors(kg_command: Command, good: Path) -> None:
    assert kg_command("build", good, "--quiet").err == ""
    assert kg_command("view", "--quiet").err == ""
    assert kg_command("validate", "--quiet").err == ""
    assert kg_command("build", good).err != ""
    assert "fehlt.txt" in kg_command("build", good, "fehlt.txt", "--quiet").err


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).resolve().parents[3]
    environment = {**os.environ, "PYTHONPATH": str(root), "KG": f"{sys.executable} -m kg"}
    command = ["bash", "-c", f"set -o pipefail; {line}"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    with kg.KnowledgeGraph(tmp_path / "graph") as graph:
        graph.add(extractions.every())
    done = shell("$KG export --format nq --store graph | head -n 1", tmp_path)
    assert done.returncode == 0
    assert done.stderr == ""


def test_standard_input_is_read(tmp_path: Path) -> None:
    done = shell(f"echo '{GOOD}' | $KG extract - --lang de", tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout)["lang"] == "de"
    done = shell("printf '' | $KG extract -", tmp_path)
    assert done.returncode == 3
    assert "standard input" in done.stderr


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    done = shell(f"echo '{GOOD}' | LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 $KG extract - --lang de", tmp_path)
    assert "für 3 Millionen" in done.stdout


def test_a_question_may_come_from_standard_input(tmp_path: Path) -> None:
    with kg.KnowledgeGraph(tmp_path / "graph") as graph:
        graph.add(extractions.every())
    done = shell("echo 'ASK { ?claim a chip:Order }' | $KG query - --store graph --format csv", tmp_path)
    assert done.stdout == "ask\ntrue\n"
