"""Writes what the program itself prints into README.md; with --check only compares.

A fenced block after `<!-- run: kg … -->` holds the output of that command, run in a folder where `kg demo` was run; the
table after `<!-- commands -->` holds what the help of each command says.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- run: kg (?P<args>.*?) -->\n```\w*\n)(?P<body>.*?)(```\n)", re.DOTALL)
COMMANDS = re.compile(r"(<!-- commands -->\n)(?:\|.*\n)*")
EXAMPLE = re.compile(r"\[bold\](.+?)\[/bold\]")
COLUMNS = "118"


def output(args: str, folder: str) -> str:
    """What `kg ARGS` prints in the folder, without spaces at the ends of lines."""
    environment = {**os.environ, "COLUMNS": COLUMNS, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "kg", *shlex.split(args)]
    done = subprocess.run(command, check=True, cwd=folder, env=environment, capture_output=True, text=True)
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").split("\n")) + "\n"


def commands() -> str:
    """A table of all commands: their examples and the first line of their help."""
    from kg.cli.app import app

    rows = ["| command | for example | what it does |", "|---|---|---|"]
    for command in app.registered_commands:
        help_text = (command.callback and command.callback.__doc__) or ""
        examples = " · ".join(f"`{example}`" for example in EXAMPLE.findall(help_text))
        name = command.callback.__name__ if command.callback else ""
        rows.append(f"| `kg {name}` | {examples.replace('|', chr(92) + '|')} | {help_text.splitlines()[0]} |")
    return "\n".join(rows) + "\n"


def render(text: str) -> str:
    """The README with every block made anew."""
    text = COMMANDS.sub(lambda table: table[1] + commands(), text)
    with tempfile.TemporaryDirectory() as folder:
        output("demo --quiet", folder)
        return BLOCK.sub(lambda block: block[1] + output(block["args"], folder) + block[4], text)


def main() -> int:
    old = README.read_text(encoding="utf-8")
    new = render(old)
    if "--check" not in sys.argv[1:]:
        README.write_text(new, encoding="utf-8", newline="\n")
    elif new != old:
        sys.stderr.write("README.md shows what the program no longer prints: run tests/tools/readme.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
