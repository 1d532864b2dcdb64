"""What the package imports it also asks for; what it asks for it also imports."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NOT_IMPORTED = {"lxml-html-clean"}  # trafilatura wants it


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported() -> set[str]:
    """Top-level names of other people's packages that anything in kg imports."""
    names: set[str] = set()
    for path in (ROOT / "kg").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
    return names - set(sys.stdlib_module_names) - {"kg", "__future__"}


def declared(requirements: list[str]) -> set[str]:
    return {normal(re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0]) for requirement in requirements}


def test_every_import_is_declared() -> None:
    homes = packages_distributions()
    used = {normal(homes[name][0]) for name in imported() if name in homes}
    assert {name for name in imported() if name not in homes} == set()
    optional = declared(PROJECT["optional-dependencies"]["pandas"])
    assert used - declared(PROJECT["dependencies"]) - optional == set()


def test_every_dependency_is_imported() -> None:
    homes = packages_distributions()
    used = {normal(homes[name][0]) for name in imported()}
    assert declared(PROJECT["dependencies"]) - used - NOT_IMPORTED == set()
