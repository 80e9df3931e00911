"""Points and names on a map."""

from __future__ import annotations

from itertools import combinations
from math import dist

from reports.figures.placing import Box, around, fitted, place, spread

PAGE = Box(0, 0, 300, 200)


def test_boxes_that_share_an_edge_do_not_meet() -> None:
    """Two squares side by side, and one that covers part of both."""
    left, right, across = Box(0, 0, 10, 10), Box(10, 0, 20, 10), Box(5, 5, 15, 15)
    assert not left.meets(right)
    assert left.meets(across)
    assert across.meets(right)
    assert around((5, 5), 10, 10) == left


def test_points_fill_the_paper_in_one_scale() -> None:
    """Twice as broad as high, on a square: the width decides, and the points lie in the middle."""
    assert fitted([(0, 0), (2, 1)], 100, 100) == [(0, 25), (100, 75)]
    assert fitted([(7, 7)], 100, 50) == [(50, 25)]
    assert fitted([], 100, 50) == []


def test_points_too_close_move_apart_and_others_stay() -> None:
    """Two points on one spot and a far one."""
    found = spread([(50, 50), (50, 50), (250, 150)], 20, 300, 200)
    assert dist(found[0], found[1]) > 19.9
    assert found[2] == (250, 150)
    assert spread([(50, 50), (50, 50)], 20, 300, 200) == spread([(50, 50), (50, 50)], 20, 300, 200)


def test_names_stand_beside_their_points_and_apart() -> None:
    """Twelve names round a crowd: none covers another or a mark, none leaves the page."""
    points = [(40 + 60 * column, 40 + 60 * row) for row in range(3) for column in range(4)]
    marks = [around(point, 14, 14) for point in points]
    boxes = place(points, [(44, 12)] * len(points), 7, PAGE, marks)
    assert boxes is not None
    assert not any(one.meets(other) for one, other in combinations([*boxes, *marks], 2))
    assert all(PAGE.holds(box) for box in boxes)


def test_a_name_goes_where_it_covers_the_least() -> None:
    """To the right there is a line to avoid; so the name stands to the left."""
    line = [(110 + step, 100) for step in range(0, 60, 5)]
    (box,) = place([(100, 100)], [(40, 10)], 7, PAGE, [], line) or []
    assert box.x1 < 100


def test_no_room_for_a_name_is_said() -> None:
    """A name broader than the page."""
    assert place([(100, 100)], [(400, 10)], 7, PAGE, []) is None
