"""What is written beside nodes and lines, and roughly how much room it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.visualize import style
from kg.visualize.texts import Texts


def wrap(name: str, *, width: int = 19, most: int = 3) -> list[str]:
    """A name as at most three lines of about `width` characters; longer ones end in an ellipsis."""
    lines: list[str] = []
    for word in name.split():
        while len(word) > width + 4:
            lines.append(word[:width])
            word = word[width:]
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        elif word:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][: width - 1] + "…"]
    return lines or ["?"]


def text_width(text: str, size: float) -> float:
    """Roughly how wide a sans-serif writes this, in pixels; generous, for fonts differ from machine to machine."""
    return size * sum(map(_ems, text))


def _ems(letter: str) -> float:
    if ord(letter) >= 0x1100:  # Hangul, kana, Chinese characters: as wide as high
        return 1.0
    if letter in "iIjl.,:;'|!()[]ftr ":
        return 0.36
    if letter in "mwMW@%&":
        return 0.92
    return 0.7 if letter.isupper() else 0.58


def line_label(claim: Mapping[str, Any], texts: Texts) -> list[str]:
    """The words on a line: type and figure, and below them what keeps the claim from being plainly so.

    A sum that several parties share is written as "in all", lest a reader add it up per line.
    """
    figure = claim["amountShort"] or claim["quantityShort"]
    if figure and len(claim["heads"]) * len(claim["tails"]) > 1:
        figure = f"{figure} {texts.ui('in_all')}"
    first = " · ".join(part for part in (texts.label("claims", claim["type"]), figure) if part)
    doubts = []
    if claim["modality"] != "asserted":
        sign = style.modality_style(claim["modality"])[1]
        doubts.append(f"{sign} {texts.label('modalities', claim['modality'])}".strip())
    if claim["disputed"]:
        doubts.append(f"⚡ {texts.ui('disputed')}")
    return [first, " · ".join(doubts)] if doubts else [first]
