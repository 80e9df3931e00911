"""The schematic map on paper: marks apart from each other, every name beside its mark or in a key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sqrt

from reports.figures.letters import LINE, width, wrap
from reports.figures.paper import WIDE
from reports.figures.placing import Box, Point, around, fitted, place, spread
from reports.figures.style import SMALL
from reports.figures.trips import Place, Trip, Trips

MARK = 7.0
"""Half the size of a mark, in points: a number of two digits goes inside."""

APART, FAR_APART = 4.2 * MARK, 10 * MARK
"""From mark to mark, in points: at least, and as much as is taken where there is room."""

MARGIN = 26.0
FLAT, STEEP = 0.5, 0.95
"""Height of the map as a share of its width: at least and at most, however the places lie."""

ROOM_EACH, WIDEST = 4600.0, 800.0
"""Square points of map for every place: the map of many places is larger, but not wider than that."""

NAME_ROOM, NAME_LINES = 104.0, 2
KEY_WIDE = 260.0
"""About how wide a column of the key is, in points."""

KEY_SIZE = 7.0
BEND = 0.12
"""How far a line bends from the straight, as a share of its length: there and back stay apart."""

STEPS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
"""Where on a line its number may stand."""


@dataclass(frozen=True)
class Label:
    """Words in a box on the map, in lines."""

    lines: tuple[str, ...]
    box: Box


@dataclass(frozen=True)
class Scene:
    """Points on paper from the lower left corner. ``labels`` are by place; where there was no room for
    them all they are empty, the places have numbers, and ``key`` lists the names in its columns: (left,
    top) and lines. ``numbers`` are those on lines that found room: position in the trips → box."""

    wide: float
    high: float
    marks: tuple[Point, ...]
    labels: tuple[Label, ...]
    key: tuple[tuple[Point, tuple[str, ...]], ...]
    numbers: dict[int, Label]


@lru_cache(maxsize=4)
def scene(data: Trips, names: tuple[str, ...]) -> Scene:
    """The map with these names of the places."""
    inner, high = _size(data.places)
    apart = min(max(APART, 0.5 * sqrt(inner * high / len(names))), FAR_APART)
    found = spread(fitted([(item.x, item.y) for item in data.places], inner, high), apart, inner, high)
    lowest = min(y for _, y in found)
    marks = [(x + MARGIN, y - lowest + MARGIN) for x, y in found]
    page = Box(0, 0, inner + 2 * MARGIN, max(y for _, y in marks) + MARGIN)
    taken = [around(mark, 2 * MARK + 2, 2 * MARK + 2) for mark in marks]
    lines = [tuple(wrap(name, NAME_ROOM, SMALL, lines=NAME_LINES)) for name in names]
    sizes = [(max(width(line, SMALL) for line in each) + 3, len(each) * SMALL * LINE + 2) for each in lines]
    avoid = [point_on(marks, trip, step / 20) for trip in data.trips for step in range(3, 18)]
    boxes = None if any(_shortened(each) for each in lines) else place(marks, sizes, MARK, page, taken, avoid)
    labels = tuple(Label(*pair) for pair in zip(lines, boxes, strict=True)) if boxes else ()
    numbers = _numbers(data, marks, [*taken, *(label.box for label in labels)], page)
    if labels:
        return Scene(page.x1, page.y1, tuple(marks), labels, (), numbers)
    key, below = _key(names, page.x1)
    raised = tuple((x, y + below) for x, y in marks)
    moved = {at: Label(label.lines, _up(label.box, below)) for at, label in numbers.items()}
    return Scene(page.x1, page.y1 + below, raised, (), key, moved)


def point_on(marks: list[Point] | tuple[Point, ...], trip: Trip, step: float) -> Point:
    """A point of the bent line of a trip: at its beginning for 0, at its end for 1."""
    (x0, y0), (x1, y1) = marks[trip.origin], marks[trip.place]
    bent = (x0 + x1) / 2 + BEND * (y1 - y0), (y0 + y1) / 2 - BEND * (x1 - x0)
    parts = (1 - step) ** 2, 2 * step * (1 - step), step**2
    return (
        parts[0] * x0 + parts[1] * bent[0] + parts[2] * x1,
        parts[0] * y0 + parts[1] * bent[1] + parts[2] * y1,
    )


def _size(places: tuple[Place, ...]) -> tuple[float, float]:
    """Width and height for the middles of the marks: shaped as the places lie, with room for all of them."""
    across = max(item.x for item in places) - min(item.x for item in places)
    up = max(item.y for item in places) - min(item.y for item in places)
    shape = min(max(up / across, FLAT), STEEP) if across else STEEP
    wide = min(max(WIDE - 2 * MARGIN, sqrt(len(places) * ROOM_EACH / shape)), WIDEST)
    return wide, wide * shape


def _shortened(lines: tuple[str, ...]) -> bool:
    return any("…" in line for line in lines)


def _numbers(data: Trips, marks: list[Point], taken: list[Box], page: Box) -> dict[int, Label]:
    """The numbers of the trips that find a free place on their line; most students first."""
    occupied = list(taken)
    found: dict[int, Label] = {}
    for at, trip in enumerate(data.trips):
        text = data.said(trip.students)
        size = (width(text, SMALL, True) + 3, SMALL * LINE + 1)
        boxes = [around(point_on(marks, trip, step), *size) for step in STEPS]
        free = [box for box in boxes if page.holds(box) and not any(box.meets(other) for other in occupied)]
        if text and free:
            found[at] = Label((text,), free[0])
            occupied.append(free[0])
    return found


def _key(names: tuple[str, ...], wide: float) -> tuple[tuple[tuple[Point, tuple[str, ...]], ...], float]:
    """The numbered names in columns below the map, and the height they take."""
    count = round(wide / KEY_WIDE)
    room = wide / count - 12
    entries = [
        tuple(wrap(f"{number}. {name}", room, KEY_SIZE, lines=2))
        for number, name in enumerate(names, start=1)
    ]
    each = ceil(len(entries) / count)
    columns = [entries[start : start + each] for start in range(0, len(entries), each)]
    line = KEY_SIZE * LINE
    high = max(sum(len(entry) for entry in column) * line + 2 * len(column) for column in columns) + 8
    found: list[tuple[Point, tuple[str, ...]]] = []
    for number, column in enumerate(columns):
        top = high - 4
        for entry in column:
            found.append(((number * wide / count + 4, top), entry))
            top -= len(entry) * line + 2
    return tuple(found), high


def _up(box: Box, by: float) -> Box:
    return Box(box.x0, box.y0 + by, box.x1, box.y1 + by)
