"""How lines bend so that they pass by what stands in their way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reports.figures.placing import Box, Point

BENDS = (0.12, -0.12, 0.2, -0.2, 0.3, -0.3, 0.42, -0.42, 0.56, -0.56)
"""How far a line may bend from the straight, as a share of its length; to the right of its direction
first, so that there and back stay apart."""

STEPS = 40
"""Points of a line that are looked at."""

CLEAR = 4.0
"""Points between a line and a mark that it passes."""

CLOSE = 7.0
"""Lines nearer than that, in points, are taken for one."""

MARK_HIT, PAGE_LEFT, WORDS_HIT, LINES_MERGED, BENT = 30.0, 40.0, 12.0, 8.0, 10.0
"""What is bad about a line: a mark or word that it runs through, leaving the page, the share of it that
runs along another line, its bend."""

Path = NDArray[np.float64]


@dataclass(frozen=True)
class Line:
    """From one mark (by its number) to another, so broad, in points."""

    start: int
    end: int
    broad: float


def path(start: Point, end: Point, bend: float, steps: int = STEPS) -> Path:
    """Points of a bent line, as matplotlib draws ``arc3``: a parabola."""
    (x0, y0), (x1, y1) = start, end
    top = np.array(((x0 + x1) / 2 + bend * (y1 - y0), (y0 + y1) / 2 - bend * (x1 - x0)))
    t = np.linspace(0, 1, steps)[:, None]
    found: Path = (1 - t) ** 2 * np.array(start) + 2 * t * (1 - t) * top + t**2 * np.array(end)
    return found


def bends(
    lines: Sequence[Line],
    marks: Sequence[Point],
    reach: float,
    shown: Sequence[int],
    words: Sequence[Box],
    page: Box,
) -> tuple[float, ...]:
    """A bend for every line, the first ones first: the least bad of all.

    The marks that are ``shown`` reach ``reach`` far around their middle. Lines of one mark keep apart.
    """
    chosen: list[float] = []
    drawn: list[Path] = []
    for line in lines:
        others = [
            (other, found)
            for other, found in zip(lines, drawn, strict=False)
            if {line.start, line.end} & {other.start, other.end}
        ]
        paths = [path(marks[line.start], marks[line.end], bend) for bend in BENDS]
        costs = [
            _cost(line, found, marks, reach, shown, words, page, [path for _, path in others])
            + BENT * (abs(bend) - BENDS[0])
            for bend, found in zip(BENDS, paths, strict=True)
        ]
        best = costs.index(min(costs))
        chosen.append(BENDS[best])
        drawn.append(paths[best])
    return tuple(chosen)


def _cost(
    line: Line,
    found: Path,
    marks: Sequence[Point],
    reach: float,
    shown: Sequence[int],
    words: Sequence[Box],
    page: Box,
    others: Sequence[Path],
) -> float:
    foreign = np.array([marks[at] for at in shown if at not in (line.start, line.end)])
    cost = 0.0
    if len(foreign):
        near = np.linalg.norm(found[:, None] - foreign[None], axis=2).min(axis=0)
        cost += MARK_HIT * int((near < reach + CLEAR + line.broad / 2).sum())
    cost += WORDS_HIT * sum(bool(_inside(found, box).any()) for box in words)
    cost += PAGE_LEFT * (not _inside(found, page).all())
    ends = np.array((marks[line.start], marks[line.end]))
    open_road = np.linalg.norm(found[:, None] - ends[None], axis=2).min(axis=1) > 5 * reach
    if others and open_road.any():
        merged = [
            (np.linalg.norm(found[open_road][:, None] - other[None], axis=2).min(axis=1) < CLOSE).mean()
            for other in others
        ]
        cost += LINES_MERGED * float(sum(merged))
    return cost


def _inside(found: Path, box: Box) -> NDArray[np.bool_]:
    x, y = found[:, 0], found[:, 1]
    inside: NDArray[np.bool_] = (box.x0 < x) & (x < box.x1) & (box.y0 < y) & (y < box.y1)
    return inside
