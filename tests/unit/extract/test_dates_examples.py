"""The examples in each language's dates.toml are its tests."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from kg.extract.dates import DateReader
from kg.resources import language_dir

FILES = sorted(language_dir().glob("*/dates.toml"))


@lru_cache
def load(path: Path) -> tuple[dict[str, Any], DateReader]:
    data = tomllib.loads(path.read_text("utf-8"))
    return data, DateReader(data)


@pytest.mark.parametrize(
    ("path", "index"),
    [pytest.param(p, i, id=f"{p.parent.name}-{i}") for p in FILES for i in range(len(load(p)[0]["example"]))],
)
def test_dates_examples(path: Path, index: int) -> None:
    data, reader = load(path)
    example = data["example"][index]
    found = [
        {"text": f.period.text, "start": f.period.start or "", "end": f.period.end or "", "kind": f.kind}
        for f in reader.read(example["text"], example.get("published"))
    ]
    assert len(found) == len(example["find"]), found
    assert [{k: f[k] for k in e} for f, e in zip(found, example["find"], strict=True)] == example["find"]


def test_dates_languages_have_the_same_tables() -> None:
    tables = [load(p)[0] for p in FILES]
    for table in tables[1:]:
        assert set(table) - {"word_boundaries"} == set(tables[0]) - {"word_boundaries"}
        assert set(table["words"]) == set(tables[0]["words"])


def test_dates_every_language_has_examples_that_yield_nothing() -> None:
    for path in FILES:
        assert any(not e["find"] for e in load(path)[0]["example"]), path
