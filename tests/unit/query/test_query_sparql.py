"""SPARQL over all graphs, plain values out, errors that say where."""

from __future__ import annotations

import builtins
import json
import re
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pyoxigraph as ox
import pytest

from kg.errors import MissingDependencyError, QueryError
from kg.graph import Store
from kg.query import Result, sparql
from kg.query.result import short

SUPPLIERS = """SELECT ?name (COUNT(?claim) AS ?claims) WHERE { ?claim chip:supplier/rdfs:label ?name }
GROUP BY ?name ORDER BY ?name"""


@pytest.fixture
def store(made: ModuleType) -> Store:
    store = Store()
    store.add_all(made.every())
    return store


def test_prefixes_are_known_and_all_graphs_are_asked(store: Store) -> None:
    result = sparql(store, SUPPLIERS)
    assert result.columns == ("name", "claims")
    assert result.rows == (("ByteDance", 1), ("Lindau Optik", 1), ("NVIDIA", 1))


def test_entities_may_be_written_with_the_prefix_of_their_kind(store: Store) -> None:
    assert sparql(store, "ASK { ?claim chip:buyer company:tencent ; chip:product product:nvidia-h20 }").rows == (
        (True,),
    )


def test_the_evidence_sentence_is_two_steps_from_its_claim(store: Store) -> None:
    query = """SELECT ?sentence ?who WHERE {
        ?claim a chip:Sale ; chip:disputedBy/rdfs:label ?who ; chip:evidence/oa:hasSelector/oa:exact ?sentence }"""
    (row,) = sparql(store, query)
    assert str(row["sentence"]).startswith("Caijing berichtet") and row["who"] == "ByteDance"


def test_values_are_plain_python(store: Store) -> None:
    query = """SELECT ?value ?day ?position ?none ?iri ?open WHERE {
        ?claim a chip:Order ; chip:amount/schema:value ?value ; chip:time/chip:start ?day ; chip:product ?iri ;
            chip:attribution/chip:position ?position . BIND(true AS ?open) }"""
    (row,) = sparql(store, query).rows
    assert row == (5e9, date(2025, 1, 1), 1, None, store.minter.entity("product/nvidia-h20"), True)
    assert [type(value) for value in row[:3]] == [float, date, int]


def test_a_literal_that_breaks_its_datatype_stays_a_string(store: Store) -> None:
    assert sparql(store, 'SELECT ("2025-02-30"^^xsd:date AS ?x) {}').rows == (("2025-02-30",),)


def test_a_file_of_sparql_is_read(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "my.rq"
    path.write_text(SUPPLIERS, encoding="utf-8")
    assert sparql(store, path) == sparql(store, str(path)) == sparql(store, SUPPLIERS)


@pytest.mark.parametrize("name", ["missing.rq", "latin.rq"])
def test_a_file_that_cannot_be_read_is_named(store: Store, tmp_path: Path, name: str) -> None:
    (tmp_path / "latin.rq").write_bytes(b"SELECT * { ?s ?p '\xe4' }")
    with pytest.raises(QueryError, match=name):
        sparql(store, tmp_path / name)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x WHERE {\n  ?x a chip:Sale .\n  ?x chip:product }", r"line 3.*“\?x chip:product }”"),
        ("SELECT ?x WHERE {\n  ?x a foo:Sale }", r"line 2.*prefix that is not declared.*use one of body, chip"),
        ("", "line 1"),
        ("SELECT * WHERE { ?s ?p ?o", "line 1"),
        ("INSERT DATA { <a:a> <a:a> <a:a> }", "cannot change the graph"),
        ("PREFIX x: <x:y>\nDROP ALL", "cannot change the graph"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "the query failed"),
    ],
)
def test_errors_say_where_and_what_to_do(store: Store, query: str, message: str) -> None:
    before = len(store.quads())
    with pytest.raises(QueryError, match=message):
        sparql(store, query)
    assert len(store.quads()) == before


def test_a_construct_becomes_turtle(store: Store) -> None:
    result = sparql(store, "CONSTRUCT { ?a chip:supplies ?b } WHERE { ?a chip:supplies ?b }")
    assert "company:nvidia chip:supplies company:tencent ." in result.to_ttl()
    assert result.columns == ("subject", "predicate", "object") and len(result) == 1
    assert list(ox.parse(result.to_ttl(), format=ox.RdfFormat.TURTLE))


def test_a_table_is_no_turtle(store: Store) -> None:
    with pytest.raises(QueryError, match="CONSTRUCT"):
        sparql(store, SUPPLIERS).to_ttl()


def test_a_result_as_csv_json_and_dicts(store: Store) -> None:
    result = sparql(store, SUPPLIERS)
    assert result.to_csv() == "name,claims\nByteDance,1\nLindau Optik,1\nNVIDIA,1\n"
    assert json.loads(result.to_json()) == list(result)
    assert result.column("name") == ["ByteDance", "Lindau Optik", "NVIDIA"]
    with pytest.raises(QueryError, match="use one of name, claims"):
        result.column("nix")


def test_csv_spells_values_for_machines_and_tames_formulas() -> None:
    row = (None, True, 2e9, 0.5, date(2025, 1, 2), "=1+1", "-5", 7)
    result = Result(tuple("abcdefgh"), (row,))
    assert result.to_csv().splitlines()[1] == ",true,2000000000,0.5,2025-01-02,'=1+1,'-5,7"


def test_json_has_no_nan(store: Store) -> None:
    assert json.loads(sparql(store, 'SELECT ("NaN"^^xsd:double AS ?x) {}').to_json()) == [{"x": None}]


def test_an_empty_or_negative_answer_is_false(store: Store) -> None:
    assert not sparql(store, "SELECT ?x { ?x a chip:Subsidy }")
    assert not sparql(store, "ASK { ?x a chip:Subsidy }")
    assert sparql(store, "ASK { ?x a chip:Sale }")


def test_a_result_is_a_data_frame(store: Store) -> None:
    frame = sparql(store, SUPPLIERS).to_df()
    assert list(frame.columns) == ["name", "claims"] and frame["claims"].sum() == 3


def test_without_pandas_it_says_what_to_install(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    load = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return load(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    result = sparql(store, SUPPLIERS)
    with pytest.raises(MissingDependencyError, match="pip install"):
        result.to_df()
    assert "<td>ByteDance</td>" in result._repr_html_()


def test_a_notebook_shows_hostile_text_as_text() -> None:
    assert "<script>" not in Result(("<script>",), (("<script>alert(1)</script>",),))._repr_html_()


def test_short_names_of_iris() -> None:
    assert short("https://w3id.org/chip-supply-kg/ontology#Sale") == "chip:Sale"
    assert short("https://example.org/") == "https://example.org/"


README = Path(__file__).resolve().parents[3] / "ontology" / "README.md"


@pytest.mark.parametrize("query", re.findall(r"```sparql\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL))
def test_the_queries_of_the_ontologys_readme_find_something(store: Store, query: str) -> None:
    assert len(sparql(store, query)) > 0
