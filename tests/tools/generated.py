"""Makes every generated file anew: the constants, the sample, what the README shows. --check only compares."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOOLS = ("make_vocab.py", "make_sample.py", "readme.py")
"""In this order: what the README shows depends on the sample articles, and both on the constants."""


def main(arguments: list[str]) -> int:
    here = Path(__file__).parent
    failed = [
        tool for tool in TOOLS if subprocess.run([sys.executable, here / tool, *arguments], check=False).returncode
    ]
    if failed:
        sys.stderr.write(f"failed: {', '.join(failed)}; `python tests/tools/generated.py` makes all anew\n")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
