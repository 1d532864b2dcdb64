"""Where the nodes lie: computed here, seeded, so that the page needs no physics and its bytes never change.

Stress majorisation (Gansner, Koren, North 2004: "Graph Drawing by Stress Majorization") rather than networkx'
`spring_layout` or `kamada_kawai_layout`: numpy sums differ from one processor to the next and scipy is not a
dependency, whereas this uses only the four operations and square roots, which are the same everywhere.
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Mapping, Sequence
from typing import Final

import networkx as nx

from kg.visualize.geometry import ASPECT, Box, Position, Rectangle, Tie, extent
from kg.visualize.polish import ROUNDS, TRIES, Line, Sheet

EDGE_LENGTH: Final = 150.0  # pixels between the centres of two neighbours, before labels ask for more
GAP: Final = 14.0  # free pixels around every label
AREA: Final = 34_000.0  # square pixels a node has to itself on the canvas when there are NATURAL of them
NATURAL: Final = 20
LEAST_LETTERS: Final = 12 / 13  # of their natural size, on the screen
FILLED: Final = 0.33  # share of the canvas that boxes may cover before they stop growing
WORDED: Final = 60  # up to so many nodes room is made for the words on lines
STARTS: Final = 8
TURNS: Final = 12
POLISHED: Final = 2
CORNERS: Final = 16
# How much work a drawing is worth, in comparisons of one thing with another: a second or two in all.
DRAFTING: Final = 400_000
POLISHING: Final = 2_500_000


def positions(boxes: Mapping[str, Box], ties: Sequence[Tie], *, seed: int = 7) -> dict[str, tuple[int, int]]:
    """Node centres in whole pixels, centred on (0, 0), y downwards; no two boxes overlap.

    The result depends on the names and sizes given alone, never on the order in which they come.
    """
    boxes, area = _as_seen(boxes)
    graph = _skeleton(boxes, ties)
    pieces = sorted((sorted(piece) for piece in nx.connected_components(graph)), key=lambda piece: (-len(piece), piece))
    drawn = [_draw_piece(graph.subgraph(piece), piece, boxes, area, seed) for piece in pieces]
    return _centred(_packed(drawn, boxes), boxes)


def _as_seen(boxes: Mapping[str, Box]) -> tuple[dict[str, Box], float]:
    """The boxes as large as they will be beside the rest, and the area of one node.

    Twenty nodes fill the canvas at natural size. More of them are packed closer and shown smaller, but letters on the
    screen never get smaller than 12 pixels: so the boxes grow, though not beyond what the canvas holds with air
    between them; then the page leaves out the names of the least connected.
    """
    count = max(len(boxes), 1)
    area = AREA * math.sqrt(min(1.0, NATURAL / count))
    scale = min(1.0, math.sqrt(AREA * NATURAL / (area * count)))
    covered = sum(2 * box.half_width * (box.top + box.bottom) for box in boxes.values())
    grow = max(1.0, min(LEAST_LETTERS / scale, math.sqrt(FILLED * area * count / max(covered, 1.0))))
    return {name: Box(b.half_width * grow, b.top * grow, b.bottom * grow) for name, b in boxes.items()}, area


def _skeleton(boxes: Mapping[str, Box], ties: Sequence[Tie]) -> nx.Graph:
    """The simple undirected graph, with the wished length of each line."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(boxes))
    for tie in sorted(ties, key=lambda tie: (tie.head, tie.tail, tie.room)):
        if tie.head == tie.tail:
            continue
        before = graph.get_edge_data(tie.head, tie.tail, {"room": 0.0, "count": 0})
        graph.add_edge(tie.head, tie.tail, room=max(tie.room, before["room"]), count=before["count"] + 1)
    for head, tail, data in graph.edges(data=True):
        busy = max(graph.degree(head), graph.degree(tail))
        sides = (boxes[head].half_width + boxes[tail].half_width) * 0.4
        data["length"] = max(EDGE_LENGTH, data["room"] * 0.95 + sides, 19.0 * busy) + 28.0 * (data["count"] - 1)
    return graph


def _draw_piece(
    graph: nx.Graph, names: list[str], boxes: Mapping[str, Box], area: float, seed: int
) -> dict[str, Position]:
    if len(names) == 1:
        return {names[0]: (0.0, 0.0)}
    wished = _distances(graph, names)
    worded = len(names) <= WORDED
    lines = [
        Line(min(a, b), max(a, b), data["length"], data["room"] if worded else 0.0)
        for a, b, data in graph.edges(data=True)
    ]
    sheet = Sheet({name: boxes[name] for name in names}, sorted(lines, key=lambda line: (line.a, line.b)), area)
    drafts = []
    views = itertools.product(range(STARTS), range(TURNS))
    for start, turn in itertools.islice(views, max(1, sheet.affordable(DRAFTING))):
        if turn == 0:
            places = _majorise(wished, len(names), random.Random(seed * 1000 + start))
        draft = sheet.fitted(dict(zip(names, _turned(places, math.pi * turn / TURNS), strict=True)))
        drafts.append((sheet.strain(draft), start, turn, draft))
    drafts.sort(key=lambda draft: draft[:3])
    rounds = sheet.affordable(POLISHING // TRIES, drafts[0][3])
    chosen = [draft for *_, draft in drafts[: max(1, min(POLISHED, rounds // ROUNDS))]]
    finished = [sheet.polish(draft, random.Random(seed), min(rounds, ROUNDS)) for draft in chosen]
    return _separate(min(finished, key=sheet.strain), boxes)


def _distances(graph: nx.Graph, names: list[str]) -> list[list[float]]:
    lengths = {name: nx.single_source_dijkstra_path_length(graph, name, weight="length") for name in names}
    return [[float(lengths[a][b]) for b in names] for a in names]


def _majorise(wished: list[list[float]], count: int, rng: random.Random) -> list[Position]:
    """Each node moves to the mean of where its partners would like it, weighted by 1 / distance²."""
    reach = max(max(row) for row in wished)
    places = [(rng.uniform(-reach, reach) / 2, rng.uniform(-reach, reach) / 2) for _ in range(count)]
    for _ in range(max(15, min(150, 2_000_000 // (count * count)))):
        moved = 0.0
        for i in range(count):
            x, y = places[i]
            sum_x = sum_y = weights = 0.0
            for j, want in enumerate(wished[i]):
                if i == j:
                    continue
                other_x, other_y = places[j]
                dx, dy = x - other_x, y - other_y
                pull = want / (math.sqrt(dx * dx + dy * dy) or 1e-6)
                weight = 1.0 / (want * want)
                sum_x += weight * (other_x + dx * pull)
                sum_y += weight * (other_y + dy * pull)
                weights += weight
            places[i] = (sum_x / weights, sum_y / weights)
            moved = max(moved, abs(places[i][0] - x) + abs(places[i][1] - y))
        if moved < 0.5:
            break
    return places


def _turned(places: Sequence[Position], angle: float) -> list[Position]:
    cos, sin = math.cos(angle), math.sin(angle)
    return [(x * cos - y * sin, x * sin + y * cos) for x, y in places]


def _separate(places: Mapping[str, Position], boxes: Mapping[str, Box]) -> dict[str, Position]:
    """Push boxes off each other, until none overlap."""
    now = {name: [x, y] for name, (x, y) in sorted(places.items())}
    names = list(now)
    for _ in range(500):
        if not _push_boxes(now, names, boxes):
            break
    return {name: (xy[0], xy[1]) for name, xy in now.items()}


def _push_boxes(now: dict[str, list[float]], names: list[str], boxes: Mapping[str, Box]) -> bool:
    hit = False
    order = sorted(names, key=lambda name: (now[name][1], now[name][0], name))
    tallest = max(box.top + box.bottom for box in boxes.values()) + 2 * GAP
    for i, a in enumerate(order):
        for b in order[i + 1 :]:
            if now[b][1] - now[a][1] > tallest + 200:
                break
            shift_x = boxes[a].half_width + boxes[b].half_width + GAP - abs(now[a][0] - now[b][0])
            upper, lower = (a, b) if now[a][1] <= now[b][1] else (b, a)
            shift_y = boxes[upper].bottom + boxes[lower].top + GAP - (now[lower][1] - now[upper][1])
            if shift_x <= 0.01 or shift_y <= 0.01:
                continue
            hit = True
            if shift_x < shift_y:
                side = 1.0 if now[a][0] >= now[b][0] else -1.0
                now[a][0] += side * shift_x / 2
                now[b][0] -= side * shift_x / 2
            else:
                now[upper][1] -= shift_y / 2
                now[lower][1] += shift_y / 2
    return hit


def _packed(pieces: Sequence[dict[str, Position]], boxes: Mapping[str, Box]) -> dict[str, Position]:
    """Pieces beside and below each other, the largest first, each where the whole grows least.

    A place is a corner that earlier pieces leave free: right of one of them, level with the top or below the bottom of
    one of them. Where pieces are very many only the latest corners are tried.
    """
    placed: dict[str, Position] = {}
    taken: list[Rectangle] = []
    for piece in pieces:
        left, top, right, bottom = extent(piece, boxes)
        width, height = right - left + 3 * GAP, bottom - top + 3 * GAP
        latest = taken[-CORNERS:]
        xs = sorted({0.0, *(corner[2] for corner in latest)})
        ys = sorted({0.0, *(corner[3] for corner in latest)})
        whole_x = max((corner[2] for corner in taken), default=0.0)
        whole_y = max((corner[3] for corner in taken), default=0.0)
        x, y = min(
            ((x, y) for x in xs for y in ys if _free(x, y, width, height, taken)),
            key=lambda spot: (
                max(whole_x, spot[0] + width, ASPECT * max(whole_y, spot[1] + height)),
                spot[1] + height,
                spot[0],
            ),
            default=(0.0, whole_y),
        )
        taken.append((x, y, x + width, y + height))
        placed |= {name: (px - left + x, py - top + y) for name, (px, py) in piece.items()}
    return placed


def _free(x: float, y: float, width: float, height: float, taken: Sequence[Rectangle]) -> bool:
    return not any(
        x < right - 1e-6 and left < x + width - 1e-6 and y < bottom - 1e-6 and top < y + height - 1e-6
        for left, top, right, bottom in taken
    )


def _centred(places: Mapping[str, Position], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    if not places:
        return {}
    left, top, right, bottom = extent(places, boxes)
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    return {name: (round(x - middle_x), round(y - middle_y)) for name, (x, y) in sorted(places.items())}
