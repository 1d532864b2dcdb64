"""The examples in each language's quantities.toml are its tests."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from kg.extract.quantities import FoundQuantity, QuantityReader
from kg.model import Amount
from kg.resources import language_dir

FILES = sorted(language_dir().glob("*/quantities.toml"))


@lru_cache
def load(path: Path) -> tuple[dict[str, Any], QuantityReader]:
    data = tomllib.loads(path.read_text("utf-8"))
    return data, QuantityReader(data)


def described(found: FoundQuantity, expected: dict[str, Any]) -> dict[str, Any]:
    """What was found, in the keys that the example names, with defaults made explicit."""
    out = {**found.value.to_dict(), "per": found.per}
    out["alt"] = found.alt.currency if isinstance(found.alt, Amount) else None
    return {k: out.get(k) for k in expected}


@pytest.mark.parametrize(
    ("path", "index"),
    [pytest.param(p, i, id=f"{p.parent.name}-{i}") for p in FILES for i in range(len(load(p)[0]["example"]))],
)
def test_quantities_examples(path: Path, index: int) -> None:
    data, reader = load(path)
    example = data["example"][index]
    found = reader.read(example["text"])
    expected = [{"approx": "exact", "per": None, "alt": None, **e} for e in example["find"]]
    got = [described(f, e) for f, e in zip(found, expected, strict=False)]
    assert len(found) == len(expected), [example["text"][f.start : f.end] for f in found]
    assert got == expected


def test_quantities_languages_have_the_same_keys() -> None:
    tables = [{k: set(v) if isinstance(v, dict) else None for k, v in load(p)[0].items()} for p in FILES]
    free = {"currencies", "numbers", "signs", "shares", "multiples", "per", "per_before"}  # open lists of words
    for table in tables[1:]:
        assert set(table) == set(tables[0])
        for key in set(table) - free:
            assert table[key] == tables[0][key], key


def test_quantities_every_language_has_examples_that_yield_nothing() -> None:
    for path in FILES:
        assert any(not e["find"] for e in load(path)[0]["example"]), path
