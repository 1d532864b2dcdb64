"""Boxes and lines of a drawing: what overlaps, what crosses, how large it all is. Pixels, y downwards."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

ASPECT: Final = 1.45  # width to height of the canvas at 1400 x 900

Position = tuple[float, float]
Rectangle = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Box:
    """What a node covers, in pixels from its centre: the shape and the label below it."""

    half_width: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two nodes that needs `room` pixels for the words on it."""

    head: str
    tail: str
    room: float = 0.0


def clearance(place: Sequence[float], a: Sequence[float], b: Sequence[float], box: Box) -> tuple[float, float, float]:
    """How far, and in which direction, a box must move to be off the line from `a` to `b`; 0 if it is."""
    middle_x, middle_y = place[0], place[1] + (box.bottom - box.top) / 2
    along_x, along_y = b[0] - a[0], b[1] - a[1]
    length = math.sqrt(along_x * along_x + along_y * along_y) or 1e-6
    t = ((middle_x - a[0]) * along_x + (middle_y - a[1]) * along_y) / (length * length)
    if not 0.0 < t < 1.0:
        return 0.0, 0.0, 0.0
    normal_x, normal_y = -along_y / length, along_x / length
    off = (middle_x - a[0]) * normal_x + (middle_y - a[1]) * normal_y
    reach = abs(normal_x) * box.half_width + abs(normal_y) * (box.top + box.bottom) / 2 + 5.0
    side = 1.0 if off >= 0 else -1.0
    return reach - abs(off), side * normal_x, side * normal_y


def cross(a: Position, b: Position, c: Position, d: Position) -> bool:
    if a in (c, d) or b in (c, d):
        return False

    def side(p: Position, q: Position, r: Position) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]) > 0

    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


def extent(places: Mapping[str, Position], boxes: Mapping[str, Box]) -> Rectangle:
    return (
        min(x - boxes[name].half_width for name, (x, _) in places.items()),
        min(y - boxes[name].top for name, (_, y) in places.items()),
        max(x + boxes[name].half_width for name, (x, _) in places.items()),
        max(y + boxes[name].bottom for name, (_, y) in places.items()),
    )
