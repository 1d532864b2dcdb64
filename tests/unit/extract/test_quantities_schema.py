"""The schema carries languages without word boundaries, with myriads, and with other marks, by data alone."""

from __future__ import annotations

from typing import Any

from kg.extract.quantities import QuantityReader

CHINESE: dict[str, Any] = {
    "of": [],
    "weak_currency_words": [],
    "numbers": {
        "decimal": ".",
        "grouping": [","],
        "word_boundaries": False,
        "chain_digits": True,
        "words": {"两": 2, "三": 3, "五": 5},
        "scales": {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8},
        "indefinite": {"数十": 10, "几十": 10, "数": 2},
    },
    "signs": {"¥": "CNY"},
    "currencies": {"USD": ["美元"], "CNY": ["元", "元人民币"]},
    "units": {
        "share": {"percent": ["%"]},
        "count": {"chips": ["颗芯片", "块", "枚"]},
        "measure": {"tons": ["吨"]},
        "property": {"property": ["纳米"]},
        "time": {"time": ["年", "月", "日"]},
    },
    "bounds": {"about": ["约"], "at_least": ["超过", "至少"], "at_most": ["最多"], "after": {"at_least": ["以上"]}},
    "ranges": {"to": ["至", "到"], "and": ["和"], "between": []},
    "per": {"month": ["每月"]},
}
FRENCH: dict[str, Any] = {
    "of": ["de", "d'"],
    "numbers": {
        "decimal": ",",
        "grouping": [".", " "],
        "words": {"deux": 2, "trois": 3},
        "scales": {"millions": 10**6, "milliards": 10**9, "milliard": 10**9},
        "articles": ["un"],
    },
    "currencies": {"EUR": ["euros"], "USD": ["dollars"]},
    "units": {"count": {"chips": ["puces"]}, "share": {"percent": ["%"]}},
    "bounds": {"about": ["environ"], "at_least": ["plus de"]},
    "ranges": {"between": ["entre"], "and": ["et"], "to": ["à"]},
}


def figures(data: dict[str, Any], text: str) -> list[tuple[Any, ...]]:
    out = []
    for found in QuantityReader(data).read(text):
        value = found.value.to_dict()
        out.append(
            (value["value"], value.get("currency") or value.get("unit"), value["approx"], value.get("value_max"))
        )
    return out


def test_quantities_schema_reads_myriads() -> None:
    text = "合同约12.02亿美元，另付3万5千元，超过1万2000块，三万五千亿元，10万枚以上"
    assert figures(CHINESE, text) == [
        (1.202e9, "USD", "about", None),
        (35000.0, "CNY", "exact", None),
        (12000.0, "chips", "at_least", None),
        (3.5e12, "CNY", "exact", None),
        (100000.0, "chips", "at_least", None),
    ]


def test_quantities_schema_reads_indefinite_myriads() -> None:
    assert figures(CHINESE, "数十亿美元，几十万枚") == [
        (1e9, "USD", "at_least", None),
        (1e5, "chips", "at_least", None),
    ]


def test_quantities_schema_reads_signs_by_language_and_ranges() -> None:
    assert figures(CHINESE, "¥5亿，3至5万枚") == [(5e8, "CNY", "exact", None), (30000.0, "chips", "range", 50000.0)]


def test_quantities_schema_leaves_properties_and_dates_alone() -> None:
    assert figures(CHINESE, "2025年7月3日，7纳米") == []


def test_quantities_schema_reads_full_width_digits() -> None:
    assert figures(CHINESE, "１２亿美元") == [(1.2e9, "USD", "exact", None)]


def test_quantities_schema_reads_french_spacing() -> None:
    text = "environ 2,5 milliards d'euros, plus de 10 000 puces, entre 20 % et 30 %, un milliard de dollars"
    assert figures(FRENCH, text) == [
        (2.5e9, "EUR", "about", None),
        (10000.0, "chips", "at_least", None),
        (20.0, "percent", "range", 30.0),
        (1e9, "USD", "exact", None),
    ]
