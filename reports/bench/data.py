"""What the figures show, as numbers."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from models.bench import BenchRow
from reports.bench.compare import best_of, by_work, latest
from reports.bench.times import FIRST, states, time_near

Curve = list[tuple[float, float]]
"""Points in the order of their first coordinate; between them the last value holds."""

NOT_YET = 1.0
"""The gap of a search that has not yet told of a level: the whole scale."""


@dataclass(frozen=True)
class Growth:
    """Seconds to one per cent by applicants, and the exponent of the power law through them, if any."""

    points: Curve
    exponent: float | None
    factor: float | None


def gap_curves(rows: Iterable[BenchRow]) -> dict[str, list[Curve]]:
    """Solver → for each of its runs, the larger gap of the first two levels over time.

    Every run is measured against the bounds of the best plan of its instance.
    """
    found: dict[str, list[Curve]] = defaultdict(list)
    for of_work in by_work(rows).values():
        best = best_of(of_work)
        bounds = {
            level.name: level.value if level.bound is None else level.bound for level in best.levels[:FIRST]
        }
        scales = {level.name: level.scale for level in best.levels[:FIRST]}
        for row in of_work:
            if row.has_plan:
                found[row.task.solver].append(_gap_curve(row, bounds, scales))
    return dict(found)


def _gap_curve(row: BenchRow, bounds: Mapping[str, int], scales: Mapping[str, int]) -> Curve:
    def gap(values: Mapping[str, int]) -> float:
        return max(
            (
                min(NOT_YET, abs(values[name] - bound) / scales[name]) if name in values else NOT_YET
                for name, bound in bounds.items()
            ),
            default=NOT_YET,
        )

    curve = [
        (elapsed, gap({name: step.value for name, step in known.items()}))
        for elapsed, known in states(row.steps)
    ]
    reached = gap({level.name: level.value for level in row.levels})
    if not curve:
        curve = [(row.wall_s if row.first_plan_s is None else row.first_plan_s, reached)]
    return [*curve, (row.wall_s, reached), (max(row.wall_s, row.task.limit_s), reached)]


def middle(curves: Sequence[Curve]) -> Curve:
    """The median of several step curves at every moment at which one of them changes."""
    moments = sorted({moment for curve in curves for moment, _ in curve})
    return [(moment, median(value_at(curve, moment) for curve in curves)) for moment in moments]


def value_at(curve: Curve, moment: float) -> float:
    """What a step curve is worth at a moment; before its first point, the whole scale."""
    value = NOT_YET
    for at, new in curve:
        if at > moment:
            break
        value = new
    return value


def growth(rows: Iterable[BenchRow]) -> dict[str, Growth]:
    """Solver → its growth; only runs that got within one per cent count."""
    points: dict[str, Curve] = defaultdict(list)
    for row in latest(rows):
        if row.within_1_percent_s is not None and row.applicants:
            points[row.task.solver].append((row.applicants, max(row.within_1_percent_s, 0.01)))
    return {solver: Growth(sorted(found), *power_law(found)) for solver, found in points.items()}


def power_law(points: Sequence[tuple[float, float]]) -> tuple[float | None, float | None]:
    """Exponent and factor of y = factor × x^exponent by least squares of the logarithms; ``None`` if all x
    are one."""
    xs = [math.log(x) for x, _ in points]
    ys = [math.log(y) for _, y in points]
    if len(set(xs)) < 2:
        return None, None
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    exponent = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)
    return exponent, math.exp(y - exponent * x)


def profile(rows: Iterable[BenchRow]) -> dict[str, list[float]]:
    """Solver → for each instance, how many times as long as the fastest it took to come within one per cent
    of the best known values of the first two levels; infinite if it never did, or was not run.

    Dolan, E. D. and Moré, J. J. (2002), "Benchmarking optimization software with performance profiles".
    """
    work = by_work(rows)
    solvers = list(dict.fromkeys(row.task.solver for found in work.values() for row in found))
    ratios: dict[str, list[float]] = {solver: [] for solver in solvers}
    for found in work.values():
        best = {level.name: level.value for level in best_of(found).levels[:FIRST]}
        times: dict[str, float] = {}
        for row in found:
            near = time_near(row, best) if row.has_plan else None
            if near is not None:
                times[row.task.solver] = max(near, 0.01)
        for solver in solvers:
            ratios[solver].append(times[solver] / min(times.values()) if solver in times else math.inf)
    return ratios
