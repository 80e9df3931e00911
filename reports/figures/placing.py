"""Where points and their names go on a map, so that nothing covers anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

Point = tuple[float, float]

ROUNDS = 400
"""Of pushing points apart; far fewer are needed where there is room."""

DIRECTIONS = 16
DISTANCES = (4.0, 10.0, 19.0, 33.0, 51.0)
"""How far from its point a name may stand, in points: the nearer, the better."""

COVERED = 4.0
"""What is bad about a point that a name covers, against its distance."""


@dataclass(frozen=True)
class Box:
    """A rectangle by its corners: left, lower, right, upper."""

    x0: float
    y0: float
    x1: float
    y1: float

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1

    def holds(self, other: Box) -> bool:
        """Whether the other lies inside."""
        return self.x0 <= other.x0 and self.y0 <= other.y0 and other.x1 <= self.x1 and other.y1 <= self.y1

    def has(self, point: Point) -> bool:
        return self.x0 <= point[0] <= self.x1 and self.y0 <= point[1] <= self.y1

    @property
    def middle(self) -> Point:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


def around(middle: Point, wide: float, high: float) -> Box:
    """The box of a size around a point."""
    x, y = middle
    return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def fitted(points: Sequence[Point], wide: float, high: float) -> list[Point]:
    """The points in one scale for both directions, as large as fits, in the middle of wide × high."""
    if not points:
        return []
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across, up = max(xs) - min(xs), max(ys) - min(ys)
    scale = min((room / length for room, length in ((wide, across), (high, up)) if length > 0), default=0.0)
    left, low = (wide - scale * across) / 2, (high - scale * up) / 2
    return [(left + scale * (x - min(xs)), low + scale * (y - min(ys))) for x, y in points]


def spread(points: Sequence[Point], apart: float, wide: float, high: float) -> list[Point]:
    """The points moved as little as it takes until each two are ``apart``, within wide × high.

    Points on one spot leave it in different directions. Where there is no room for all, they end as far
    from each other as they can get.
    """
    found = [list(point) for point in points]
    for _ in range(ROUNDS):
        moved = False
        for i in range(len(found)):
            for j in range(i):
                dx, dy = found[i][0] - found[j][0], found[i][1] - found[j][1]
                distance = hypot(dx, dy)
                if distance >= apart:
                    continue
                if distance < 1e-6:
                    dx, dy, distance = cos(2.4 * i), sin(2.4 * i), 1.0
                    push = apart / 2
                else:
                    push = (apart * 1.001 - distance) / 2
                for k, sign in ((i, 1), (j, -1)):
                    found[k][0] = min(max(found[k][0] + sign * push * dx / distance, 0.0), wide)
                    found[k][1] = min(max(found[k][1] + sign * push * dy / distance, 0.0), high)
                moved = True
        if not moved:
            break
    return [(x, y) for x, y in found]


def place(
    points: Sequence[Point],
    sizes: Sequence[Point],
    reach: float,
    page: Box,
    taken: Iterable[Box],
    avoid: Sequence[Point] = (),
) -> list[Box] | None:
    """A box beside every point for a name of its size; ``None`` if there is no room for all.

    No box meets another one or what is taken (the marks of the points reach ``reach`` far), all lie on the
    page. Names go one by one, the largest first, where they cover the fewest of the points to avoid.
    """
    occupied = list(taken)
    found: dict[int, Box] = {}
    for at in sorted(range(len(points)), key=lambda at: (-sizes[at][0] * sizes[at][1], points[at])):
        free = [
            (cost, box)
            for cost, box in _candidates(points[at], sizes[at], reach)
            if page.holds(box) and not any(box.meets(other) for other in occupied)
        ]
        if not free:
            return None
        costs = [cost + COVERED * sum(box.has(point) for point in avoid) for cost, box in free]
        best = free[costs.index(min(costs))][1]
        occupied.append(best)
        found[at] = best
    return [found[at] for at in range(len(points))]


def _candidates(point: Point, size: Point, reach: float) -> Iterable[tuple[float, Box]]:
    """Boxes around a point with what their distance costs: right and left first, as one reads."""
    for distance in DISTANCES:
        for step in range(DIRECTIONS):
            turn = 2 * pi * step / DIRECTIONS
            x, y = cos(turn), sin(turn)
            middle = (
                point[0] + x * (reach + distance) + _sign(x) * size[0] / 2,
                point[1] + y * (reach + distance) + _sign(y) * size[1] / 2,
            )
            yield distance / 4 + abs(y), around(middle, *size)


def _sign(number: float) -> float:
    """-1, 0 or 1; nought for what is nearly nought."""
    return 0.0 if abs(number) < 0.3 else 1.0 if number > 0 else -1.0
