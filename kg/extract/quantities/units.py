"""Currencies, units of measure and the nouns that are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kg.extract.quantities.patterns import HYPHEN, SPACE, WORD_END, WORD_START, Tail, any_of, fold, key

# Signs and codes are printed alike in every language; a language may claim one for itself (¥ in Chinese texts is CNY).
SIGNS: Mapping[str, str] = {
    "$": "USD", "us$": "USD", "us-$": "USD", "u.s.$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY",
    "₩": "KRW", "₹": "INR", "₪": "ILS", "nt$": "TWD", "nt-$": "TWD", "hk$": "HKD", "s$": "SGD", "a$": "AUD",
    "au$": "AUD", "c$": "CAD", "ca$": "CAD", "r$": "BRL", "rmb": "CNY", "rs": "INR", "rs.": "INR", "₫": "VND",
    "฿": "THB", "cn¥": "CNY", "jp¥": "JPY",
}  # fmt: skip
CODES = (
    "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "JPY",
    "KRW", "MXN", "MYR", "NOK", "PHP", "PLN", "QAR", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD",
    "VND", "ZAR",
)  # fmt: skip
NOT_AFTER = frozenset({"TRY", "rs"})  # "the two try", not Turkish lira


@dataclass(frozen=True, slots=True)
class Unit:
    """`kind`: currency, share (percent), measure (MW, tons), count (chips), times, property (nm, GB) or time (years).

    A `weak` unit is a word with another meaning ("won").
    """

    name: str
    kind: str
    weak: bool = False


class Units:
    """The units of one language: before the number, after it, or at the head of the noun phrase after it."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        weak = {key(w) for w in data.get("weak_currency_words", [])}
        self._after: dict[str, Unit] = {}
        self._before: dict[str, Unit] = {}
        self._heads: dict[str, Unit] = {}
        self._number_words = frozenset(key(w) for w in data["numbers"].get("words", {}))
        for sign, code in {**SIGNS, **{c: c for c in CODES}, **data.get("signs", {})}.items():
            unit = Unit(code, "currency")
            self._before[key(sign)] = unit
            if sign not in NOT_AFTER:
                self._after[key(sign)] = unit
        for code, words in data.get("currencies", {}).items():
            for word in words:
                self._after[key(word)] = Unit(code, "currency", key(word) in weak)
        for kind in ("share", "measure", "count", "times", "property", "time"):
            for name, words in data.get("units", {}).get(kind, {}).items():
                for word in words:
                    self._after[key(word)] = Unit(name, kind)
                    if kind in ("count", "property", "time"):
                        self._heads[key(word)] = Unit(name, kind)
        self._compile(data)

    def _compile(self, data: Mapping[str, Any]) -> None:
        numbers = data["numbers"]
        spaced = bool(numbers.get("word_boundaries", True))
        of = any_of(data.get("of", []), bounded=spaced)
        # "billions of dollars", "12-Milliarden-Dollar-Auftrag", "24 000 Superchips", "2 billion Chinese yuan"
        adjective = any_of(data.get("unit_adjectives", []), bounded=spaced)
        lead = rf"{SPACE}{{0,2}}{HYPHEN}?{SPACE}?(?:{of}{SPACE}{{0,2}})?(?:{adjective}{SPACE}{{1,2}})?"
        words = any_of(self._after, bounded=False)
        self._after_pattern = re.compile(rf"{lead}(?P<unit>{words}){WORD_END if spaced else ''}")
        self._before_pattern = re.compile(
            rf"(?:{WORD_START if spaced else ''})(?P<unit>{any_of(self._before, bounded=False)}){SPACE}?$"
        )
        shorts = numbers.get("short_scales", {})
        self._compound_goes_on = re.compile(rf"{SPACE}?{HYPHEN}{SPACE}?[^\W\d_]")
        self._shorts = {fold(k): Decimal(str(v)) for k, v in shorts.items()}
        self._short_pattern = re.compile(rf"{SPACE}?(?P<scale>{any_of(self._shorts, bounded=False)}){WORD_END}")
        # "fifty of the machines" counts machines
        self._partitive = re.compile(rf"{SPACE}{{1,2}}{any_of(data.get('partitives', []), bounded=spaced)}")
        self._compound = bool(numbers.get("compound", False))
        self._stops = frozenset(fold(w) for w in data.get("head_stops", []))
        self._token = re.compile(rf"{SPACE}{{1,2}}(?:{HYPHEN}{SPACE}?)?(?P<word>[\w.+&/]*\w(?:{HYPHEN}\w+){{0,4}})")
        self._shares = {key(k): Decimal(str(v)) for k, v in data.get("shares", {}).items()}
        self._times = {key(k): Decimal(str(v)) for k, v in data.get("multiples", {}).items()}
        self._no_share = Tail(data.get("share_not_after", []), spaced=spaced)
        self._phrase_pattern = re.compile(any_of([*self._shares, *self._times], bounded=spaced))
        singles = any_of(data.get("single", {}).get("articles", []), bounded=spaced)
        fillers = any_of(data.get("single", {}).get("fillers", []), bounded=spaced)
        single_units = any_of(data.get("single", {}).get("units", []), bounded=spaced)
        self._single = re.compile(rf"{singles}{SPACE}{{1,2}}(?:{fillers}{SPACE}{{1,2}})?(?P<unit>{single_units})")

    def before(self, low: str, start: int) -> tuple[Unit, tuple[int, int]] | None:
        """The currency sign or code that ends where the number starts: "INR35.01", "US$404", "Rs 1,653"."""
        base = max(0, start - 6)
        match = self._before_pattern.search(low, base, start)
        if match is None or (match.start() == base and base > 0 and low[base - 1].isalnum()):
            return None
        return self._before[key(match.group("unit"))], (match.start("unit"), match.end("unit"))

    def short_scale(self, low: str, end: int) -> tuple[Decimal, int]:
        """One-letter scales, which only money has: "$1.4b", "€30m"."""
        match = self._short_pattern.match(low, end)
        if match is None:
            return Decimal(1), end
        return self._shorts[match.group("scale")], match.end()

    def after(self, low: str, end: int) -> tuple[Unit, tuple[int, int]] | None:
        """The unit that directly follows the number: "5 MW", "2 Milliarden US -Dollar", "billions of dollars"."""
        match = self._after_pattern.match(low, end)
        if match is None:
            return None
        return self._after[key(match.group("unit"))], (match.start("unit"), match.end("unit"))

    def goes_on(self, low: str, end: int) -> bool:
        """Whether the word is only the first part of a compound: "zehn CPU-Kerne" are no CPUs."""
        return self._compound_goes_on.match(low, end) is not None

    def head(self, text: str, low: str, end: int) -> tuple[Unit, tuple[int, int]] | None:
        """The noun at the head of the phrase after a number: "35.000 Nvidia Blackwell -Chips" -> chips.

        It may turn out to be a time or a property ("three more years"), which the caller has to refuse.
        """
        partitive = self._partitive.match(low, end)
        if partitive is not None:
            end = partitive.end()
        for _ in range(5):
            match = self._token.match(low, end)
            if match is None:
                return None
            word = match.group("word")
            if word in self._stops or word.isdigit():
                return None
            unit = self._heads.get(key(word)) or self._tail(word)
            if unit is not None:
                return unit, (match.start("word"), match.end("word"))
            end = match.end()
        return None

    def _tail(self, word: str) -> Unit | None:
        """The counted noun that ends a compound: "ki-chips"; in compounding languages also "superchips"."""
        parts = re.split(HYPHEN, word)
        measured = word[0].isdigit() or parts[0] in self._number_words  # the six-inch of "two six-inch fabs"
        last = parts[-1]
        unit = self._heads.get(last)
        if unit is None and self._compound:
            tails = (last[cut:] for cut in range(2, len(last) - 3))
            unit = next((u for t in tails if (u := self._heads.get(t)) is not None and u.kind == "count"), None)
        return None if measured else unit

    def phrases(self, low: str) -> Iterator[tuple[int, int, Decimal, Unit, tuple[int, int] | None]]:
        """Start, end, value, unit and unit span of shares, multiples and single units said in words."""
        for match in self._phrase_pattern.finditer(low):
            if self._no_share.find(low, match.start()):
                continue  # "the second half of 2024"
            phrase = key(match.group())
            share = self._shares.get(phrase)
            unit = Unit("percent", "share") if share is not None else Unit("times", "times")
            yield match.start(), match.end(), share if share is not None else self._times[phrase], unit, None
        for match in self._single.finditer(low):
            span = (match.start("unit"), match.end("unit"))
            yield match.start(), match.end(), Decimal(1), self._after[key(match.group("unit"))], span
