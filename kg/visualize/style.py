"""How entities and claims look: shapes, line patterns and symbols. Colours are in `templates/page.css`.

Every distinction is drawn twice: entity types by shape and colour, claim types by word and colour, modality by line
pattern and word, disputes by a band beside the line and a bolt. A print in grey loses nothing.
"""

from __future__ import annotations

from typing import Any, Final

Point = tuple[float, float]

# Outlines in a square from -1 to 1, y downwards; an empty outline is a circle.
SHAPES: Final[dict[str, list[Point]]] = {
    "circle": [],
    "square": [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
    "diamond": [(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)],
    "stack": [(-0.3, -1.05), (0.75, -1.05), (1.3, 0), (0.75, 1.05), (-0.3, 1.05), (-1.3, 0)],
    "hexagon": [(-0.5, -0.95), (0.5, -0.95), (1.05, 0), (0.5, 0.95), (-0.5, 0.95), (-1.05, 0)],
    "house": [(0, -1.1), (1, -0.2), (1, 0.9), (-1, 0.9), (-1, -0.2)],
    "pin": [(-1.05, -0.8), (1.05, -0.8), (0, 1.1)],
    "triangle": [(0, -1.1), (1.1, 0.85), (-1.1, 0.85)],
    "banner": [(-1.25, -0.7), (1.25, -0.7), (1.25, 0.7), (-1.25, 0.7)],
    "page": [(-0.8, -1.05), (0.3, -1.05), (0.8, -0.55), (0.8, 1.05), (-0.8, 1.05)],
    "bolt": [(0.25, -1.1), (-0.7, 0.2), (-0.05, 0.2), (-0.25, 1.1), (0.7, -0.25), (0.05, -0.25)],
}

ENTITY_SHAPES: Final[dict[str, str]] = {
    "company": "circle",
    "government_body": "square",
    "product": "diamond",
    "product_family": "stack",
    "technology": "hexagon",
    "facility": "house",
    "place": "pin",
    "person": "triangle",
    "media": "banner",
    "policy": "page",
    "unknown": "circle",
}

# Twenty colours nobody can tell apart; five families they can. The type itself is written on the line.
CLAIM_FAMILIES: Final[dict[str, tuple[str, ...]]] = {
    "trade": ("supply", "sale", "order", "delivery", "inventory"),
    "making": ("manufacture", "component_use", "capacity", "product_relation"),
    "money": ("investment", "subsidy", "acquisition", "ownership", "partnership"),
    "rules": ("export_restriction", "license_requirement", "license_grant", "entity_listing"),
    "rest": ("shortage", "other"),
}

# Line pattern (drawn, gap, … in pixels; none = solid) and the sign that stands before the word.
MODALITIES: Final[dict[str, tuple[list[int], str]]] = {
    "asserted": ([], ""),
    "reported": ([16, 4], "“”"),
    "planned": ([9, 6], "▷"),
    "negotiating": ([12, 5, 2, 5], "⇄"),
    "conditional": ([5, 4], "if"),
    "rumoured": ([2, 5], "?"),
    "negated": ([2, 9], "✕"),
    "ended": ([16, 5, 2, 5, 2, 5], "■"),
}

WIDTH_ASSERTED: Final = 2.2
WIDTH_OTHER: Final = 1.8


def family(claim_type: str) -> str:
    """The family of a claim type; types that nobody knows are "rest"."""
    for name, members in CLAIM_FAMILIES.items():
        if claim_type in members:
            return name
    return "rest"


def claim_type_order() -> list[str]:
    """All claim types, family by family, as the legend shows them."""
    return [claim_type for members in CLAIM_FAMILIES.values() for claim_type in members]


def modality_style(modality: str) -> tuple[list[int], str]:
    """Line pattern and sign; a modality that nobody knows looks like hearsay rather than like a fact."""
    return MODALITIES.get(modality, MODALITIES["rumoured"])


def edge_look(modality: str) -> dict[str, Any]:
    """The vis-network options of a line: `dashes` (a pattern or False) and `width`."""
    dashes, _ = modality_style(modality)
    return {"dashes": dashes or False, "width": WIDTH_OTHER if dashes else WIDTH_ASSERTED}
