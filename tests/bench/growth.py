"""Does the extraction stay linear in the length of an article, and how much memory do the languages take?

    python tests/bench/growth.py [--language en] [--largest 1000000]

Texts are the bundled samples of one language, one behind the other, cut to size: they name new things all the time, as
a long page does. Peak memory is that of a process of its own, which has read one article in each language.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from itertools import cycle

from kg.article import read
from kg.lang import known_languages
from kg.model import Article
from kg.pipeline import extract
from kg.resources import samples_dir

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
SHORT = {"zh": "英伟达向腾讯出售芯片。", "ja": "ソニーは半導体を購入した。", "ko": "삼성전자는 반도체를 공급한다."}


def text_of(language: str, size: int) -> str:
    """Sample prose of one language, at least `size` characters cut to size."""
    found = sorted(read(samples_dir(), on_error=lambda error: None), key=lambda article: article.id)
    parts, length = [], 0
    for article in cycle([a for a in found if a.language == language]):
        if length >= size:
            break
        parts.append(article.text)
        length += len(article.text) + 1
    return "\n".join(parts)[:size]


def seconds(text: str, language: str) -> float:
    """Time of one reading."""
    begin = time.perf_counter()
    extract(Article("long", text, language=language, published="2025-05-01"))
    return time.perf_counter() - begin


def peak_megabytes(languages: list[str]) -> float:
    """Peak resident memory of a process that reads one short article in each of these languages."""
    command = [sys.executable, __file__, "--child", *languages]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def child(languages: list[str]) -> None:
    for language in languages:
        extract(Article("short", SHORT.get(language, "Nvidia, Samsung, TSMC."), language=language))
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--language", default="en")
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(options.child)
        return
    everything = sorted(known_languages())
    memory = {"de en peak MB": peak_megabytes(["de", "en"]), "all languages peak MB": peak_megabytes(everything)}
    curve: dict[int, float] = {}
    seconds(text_of(options.language, 1_000), options.language)  # warm
    for size in (s for s in SIZES if s <= options.largest):
        curve[size] = seconds(text_of(options.language, size), options.language)
        rate = curve[size] / size * 1e6
        bar = "#" * round(rate / 2)
        sys.stdout.write(f"{size:>10,} characters {curve[size]:>9.3f} s {rate:>8.2f} µs a character {bar}\n")
    for key, value in memory.items():
        sys.stdout.write(f"{key:32} {value:>10,}\n")
    sys.stdout.write(json.dumps({**memory, **{str(k): round(v, 4) for k, v in curve.items()}}) + "\n")


if __name__ == "__main__":
    main()
