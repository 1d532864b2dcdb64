"""The wheel is complete: everything works from it in an empty folder, without the checkout and without a network."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked as an installer does it, where only its dependencies are known otherwise."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed: Path, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """A Python in another folder that finds the wheel, and no way out: every proxy leads nowhere."""
    nowhere = dict.fromkeys(
        ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:9"
    )
    environment = {**os.environ, **nowhere, "PYTHONPATH": str(installed), "HOME": str(folder)}
    command = [sys.executable, "-P", *args]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)


def test_every_file_of_the_package_and_the_ontology_is_in_the_wheel(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    package = {f"kg/{p.relative_to(ROOT / 'kg').as_posix()}" for p in (ROOT / "kg").rglob("*")}
    ontology = {f"kg/ontology/{p.relative_to(ROOT / 'ontology').as_posix()}" for p in (ROOT / "ontology").rglob("*")}
    wanted = {name for name in package | ontology if not name.endswith(".pyc") and (ROOT / _source(name)).is_file()}
    assert len(wanted) > 100
    assert sorted(wanted - inside) == []


def _source(name: str) -> str:
    return name.removeprefix("kg/") if name.startswith("kg/ontology/") else name


@pytest.mark.parametrize(
    "part",
    [
        "kg/py.typed",
        "kg/ontology/chip.ttl",
        "kg/ontology/shapes.ttl",
        "kg/ontology/gazetteer/",
        "kg/lang/de/triggers.toml",
        "kg/lang/en/triggers.toml",
        "kg/query/questions/suppliers.rq",
        "kg/visualize/templates/vendor/LICENSE",
        "kg/visualize/templates/texts/de.toml",
        "kg/samples/",
        ".dist-info/licenses/LICENSE",
        ".dist-info/entry_points.txt",
    ],
)
def test_the_wheel_holds(wheel: Path, part: str) -> None:
    assert any(part in name for name in zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_no_tests_and_nothing_of_a_machine(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if not name.startswith("chip_supply_kg-")} == {"kg"}
    assert [name for name in names if "__pycache__" in name or name.endswith(".pyc")] == []


def test_the_demo_runs_from_the_wheel_in_an_empty_folder_without_network(installed: Path, tmp_path: Path) -> None:
    where = run(installed, tmp_path, "-c", "import kg, sys; sys.stdout.write(kg.__file__)")
    assert where.stdout == str(installed / "kg" / "__init__.py")
    done = run(installed, tmp_path, "-m", "kg", "demo")
    assert done.returncode == 0, done.stderr
    assert "ByteDance" in done.stdout
    assert sorted(path.name for path in (tmp_path / "exports" / "demo").iterdir()) == [
        "claims.csv",
        "claims.jsonl",
        "graph.graphml",
        "graph.trig",
        "graph.ttl",
        "store",
        "view.html",
    ]
    done = run(installed, tmp_path, "-m", "kg", "validate")
    assert done.returncode == 0, done.stdout


def test_the_spacy_component_is_registered_by_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('chip_claims'); print(nlp.pipe_names)"
    done = run(installed, tmp_path, "-c", code)
    assert done.stdout == "['chip_claims']\n", done.stderr
