"""Named questions answer with the sentence, the source, the date, the modality and who denies."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from kg.errors import DataError, QueryError
from kg.graph import Store
from kg.query import Question, ask, questions, sparql
from kg.query.questions import check_columns, read_question

WANTED = ["suppliers", "buyers", "deals", "disputed", "timeline", "restrictions", "evidence"]
MORE = [
    "products",
    "sources",
    "rumours",
    "events",
    "makers",
    "stocks",
    "owners",
    "plants",
    "plans",
    "shortages",
    "claims",
]


@pytest.fixture
def store(made: ModuleType) -> Store:
    store = Store()
    store.add_all(made.every())
    return store


def test_the_questions_there_are() -> None:
    assert sorted(questions()) == sorted(WANTED + MORE)


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
def test_each_question_is_whole_and_runs_as_it_is(store: Store, question: Question) -> None:
    found = sparql(store, question.text)
    assert check_columns(question, found.columns) == []
    assert all(argument.meaning["en"] and argument.meaning["de"] for argument in question.arguments)
    assert ask(store, question.name).columns == question.columns
    assert ask(store, question.name).title["de"]


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
def test_each_argument_narrows(store: Store, question: Question) -> None:
    values = {"entity": "Alibaba", "claim_or_entity": "Alibaba", "day": "2025"}
    args = [values[argument.kind] for argument in question.arguments]
    assert len(ask(store, question.name, *args)) <= len(ask(store, question.name))
    for argument in question.arguments:
        directives = question.text.count(f"# VALUES ?{argument.name}\n")
        assert directives == 1, argument.name


def test_suppliers_come_with_everything_that_makes_them_credible(store: Store) -> None:
    first, second = ask(store, "suppliers", "Tencent")
    assert (first["supplier"], first["buyer"], first["product"]) == ("ByteDance", "Tencent; Alibaba", "NVIDIA H20")
    assert (first["amount"], first["amount_alt"]) == ("about 2,000,000,000 CNY", "about 274,000,000 USD")
    assert (first["modality"], first["says"]) == ("reported", "Caijing; South China Morning Post")
    assert first["denied_by"] == "ByteDance" and first["denial"] == "Das Unternehmen nennt das falsch."
    assert str(first["evidence"]).startswith("Caijing berichtet")
    assert (first["outlet"], first["published"]) == ("Beispielblatt", date(2025, 4, 20))
    assert (second["supplier"], second["time"]) == ("NVIDIA", "2025-01-01 to 2025-03-31")


@pytest.mark.parametrize("name", ["Tencent", "TENCENT", "company/tencent", "company:tencent", " tencent "])
def test_a_party_may_be_named_in_any_way(store: Store, name: str) -> None:
    assert ask(store, "suppliers", name).column("supplier") == ["ByteDance", "NVIDIA"]


def test_a_second_argument_narrows_further(store: Store) -> None:
    assert ask(store, "deals", "Tencent", "NVIDIA").column("type") == ["order", "sale"]
    assert ask(store, "deals", "Tencent", "Alibaba").column("type") == ["sale"]
    assert ask(store, "suppliers", "", "NVIDIA H20").column("supplier") == ["ByteDance", "NVIDIA"]


def test_buyers_of_one_lot_share_its_row_facts(store: Store) -> None:
    result = ask(store, "buyers", "ByteDance")
    assert result.column("buyer") == ["Alibaba", "Tencent"] and len(set(result.column("claim"))) == 1


def test_disputed_names_who_denies_and_how(store: Store) -> None:
    (row,) = ask(store, "disputed")
    assert (row["who"], row["whom"], row["denied_by"]) == ("ByteDance", "Tencent; Alibaba", "ByteDance")
    assert row["denial"] == "Das Unternehmen nennt das falsch."


def test_restrictions_name_the_regulator_and_the_destination(store: Store) -> None:
    (row,) = ask(store, "restrictions", "china")
    assert (row["regulator"], row["affected"], row["destination"]) == ("US Department of Commerce", "NVIDIA", "China")
    assert (
        row["evidence"]
        == "The Department of Commerce now wants a licence for every H20 sent to China. … Nvidia must apply."
    )


@pytest.mark.parametrize(
    ("args", "types"),
    [
        ((), ["order", "sale", "product_relation", "sale"]),
        (("Tencent",), ["order", "sale"]),
        (("", "2025-04"), ["sale", "product_relation", "sale"]),
        (("", "2025-03-31", "2025-04-20"), ["order", "sale"]),
        (("", "", "2024"), []),
        (("", "", "2025-01"), ["order"]),
    ],
)
def test_the_timeline_is_cut_by_days_months_and_years(store: Store, args: tuple[str, ...], types: list[str]) -> None:
    assert ask(store, "timeline", *args).column("type") == types


@pytest.mark.parametrize("bad", ["soon", "2025-13", "2025-02-30", "25"])
def test_a_bad_day_says_how_to_write_one(store: Store, bad: str) -> None:
    with pytest.raises(QueryError, match="write 2025, 2025-03 or 2025-03-01"):
        ask(store, "timeline", "", bad)


def test_evidence_by_claim_or_by_party(made: ModuleType, store: Store) -> None:
    id = made.resale().claims[0].id
    for args in ((id,), (id.upper(),), ("ByteDance",), ("Alibaba", "ByteDance")):
        (row,) = ask(store, "evidence", *args)
        assert row["claim"] == id and row["url"] == "https://example.org/a?b=1&c=2"
        assert (
            row["parties"] == "supplier: ByteDance; buyer: Tencent, Alibaba; product: NVIDIA H20; manufacturer: NVIDIA"
        )


def test_sources_are_counted_with_what_is_denied(store: Store) -> None:
    rows = {row["source"]: (row["claims"], row["denied"]) for row in ask(store, "sources")}
    assert rows == {
        "Caijing": (1, 1),
        "South China Morning Post": (1, 1),
        "NVIDIA": (1, 0),
        "two insiders": (1, 0),
    }


def test_events_show_echoes_as_one_origin(made: ModuleType) -> None:
    store = Store()
    store.add_all([made.resale("a"), made.resale("b")])
    rows = list(ask(store, "events", "ByteDance"))
    assert [(row["status"], row["origins"], row["articles"]) for row in rows] == [("disputed", 1, 2)] * 2
    assert len({row["event"] for row in rows}) == 1 and len({row["claim"] for row in rows}) == 2


def test_rumours_keep_their_label(store: Store) -> None:
    (row,) = ask(store, "rumours")
    assert (row["who"], row["whom"], row["says"]) == ("Lindau Optik", "長江存儲", "two insiders")


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("suplliers", (), "did you mean suppliers"),
        ("nonsense", (), "There are: buyers"),
        ("suppliers", ("Tensent",), "did you mean Tencent"),
        ("suppliers", ("Zzyzx",), "knows no similar name"),
        ("disputed", ("Tencent", "NVIDIA", "x"), r"ask disputed \[ENTITY\] \[OTHER\]"),
    ],
)
def test_what_cannot_be_answered_says_what_can(store: Store, name: str, args: tuple[str, ...], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        ask(store, name, *args)


def test_an_empty_graph_answers_with_no_rows() -> None:
    store = Store()
    assert all(len(ask(store, name)) == 0 for name in questions())


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * {}",
        "# title.en: a\n# columns: x\nSELECT * {}",
        "# title.en: a\n# title.de: a\n# columns: x\n# argument: x\nSELECT * {}",
        "# title.en: a\n# title.de: a\n# columns: x\n# argument: x colour | a | b\nSELECT * {}",
    ],
)
def test_a_question_without_its_head_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.rq"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"bad\.rq"):
        read_question(path)
