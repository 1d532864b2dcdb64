"""Writes kg/vocab.py from ontology/*.ttl: plain class attributes, which a type checker can check.

python tests/tools/make_vocab.py           rewrites kg/vocab.py
python tests/tools/make_vocab.py --check   exits with 1 if kg/vocab.py is not what the ontology says
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import RDF, RDFS, SKOS, Graph, URIRef

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "kg" / "vocab.py"
FILES = ("chip.ttl", "frames.ttl", "alignments.ttl")

CHIP = "https://w3id.org/chip-supply-kg/ontology#"
PREFIXES = {
    "chip": CHIP,
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

HEAD = '''"""Every word of the ontology as a constant. Made by tests/tools/make_vocab.py: do not edit.

The source is ontology/*.ttl; the attributes are spelt as the terms are. They are plain strings: an rdflib URIRef is
never equal to the same string, which no type checker sees; a string where rdflib wants a URIRef it does see.
"""
# ruff: noqa: E501, N815
# fmt: off

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class FlatEdge(NamedTuple):
    """How a flat edge follows from claims: their types, the roles at its head and the roles at its tail."""

    property: str
    types: tuple[str, ...]
    heads: tuple[str, ...]
    tails: tuple[str, ...]
'''


def read_ontology() -> Graph:
    graph = Graph()
    for name in FILES:
        graph.parse(ROOT / "ontology" / name, format="turtle")
    return graph


def chip(name: str) -> URIRef:
    return URIRef(CHIP + name)


def used_terms(graph: Graph, namespace: str) -> list[str]:
    iris = {str(term) for triple in graph for term in triple if isinstance(term, URIRef)}
    return sorted(iri[len(namespace) :] for iri in iris if iri.startswith(namespace) and iri != namespace)


def classes(graph: Graph) -> Iterator[str]:
    for prefix, namespace in PREFIXES.items():
        names = used_terms(graph, namespace)
        if prefix == "xsd":
            names = sorted({*names, "boolean", "date", "decimal", "double", "integer", "string"})
        yield f"\n\nclass {prefix.upper()}:\n"
        yield f'    """Terms of <{namespace}>."""\n\n'
        for name in names:
            yield f'    {name}: Final = "{namespace}{name}"\n'


def coded(graph: Graph, members: Iterable[object]) -> list[tuple[str, str]]:
    """Code and local name of each member that has a notation, by code."""
    pairs = []
    for member in members:
        code = graph.value(URIRef(str(member)), SKOS.notation)
        if code is not None:
            pairs.append((str(code), str(member)[len(CHIP) :]))
    return sorted(pairs)


def table(name: str, pairs: list[tuple[str, str]], doc: str) -> Iterator[str]:
    yield f"\n{name}: Final[Mapping[str, str]] = {{\n"
    for code, local in pairs:
        yield f'    "{code}": CHIP.{local},\n'
    yield f'}}\n"""{doc}"""\n'


def strings(codes: Iterable[str]) -> str:
    quoted = [f'"{code}"' for code in sorted(codes)]
    return "(" + ", ".join(quoted) + ("," if len(quoted) == 1 else "") + ")"


def fillers(graph: Graph) -> Iterator[str]:
    yield "\nROLE_FILLERS: Final[Mapping[str, tuple[str, ...]]] = {\n"
    for code, local in coded(graph, graph.subjects(RDFS.subPropertyOf, chip("role"))):
        kinds = (str(graph.value(kind, SKOS.notation)) for kind in graph.objects(chip(local), chip("fillerType")))
        yield f'    "{code}": {strings(kinds)},\n'
    yield '}\n"""Role code -> the entity types that may fill it."""\n'


def edges(graph: Graph) -> Iterator[str]:
    def codes(edge: URIRef, property: str) -> str:
        return strings(str(graph.value(o, SKOS.notation)) for o in graph.objects(edge, chip(property)))

    yield "\nFLAT_EDGES: Final[tuple[FlatEdge, ...]] = (\n"
    for edge in sorted(URIRef(str(s)) for s in graph.subjects(RDFS.subPropertyOf, chip("edge"))):
        parts = ", ".join(codes(edge, name) for name in ("edgeFrom", "edgeHead", "edgeTail"))
        yield f"    FlatEdge(CHIP.{edge[len(CHIP) :]}, {parts}),\n"
    yield ')\n"""All flat edges, by name."""\n'


def prefixes() -> Iterator[str]:
    yield "\nPREFIXES: Final[Mapping[str, str]] = {\n"
    for prefix, namespace in PREFIXES.items():
        yield f'    "{prefix}": "{namespace}",\n'
    yield '}\n"""The prefixes that queries need not declare and that Turtle is written with."""\n'


def render() -> str:
    """The text of kg/vocab.py."""
    graph = read_ontology()
    concepts = {
        name: coded(graph, graph.subjects(RDF.type, chip(name))) for name in ("Modality", "Approximation", "Status")
    }
    parts = [
        HEAD,
        *classes(graph),
        "\n",
        *table(
            "CLAIM_TYPES",
            coded(graph, graph.subjects(RDFS.subClassOf, chip("Claim"))),
            "Claim type -> its class.",
        ),
        *table("ROLES", coded(graph, graph.subjects(RDFS.subPropertyOf, chip("role"))), "Role -> its property."),
        *table(
            "ENTITY_TYPES", coded(graph, graph.subjects(RDFS.subClassOf, chip("Entity"))), "Entity type -> its class."
        ),
        *table("MODALITIES", concepts["Modality"], "Modality -> its concept."),
        *table("APPROXIMATIONS", concepts["Approximation"], "How exact a figure is -> its concept."),
        *table("STATUSES", concepts["Status"], "Status of an event beyond the modalities -> its concept."),
        *fillers(graph),
        *edges(graph),
        *prefixes(),
    ]
    return "".join(parts)


def main(arguments: list[str]) -> int:
    text = render()
    if "--check" in arguments:
        if TARGET.read_text(encoding="utf-8") == text:
            return 0
        sys.stderr.write("kg/vocab.py is not what ontology/*.ttl says: run python tests/tools/make_vocab.py\n")
        return 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
