"""The shapes let good readings pass and name each fault in both languages."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Any

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.graph import Store, to_quads
from kg.graph.validate import validate, validate_extraction, validate_quads
from kg.iris import KINDS, Minter
from kg.model import Amount, Entity, Extraction, Period, Quantity, Span
from kg.vocab import CHIP, ROLE_FILLERS, SKOS


def with_claim(extraction: Extraction, **changes: Any) -> Extraction:
    return replace(extraction, claims=(replace(extraction.claims[0], **changes),))


def test_good_readings_have_no_faults(made: ModuleType) -> None:
    with Store() as store:
        store.add_all(made.every())
        assert validate(store) == []


BREACHES: list[tuple[dict[str, Any], str, str, str]] = [
    ({"roles": {}}, "chip:role", "at least one party", "mindestens einen Beteiligten"),
    ({"evidence": ()}, "chip:evidence", "at least one sentence", "mindestens einen Belegsatz"),
    ({"score": 1.5}, "chip:score", "between 0 and 1", "zwischen 0 und 1"),
    ({"amount": Amount(-1.0, "CNY")}, "schema:value", "not below 0", "nicht unter 0"),
    ({"amount": Amount(float("nan"), "CNY")}, "schema:value", "not below 0", "nicht unter 0"),
    ({"amount": Amount(1.0, "Yuan")}, "schema:currency", "ISO 4217", "ISO-4217"),
    ({"amount": Amount(5.0, "CNY", "range")}, "", "needs an upper value", "braucht eine Obergrenze"),
    ({"amount": Amount(5.0, "CNY", "range", 4.0)}, "", "needs an upper value", "braucht eine Obergrenze"),
    ({"amount": Amount(5.0, "CNY", "about", 6.0)}, "", "belongs to a range", "nur zu einer Spanne"),
    ({"amount": None}, "", "needs a first one", "braucht einen ersten"),
    ({"amount_alt": Amount(1.0, "CNY")}, "", "another currency", "anderen Währung"),
    ({"quantity": Quantity(5.0, "")}, "chip:unit", "needs a unit", "braucht eine Einheit"),
    ({"quantity": Quantity(-5.0, "GPUs")}, "schema:value", "not below 0", "nicht unter 0"),
    ({"time": Period("x", "2025-03-02", "2025-03-01")}, "chip:start", "not after its last", "nicht nach dem letzten"),
    ({"time": Period("x", "soon", None)}, "chip:start", "must be a date", "muss ein Datum"),
    ({"time": Period("x", None, "2025-02-30")}, "chip:end", "must be a date", "muss ein Datum"),
    ({"disputed_by": ()}, "", "needs somebody who denies", "braucht jemanden"),
    ({"disputed_by": ("company/nobody",)}, "chip:disputedBy", "entity of the article", "Ding des Artikels"),
    ({"evidence": (Span(9, 3, "x"),)}, "oa:start", "before its end", "vor ihrem Ende"),
    ({"evidence": (Span(0, 3, ""),)}, "oa:exact", "keeps its words", "behält ihre Worte"),
]


@pytest.mark.parametrize(("changes", "path", "english", "german"), BREACHES)
def test_each_breach_is_named(made: ModuleType, changes: dict[str, Any], path: str, english: str, german: str) -> None:
    faults = validate_extraction(with_claim(made.resale(), **changes))
    told = [fault for fault in faults if fault.path == path and english in fault.text() and german in fault.text("de")]
    assert told, [str(fault) for fault in faults]
    assert told[0].article == "de-resale"


@pytest.mark.parametrize("role", sorted(ROLE_FILLERS))
def test_shapes_and_ontology_agree_on_who_may_fill_a_role(made: ModuleType, role: str) -> None:
    for kind, prefix in KINDS.items():
        filler = Entity(f"{prefix}/x", "X", kind)
        base = made.rule()
        tried = with_claim(replace(base, entities=(*base.entities, filler)), roles={role: (filler.id,)})
        paths = {fault.path for fault in validate_extraction(tried)}
        assert (f"chip:{role}" in paths) == (kind not in ROLE_FILLERS[role]), (role, kind)


def test_a_party_that_the_article_does_not_list_is_a_fault(made: ModuleType) -> None:
    faults = validate_extraction(with_claim(made.rule(), roles={"regulator": ("body/unlisted",)}))
    assert [fault.value for fault in faults if fault.path == "chip:regulator"] == ["entity/body/unlisted"]


@pytest.mark.parametrize(
    ("predicate", "message"),
    [
        (CHIP.modality, "exactly one modality"),
        (CHIP.inArticle, "exactly one article"),
        (SKOS.prefLabel, "needs the words"),
    ],
)
def test_what_a_foreign_writer_may_leave_out(made: ModuleType, predicate: str, message: str) -> None:
    quads = [quad for quad in to_quads(made.rumour()) if quad.predicate.value != predicate]
    faults = validate_quads(quads, made.rumour().article.id, Minter())
    assert any(message in fault.text() for fault in faults)


def test_two_modalities_are_a_fault(made: ModuleType) -> None:
    quads = to_quads(made.rule())
    known = next(quad for quad in quads if quad.predicate.value == CHIP.modality)
    second = ox.Quad(known.subject, known.predicate, ox.NamedNode(CHIP.ended), known.graph_name)
    faults = validate_quads([*quads, second], "en-rule", Minter())
    assert [fault.path for fault in faults] == ["chip:modality"]


def test_a_checking_store_refuses_what_breaks_the_shapes(made: ModuleType) -> None:
    with Store() as store:
        with pytest.raises(StoreError, match="breaks the shapes"):
            store.add(with_claim(made.resale(), evidence=()), check=True)
        assert store.article_ids() == []
        assert store.add(made.resale(), check=True)


def test_faults_come_in_one_order(made: ModuleType) -> None:
    bad = with_claim(made.resale(), score=2.0, evidence=(), amount=Amount(-1.0, "x", "range"))
    assert validate_extraction(bad) == validate_extraction(bad)
    assert len(validate_extraction(bad)) >= 5
