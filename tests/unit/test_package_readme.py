"""What the README shows is true: its Python runs, its SPARQL answers, its figures are filled from a scorer's output."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import extractions
import pytest

import kg

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def tool(name: str) -> ModuleType:
    """A script of tests/tools as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tests" / "tools" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("code", blocks("python"), ids=lambda code: code.split("\n")[0])
def test_python_in_the_readme_runs(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("feed.csv").write_text(
        "guid,body,day\neins,Infineon hat Chips an Bosch verkauft.,2025-04-10\n", encoding="utf-8"
    )
    exec(compile(code, "README.md", "exec"), {})


def test_sparql_in_the_readme_answers_its_question() -> None:
    graph = kg.KnowledgeGraph()
    graph.add(extractions.every())
    (query,) = blocks("sparql")
    (row,) = graph.query(query)
    assert row["denier"] == "ByteDance"
    assert row["value"] == 2e9
    assert str(row["sentence"]).startswith("Caijing berichtet")


def test_the_readme_begins_with_two_commands() -> None:
    first, second = re.findall(r"^    (.+)$", README, re.MULTILINE)[:2]
    assert "venv" in first and "pip install" in first and first.endswith("kg demo")
    assert second == "tests/run"


def test_every_claim_type_role_and_modality_is_in_the_readme() -> None:
    from kg.vocab import CLAIM_TYPES, MODALITIES, ROLES

    for code in (*CLAIM_TYPES, *ROLES, *MODALITIES):
        assert f"`{code}`" in README


def test_figures_are_taken_from_a_scorers_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    figures = tool("figures")
    (tmp_path / "README.md").write_text("# x\n<!-- figures -->\nold\n<!-- end of figures -->\nrest\n", encoding="utf-8")
    (tmp_path / "dev.txt").write_text(
        "                P     R    F1\n[all]\nclaims     0.700  0.600  0.646\n[de]\nentities   0.9  0.9  0.900\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(figures, "README", tmp_path / "README.md")
    assert figures.main([f"dev={tmp_path / 'dev.txt'}"]) == 0
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "| dev | all | - | 0.65 |" in text
    assert "| dev | de | 0.90 | - |" in text
    assert "old" not in text and text.endswith("rest\n")
    assert figures.main([]) == 2


def test_the_licence_is_the_one_that_is_declared() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
