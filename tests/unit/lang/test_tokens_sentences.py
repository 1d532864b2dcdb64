"""Where a sentence ends."""

from __future__ import annotations

import pytest

from kg.lang import load
from kg.lang.tokens import tokenise


def sentences(text: str, language: str = "en") -> list[str]:
    pack = load(language)
    tokens = tokenise(text, pack.words("abbreviations"), ordinal_dot=pack.flag("ordinal_dot"))
    return [tokens.surface(lo, hi) for lo, hi in tokens.sentences]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["AMD sells chips.", "Oracle buys them."]),
        ("en", ["Does AMD sell chips?", "Yes!", "It does."]),
        ("en", ["Foo Inc. sells chips.", "Bar buys them."]),
        ("en", ["The U.S. Department of Commerce agreed."]),
        ("en", ["J. Huang spoke.", "He left."]),
        ("en", ["It costs 3.5 million.", "Nobody pays."]),
        ("en", ["It went up by 4.5% and fell."]),
        ("en", ["They sell Yahoo! shares."]),
        ("de", ["AMD liefert am 19. November 500 Chips.", "Oracle zahlt."]),
        ("de", ["Das kostet 3 Mrd. Euro.", "Niemand zahlt."]),
        ("de", ["Der Preis steigt z. B. in Asien.", "Das schmerzt."]),
        ("de", ["„Wir liefern.“", "Das sagte der Chef."]),
        ("de", ["Er zahlte 16.000 Euro.", "Sie nicht."]),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(language: str, parts: list[str]) -> None:
    assert sentences(" ".join(parts), language) == parts


def test_sentences_end_at_a_line_break_without_a_mark() -> None:
    assert sentences("A headline without a mark\nAMD sells chips.\n\nOracle buys them") == [
        "A headline without a mark", "AMD sells chips.", "Oracle buys them",
    ]  # fmt: skip


def test_sentences_end_at_full_width_marks_without_a_space() -> None:
    tokens = tokenise("華為買了。小米沒有！")
    assert [tokens.surface(lo, hi) for lo, hi in tokens.sentences] == ["華為買了。", "小米沒有！"]


def test_sentences_keep_the_closing_quote_and_bracket() -> None:
    assert sentences("(AMD sells chips.) Oracle buys them.") == ["(AMD sells chips.)", "Oracle buys them."]


def test_sentences_of_ordinals_differ_by_language() -> None:
    text = "It ended on day 19. Nobody came."
    assert len(sentences(text, "en")) == 2
    assert len(tokenise(text, ordinal_dot=True).sentences) == 1
