"""The main road: articles in, a graph that can be asked, seen and exported, without naming a store anywhere."""

from __future__ import annotations

import csv
import io
import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.cli import console

Command = Callable[..., Any]
GERMAN = "Infineon hat Chips für 3 Millionen Euro an Bosch verkauft. Bosch bestreitet den Kauf."
ENGLISH = "TSMC makes chips for NVIDIA. ByteDance has sold NVIDIA H20 chips to Tencent."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "eins.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "two.jsonl").write_text(
        json.dumps({"id": "zwei", "text": ENGLISH, "lang": "en"}) + "\n", encoding="utf-8"
    )
    return folder


def test_build_then_ask_look_and_export(kg_command: Command, tmp_path: Path, news: Path) -> None:
    assert kg_command("build", news).status == 0
    for name in ("graph.ttl", "graph.trig", "claims.csv", "graph.graphml", "view.html"):
        assert (tmp_path / "exports" / name).stat().st_size > 0
    ran = kg_command("ask", "suppliers", "Tencent")
    assert ran.status == 0
    assert "ByteDance" in ran.out
    assert "TSMC" in kg_command("ask", "makers", "--format", "csv").out
    assert kg_command("view", "-o", "pages/deals.html").status == 0
    assert (tmp_path / "pages" / "deals.html").is_file()
    assert kg_command("validate").status == 0


def test_build_again_replaces_and_changes_nothing(kg_command: Command, tmp_path: Path, news: Path) -> None:
    kg_command("build", news)
    before = (tmp_path / "exports" / "graph.trig").read_bytes()
    kg_command("build", news / "two.jsonl")
    assert (tmp_path / "exports" / "graph.trig").read_bytes() == before


def test_build_without_files_fills_only_the_store(kg_command: Command, tmp_path: Path, news: Path) -> None:
    assert kg_command("build", news, "--store", "mine", "--no-export").status == 0
    assert not (tmp_path / "exports").exists()
    assert kg_command("ask", "suppliers", "Tencent", "--store", "mine").status == 0


def test_extract_prints_one_object_a_line_with_offsets_that_fit(kg_command: Command, news: Path) -> None:
    ran = kg_command("extract", news)
    texts = {"eins": GERMAN, "zwei": ENGLISH}
    read = [json.loads(line) for line in ran.out.splitlines()]
    assert [(article["id"], article["lang"]) for article in read] == [("eins", "de"), ("zwei", "en")]
    for article in read:
        text = texts[article["id"]]
        ids = {entity["id"] for entity in article["entities"]}
        for entity in article["entities"]:
            for mention in entity["mentions"]:
                assert text[mention["start"] : mention["end"]] == mention["text"]
        for claim in article["claims"]:
            assert {id for fillers in claim["roles"].values() for id in fillers} <= ids
            for words, (start, end) in zip(claim["evidence"], claim["evidence_spans"], strict=True):
                assert text[start:end] == words


def test_extract_writes_a_file_and_leaves_stdout_alone(kg_command: Command, tmp_path: Path, news: Path) -> None:
    printed = kg_command("extract", news).out
    ran = kg_command("extract", news, "-o", "claims.jsonl")
    assert ran.out == ""
    assert (tmp_path / "claims.jsonl").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("format", ["csv", "json", "table"])
def test_query_writes_the_same_rows_in_every_format(kg_command: Command, news: Path, format: str) -> None:
    kg_command("build", news, "--no-export")
    ran = kg_command("query", "SELECT ?type { ?claim a chip:Claim, ?type FILTER(?type = chip:Sale) }", "-f", format)
    assert ran.status == 0
    assert "Sale" in ran.out
    assert "\x1b" not in ran.out


def test_query_takes_a_file_and_writes_turtle(kg_command: Command, tmp_path: Path, news: Path) -> None:
    kg_command("build", news, "--no-export")
    (tmp_path / "sales.rq").write_text("CONSTRUCT { ?c a chip:Sale } WHERE { ?c a chip:Sale }", encoding="utf-8")
    assert "a chip:Sale" in kg_command("query", "sales.rq", "--format", "ttl").out


def test_long_cells_are_never_cut(kg_command: Command, news: Path) -> None:
    kg_command("build", news, "--no-export")
    told = " ".join(kg_command("ask", "evidence", "Bosch").out.split())
    assert "Infineon hat Chips für 3 Millionen Euro an Bosch verkauft." in told
    rows = list(csv.DictReader(io.StringIO(kg_command("ask", "evidence", "Bosch", "-f", "csv").out)))
    assert any(GERMAN.startswith(row["evidence"]) for row in rows)


def test_ask_without_a_question_lists_them(kg_command: Command) -> None:
    ran = kg_command("ask", "--format", "csv")
    names = {row["question"].split()[0] for row in csv.DictReader(io.StringIO(ran.out))}
    assert names >= {"suppliers", "buyers", "deals", "disputed", "timeline", "restrictions", "evidence"}


@pytest.mark.parametrize("format", ["ttl", "trig", "nq", "jsonld", "csv", "graphml"])
def test_export_writes_to_stdout_and_to_files_named_for_their_format(
    kg_command: Command, tmp_path: Path, news: Path, format: str
) -> None:
    kg_command("build", news, "--no-export")
    ran = kg_command("export", "--format", format)
    assert ran.status == 0
    kg_command("export", "-o", f"out/graph.{format}")
    assert (tmp_path / "out" / f"graph.{format}").read_text(encoding="utf-8") == ran.out


def test_languages_lists_codes_and_names(kg_command: Command) -> None:
    rows = json.loads(kg_command("languages", "--format", "json").out)
    assert {"de": "Deutsch", "en": "English"}.items() <= {row["code"]: row["own name"] for row in rows}.items()


def test_languages_tells_which_parsers_are_there_beside_the_table(kg_command: Command) -> None:
    assert "parsers installed:" in kg_command("languages").err
    assert kg_command("languages", "--quiet").err == ""


@pytest.mark.parametrize("command", ["extract", "build"])
def test_a_parser_that_is_not_installed_is_one_line(kg_command: Command, news: Path, command: str) -> None:
    ran = kg_command(command, news, "--parser", "en_no_such_pipeline", "--quiet")
    assert ran.status == 3
    assert ran.err.count("\n") == 1 and "install the package en_no_such_pipeline" in ran.err


def test_demo_shows_what_it_found_and_every_line_it_says_to_try_works(kg_command: Command, tmp_path: Path) -> None:
    ran = kg_command("demo")
    assert ran.status == 0
    for word in ("who → whom", "ByteDance", "Ascend 910B", "order", "denied by"):
        assert word in ran.out
    for name in ("graph.ttl", "graph.trig", "claims.csv", "graph.graphml", "view.html", "claims.jsonl"):
        assert (tmp_path / "exports" / "demo" / name).stat().st_size > 0
    lines = [line.strip() for line in ran.err.split("try next:")[1].splitlines()]
    tried = [shlex.split(line)[1:] for line in lines if line.startswith("kg ")]
    assert len(tried) >= 4
    for line in tried:
        answer = kg_command(*line)
        assert answer.status == 0, line
        assert "nothing found" not in answer.out, line


def test_demo_on_a_narrow_terminal_writes_lines_and_breaks_no_word(
    kg_command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = kg_command("demo", "-q")
    assert "order: Huawei → ByteDance" in ran.out
    assert "who → whom" not in ran.out
    assert max(len(line) for line in ran.out.splitlines()) <= 80


@pytest.mark.parametrize(
    ("called", "shown"),
    [
        (".venv/bin/kg", ".venv/bin/kg"),
        ("/somewhere else/kg", "'/somewhere else/kg'"),
        ("/usr/lib/python3/dist-packages/kg/__main__.py", f"{Path(sys.executable).name} -m kg"),
        ("pytest", "kg"),
    ],
)
def test_lines_to_paste_call_the_program_as_it_was_called(
    monkeypatch: pytest.MonkeyPatch, called: str, shown: str
) -> None:
    monkeypatch.setattr(sys, "argv", [called])
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert console.command_name() == shown


def test_demo_beside_a_graph_of_ones_own_says_which_store_to_ask(kg_command: Command, news: Path) -> None:
    kg_command("build", news, "--no-export")
    ran = kg_command("demo", "-o", "elsewhere")
    assert "--store elsewhere/store" in ran.err
    assert kg_command("ask", "suppliers", "Tencent").status == 0


def test_demo_throws_out_what_an_older_demo_left(kg_command: Command, tmp_path: Path) -> None:
    with kg.KnowledgeGraph(tmp_path / "exports" / "demo" / "store") as graph:
        graph.add(kg.Article(id="old", text=GERMAN, language="de"))
    kg_command("demo", "-q")
    assert "old" not in {row["id"] for row in map(json.loads, open_lines(tmp_path / "exports/demo/claims.jsonl"))}
    assert "article:old" not in (tmp_path / "exports" / "demo" / "graph.trig").read_text(encoding="utf-8")


def open_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
