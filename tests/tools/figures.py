"""Fills the table under "How good is it" in README.md from the printed results of a scorer.

    python tests/tools/figures.py "development set=dev.txt" "set aside=aside.txt"

Each file holds one section a language, headed `[de]` (`[all]` for everything), with lines `claims  0.71  0.63  0.67`:
precision, recall, F1. The table shows F1.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"
FIGURES = (
    "entities", "claims", "exact", "roles", "pairs", "amount", "time", "modality", "attributed", "disputed",
)  # fmt: skip
TABLE = re.compile(r"(<!-- figures -->\n).*?(<!-- end of figures -->)", re.DOTALL)
SECTION = re.compile(r"\[(.+?)\]")
LINE = re.compile(r"(\w+)\s+[\d.]+\s+[\d.]+\s+([\d.]+)")


def sections(text: str) -> dict[str, dict[str, str]]:
    """Section -> figure -> F1 as printed, to two digits."""
    found: dict[str, dict[str, str]] = {}
    name = "all"
    for line in text.splitlines():
        if head := SECTION.match(line.strip()):
            name = head[1]
        elif row := LINE.match(line.strip()):
            found.setdefault(name, {})[row[1]] = f"{float(row[2]):.2f}"
    return found


def rows(argument: str) -> list[str]:
    """The table rows of one argument `label=file`."""
    label, _, path = argument.partition("=")
    found = sections(Path(path).read_text(encoding="utf-8"))
    return [
        f"| {label} | {name} | {' | '.join(values.get(figure, '-') for figure in FIGURES)} |"
        for name, values in found.items()
    ]


def main(arguments: list[str]) -> int:
    if not arguments or not all("=" in argument for argument in arguments):
        sys.stderr.write(__doc__ or "")
        return 2
    head = [f"| texts | language | {' | '.join(FIGURES)} |", "|---|---|" + "---:|" * len(FIGURES)]
    table = "\n".join([*head, *(row for argument in arguments for row in rows(argument))]) + "\n"
    text = README.read_text(encoding="utf-8")
    if not TABLE.search(text):
        sys.stderr.write("README.md has no place for figures\n")
        return 1
    README.write_text(TABLE.sub(lambda place: place[1] + table + place[2], text), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
