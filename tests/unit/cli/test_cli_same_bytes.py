"""Two runs under another hash seed, order of files, locale, time zone and folder write the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from kg.resources import samples_dir

ROOT = Path(__file__).resolve().parents[3]


def build(folder: Path, paths: list[str], **settings: str) -> dict[str, bytes]:
    """The bytes of everything that `kg build` and `kg export` write, by name."""
    folder.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}

    def kg(*args: str) -> bytes:
        command = [sys.executable, "-m", "kg", *args]
        return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True).stdout

    kg("build", "--quiet", *paths)
    written = {path.name: path.read_bytes() for path in sorted((folder / "exports").iterdir()) if path.is_file()}
    for format in ("nq", "jsonld"):
        written[format] = kg("export", "--format", format)
    return {**written, "extract": kg("extract", *paths), "disputed": kg("ask", "disputed", "--format", "csv")}


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    paths = sorted(str(path) for path in samples_dir().iterdir() if path.name != "README.md")
    one = build(tmp_path / "one", paths, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    other = build(
        tmp_path / "other",
        list(reversed(paths)),
        PYTHONHASHSEED="4711",
        LC_ALL="C.UTF-8",
        LANG="de_DE.UTF-8",
        TZ="Pacific/Auckland",
    )
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
