"""Exports have the same bytes every time, hold the whole graph, and other tools read them."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.graph import Store
from kg.graph.formats import COLUMNS, RDF_FORMATS, claims_csv, export_rdf, number_text, tame, turtle

PARSERS = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}


@pytest.fixture
def store(made: ModuleType) -> Store:
    store = Store()
    store.add_all(made.every())
    return store


@pytest.mark.parametrize("format", ["trig", "nq", "jsonld"])
def test_formats_with_graphs_hold_every_quad(store: Store, format: str) -> None:
    read = set(ox.parse(export_rdf(store, format), format=PARSERS[format]))
    assert read == set(store.quads())


def test_turtle_holds_every_triple(store: Store) -> None:
    read = {quad.triple for quad in ox.parse(export_rdf(store, "ttl"), format=PARSERS["ttl"])}
    assert read == {quad.triple for quad in store.quads()}


def test_rdflib_reads_the_same_graph_out_of_turtle_and_the_store(store: Store) -> None:
    ours = Graph().parse(data=export_rdf(store, "ttl"), format="turtle")
    lines = "".join(f"{quad.triple} .\n" for quad in store.quads())
    assert isomorphic(ours, Graph().parse(data=lines, format="nt"))


@pytest.mark.parametrize(
    "odd",
    ['"', "\\", "\n\r\t", "a'''b\"\"\"c", "\u202e\u200f", "\0", "{}<>|^`", "\U0001f4a9", "-", "end."],
)
def test_odd_characters_survive_every_format(made: ModuleType, odd: str) -> None:
    reading = made.resale()
    store = Store()
    store.add(replace(reading, article=replace(reading.article, title=f"x{odd}x", id=f"id{odd}")))
    for format in RDF_FORMATS:
        read = {quad.triple for quad in ox.parse(export_rdf(store, format), format=PARSERS[format])}
        assert read == {quad.triple for quad in store.quads()}, format


def test_turtle_of_a_construct_needs_no_store() -> None:
    triple = ox.Triple(ox.NamedNode("https://example.org/a"), ox.NamedNode("https://example.org/b"), ox.Literal("c"))
    assert turtle([triple]) == '<https://example.org/a> <https://example.org/b> "c" .\n\n'


def test_the_table_has_one_row_a_claim_with_names_and_the_sentence(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(claims_csv(store))))
    assert tuple(rows[0]) == COLUMNS and len(rows) == 5
    sale = rows[0]
    assert (sale["supplier"], sale["buyer"], sale["product"]) == ("ByteDance", "Tencent; Alibaba", "NVIDIA H20")
    assert (sale["amount"], sale["currency"], sale["amount_approx"]) == ("2000000000", "CNY", "about")
    assert (sale["disputed"], sale["disputed_by"]) == ("true", "ByteDance")
    assert sale["attributed_to"] == "Caijing; South China Morning Post"
    assert sale["evidence"].startswith("Caijing berichtet") and sale["outlet"] == "Beispielblatt"


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+x", "-x", "\tx"])
def test_cells_that_look_like_formulas_do_not_run(cell: str) -> None:
    assert tame(cell) == "'" + cell and tame("x" + cell) == "x" + cell


@pytest.mark.parametrize(("value", "text"), [(1e11, "100000000000"), (0.5, "0.5"), (0.0, "0"), (1e-7, "1e-07")])
def test_numbers_are_written_out(value: float, text: str) -> None:
    assert number_text(value) == text


DIGEST = """
import hashlib, sys
sys.path.insert(0, {support!r})
import extractions
from kg.graph import Store
from kg.graph.formats import RDF_FORMATS, claims_csv, export_rdf
from kg.query.projection import to_graphml
store = Store()
every = extractions.every()
store.add_all(every[::-1] if {turned} else every)
texts = [export_rdf(store, format) for format in RDF_FORMATS] + [claims_csv(store), to_graphml(store)]
print([hashlib.sha256(text.encode()).hexdigest()[:12] for text in texts])
"""


def test_exports_do_not_depend_on_hash_seed_order_or_locale() -> None:
    support = Path(__file__).resolve().parents[2] / "support"
    said = set()
    for seed, turned, locale in (("0", False, "C"), ("1", True, "C.UTF-8"), ("42", True, "tr_TR.UTF-8")):
        code = DIGEST.format(support=str(support), turned=turned)
        env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale}
        done = subprocess.run(
            [sys.executable, "-c", code], env=env, cwd=support.parents[1], capture_output=True, text=True, check=True
        )
        said.add(done.stdout)
    assert len(said) == 1 and hashlib.sha256(b"").hexdigest()[:12] not in said.pop()


def test_trig_keeps_an_article_apart_from_its_provenance(store: Store) -> None:
    names = {getattr(q.graph_name, "value", "") for q in ox.parse(export_rdf(store, "trig"), format=PARSERS["trig"])}
    assert {store.minter.claims_graph("en-rule"), store.minter.provenance_graph("en-rule")} <= names
