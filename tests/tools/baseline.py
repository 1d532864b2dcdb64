"""Pins the floors of `tests/gold` (F1, texts without claims, agreement of stories) in `tests/gold/baseline.json`.

Without arguments it raises them, never lowers.

A floor may only fall together with the corpus: when gold has changed (another hash), all are measured anew.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from kg.evaluate import compare_stories, evaluate, read_gold, read_stories
from kg.lang import known_languages

GOLD = Path(__file__).parents[1] / "gold"
BASELINE = GOLD / "baseline.json"
STORIES = GOLD / "stories"
EMPTY = "empty"  # of the texts without claims, the share that is left without one
ALL = "all languages"
PINNED = ("entities", "claims", "roles", "modality")


def corpus_hash() -> str:
    """Of the gold documents by name and bytes, whatever the order of files."""
    digest = hashlib.sha256()
    for path in sorted([*GOLD.glob("*/*.json"), *STORIES.glob("*/*.json")]):
        digest.update(path.relative_to(GOLD).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def measured() -> dict[str, dict[str, float]]:
    """F1 by language and figure, of the languages that can be read; over all of them the texts that must stay empty,
    and how far the versions of a story agree."""
    languages = [code for code in known_languages() if (GOLD / code).is_dir()]
    report = evaluate(read_gold([GOLD / code for code in languages]), by="lang", draws=1)
    left, texts = report.silent()
    agreement = compare_stories(read_stories([STORIES]), draws=1).of("all", "all")
    return {
        **{code: {name: round(report.f1(name, code), 3) for name in PINNED} for code in languages},
        ALL: {EMPTY: round(left / texts, 3), "stories": round(agreement, 3)},
    }


def main() -> int:
    now = measured()
    old = json.loads(BASELINE.read_text("utf-8")) if BASELINE.is_file() else {"corpus": "", "floors": {}}
    same = old["corpus"] == corpus_hash()
    floors = {
        code: {
            name: max(value, old["floors"].get(code, {}).get(name, 0.0)) if same else value
            for name, value in row.items()
        }
        for code, row in now.items()
    }
    BASELINE.write_text(json.dumps({"corpus": corpus_hash(), "floors": floors}, indent=1) + "\n", "utf-8")
    for code, row in floors.items():
        print(code, *(f"{name} {value:.3f} (now {now[code][name]:.3f})" for name, value in row.items()), sep="  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
