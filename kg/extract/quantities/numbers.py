"""Numbers as a language writes them: digits, words, and both together.

"24 000", "12.000", "2,5 Millionen", "fünfundzwanzig", "tens of thousands", "several hundred", "1兆2000億".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kg.extract.quantities.patterns import HYPHEN, NOTHING, SPACE, WORD_END, Tail, any_of, flexible, fold, key

THIN = "\u00a0\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text.

    `mantissa` is the value before its scale word ("2,5" of "2,5 Millionen"), `definite` is false where only an order
    of magnitude is named ("billions"), `plain` true for a bare run of digits, which may be a year or a model.
    """

    start: int
    end: int
    value: Decimal
    mantissa: Decimal
    definite: bool
    scaled: bool
    digits: bool
    plain: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    value: Decimal
    multiplies: bool
    definite: bool


def _stack(atoms: list[_Atom]) -> Decimal:
    """Evaluate number words: a multiplier takes all smaller parts before it ("two hundred thousand", 三万五千亿)."""
    parts: list[Decimal] = []
    for atom in atoms:
        if not atom.multiplies:
            parts.append(atom.value)
            continue
        smaller = Decimal(0)
        while parts and parts[-1] < atom.value:
            smaller += parts.pop()
        parts.append((smaller or Decimal(1)) * atom.value)
    return sum(parts, Decimal(0))


def _starts(words: list[str], spaced: bool) -> str:
    """Where a number word may begin: its first letters, grouped so that the engine skips by character."""
    heads = sorted({w[:3] for w in words if w})
    if not heads:
        return NOTHING
    return "|".join(
        re.escape(h[0]) + (f"(?<![^\\W_]{re.escape(h[0])})" if spaced else "") + re.escape(h[1:]) for h in heads
    )


class NumberReader:
    """Finds the numbers of one language; `data` is the table `[numbers]` of its `quantities.toml`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._decimal = str(data["decimal"])
        self._grouping = "".join(data["grouping"]) + THIN
        self._chain = bool(data.get("chain_digits", False))
        self._ones = frozenset(fold(w) for w in data.get("one", []))
        alone = data.get("scales_alone", True)  # "a million"; in Korean 천 and 만 open too many other words
        self._dependent = frozenset() if alone else frozenset(key(w) for w in data.get("scales", {}))
        self._lexicon = self._load(data)
        self._digits = self._digit_pattern()
        spaced = bool(data.get("word_boundaries", True))
        words = self._word_pattern(data, spaced)
        self._lexeme = re.compile(any_of([*self._lexicon, *self._ones], bounded=False))
        one = any_of(self._ones, bounded=spaced)
        self._atom = re.compile(rf"(?P<digits>{self._digits})|(?P<word>{words}|{one})")
        self._anchor = re.compile(rf"(?P<digits>(?<!\d){self._digits})|(?P<word>{words})")
        self._digit_start = re.compile(r"\d+")
        self._word_start = re.compile(_starts([*self._lexicon, *self._ones], spaced))
        self._gap = re.compile(rf"{SPACE}{{0,2}}{HYPHEN}?{SPACE}?" if spaced else rf"{SPACE}?")
        joints = any_of([*data.get("connectors", [])])
        self._joint = re.compile(rf"{SPACE}{{0,2}}{joints}{SPACE}{{1,2}}")
        self._of = re.compile(rf"{SPACE}{{1,2}}{any_of(data.get('of', []))}{SPACE}{{0,2}}")
        self._article = Tail(data.get("articles", []), spaced=spaced)
        self._glue = fold(str(data.get("glue", "")))

    @staticmethod
    def _load(data: Mapping[str, Any]) -> dict[str, _Atom]:
        lexicon: dict[str, _Atom] = {}
        for word, value in data.get("words", {}).items():
            lexicon[key(word)] = _Atom(Decimal(str(value)), False, True)
        for word, value in data.get("scales", {}).items():
            lexicon[key(word)] = _Atom(Decimal(str(value)), True, Decimal(str(value)) < 10**6)
        for word, value in data.get("indefinite", {}).items():
            number = Decimal(str(value))
            lexicon[key(word)] = _Atom(number, number >= 10, False)
        return lexicon

    def _digit_pattern(self) -> str:
        group = f"[{re.escape(self._grouping)}]"
        point = re.escape(self._decimal)
        other = "," if self._decimal == "." else r"\."
        fraction = rf"(?:{point}\d{{1,8}}|{other}\d{{1,2}})?(?!\d)"
        # every repeat is bounded: a megabyte of digits or commas stays linear
        # and "H20 300" is not 20 300
        grouped = rf"(?:(?<![^\W_])|(?=\d+[^\d ]))\d{{1,3}}(?:{group}\d{{3}}(?!\d)){{1,6}}(?:{point}\d{{1,8}})?(?!\d)"
        indian = r"\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)"
        return rf"(?:{grouped}|{indian}|\d{{1,15}}{fraction})"

    def _word_pattern(self, data: Mapping[str, Any], spaced: bool) -> str:
        words = any_of(self._lexicon, bounded=False)
        if not self._lexicon:
            return NOTHING
        if not spaced:
            return words
        if not data.get("compound"):
            return rf"{words}{WORD_END}"
        glue = flexible(str(data.get("glue", "")))
        one = any_of(self._ones, bounded=False)
        body = rf"(?:{one}(?:{glue})?(?={words}))?{words}(?:(?:{glue})?(?:{words}|{one})){{0,6}}"
        return rf"(?:{body}){WORD_END}"

    def find(self, low: str) -> Iterator[Number]:
        """The numbers of a folded text, from left to right, never overlapping."""
        position = 0
        starts = [m.start() for m in self._digit_start.finditer(low)]
        starts += [m.start() for m in self._word_start.finditer(low)]
        for start in sorted(starts):
            match = self._anchor.match(low, start) if start >= position else None
            if match is None:
                continue
            number = self._read(low, match)
            position = number.end if number else match.end()
            if number:
                yield number

    def _read(self, low: str, match: re.Match[str]) -> Number | None:
        atoms: list[_Atom] = []
        digits = match.group("digits")
        if digits is not None:
            if not self._clean(low, match.start(), match.end()):
                return None
            value = self._value(digits)
            if value is None:
                return None
            atoms.append(_Atom(value, False, True))
        else:
            if key(match.group("word")) in self._dependent:
                return None
            atoms.extend(self._split(match.group("word")))
        mantissa = atoms[0].value
        end = self._extend(low, match.end(), atoms)
        start = match.start()
        definite = atoms[0].definite
        if atoms[0].multiplies and (article := self._article.find(low, start)):
            start, mantissa = article[1], Decimal(1)
            definite = True
        return Number(
            start=start, end=end, value=_stack(atoms), mantissa=mantissa, definite=definite,
            scaled=len(atoms) > 1 or atoms[0].multiplies, digits=digits is not None,
            plain=digits is not None and digits.isdigit() and len(atoms) == 1,
        )  # fmt: skip

    def _extend(self, low: str, end: int, atoms: list[_Atom]) -> int:
        """Add the atoms that belong to the same number; returns where it ends."""
        for _ in range(8):
            last = atoms[-1]
            best: tuple[int, list[_Atom]] | None = None
            for gap in (self._gap, self._joint, self._of):
                joint = gap.match(low, end)
                if joint is None:
                    continue
                match = self._atom.match(low, joint.end())
                if match is None or (gap is self._of and last.definite):
                    continue
                added = self._added(match, last)
                if added and self._fits(last, added[0], gap is self._of):
                    best = (match.end(), added)
                    break
            if best is None:
                return end
            end = best[0]
            atoms.extend(best[1])
        return end

    def _added(self, match: re.Match[str], last: _Atom) -> list[_Atom]:
        digits = match.group("digits")
        if digits is None:
            return self._split(match.group("word"))
        value = self._value(digits) if self._chain and last.multiplies else None
        return [_Atom(value, False, True)] if value is not None else []

    def _fits(self, last: _Atom, new: _Atom, after_of: bool) -> bool:
        if new.multiplies:
            return new.value >= 1000 or last.value < new.value
        if after_of or not new.definite:
            return False
        tens = 20 <= last.value <= 90 and new.value < 10 and not last.multiplies
        sure = last.definite or self._chain  # "12億200万"
        return tens or (last.multiplies and sure and new.value < last.value)

    def _split(self, word: str) -> list[_Atom]:
        atoms: list[_Atom] = []
        for match in self._lexeme.finditer(word):
            lexeme = key(match.group())
            atom = self._lexicon.get(lexeme)
            if atom is None and lexeme in self._ones:
                atom = _Atom(Decimal(1), False, True)
            if atom is not None:
                atoms.append(atom)
        return atoms

    def _clean(self, low: str, start: int, end: int) -> bool:
        """No piece of a version, a time of day, a date or a fraction of digits: 1.2.3, 14:05, 27.08.2021, 24/7."""
        if start >= 2 and low[start - 1] in ".,:/" and low[start - 2].isdigit():
            return False
        return not (end + 1 < len(low) and low[end] in ".,:/" and low[end + 1].isdigit())

    def _value(self, digits: str) -> Decimal | None:
        """The value of printed digits. A mark that cannot be a grouping mark here is read as a decimal mark."""
        plain = re.sub(f"[{SPACE[1:-1]}'’]", "", unicodedata.normalize("NFKC", digits))
        point = self._decimal
        other = "," if point == "." else "."
        if point in plain:
            plain = plain.replace(other, "").replace(point, ".")
        elif other in plain:
            groups = plain.split(other)
            grouped = other in self._grouping and len(groups[-1]) == 3
            plain = plain.replace(other, "" if grouped else ".")
        if plain.count(".") > 1 or not plain.isascii():
            return None
        return Decimal(plain)
