"""The bundled articles are what the demo and the README say they are."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from kg import article, resources


@pytest.fixture(scope="module")
def samples() -> list[article.Article]:
    return list(article.read(resources.samples_dir()))


def test_samples_are_complete(samples: list[article.Article]) -> None:
    assert len(samples) == 24
    assert all(read.title and read.outlet and read.published and read.url for read in samples)
    assert all((read.url or "").startswith("https://example.org/") for read in samples)
    assert min(Counter(read.language for read in samples).values()) >= 10


def test_samples_are_short_articles_in_every_format(samples: list[article.Article]) -> None:
    assert {read.id: len(read.text.split()) for read in samples if not 80 <= len(read.text.split()) <= 250} == {}
    assert {path.suffix for path in resources.samples_dir().iterdir()} == {".html", ".json", ".jsonl", ".md", ".txt"}


def test_samples_begin_with_their_text(samples: list[article.Article]) -> None:
    assert [read.id for read in samples if read.text.startswith(read.title)] == []


def test_readme_describes_each_file() -> None:
    described = re.findall(r"^\| `([^`]+)`", (resources.samples_dir() / "README.md").read_text("utf-8"), re.MULTILINE)
    files = {path.name for path in Path(resources.samples_dir()).iterdir()} - {"README.md"}
    assert sorted(described) == sorted(files)
