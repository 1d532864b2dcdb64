"""Places of nodes: no overlap, no chance, no dependence on the order of what comes in."""

from __future__ import annotations

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.visualize.geometry import Box, Tie, clearance, cross
from kg.visualize.layout import positions

NAMES = [f"n{number}" for number in range(12)]


def boxes_of(names, width=50.0):
    return {name: Box(half_width=width, top=15.0, bottom=35.0) for name in names}


def overlapping(places, boxes):
    for a, b in itertools.combinations(sorted(places), 2):
        upper, lower = sorted((a, b), key=lambda name: places[name][1])
        apart_x = abs(places[a][0] - places[b][0]) >= boxes[a].half_width + boxes[b].half_width - 2
        apart_y = places[lower][1] - places[upper][1] >= boxes[upper].bottom + boxes[lower].top - 2
        if not (apart_x or apart_y):
            yield a, b


@settings(max_examples=25, deadline=None)
@given(
    st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=14), st.randoms(use_true_random=False)
)
def test_visualize_layout_boxes_never_overlap_and_order_does_not_matter(pairs, rng):
    boxes = boxes_of(NAMES)
    ties = [Tie(a, b, 80.0) for a, b in sorted(pairs)]
    places = positions(boxes, ties)
    assert not list(overlapping(places, boxes))
    rng.shuffle(ties)
    names = list(boxes)
    rng.shuffle(names)
    assert positions({name: boxes[name] for name in names}, ties) == places


def test_visualize_layout_of_many_nodes_stays_free_of_overlap():
    rng = random.Random(3)
    names = [f"n{number:03}" for number in range(150)]
    boxes = boxes_of(names)
    ties = [Tie(names[rng.randrange(20)], name, 60.0) for name in names]
    assert not list(overlapping(positions(boxes, ties), boxes))


def test_visualize_layout_of_nothing_and_of_one():
    assert positions({}, []) == {}
    assert positions(boxes_of(["a"]), [Tie("a", "a")]) == {"a": (0, -10)}


def test_visualize_layout_a_ring_is_drawn_without_crossings():
    ring = NAMES[:8]
    ties = [Tie(a, b) for a, b in zip(ring, ring[1:] + ring[:1], strict=True)]
    places = positions(boxes_of(ring, 20.0), ties)
    for one, other in itertools.combinations(ties, 2):
        assert not cross(places[one.head], places[one.tail], places[other.head], places[other.tail])


def test_visualize_layout_clearance_pushes_a_box_off_a_line():
    need, dx, dy = clearance((0, 5), (-100, 0), (100, 0), Box(20, 10, 10))
    assert need > 0 and (dx, dy) == (0, 1)
    assert clearance((0, 80), (-100, 0), (100, 0), Box(20, 10, 10))[0] < 0
