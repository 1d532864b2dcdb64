"""The date schema carries other orders and scripts by data alone."""

from __future__ import annotations

from typing import Any

from kg.extract.dates import DateReader

CHINESE: dict[str, Any] = {
    "word_boundaries": False,
    "words": {
        "month": {},
        "ordinal": {"一": 1, "二": 2, "三": 3, "四": 4},
        "yearshift": {"去年": -1, "今年": 0, "明年": 1},
        "shift": {"上": -1, "本": 0, "下": 1},
        "unit": {"周": "week", "个月": "month", "月": "month", "季度": "quarter"},
    },
    "edges": {"before": {}, "after": {"late": ["底"], "early": ["初"], "mid": ["中旬"]}},
    "prepositions": {"since": ["自"], "until": ["截至"], "point": ["在"]},
    "suffixes": {"from": ["起"], "until": ["为止"]},
    "ranges": {"to": ["至", "到"]},
    "rule": [
        {"form": "{year}年{monthnum}月{day}日", "means": "day"},
        {"form": "{monthnum}月{day}日", "means": "day"},
        {"form": "{yearshift}{monthnum}月{day}日", "means": "day"},
        {"form": "{year}年{monthnum}月", "means": "month"},
        {"form": "{yearshift}{monthnum}月", "means": "month"},
        {"form": "{monthnum}月", "means": "month"},
        {"form": "{year}年", "means": "year"},
        {"form": "{day}日", "means": "month_day"},
        {"form": "{year}年第{ordinal}季度", "means": "quarter"},
        {"form": "{shift}{unit}", "means": "shift"},
    ],
}


def periods(text: str, published: str | None = "2023-09-21") -> list[tuple[str, str | None, str | None]]:
    return [(f.period.text, f.period.start, f.period.end) for f in DateReader(CHINESE).read(text, published)]


def test_dates_schema_reads_chinese_dates() -> None:
    assert periods("在2025年7月15日，去年9月27日，22日") == [
        ("在2025年7月15日", "2025-07-15", "2025-07-15"),
        ("去年9月27日", "2022-09-27", "2022-09-27"),
        ("22日", "2023-09-22", "2023-09-22"),
    ]


def test_dates_schema_reads_suffixes_and_edges() -> None:
    assert periods("自8月1日起，2026年底，8月中旬，2024年第三季度，上周，8月") == [
        ("自8月1日起", "2023-08-01", None),
        ("2026年底", "2026-10-01", "2026-12-31"),
        ("8月中旬", "2023-08-11", "2023-08-20"),
        ("2024年第三季度", "2024-07-01", "2024-09-30"),
        ("上周", "2023-09-11", "2023-09-17"),
        ("8月", "2023-08-01", "2023-08-31"),
    ]


def test_dates_schema_reads_ranges() -> None:
    assert periods("2020年3月16日至2021年3月2日", None) == [("2020年3月16日至2021年3月2日", "2020-03-16", "2021-03-02")]
