"""How fast are loading and asking, next to rdflib's own memory store over the same quads?

    python tests/bench/graph.py [--copies 20] [--rounds 3] [--json FILE]

The bundled samples are copied under new ids until the graph has some size. The store of kg lies on disk, writes one
transaction an article and builds names, flat edges and events on the way; rdflib only parses the finished quads into
memory.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rdflib import Dataset

from kg.article import read
from kg.iris import short_hash
from kg.knowledge_graph import KnowledgeGraph
from kg.model import Extraction
from kg.pipeline import extract
from kg.resources import samples_dir
from kg.vocab import PREFIXES

QUERIES = {
    "claims by type": "SELECT ?type (COUNT(*) AS ?n) { ?claim a chip:Claim, ?type } GROUP BY ?type",
    "buyers of a product": "SELECT ?buyer ?product { ?claim chip:buyer ?buyer ; chip:product ?product }",
    "denied claims with their sentences": (
        "SELECT ?claim ?denier ?sentence { ?claim chip:disputedBy ?denier ;"
        " chip:evidence/oa:hasSelector/oa:exact ?sentence }"
    ),
}


def copies(count: int) -> list[Extraction]:
    """The readings of the samples, `count` times, each under ids of its own."""
    readings = [extract(article) for article in read(samples_dir())]
    return [_copy(reading, number) for number in range(count) for reading in readings]


def _copy(reading: Extraction, number: int) -> Extraction:
    id = f"{reading.article.id}-{number}"
    claims = tuple(replace(claim, id=short_hash(claim.id, id), article=id) for claim in reading.claims)
    return replace(reading, article=replace(reading.article, id=id), claims=claims)


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def compare(count: int, rounds: int) -> dict[str, float]:
    """Loading rates in quads/s, milliseconds of each query, and how many times as fast kg is."""
    readings = copies(count)
    times: dict[str, list[float]] = {}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder, KnowledgeGraph(Path(folder) / "store") as graph:
            times.setdefault("kg load", []).append(seconds(lambda graph=graph: graph.add(readings)))
            quads = graph.export("nq")
            memory = Dataset(default_union=True)
            loading = seconds(lambda memory=memory, quads=quads: memory.parse(data=quads, format="nquads"))
            times.setdefault("rdflib load", []).append(loading)
            for name, query in QUERIES.items():
                asking = seconds(lambda graph=graph, query=query: graph.query(query))
                times.setdefault(f"kg {name}", []).append(asking)
                slow = seconds(lambda memory=memory, query=query: list(memory.query(query, initNs=dict(PREFIXES))))
                times.setdefault(f"rdflib {name}", []).append(slow)
    return _figures(times, len(quads.splitlines()))


def _figures(times: dict[str, list[float]], quads: int) -> dict[str, float]:
    medians = {name: statistics.median(values) for name, values in times.items()}
    figures: dict[str, float] = {"quads": quads}
    for side in ("kg", "rdflib"):
        figures[f"{side} load, quads/s"] = round(quads / medians[f"{side} load"])
    for name in QUERIES:
        for side in ("kg", "rdflib"):
            figures[f"{side} {name}, ms"] = round(1000 * medians[f"{side} {name}"], 2)
        figures[f"ratio {name}"] = round(medians[f"rdflib {name}"] / medians[f"kg {name}"], 1)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--copies", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    options = parser.parse_args()
    warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's parsers use what rdflib deprecates
    figures = compare(options.copies, options.rounds)
    for key, value in figures.items():
        sys.stdout.write(f"{key:48} {value:>12,}\n")
    sys.stdout.write(json.dumps(figures) + "\n")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
