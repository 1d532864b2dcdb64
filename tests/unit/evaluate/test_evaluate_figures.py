"""What the figures of an evaluation count, on documents small enough to count by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluate import GoldDocument, compare, evaluate, read_gold
from kg.evaluate.faults import faults
from kg.evaluate.gold import Sheet
from kg.model import Article, Extraction
from kg.pipeline import extract

TEXT = "Infineon supplies BMW with microcontrollers. Micron ordered scanners from ASML."


def entity(id: str, name: str, type: str = "company", *mentions: str) -> dict[str, Any]:
    return {"id": id, "name": name, "type": type, "wikidata": None, "mentions": list(mentions or (name,))}


def claim(type: str, roles: Mapping[str, Sequence[str]], **more: Any) -> dict[str, Any]:
    return {"type": type, "roles": roles, "modality": "asserted", "evidence": [TEXT.split(". ")[0] + "."], **more}


FIRMS = [
    entity("a", "Infineon"),
    entity("b", "BMW"),
    entity("m", "Microcontrollers", "product_family", "microcontrollers"),
]


def sheet(*claims: Mapping[str, Any], things: Sequence[Mapping[str, Any]] = FIRMS) -> Sheet:
    return Sheet.from_dict({"entities": things, "claims": claims})


def scores(gold: Sheet, found: Sheet, figure: str) -> tuple[int, int, int]:
    tally = compare(gold, found).tallies[figure]
    return tally.right, tally.found, tally.gold


SUPPLY = claim("supply", {"supplier": ["a"], "buyer": ["b"], "product": ["m"]})


def test_a_claim_is_found_from_half_of_its_fillers_on() -> None:
    half = claim("supply", {"supplier": ["a"]})  # F1 of the fillers 0.5
    less = claim("supply", {"supplier": ["b"], "buyer": ["a"], "product": ["m"], "origin": ["a"]})
    assert scores(sheet(SUPPLY), sheet(half), "claims") == (1, 1, 1)
    assert scores(sheet(SUPPLY), sheet(less), "claims") == (0, 1, 1)
    assert scores(sheet(SUPPLY), sheet(half), "roles") == (1, 1, 3)


def test_exact_needs_the_same_type_and_the_same_fillers() -> None:
    sale = claim("sale", SUPPLY["roles"])
    assert scores(sheet(SUPPLY), sheet(SUPPLY), "exact") == (1, 1, 1)
    assert scores(sheet(SUPPLY), sheet(sale), "exact") == (0, 1, 1)
    assert scores(sheet(SUPPLY), sheet(sale), "claims") == (1, 1, 1)  # one family


def test_claims_of_different_families_are_never_the_same() -> None:
    owned = claim("ownership", {"owner": ["a"], "owned": ["b"]})
    assert scores(sheet(SUPPLY), sheet(owned), "claims") == (0, 1, 1)


def test_an_optional_claim_is_neither_miss_nor_false_alarm() -> None:
    optional = claim("supply", SUPPLY["roles"], optional=True)
    assert scores(sheet(optional), sheet(SUPPLY), "claims") == (0, 0, 0)
    assert scores(sheet(optional), sheet(), "claims") == (0, 0, 0)
    wrong = claim("supply", {"supplier": ["b"], "buyer": ["a"], "product": ["m"], "origin": ["a"]})
    assert scores(sheet(optional), sheet(wrong), "claims") == (0, 1, 0)


def test_entities_are_the_same_by_name_mention_or_wikidata() -> None:
    other = [entity("x", "Infineon Technologies AG", "company", "Infineon"), {**entity("y", "?"), "wikidata": "Q26678"}]
    gold = [FIRMS[0], {**FIRMS[1], "wikidata": "Q26678"}, entity("z", "Munich", "place")]
    assert scores(sheet(things=gold), sheet(things=other), "entities") == (2, 2, 2)


def test_pairs_go_from_supplier_to_buyer() -> None:
    turned = claim("supply", {"supplier": ["b"], "buyer": ["a"], "product": ["m"]})
    assert scores(sheet(SUPPLY), sheet(turned), "pairs") == (0, 1, 1)
    made = claim("manufacture", {"manufacturer": ["a"], "customer": ["b"], "product": ["m"]})
    assert scores(sheet(SUPPLY), sheet(made), "pairs") == (1, 1, 1)


@pytest.mark.parametrize(
    ("figure", "gold", "found", "right"),
    [
        ("amount", {"value": 1e9, "currency": "EUR"}, {"value": 1.005e9, "currency": "EUR"}, 1),
        ("amount", {"value": 1e9, "currency": "EUR"}, {"value": 1e9, "currency": "USD"}, 0),
        ("time", {"start": "2025-01-01", "end": None}, {"start": "2025-01-01", "end": None}, 1),
        ("time", {"start": "2025-01-01", "end": None}, {"start": "2025-01-01", "end": "2025-12-31"}, 0),
    ],
)
def test_details_are_counted_over_the_claims_found(figure: str, gold: Any, found: Any, right: int) -> None:
    a, b = {**SUPPLY, figure: gold}, {**SUPPLY, figure: found}
    assert scores(sheet(a), sheet(b), figure) == (right, 1, 1)


def test_sources_are_entities_or_free_names() -> None:
    a = {**SUPPLY, "attributed_to": ["a", "Two insiders"]}
    b = {**SUPPLY, "attributed_to": ["a", "two insiders"], "disputed_by": ["b"]}
    assert scores(sheet(a), sheet(b), "attributed") == (2, 2, 2)
    assert scores(sheet(a), sheet(b), "disputed") == (0, 1, 0)


def document(id: str = "one", language: str = "en") -> dict[str, Any]:
    read = extract(Article(id, TEXT, language=language)).to_dict()
    return {"id": id, "lang": language, "text": TEXT, "entities": read["entities"], "claims": read["claims"]}


def written(folder: Path, *documents: Mapping[str, Any]) -> Path:
    folder.mkdir(exist_ok=True)
    for number, data in enumerate(documents):
        (folder / f"{number}.json").write_text(json.dumps(data), "utf-8")
    return folder


def test_what_is_read_is_right_against_itself(tmp_path: Path) -> None:
    report = evaluate(read_gold([written(tmp_path, document())]))
    assert {figure.f1 for figure in report.figures} == {1.0}
    assert faults(report) == []
    assert report.f1("claims") == 1.0
    with pytest.raises(KeyError):
        report.f1("claims", "tlh")


def test_figures_come_in_parts_with_intervals(tmp_path: Path) -> None:
    nothing = {**document("two"), "claims": []}
    gold = read_gold([written(tmp_path, document(), nothing)])
    report = evaluate(gold, by="type")
    (claims,) = [f for f in report.figures if (f.group, f.name) == ("all", "claims")]
    assert claims.precision == 0.5 and claims.recall == 1.0
    assert claims.low is not None and claims.high is not None and claims.low <= claims.f1 <= claims.high
    assert {"supply", "order"} <= {f.group for f in report.figures}
    assert evaluate(gold, by="type").figures == report.figures
    assert {f.group for f in evaluate(gold, by="lang").figures} == {"all", "en"}


def test_faults_say_what_differs() -> None:
    article = Article("d", TEXT, language="en")
    gold = sheet({**SUPPLY, "modality": "planned"}, claim("ownership", {"owner": ["a"], "owned": ["b"]}))

    def read(_: Article) -> Extraction:
        return extract(article)

    wrong = faults(evaluate([GoldDocument(article, gold, "d.json")], read=read))
    assert [fault.kind for fault in wrong] == ["inexact", "missed", "spurious"]
    assert wrong[0].why == "asserted, not planned"
    assert wrong[1].wanted == "ownership: owner Infineon · owned BMW (asserted)"
    assert wrong[1].read == ""


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "no JSON"),
        ('{"id": "a"}', "'text' is missing"),
        ('{"id": "a", "text": "", "lang": "en", "entities": 3, "claims": []}', "not a gold document"),
        ('{"id": "a", "text": "", "lang": "en", "entities": [{"id": "e"}], "claims": []}', "'name' is missing"),
    ],
)
def test_bad_gold_is_told_by_file_and_the_rest_goes_on(tmp_path: Path, content: str, told: str) -> None:
    folder = written(tmp_path / "gold", document())
    (folder / "bad.json").write_text(content, "utf-8")
    failed: list[InputError] = []
    assert [d.article.id for d in read_gold([folder], failed.append)] == ["one"]
    (error,) = failed
    assert told in error.message and "bad.json" in error.place
    with pytest.raises(InputError):
        read_gold([folder])


def test_ids_are_unique_and_lines_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(f"{json.dumps(document())}\n\n{json.dumps(document())}\n", "utf-8")
    failed: list[InputError] = []
    assert len(read_gold([file], failed.append)) == 1
    assert failed[0].place.endswith("gold.jsonl:3")
    missing: list[InputError] = []
    assert read_gold([tmp_path / "none.json", written(tmp_path / "empty")], missing.append) == []
    assert [error.message for error in missing] == ["no such file", "no gold in this folder"]
