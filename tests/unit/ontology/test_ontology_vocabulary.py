"""The ontology is whole: both languages, the codes of the model, and constants that follow from it."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import get_args

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from kg import model, vocab
from kg.iris import BASE, KINDS

ROOT = Path(__file__).resolve().parents[3]
CHIP = BASE + "ontology#"


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for name in ("chip.ttl", "frames.ttl", "alignments.ttl"):
        graph.parse(ROOT / "ontology" / name, format="turtle")
    return graph


@pytest.fixture(scope="module")
def own(ontology: Graph) -> list[URIRef]:
    found = {s for s in ontology.subjects(RDF.type, None) if isinstance(s, URIRef) and s.startswith(CHIP)}
    return sorted(found)


def test_constants_follow_from_the_ontology() -> None:
    path = ROOT / "tests" / "tools" / "make_vocab.py"
    spec = importlib.util.spec_from_file_location("make_vocab", path)
    assert spec and spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.main(["--check"]) == 0, "run python tests/tools/make_vocab.py"


def test_codes_are_those_of_the_model() -> None:
    assert set(vocab.CLAIM_TYPES) == set(get_args(model.ClaimType))
    assert set(vocab.ROLES) == set(vocab.ROLE_FILLERS) == set(get_args(model.Role))
    assert set(vocab.ENTITY_TYPES) == set(get_args(model.EntityType)) == set(KINDS)
    assert set(vocab.MODALITIES) == set(get_args(model.Modality))
    assert set(vocab.APPROXIMATIONS) == set(get_args(model.Approx))


def test_the_namespace_is_below_the_base() -> None:
    assert vocab.PREFIXES["chip"] == CHIP


def test_every_term_is_named_and_defined_in_german_and_english(ontology: Graph, own: list[URIRef]) -> None:
    for term in own:
        labels = [*ontology.objects(term, RDFS.label), *ontology.objects(term, SKOS.prefLabel)]
        assert sorted(str(label.language) for label in labels) == ["de", "en"], term
        assert sorted(str(d.language) for d in ontology.objects(term, SKOS.definition)) == ["de", "en"], term


def test_no_two_terms_share_a_definition(ontology: Graph) -> None:
    texts = [str(text) for text in ontology.objects(None, SKOS.definition)]
    assert len(texts) == len(set(texts))


def test_every_claim_type_is_a_claim_and_every_role_a_role(ontology: Graph) -> None:
    for iri in vocab.CLAIM_TYPES.values():
        assert (URIRef(iri), RDFS.subClassOf, URIRef(vocab.CHIP.Claim)) in ontology
    for iri in vocab.ROLES.values():
        assert (URIRef(iri), RDFS.subPropertyOf, URIRef(vocab.CHIP.role)) in ontology
        assert (URIRef(iri), RDF.type, OWL.ObjectProperty) in ontology


@pytest.mark.parametrize(
    "path",
    [*sorted((ROOT / "ontology").rglob("*.ttl")), *sorted((ROOT / "kg" / "query" / "questions").glob("*.rq"))],
    ids=lambda path: path.name,
)
def test_no_file_uses_a_term_that_is_not_defined(path: Path, own: list[URIRef]) -> None:
    text = re.sub(r'"[^"\n]*"|(?m:^\s*#.*$)', "", path.read_text(encoding="utf-8"))
    used = {CHIP + name for name in re.findall(r"(?<![\w-])chip:(\w+)", text)}
    assert used <= {str(term) for term in own}


@pytest.mark.parametrize("vocabulary", ["PROV", "SCHEMA", "SEM", "SKOS", "OA", "TIME"])
def test_alignments_reach_each_vocabulary(ontology: Graph, vocabulary: str) -> None:
    namespace = vocab.PREFIXES[vocabulary.lower()]
    ties = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch)
    assert any(str(o).startswith(namespace) for p in ties for o in ontology.objects(None, p))


def test_flat_edges_go_between_roles_that_exist() -> None:
    for edge in vocab.FLAT_EDGES:
        assert edge.types and edge.heads and edge.tails, edge
        assert {*edge.heads, *edge.tails} <= set(vocab.ROLES) and set(edge.types) <= set(vocab.CLAIM_TYPES)
