"""The public face of a graph: what goes in comes out, with names, evidence and denials."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import extractions
import networkx as nx
import pytest
import rdflib

import kg
from kg.knowledge_graph import EXPORT_FORMATS


@pytest.fixture
def graph() -> kg.KnowledgeGraph:
    graph = kg.KnowledgeGraph()
    graph.add(extractions.every())
    return graph


def test_add_returns_one_extraction_an_article_in_the_order_of_ids() -> None:
    found = kg.KnowledgeGraph().add([extractions.rule(), extractions.filing()])
    assert [extraction.article.id for extraction in found] == ["en-filing", "en-rule"]


def test_add_takes_the_text_of_an_article() -> None:
    graph = kg.KnowledgeGraph()
    (found,) = graph.add("TSMC has sold chips worth 3 million dollars to Bosch.", language="en")
    assert found.article.language == "en"
    assert [article.id for article in graph.articles()] == [found.article.id]


def test_add_takes_a_path_and_an_article(tmp_path: Path) -> None:
    path = tmp_path / "bericht.txt"
    path.write_text("Infineon liefert Chips an Bosch.", encoding="utf-8")
    graph = kg.KnowledgeGraph()
    graph.add(path)
    graph.add(str(path), language="de")
    graph.add(kg.Article(id="zweiter", text="Bosch kauft Chips von Infineon.", language="de"))
    assert [article.id for article in graph.articles()] == ["bericht", "zweiter"]


def test_add_names_what_cannot_be_read_and_writes_nothing(tmp_path: Path) -> None:
    graph = kg.KnowledgeGraph()
    with pytest.raises(kg.InputError, match=r"fehlt\.txt"):
        graph.add(["Infineon liefert Chips an die Firma Bosch.", str(tmp_path / "fehlt.txt")])
    assert graph.articles() == []


def test_articles_with_one_name_are_both_kept_whatever_the_order(tmp_path: Path) -> None:
    paths = []
    for folder, buyer in (("a", "Bosch"), ("b", "Tencent")):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "meldung.txt")
        paths[-1].write_text(f"Infineon hat Chips an {buyer} verkauft.", encoding="utf-8")
    graphs = [kg.KnowledgeGraph(), kg.KnowledgeGraph()]
    graphs[0].add(paths)
    graphs[1].add(reversed(paths))
    assert len(graphs[0].articles()) == 2
    assert graphs[0].export("nq") == graphs[1].export("nq")


def test_adding_an_article_twice_changes_nothing(graph: kg.KnowledgeGraph) -> None:
    before = graph.export("nq")
    graph.add(extractions.every())
    graph.add(extractions.filing())
    assert graph.export("nq") == before


def test_remove_takes_out_all_that_the_article_claims(graph: kg.KnowledgeGraph) -> None:
    graph.remove("de-resale")
    without = kg.KnowledgeGraph()
    without.add([extractions.filing(), extractions.rule(), extractions.rumour()])
    assert graph.export("nq") == without.export("nq")
    with pytest.raises(kg.StoreError, match="de-resale"):
        graph.remove("de-resale")


def test_len_counts_claims_and_an_empty_graph_is_a_graph(graph: kg.KnowledgeGraph) -> None:
    assert len(graph) == 5
    assert len(kg.KnowledgeGraph()) == 0
    assert kg.KnowledgeGraph()


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        ({"type": "order"}, ["order"]),
        ({"type": ["order", "sale"]}, ["sale", "order", "sale"]),
        ({"modality": "rumoured"}, ["sale"]),
        ({"disputed": True}, ["sale"]),
        ({"supplier": "nvidia"}, ["order"]),
        ({"buyer": "Tencent"}, ["sale", "order"]),
        ({"buyer": "Tencent", "disputed": False}, ["order"]),
        ({"entity": "NVIDIA"}, ["sale", "order", "license_requirement"]),
        ({"article": "en-rule"}, ["license_requirement"]),
    ],
)
def test_claims_are_chosen_by_what_they_are_and_who_is_in_them(
    graph: kg.KnowledgeGraph, wanted: dict[str, object], types: list[str]
) -> None:
    assert [claim.type for claim in graph.claims(**wanted)] == types  # type: ignore[arg-type]


@pytest.mark.parametrize("wanted", [{"supplier": "Nobody Ltd"}, {"type": "theft"}, {"thief": "ByteDance"}])
def test_claims_of_what_does_not_exist_are_an_error_not_an_empty_answer(
    graph: kg.KnowledgeGraph, wanted: dict[str, str]
) -> None:
    with pytest.raises(kg.QueryError):
        list(graph.claims(**wanted))  # type: ignore[arg-type]


def test_a_claim_prints_its_parties_evidence_and_denial(graph: kg.KnowledgeGraph) -> None:
    (claim,) = graph.claims(disputed=True)
    printed = str(claim)
    assert printed.startswith("Sale: ByteDance → Tencent, Alibaba")
    for words in (
        "NVIDIA H20",
        "about CNY 2 billion",
        "denied by ByteDance",
        "Caijing, via South China Morning Post",
        claim.evidence[0],
        "denial: “Das Unternehmen nennt das falsch.”",
        "Beispielblatt, 2025-04-20",
    ):
        assert words in printed


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2025-01-01", "2025-03-31", "2025-Q1"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2025-04-03", "2025-04-03", "2025-04-03"),
        ("2025-04-03", "2025-04-09", "2025-04-03 to 2025-04-09"),
        ("2025-04-03", None, "from 2025-04-03"),
        (None, "2025-04-03", "until 2025-04-03"),
        (None, None, ""),
    ],
)
def test_a_claim_tells_its_time_as_shortly_as_it_can(start: str | None, end: str | None, told: str) -> None:
    extraction = extractions.filing()
    claim = replace(extraction.claims[0], time=kg.Period("irgendwann", start, end))
    graph = kg.KnowledgeGraph()
    graph.add(replace(extraction, claims=(claim,)))
    assert [view.time for view in graph.claims()] == [told]


def test_a_claim_as_a_dict_has_names_for_ids(graph: kg.KnowledgeGraph) -> None:
    (claim,) = graph.claims("order")
    told = claim.to_dict()
    assert told["roles"] == {"supplier": ["NVIDIA"], "buyer": ["Tencent"], "product": ["NVIDIA H20"]}
    assert json.loads(json.dumps(told)) == told


def test_events_and_entities_come_from_all_articles(graph: kg.KnowledgeGraph) -> None:
    assert {event.type for event in graph.events()} >= {"sale", "order"}
    assert {"ByteDance", "Lindau Optik"} <= {entity.name for entity in graph.entities()}


def test_query_gives_rows_and_a_data_frame(graph: kg.KnowledgeGraph, tmp_path: Path) -> None:
    sparql = "SELECT ?buyer { ?claim a chip:Order ; chip:buyer ?buyer }"
    found = graph.query(sparql)
    assert [row["buyer"].rsplit("/", 1)[-1] for row in found] == ["tencent"]  # type: ignore[union-attr]
    assert list(found.to_df().columns) == ["buyer"]
    path = tmp_path / "buyers.rq"
    path.write_text(sparql, encoding="utf-8")
    assert graph.query(path) == found


def test_ask_answers_named_questions(graph: kg.KnowledgeGraph) -> None:
    assert len(graph.ask("suppliers", "Tencent")) == 2
    with pytest.raises(kg.QueryError, match="suppliers"):
        graph.ask("supliers")


def test_rdf_is_a_live_rdflib_dataset(graph: kg.KnowledgeGraph) -> None:
    assert isinstance(graph.rdf, rdflib.Dataset)
    before = len(graph.rdf)
    graph.remove("en-filing")
    assert len(graph.rdf) < before


def test_networkx_has_one_edge_a_claim_and_pair_keyed_by_the_claim(graph: kg.KnowledgeGraph) -> None:
    network = graph.to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    (claim,) = graph.claims("order")
    assert network.has_edge("company/nvidia", "company/tencent", key=claim.id)


def test_view_writes_one_page_and_notebooks_show_it(graph: kg.KnowledgeGraph, tmp_path: Path) -> None:
    page = graph.view(tmp_path / "new" / "view.html")
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html")
    assert "<iframe" in graph._repr_html_()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's parsers use what rdflib deprecates
@pytest.mark.parametrize("format", EXPORT_FORMATS)
def test_export_writes_what_it_returns_and_can_be_read_back(
    graph: kg.KnowledgeGraph, tmp_path: Path, format: str
) -> None:
    path = tmp_path / f"graph.{format}"
    text = graph.export(format, path)
    assert path.read_text(encoding="utf-8") == text
    if format == "csv":
        assert len(list(csv.DictReader(io.StringIO(text)))) == len(graph)
    elif format == "graphml":
        assert nx.parse_graphml(text).number_of_nodes() == graph.to_networkx().number_of_nodes()
    else:
        names = {"ttl": "turtle", "nq": "nquads", "jsonld": "json-ld"}
        assert len(rdflib.Dataset().parse(data=text, format=names.get(format, format))) > 100


def test_export_names_the_formats_there_are(graph: kg.KnowledgeGraph) -> None:
    with pytest.raises(kg.QueryError, match="graphml"):
        graph.export("docx")


def test_a_sound_graph_has_no_faults(graph: kg.KnowledgeGraph) -> None:
    assert list(graph.validate()) == []


def test_a_folder_lasts_and_two_may_look_at_it(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "store"
    with kg.KnowledgeGraph(folder) as graph:
        graph.add(extractions.filing())
    with kg.KnowledgeGraph(folder, read_only=True) as one, kg.KnowledgeGraph(folder, read_only=True) as other:
        assert len(one) == len(other) == 2
        with pytest.raises(kg.StoreError):
            one.add(extractions.rule())


def test_another_base_names_everything_else(tmp_path: Path) -> None:
    graph = kg.KnowledgeGraph(base="https://example.org/kg/")
    graph.add(extractions.filing())
    assert "<https://example.org/kg/claim/" in graph.export("nq")
    assert [claim.type for claim in graph.claims(supplier="NVIDIA")] == ["order"]


def test_extract_reads_one_text() -> None:
    found = kg.extract("TSMC hat Chips für 3 Millionen Euro an Bosch verkauft.", "de")
    assert found.article.language == "de"
    assert {entity.name for entity in found.entities} >= {"TSMC", "Bosch"}


def test_extract_refuses_a_file_of_several_articles(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "Bosch kauft Chips.", "lang": "de"}\n{"text": "Arm sells chips.", "lang": "en"}\n')
    with pytest.raises(kg.InputError, match="2 articles"):
        kg.extract(path)
