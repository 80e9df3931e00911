"""The schematic map on paper: marks apart from each other, every name beside its mark or in a key, lines that
run through neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sqrt

from reports.export.masking import THRESHOLD
from reports.figures.bending import STEPS, Line, bends, path
from reports.figures.letters import LINE, width, wrap
from reports.figures.paper import WIDE
from reports.figures.placing import Box, Point, around, fitted, place, spread
from reports.figures.style import SMALL
from reports.figures.trips import Place, Trips

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
PLACES_OF_NUMBERS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8)
"""Where on a line its number may stand, as shares of the line."""

BROADEST, THINNEST = 7.0, 0.8
"""Of lines, in points."""

MANY = 8
"""So many students or more make the broadest line: where all are few, all lines are thin."""


@dataclass(frozen=True)
class Label:
    """Words in a box on the map, in lines."""

    lines: tuple[str, ...]
    box: Box


@dataclass(frozen=True)
class Scene:
    """Points on paper from the lower left corner. ``bends`` are by trip, ``labels`` by place; where there was
    no room for them all they are empty, the places have ``digits``, and ``key`` lists the names in its
    columns: (left, top) and lines. ``numbers`` are those on lines that found room, by trip."""

    wide: float
    high: float
    marks: tuple[Point, ...]
    bends: tuple[float, ...]
    labels: dict[int, Label]
    digits: dict[int, str]
    key: tuple[tuple[Point, tuple[str, ...]], ...]
    numbers: dict[int, Label]


Words = tuple[str, str]
"""The name of a place, and what is told of it besides (may be empty)."""


@lru_cache(maxsize=4)
def scene(data: Trips, words: tuple[Words, ...], wide: float = WIDE) -> Scene:
    """The map with these words for the places, about so wide, in points; only those shown have any."""
    inner, high = _size(data.places, wide)
    apart = min(max(APART, 0.5 * sqrt(inner * high / len(words))), FAR_APART)
    found = spread(fitted([(item.x, item.y) for item in data.places], inner, high), apart, inner, high)
    lowest = min(y for _, y in found)
    marks = [(x + MARGIN, y - lowest + MARGIN) for x, y in found]
    page = Box(0, 0, inner + 2 * MARGIN, max(y for _, y in marks) + MARGIN)
    shown = [at for at, item in enumerate(data.places) if item.shown]
    most = max((trip.students for trip in data.trips), default=1)
    lines = [Line(trip.origin, trip.place, broad(trip.students, most)) for trip in data.trips]
    free = bends(lines, marks, MARK, shown, (), page)
    labels = _labels(words, marks, shown, page, _paths(lines, marks, free))
    if labels:
        free = bends(lines, marks, MARK, shown, [label.box for label in labels.values()], page)
    taken = [*_boxes(marks, shown), *(label.box for label in labels.values())]
    numbers = _numbers(data, _paths(lines, marks, free), taken, page)
    if labels or not shown:
        return Scene(page.x1, page.y1, tuple(marks), free, labels, {}, (), numbers)
    digits = {at: str(number) for number, at in enumerate(shown, start=1)}
    key, below = _key([f"{digits[at]}. {_joined(words[at])}" for at in shown], page.x1)
    raised = tuple((x, y + below) for x, y in marks)
    moved = {at: Label(label.lines, _up(label.box, below)) for at, label in numbers.items()}
    return Scene(page.x1, page.y1 + below, raised, free, {}, digits, key, moved)


def broad(students: int, most: int) -> float:
    """How broad a line is, in points: in proportion; those of one or two are thin."""
    return max(THINNEST, BROADEST * students / max(most, MANY)) if students >= THRESHOLD else THINNEST


def _paths(lines: Sequence[Line], marks: Sequence[Point], free: Sequence[float]) -> list[list[Point]]:
    return [
        [(float(x), float(y)) for x, y in path(marks[line.start], marks[line.end], bend)]
        for line, bend in zip(lines, free, strict=True)
    ]


def _boxes(marks: Sequence[Point], shown: Sequence[int]) -> list[Box]:
    return [around(marks[at], 2 * MARK + 2, 2 * MARK + 2) for at in shown]


def _labels(
    words: Sequence[Words],
    marks: Sequence[Point],
    shown: Sequence[int],
    page: Box,
    paths: Sequence[Sequence[Point]],
) -> dict[int, Label]:
    """Names beside their marks, off the lines where they can be; empty if there is no room for all."""
    lines = []
    for name, more in (words[at] for at in shown):
        told = wrap(more, NAME_ROOM, SMALL, lines=NAME_LINES) if more else []
        lines.append((*wrap(name, NAME_ROOM, SMALL, lines=NAME_LINES), *told))
    if any(_shortened(each) for each in lines):
        return {}
    sizes = [(max(width(line, SMALL) for line in each) + 3, len(each) * SMALL * LINE + 2) for each in lines]
    avoid = [point for points in paths for point in points[1:-1]]
    points = [marks[at] for at in shown]
    boxes = place(points, sizes, MARK, page, _boxes(marks, shown), avoid)
    if boxes is None:
        return {}
    return {at: Label(*pair) for at, pair in zip(shown, zip(lines, boxes, strict=True), strict=True)}


def _size(places: tuple[Place, ...], room: float) -> tuple[float, float]:
    """Width and height for the middles of the marks: shaped as the places lie, with room for all of them."""
    across = max(item.x for item in places) - min(item.x for item in places)
    up = max(item.y for item in places) - min(item.y for item in places)
    shape = min(max(up / across, FLAT), STEEP) if across else STEEP
    wide = min(max(room - 2 * MARGIN, sqrt(len(places) * ROOM_EACH / shape)), WIDEST)
    return wide, wide * shape


def _shortened(lines: tuple[str, ...]) -> bool:
    return any("…" in line for line in lines)


def _numbers(
    data: Trips, paths: Sequence[Sequence[Point]], taken: Sequence[Box], page: Box
) -> dict[int, Label]:
    """The numbers of the trips that find a free place on their line, where the fewest others pass; most
    students first."""
    occupied = list(taken)
    found: dict[int, Label] = {}
    for at, trip in enumerate(data.trips):
        text = data.on_line(trip.students)
        size = (width(text, SMALL, True) + 3, SMALL * LINE + 1)
        free = [
            box
            for step in PLACES_OF_NUMBERS
            if page.holds(box := around(paths[at][round(step * (STEPS - 1))], *size))
            and not any(box.meets(other) for other in occupied)
        ]
        if text and free:
            passing = [
                sum(any(box.has(point) for point in other) for other in (*paths[:at], *paths[at + 1 :]))
                for box in free
            ]
            best = free[passing.index(min(passing))]
            found[at] = Label((text,), best)
            occupied.append(best)
    return found


def _key(names: Sequence[str], wide: float) -> tuple[tuple[tuple[Point, tuple[str, ...]], ...], float]:
    """The numbered names in columns below the map, and the height they take."""
    count = max(1, round(wide / KEY_WIDE))
    room = wide / count - 12
    entries = [tuple(wrap(name, room, KEY_SIZE, lines=2)) for name in names]
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


def _joined(words: Words) -> str:
    name, more = words
    return f"{name} ({more})" if more else name


def _up(box: Box, by: float) -> Box:
    return Box(box.x0, box.y0 + by, box.x1, box.y1 + by)
