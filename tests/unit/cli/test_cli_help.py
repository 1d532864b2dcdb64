"""Every command says what it does and how, and the README knows them all."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.cli.app import app

ROOT = Path(__file__).resolve().parents[3]
COMMANDS = [command.callback.__name__ for command in app.registered_commands if command.callback]


def test_the_commands_are_those_that_were_promised() -> None:
    assert set(COMMANDS) >= {"demo", "extract", "build", "query", "ask", "view", "export", "validate", "languages"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(kg_command: Callable[..., Any], command: str) -> None:
    ran = kg_command(command, "--help")
    assert ran.status == 0
    assert "Example" in ran.out
    assert f"kg {command}" in ran.out
    assert ran.err == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(kg_command: Callable[..., Any], command: str) -> None:
    function = next(c.callback for c in app.registered_commands if c.callback and c.callback.__name__ == command)
    assert function.__doc__
    for annotation in function.__annotations__.values():
        assert "help=" in str(annotation) or isinstance(annotation, str)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"| `kg {command}` |" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_explains_every_exit_status() -> None:
    from kg.cli.console import Status

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [int(n) for n in re.findall(r"^\| (\d+) \|", readme, re.MULTILINE)] == sorted(map(int, Status))


def test_help_lists_every_command_and_status(kg_command: Callable[..., Any]) -> None:
    ran = kg_command("--help")
    assert ran.status == 0
    for word in (*COMMANDS, "Exit status", "--version"):
        assert word in ran.out


def test_version_is_the_one_of_the_package(kg_command: Callable[..., Any]) -> None:
    assert kg_command("--version").out == f"kg {kg.__version__}\n"


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "kg", "--version"], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, f"kg {kg.__version__}\n")


def test_help_loads_no_library_that_only_commands_need() -> None:
    heavy = {"spacy", "rdflib", "pyoxigraph", "trafilatura", "networkx", "numpy", "pyvis"}
    code = f"import sys; from kg.cli.app import run; run(['--help']); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
