"""Functions where markers stand behind their noun and the verb ends its clause."""

import pytest

from kg.model import Article
from kg.pipeline import extract


def claims(text: str) -> list[tuple[str, dict[str, list[str]], str]]:
    graph = extract(Article("t", text, language="ja", published="2025-05-01"))
    names = {e.id: e.name for e in graph.entities}
    return [
        (c.type, {r: sorted(names[i] for i in ids) for r, ids in c.roles.items()}, c.modality) for c in graph.claims
    ]


@pytest.mark.parametrize(
    "text",
    [
        "信越化学工業はTSMCにシリコンウエハーを供給している。",
        "信越化学工業が、シリコンウエハーをTSMCに供給している。",
        "シリコンウエハーは信越化学工業がTSMCに供給している。",
        "シリコンウエハーは信越化学工業によってTSMCに供給されている。",
        "信越化学工業（4063）はTSMCにシリコンウエハーを供給している。",
    ],
)
def test_particles_tell_who_supplies_what_to_whom_in_any_order(text: str) -> None:
    assert [(type, roles) for type, roles, _ in claims(text)] == [
        ("supply", {"supplier": ["Shin-Etsu Chemical"], "buyer": ["TSMC"], "product": ["Silicon wafers"]})
    ]


def test_the_particle_behind_a_number_of_pieces_marks_the_goods() -> None:
    for text in ("テスラは半導体を1万個購入した。", "テスラは半導体1万個を購入した。"):
        assert [roles["product"] for _, roles, _ in claims(text)] == [["Chips"]]


def test_the_subject_particle_of_a_passive_marks_what_is_acted_upon() -> None:
    assert claims("ネクスペリアがウィングテックに買収された。")[0][1] == {"buyer": ["Wingtech"], "target": ["Nexperia"]}


def test_a_passive_phrase_turns_its_subject_as_well() -> None:
    (listing,) = claims("ファーウェイが米商務省のエンティティー・リストに追加された。")
    assert listing[1]["affected"] == ["Huawei"]


def test_the_subject_of_a_relative_clause_is_not_that_of_the_main_verb() -> None:
    found = {
        type: roles for type, roles, _ in claims("アップルは、キオクシアが生産するNAND型フラッシュメモリーを購入する。")
    }
    assert found["manufacture"]["manufacturer"] == ["Kioxia"]
    assert found["supply"]["buyer"] == ["Apple"]


def test_the_noun_behind_a_clause_with_an_object_is_its_subject() -> None:
    (claim,) = claims("HBMを製造するSKハイニックスは人員を減らす。")
    assert claim[1] == {"manufacturer": ["SK hynix"], "product": ["High Bandwidth Memory"]}


@pytest.mark.parametrize("ending", ["供給していない", "供給しない", "供給しなかった", "供給せず、今後も未定だ"])
def test_a_verb_is_denied_by_its_endings(ending: str) -> None:
    assert [modality for *_, modality in claims(f"キオクシアはアップルにNAND型フラッシュメモリーを{ending}。")] == [
        "negated"
    ]


def test_who_charges_another_with_a_deed_has_not_done_it() -> None:
    assert all(
        "supplier" not in roles for _, roles, _ in claims("米司法省はGPUを中国に密輸したとして男2人を起訴した。")
    )


def test_the_topic_speaks_at_the_end_of_a_long_sentence() -> None:
    text = "ロームは22日、STマイクロエレクトロニクスにSiCウエハーを供給する契約を延長すると発表した。"
    graph = extract(Article("t", text, language="ja", published="2025-05-01"))
    names = {e.id: e.name for e in graph.entities}
    assert [[names[s] for s in c.attributed_to] for c in graph.claims] == [["ROHM"]]
