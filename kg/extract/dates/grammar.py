"""Date forms of a language, written as data, compiled to patterns.

A form is plain text with slots in braces, optional parts in square brackets and alternatives in round ones:
`[the ](1st|first) quarter[ of] {year}`. Spaces and hyphens match as loosely as in the number grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.extract.quantities.patterns import any_of, flexible, fold, key

DIGITS = "#"
SLOT_PATTERNS: Mapping[str, str] = {
    "year": r"(?:19|20)\d\d(?!\d)",
    "shortyear": r"\d\d(?!\d)",
    "day": r"[0-3]?\d(?!\d)",
    "monthnum": r"[01]?\d(?!\d)",
    "q": r"[1-4](?!\d)",
    "h": r"[12](?!\d)",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A form and what it means; `constants` are values that the form itself does not print (unit, shift, edge).

    `needs`: "prefix" or "edge" if it is only believed after a preposition or an edge word.
    """

    pattern: re.Pattern[str]
    means: str
    constants: Mapping[str, Any]
    firsts: frozenset[str]
    needs: str


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in the text, its slots turned into values."""

    start: int
    end: int
    means: str
    values: Mapping[str, Any]
    spans: Mapping[str, tuple[int, int]]
    needs: str


class Grammar:
    """All date forms of one language; `data` is its parsed `dates.toml`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.spaced = bool(data.get("word_boundaries", True))
        self._words: dict[str, dict[str, Any]] = {
            slot: {key(word): value for word, value in words.items()} for slot, words in data["words"].items()
        }
        if "month" in self._words:
            self._words["mon"] = {**self._words["month"], **self._words.get("mon", {})}
        self.rules = [self._rule(entry) for entry in data["rule"]]
        by_first: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for first in rule.firsts:
                by_first.setdefault(first, []).append(rule)
        self._by_first = {first: tuple(rules) for first, rules in by_first.items()}
        # most words that may open a date open none: one pattern tells it before every form is tried
        self._any = {first: _either(rules) for first, rules in self._by_first.items()}
        words = any_of([f for f in self._by_first if f != DIGITS], bounded=False)
        edge = r"(?<![^\W_])" if self.spaced else r"(?:(?<!\d)|(?!\d))"
        self._start = re.compile(rf"{edge}(?:(?P<digits>\d{{1,4}}(?!\d))|(?P<word>{words}))")

    def _rule(self, entry: Mapping[str, Any]) -> Rule:
        form = fold(str(entry["form"]))
        pattern, firsts, _ = self._parse(form)
        end = r"(?![^\W_])" if self.spaced else ""
        constants = {k: v for k, v in entry.items() if k not in ("form", "means", "needs_prefix", "needs_edge")}
        needs = "edge" if entry.get("needs_edge") else "prefix" if entry.get("needs_prefix") else ""
        return Rule(re.compile(pattern + end), str(entry["means"]), constants, frozenset(firsts), needs)

    def _parse(self, form: str) -> tuple[str, set[str], bool]:
        """Pattern of a form, the words or digits it may begin with, and whether it may be empty."""
        parts: list[str] = []
        firsts: set[str] = set()
        open_start = True
        for kind, text in _pieces(form):
            if kind == "slot":
                pattern, first, empty = self._slot(text)
            elif kind == "optional":
                pattern, first, _ = self._parse(text)
                pattern, empty = f"(?:{pattern})?", True
            elif kind == "choice":
                branches = [self._parse(branch) for branch in text.split("|")]
                pattern = f"(?:{'|'.join(b[0] for b in branches)})"
                first, empty = set().union(*(b[1] for b in branches)), any(b[2] for b in branches)
            else:
                pattern, first, empty = _literal(text)
            parts.append(pattern)
            if open_start:
                firsts |= first
            open_start = open_start and empty
        return "".join(parts), firsts, open_start

    def _slot(self, name: str) -> tuple[str, set[str], bool]:
        base = name.rstrip("0123456789")
        if base == "number":
            words = self._words.get("number", {})
            return rf"(?P<{name}>\d{{1,3}}|{any_of(words, bounded=False)})", {DIGITS, *_first_words(words)}, False
        if base in SLOT_PATTERNS:
            return f"(?P<{name}>{SLOT_PATTERNS[base]})", {DIGITS}, False
        words = self._words[base]
        bound = r"(?![^\W_])" if self.spaced else ""
        firsts = {DIGITS if w[0].isdigit() else w for w in _first_words(words)}
        return f"(?P<{name}>{any_of(words, bounded=False)}){bound}", firsts, False

    def find(self, low: str) -> Iterator[Match]:
        """The forms in a folded text, from left to right; at one place the longest wins, then the first in the data."""
        position = 0
        while start := self._start.search(low, position):
            best = self._best(low, start)
            position = best.end if best else start.end()
            if best:
                yield best

    def _best(self, low: str, start: re.Match[str]) -> Match | None:
        first = DIGITS if start.group("digits") is not None else key(start.group("word"))
        some = self._any.get(first)
        if some is None or some.match(low, start.start()) is None:
            return None
        chosen: tuple[re.Match[str], Rule] | None = None
        for rule in self._by_first[first]:
            match = rule.pattern.match(low, start.start())
            if match is not None and (chosen is None or match.end() > chosen[0].end()):
                chosen = match, rule
        if chosen is None:
            return None
        match, rule = chosen
        values: dict[str, Any] = dict(rule.constants)
        spans: dict[str, tuple[int, int]] = {}
        for name, text in match.groupdict().items():
            if text is None:
                continue
            base = name.rstrip("0123456789")
            values[name] = int(text) if text.isdecimal() else self._words[base][key(text)]
            spans[name] = match.span(name)
        return Match(match.start(), match.end(), rule.means, values, spans, rule.needs)


def _either(rules: Iterable[Rule]) -> re.Pattern[str]:
    """A pattern that matches where one of the rules does."""
    return re.compile("|".join(f"(?:{re.sub(r'[(][?]P<[^>]+>', '(?:', rule.pattern.pattern)})" for rule in rules))


def _pieces(form: str) -> Iterator[tuple[str, str]]:
    """Split a form into literals, slots, optional parts and choices; brackets may nest."""
    closing = {"{": "}", "[": "]", "(": ")"}
    kinds = {"{": "slot", "[": "optional", "(": "choice"}
    i = 0
    while i < len(form):
        if form[i] not in closing:
            j = i
            while j < len(form) and form[j] not in closing:
                j += 1
            yield "literal", form[i:j]
            i = j
            continue
        depth, j = 1, i + 1
        while depth:
            depth += (form[j] == form[i]) - (form[j] == closing[form[i]])
            j += 1
        yield kinds[form[i]], form[i + 1 : j - 1]
        i = j


def _literal(text: str) -> tuple[str, set[str], bool]:
    if not text.strip():
        return flexible(text), set(), True
    return flexible(text), _first_words([text]), False


def _first_words(words: Any) -> set[str]:
    """The first word of each entry: letters up to the first space, hyphen or digit."""
    out = set()
    for word in words:
        match = re.match(r"[^\W\d_]+|.", fold(word).strip(), re.DOTALL)
        if match is not None:
            out.add(match.group())
    return out
