"""The words of the view in one language, and how it writes numbers, sums of money, dates and periods."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg import resources
from kg.errors import DataError

SIGNS = {"about": "≈\u00a0", "at_least": "≥\u00a0", "at_most": "≤\u00a0"}


@dataclass(frozen=True, slots=True)
class Texts:
    """Tables of words by key, read from `templates/texts/<language>.toml`."""

    language: str
    tables: Mapping[str, Any]

    def ui(self, key: str) -> str:
        """A word of the interface; KeyError if there is none."""
        return str(self.tables["ui"][key])

    def counted(self, noun: str, number: int) -> str:
        """A number with its noun in the right form: "1 claim", "1,204 claims"."""
        one, many = self.tables["nouns"][noun]
        return f"{self._digits(number)} {one if number == 1 else many}"

    def label(self, table: str, key: str) -> str:
        """The word for a code, or the code itself, readable, where nobody has translated it."""
        return str(self.tables[table].get(key, key.replace("_", " ")))

    def amount(self, amount: Mapping[str, Any] | None, *, short: bool = False) -> str:
        """Money as people write it: "about CNY 2 billion"; `short` "≈ CNY 2bn"; "" for none."""
        if not amount or not _is_number(amount.get("value")):
            return ""
        number = self._figure(amount, short)
        money = self.tables["numbers"]["money"].format(currency=amount.get("currency") or "", number=number)
        return self._bounded(amount, money.strip(), short)

    def quantity(self, quantity: Mapping[str, Any] | None, *, short: bool = False) -> str:
        """A number of goods with its unit: "at least 10,000 units", "90 %"."""
        if not quantity or not _is_number(quantity.get("value")):
            return ""
        unit = str(quantity.get("unit") or "")
        words = f"{self._figure(quantity, short)} {self.tables['units'].get(unit, unit)}"
        return self._bounded(quantity, words.strip(), short)

    def period(self, time: Mapping[str, Any] | None) -> str:
        """The words of the text and the days they stand for: "first quarter (1 Jan 2025 - 31 Mar 2025)"."""
        if not time:
            return ""
        text = str(time.get("text") or "")
        days = self._days(time.get("start"), time.get("end"))
        return f"{text} ({days})" if text and days and days != text else text or days

    def date(self, iso: str | None) -> str:
        """An ISO day as people write it; anything else as it stands."""
        parts = str(iso or "").split("T")[0].split("-")
        if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
            return str(iso or "")
        numbers = self.tables["numbers"]
        return str(numbers["date"].format(day=int(parts[2]), month=numbers["months"][int(parts[1]) - 1], year=parts[0]))

    def _days(self, start: str | None, end: str | None) -> str:
        if start and end:
            return self.date(start) if start == end else f"{self.date(start)} – {self.date(end)}"
        if start:
            return str(self.tables["numbers"]["open_end"].format(start=self.date(start)))
        return str(self.tables["numbers"]["open_start"].format(end=self.date(end))) if end else ""

    def _bounded(self, figure: Mapping[str, Any], words: str, short: bool) -> str:
        approx = str(figure.get("approx") or "exact")
        if short:
            return SIGNS.get(approx, "") + words
        pattern = self.tables["approx"].get(approx, "{value}")
        return str(pattern.format(value=words))

    def _figure(self, figure: Mapping[str, Any], short: bool) -> str:
        low, upper = float(figure["value"]), figure.get("value_max")
        if upper is None or not _is_number(upper):
            return self._number(low, low, short)
        high = float(upper)
        return f"{self._number(low, high, short, bare=True)}–{self._number(high, high, short)}"

    def _number(self, value: float, scale_by: float, short: bool, *, bare: bool = False) -> str:
        # "2–3 billion": both ends of a range are counted in the scale of the upper one, which alone names it
        for scale in self.tables["scales"]:
            if abs(scale_by) >= 10 ** scale["power"]:
                word = "" if bare else scale["short" if short else "long"]
                return self._digits(value / 10 ** scale["power"]) + str(word)
        return self._digits(value)

    def _digits(self, value: float) -> str:
        numbers = self.tables["numbers"]
        plain = f"{value:,.2f}".rstrip("0").rstrip(".")
        return plain.replace(",", "\0").replace(".", numbers["decimal"]).replace("\0", numbers["group"])


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


@lru_cache(maxsize=8)
def load_texts(language: str) -> Texts:
    """The words in a language, "en" or "de"; DataError for one that has no file."""
    folder = resources.template_dir() / "texts"
    known = sorted(path.stem for path in folder.glob("*.toml"))
    if language not in known:
        mend = f"use one of: {', '.join(known)}"
        raise DataError("the view does not speak this language", place=f"language {language!r}", mend=mend)
    return Texts(language, tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8")))
