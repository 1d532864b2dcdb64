"""`import kg` is quick, offers a handful of names and nothing else, and `kg.extract` is a room and a function."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).resolve().parents[2]


def fresh(code: str) -> str:
    """What a new interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_every_public_name_is_there_and_listed() -> None:
    for name in kg.__all__:
        assert getattr(kg, name) is not None
    assert set(kg.__all__) <= set(dir(kg))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        kg.nonsense  # noqa: B018  # the access is what is tested


def test_import_loads_no_library() -> None:
    heavy = "{'spacy', 'rdflib', 'pyoxigraph', 'networkx', 'numpy', 'pyvis', 'typer', 'rich'}"
    assert fresh(f"import sys, kg; print(sorted({heavy} & set(sys.modules)))") == "[]"


@pytest.mark.parametrize("before", ["pass", "import kg.extract.reader", "from kg.pipeline import extract"])
def test_extract_can_be_called_whatever_was_imported_before(before: str) -> None:
    code = f"import kg\n{before}\nprint(type(kg.extract('TSMC makes chips for NVIDIA.', 'en')).__name__)"
    assert fresh(code) == "Extraction"


def test_extract_is_a_package_too() -> None:
    assert fresh("import kg.extract.mentions as room; print(room.__name__)") == "kg.extract.mentions"


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "kg" / "py.typed").is_file()
