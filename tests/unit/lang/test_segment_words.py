"""Texts without spaces are cut into words, and one script is read as another."""

from __future__ import annotations

import pytest

from kg.extract.reader import reader
from kg.lang.segment import Script, Segmenter
from kg.lang.tokens import tokenise


def test_the_fewest_words_win_and_what_no_list_knows_stays_together() -> None:
    cutter = Segmenter(Script({"segment": True}), ["向", "采购", "晶圆"], ["方向"], ["台积电"], [])
    assert tokenise("某某科创向台积电采购晶圆。", segmenter=cutter).words == (
        "某某科创",
        "向",
        "台积电",
        "采购",
        "晶圆",
        "。",
    )
    assert tokenise("方向", segmenter=cutter).words == ("方向",)


def test_a_run_that_is_to_be_cut_is_cut() -> None:
    cutter = Segmenter(Script({"segment": True}), ["对"], [], [], ["对 华"])
    assert tokenise("对华", segmenter=cutter).words == ("对", "华")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("輝達向台積電採購晶圓，", ["辉达", "向", "台积电", "采购", "晶圆", ","]),
        ("華為參與標準制定", ["华为", "参与"]),
        ("對華出口H20晶片", ["对", "华", "出口", "h20", "晶片"]),
    ],
)
def test_traditional_texts_are_read_in_simplified_words(text: str, words: list[str]) -> None:
    tokens = reader("zh").tokens(text)
    assert list(tokens.lows)[: len(words)] == words
    assert "".join(tokens.surface(i, i + 1) for i in range(len(tokens))) == text
