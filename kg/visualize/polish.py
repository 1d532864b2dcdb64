"""The last touch on the places of a few dozen nodes, by what makes a drawing easy to read.

A local search in the spirit of Davidson and Harel (1996, "Drawing Graphs Nicely Using Simulated Annealing"), without
the annealing: each node in turn goes where the strain around it is least. Strain: boxes on each other, lines through
names, crossings, lines side by side, words of a line without room, lines too long or too short, empty canvas.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.visualize.geometry import ASPECT, Box, Position, Rectangle, clearance, cross, extent

GAP: Final = 16.0
WORDS_HEIGHT: Final = 32.0  # two lines of words on a line
ON_LINE: Final = (0.5, 0.4, 0.6)
ROUNDS: Final = 14
REACH: Final = 140.0  # beyond a node and its neighbours, this far around things are looked at
FEW: Final = 30  # so few nodes are all near each other
TRIES: Final = 11


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two nodes, the length it would like, and the width of the words on it (0 for none)."""

    a: str
    b: str
    length: float
    room: float


@dataclass(frozen=True, slots=True)
class Near:
    """The nodes and lines that a node could get in the way of."""

    names: Sequence[str]
    lines: Sequence[Line]


@dataclass(slots=True)
class Sheet:
    """The nodes and lines of one connected drawing, and the canvas it has to itself: `area` square pixels a node."""

    boxes: Mapping[str, Box]
    lines: Sequence[Line]
    area: float
    width: float = field(init=False)
    height: float = field(init=False)
    lines_at: dict[str, list[Line]] = field(init=False)

    def __post_init__(self) -> None:
        area = self.area * max(len(self.boxes), 2)
        self.width, self.height = math.sqrt(area * ASPECT), math.sqrt(area / ASPECT)
        self.lines_at = {name: [line for line in self.lines if name in (line.a, line.b)] for name in self.boxes}

    def fitted(self, places: Mapping[str, Position]) -> dict[str, Position]:
        """The places stretched or squeezed into the canvas, each way by its own factor."""
        left, top, right, bottom = extent(places, self.boxes)
        by_x, by_y = self.width / (right - left), self.height / (bottom - top)
        wide, tall = min(max(by_x, 0.5), 1.6), min(max(by_y, 0.5), 1.6)
        middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
        return {name: ((x - middle_x) * wide, (y - middle_y) * tall) for name, (x, y) in sorted(places.items())}

    def affordable(self, comparisons: int, places: Mapping[str, Position] | None = None) -> int:
        """How often `strain` can be asked for with so many comparisons, looking at what is near in `places`."""
        if places is None:
            return comparisons // max(1, 2 * len(self.lines) * (len(self.lines) + len(self.boxes)))
        cost = 0
        for name in self.boxes:
            near = self._near(name, places)
            cost += len(near.lines) + len(near.names) + len(self.lines_at[name]) * (len(near.lines) + len(near.names))
        return comparisons // max(1, cost)

    def polish(self, places: Mapping[str, Position], rng: random.Random, rounds: int = ROUNDS) -> dict[str, Position]:
        """Move one node after the other to the best of a few places near it; stop when none wants to move."""
        now = dict(places)
        for turn in range(ROUNDS - rounds, ROUNDS):
            moved = False
            for name in sorted(now):
                near = self._near(name, now)
                best_strain, best = self._strain_at(name, now, near), now[name]
                home = now[name]
                for place in self._tries(name, now, turn, rng):
                    now[name] = place
                    strain = self._strain_at(name, now, near)
                    if strain < best_strain - 1e-6:
                        best_strain, best = strain, place
                now[name] = best
                moved = moved or best != home
            if not moved and turn > ROUNDS // 2:
                break
        return now

    def strain(self, places: Mapping[str, Position]) -> float:
        """How hard the whole drawing is to read."""
        return sum(self._strain_at(name, places, self._near(name, places)) for name in sorted(places))

    def _near(self, name: str, now: Mapping[str, Position]) -> Near:
        """All there is where the nodes are few; else what lies about the node, its neighbours and the lines between."""
        if len(self.boxes) <= FEW:
            return Near(list(self.boxes), self.lines)
        around = [now[end] for end in self._ends(name)]
        left, right = min(x for x, _ in around) - REACH, max(x for x, _ in around) + REACH
        top, bottom = min(y for _, y in around) - REACH, max(y for _, y in around) + REACH
        names = [other for other in self.boxes if left < now[other][0] < right and top < now[other][1] < bottom]
        lines = []
        for line in self.lines:
            (ax, ay), (bx, by) = now[line.a], now[line.b]
            if max(ax, bx) > left and min(ax, bx) < right and max(ay, by) > top and min(ay, by) < bottom:
                lines.append(line)
        return Near(names, lines)

    def _tries(self, name: str, now: Mapping[str, Position], turn: int, rng: random.Random) -> Iterator[Position]:
        x, y = now[name]
        step = 150.0 * 0.78**turn
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7)):
            yield x + dx * step, y + dy * step
        if turn < ROUNDS // 2 and len(self.boxes) <= FEW:
            for _ in range(3):
                yield (rng.random() - 0.5) * self.width, (rng.random() - 0.5) * self.height
        if len(self.lines_at[name]) == 1:  # a leaf may go to the other side of its neighbour
            line = self.lines_at[name][0]
            hub_x, hub_y = now[line.b if line.a == name else line.a]
            yield 2 * hub_x - x, 2 * hub_y - y
            yield hub_x - (y - hub_y), hub_y + (x - hub_x)
            yield hub_x + (y - hub_y), hub_y - (x - hub_x)

    def _strain_at(self, name: str, now: Mapping[str, Position], near: Near) -> float:
        strain = self._outside(name, now[name]) + self._crowding(name, now, near.names)
        mine = self.lines_at[name]
        for line in near.lines:
            if name not in (line.a, line.b) and clearance(now[name], now[line.a], now[line.b], self.boxes[name])[0] > 0:
                strain += 2.0
        for line in mine:
            strain += self._line_strain(line, now, near)
        return strain + sum(self._angles(end, now) for end in self._ends(name))

    def _ends(self, name: str) -> list[str]:
        return [name, *(line.b if line.a == name else line.a for line in self.lines_at[name])]

    def _outside(self, name: str, place: Position) -> float:
        box = self.boxes[name]
        over_x = abs(place[0]) + box.half_width - self.width / 2
        over_y = max(place[1] + box.bottom, box.top - place[1]) - self.height / 2
        return 0.08 * (max(over_x, 0.0) + max(over_y, 0.0))

    def _crowding(self, name: str, now: Mapping[str, Position], names: Sequence[str]) -> float:
        """Overlap counts most; beyond that, nodes keep their distance and so fill the canvas."""
        x, y = now[name]
        box = self.boxes[name]
        strain = 0.0
        for other in names:
            if other == name:
                continue
            other_x, other_y = now[other]
            theirs = self.boxes[other]
            dx, dy = abs(x - other_x), y - other_y
            over_x = box.half_width + theirs.half_width + GAP - dx
            over_y = (theirs.bottom + box.top if dy > 0 else box.bottom + theirs.top) + GAP - abs(dy)
            if over_x > 0 and over_y > 0:
                strain += 4.0 + min(over_x, over_y) * 0.05
            strain += 9_000.0 / (dx * dx * 0.6 + dy * dy + 400.0)
        return strain

    def _line_strain(self, line: Line, now: Mapping[str, Position], near: Near) -> float:
        a, b = now[line.a], now[line.b]
        strain = 1.3 * abs(math.log(max(math.dist(a, b), 1.0) / line.length))
        for other in near.lines:
            if other is not line and cross(a, b, now[other.a], now[other.b]):
                strain += 1.2
        for name in near.names:
            if name not in (line.a, line.b) and clearance(now[name], a, b, self.boxes[name])[0] > 0:
                strain += 2.0
        return strain + (self._words_strain(line, now, near) if line.room else 0.0)

    def _words_strain(self, line: Line, now: Mapping[str, Position], near: Near) -> float:
        for rank, t in enumerate(ON_LINE):
            words = self._words(line, now, t)
            free = not any(_overlap(words, _covered(now[name], self.boxes[name])) for name in near.names)
            if free and not any(
                other.room and other is not line and _overlap(words, self._words(other, now, 0.5))
                for other in near.lines
            ):
                return 0.15 * rank
        return 2.5

    def _words(self, line: Line, now: Mapping[str, Position], t: float) -> Rectangle:
        (ax, ay), (bx, by) = now[line.a], now[line.b]
        x, y = ax + (bx - ax) * t, ay + (by - ay) * t
        return x - line.room / 2, y - WORDS_HEIGHT / 2, x + line.room / 2, y + WORDS_HEIGHT / 2

    def _angles(self, name: str, now: Mapping[str, Position]) -> float:
        """Lines that leave a node side by side are hard to tell apart."""
        x, y = now[name]
        ways = []
        for line in self.lines_at[name]:
            to_x, to_y = now[line.b if line.a == name else line.a]
            length = math.sqrt((to_x - x) ** 2 + (to_y - y) ** 2) or 1e-6
            ways.append(((to_x - x) / length, (to_y - y) / length))
        strain = 0.0
        for i, (ux, uy) in enumerate(ways):
            for vx, vy in ways[i + 1 :]:
                strain += max(0.0, ux * vx + uy * vy - 0.9) * 12.0
        return strain


def _covered(place: Position, box: Box) -> Rectangle:
    return place[0] - box.half_width, place[1] - box.top, place[0] + box.half_width, place[1] + box.bottom


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
