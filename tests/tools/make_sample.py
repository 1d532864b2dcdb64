"""Makes exports/sample anew: the main part of what `kg demo` writes. With --check only compares."""

from __future__ import annotations

import filecmp
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "exports" / "sample"
LEFT_OUT = ("store", "view.html", "graph.ttl")
"""The store is no text, the page is mostly the drawing library, and graph.trig says all that graph.ttl says."""


def make(folder: Path) -> None:
    """Run `kg demo` into the folder and leave what belongs to the sample."""
    subprocess.run(
        [sys.executable, "-m", "kg", "demo", "--quiet", "-o", folder], check=True, cwd=ROOT, stdout=subprocess.DEVNULL
    )
    for name in LEFT_OUT:
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def main() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "sample"
        make(made)
        names = sorted({path.name for folder in (made, SAMPLE) if folder.is_dir() for path in folder.iterdir()})
        _, differ, missing = filecmp.cmpfiles(made, SAMPLE, names, shallow=False)
        if "--check" not in sys.argv[1:]:
            shutil.rmtree(SAMPLE, ignore_errors=True)
            shutil.copytree(made, SAMPLE)
        elif differ or missing:
            stale = ", ".join(sorted(differ + missing))
            sys.stderr.write(f"exports/sample is out of date ({stale}): run tests/tools/make_sample.py\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
