"""What several tests share: no settings from outside, and the command line in this process."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own settings and the width of their terminal are no part of a test."""
    for name in ("KG_STORE", "KG_DEBUG", "COLUMNS", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str


@pytest.fixture
def kg_command(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ran]:
    """Runs a command line in this process, in an empty folder: `kg_command("ask", "suppliers", "Tencent")`."""
    monkeypatch.chdir(tmp_path)

    def command(*args: str | os.PathLike[str]) -> Ran:
        from kg.cli.app import run

        capfd.readouterr()
        status = run([os.fspath(arg) for arg in args])
        said = capfd.readouterr()
        return Ran(status, said.out, said.err)

    return command
