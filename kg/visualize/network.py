"""The pyvis network of a claim graph: nodes and lines in vis-network's terms, rendered by a template of our own.

pyvis' own output is not used: it loads from a CDN in every mode and lets titles and headings execute script.
"""

from __future__ import annotations

import math
from typing import Any, Final

from pyvis.network import Network

from kg.visualize import style
from kg.visualize.geometry import Box, Tie
from kg.visualize.layout import positions
from kg.visualize.lettering import line_label, text_width, wrap
from kg.visualize.page import render
from kg.visualize.payload import Line, Picture
from kg.visualize.texts import Texts

OPEN_ALL: Final = 300  # up to so many entities the page opens with all of them
HUBS: Final = 60  # otherwise with so many, the best connected
LABEL_SIZE: Final = 13
LOOP_SIZE: Final = 16  # radius of the circle that stands for a claim with one party
LINE_STEP: Final = 0.22  # how far parallel lines bend apart, as a share of their length


class ClaimNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A directed pyvis network of entities and claims.

    `nodes` and `edges` are what vis-network reads; each edge has a `claim` (its id) and a `kind`: "claim", or
    "tie" for a party that has no line of its own.
    """

    def __init__(self, shown: Picture, texts: Texts, title: str) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.shown = shown
        self.texts = texts
        self.page_title = title
        self._add_nodes()
        self._add_lines()

    def add_edge(self, source: str, to: str, **options: Any) -> None:
        """As in pyvis, without its walk through all nodes for every edge; both ends must be nodes."""
        assert source in self.node_map and to in self.node_map, "both ends of an edge must be nodes"
        self.edges.append({"from": source, "to": to, **options})

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """The whole page as one string. The arguments are pyvis' own; they change nothing here."""
        self.html = render(self)
        return self.html

    def _add_nodes(self) -> None:
        shown = self.shown
        degrees = _degrees(shown)
        opened = set(shown.nodes)
        if len(opened) > OPEN_ALL:
            opened = set(sorted(shown.nodes, key=lambda id_: (-degrees[id_], id_))[:HUBS])
        labels = {id_: wrap(node["name"]) for id_, node in shown.nodes.items()}
        sizes = {id_: node_size(degrees[id_]) for id_ in shown.nodes}
        loops = _loop_words(shown, self.texts)
        boxes = {id_: _box(labels[id_], sizes[id_], loops.get(id_, [])) for id_ in opened}
        places = positions(boxes, _layout_ties(shown, opened, self.texts))
        for id_, node in shown.nodes.items():
            place: dict[str, Any] = {"x": places[id_][0], "y": places[id_][1]} if id_ in opened else {"hidden": True}
            drawn = {"size": sizes[id_], "lines": labels[id_], "degree": degrees[id_]}
            self.add_node(id_, label=node["name"], shape="custom", **drawn, **place)

    def _add_lines(self) -> None:
        number = 0
        for bundle in _bundles(self.shown.lines).values():
            for index, line in enumerate(bundle):
                claim = self.shown.claims[line.claim]
                look = style.edge_look(claim["modality"])
                if line.head == line.tail:
                    look |= {"smooth": False, "loop": loop(index, len(bundle))}
                else:
                    look |= {"smooth": bend(line, index, len(bundle))}
                self.add_edge(line.head, line.tail, id=f"l{number}", kind="claim", claim=line.claim, **look)
                number += 1
        for (head, tail), keys in self.shown.ties.items():
            self.add_edge(head, tail, id=f"l{number}", kind="tie", claims=keys, smooth=False, width=1, dashes=False)
            number += 1


def _degrees(shown: Picture) -> dict[str, int]:
    """How many claims an entity has a part in."""
    degrees = dict.fromkeys(shown.nodes, 0)
    for claim in shown.claims.values():
        parties = {*claim["heads"], *claim["tails"], *(id_ for _, ids in claim["roles"] for id_, _ in ids)}
        for id_ in sorted(parties & degrees.keys()):
            degrees[id_] += 1
    return degrees


def _bundles(lines: list[Line]) -> dict[tuple[str, str], list[Line]]:
    """Lines by the pair they join, whichever way they run."""
    out: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        out.setdefault((min(line.head, line.tail), max(line.head, line.tail)), []).append(line)
    return dict(sorted(out.items()))


def bend(line: Line, index: int, count: int) -> dict[str, Any] | bool:
    """The curve of line `index` of the `count` that join one pair; False for a straight one.

    A line that runs the other way is bent the other way, for "clockwise" is seen from its start.
    """
    offset = (index - (count - 1) / 2) * min(LINE_STEP, 0.9 / max(count, 1))
    if line.head > line.tail:
        offset = -offset
    if abs(offset) < 1e-9:
        return False
    return {"enabled": True, "type": "curvedCW" if offset > 0 else "curvedCCW", "roundness": round(abs(offset), 3)}


def loop(index: int, count: int) -> dict[str, float]:
    """Radius and angle (counter-clockwise from the right) of loop `index` of `count`; they fan out upwards."""
    return {"size": LOOP_SIZE, "angle": round(math.pi / 2 + (index - (count - 1) / 2) * min(1.3, 3.6 / count), 3)}


def _loop_words(shown: Picture, texts: Texts) -> dict[str, list[str]]:
    """For each entity the words on its loops."""
    words: dict[str, list[str]] = {}
    for line in shown.lines:
        if line.head == line.tail:
            words.setdefault(line.head, []).extend(line_label(shown.claims[line.claim], texts))
    return words


def node_size(degree: int) -> float:
    """Radius in pixels: grows with the square root of the number of claims, and stays within 9 to 22."""
    return round(min(22.0, 8.0 + 3.2 * math.sqrt(degree)), 1)


def _box(lines: list[str], size: float, loop_words: list[str]) -> Box:
    half = max(size * 1.25, *(text_width(line, LABEL_SIZE) / 2 for line in [*lines, *loop_words]))
    above = size + LOOP_SIZE * 1.5 + 17 * len(loop_words) if loop_words else size * 1.2
    return Box(half_width=half, top=above, bottom=size * 1.2 + 4 + len(lines) * (LABEL_SIZE + 3))


def _layout_ties(shown: Picture, opened: set[str], texts: Texts) -> list[Tie]:
    ties = []
    for line in shown.lines:
        if line.head in opened and line.tail in opened:
            ties.append(Tie(line.head, line.tail, text_width(line_label(shown.claims[line.claim], texts)[0], 12) + 40))
    ties.extend(Tie(head, tail) for head, tail in shown.ties if head in opened and tail in opened)
    return ties
