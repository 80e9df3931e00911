"""Leximin over schools, places and grades of the share of attainable points.

Ogryczak, W. and Śliwiński, T. (2003), "On solving linear programs with the ordered weighted averaging
objective": the sum of the k smallest values f_u is the maximum of k·r - Σ d_u with d_u >= r - f_u,
d_u >= 0. Maximising these sums for k = 1, 2, … one after the other gives the leximin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from models.goals.fairness import MAX_LEVELS
from models.parts import part_of_student
from scheduler.engine.expressions import Objective, total, value_of
from scheduler.engine.units import fairness_units, kind_of

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from scheduler.engine.expressions import Expr, Literal
    from scheduler.engine.model import PlanModel

FULL = 1000
"""Shares are in per mille."""

AIM_BASE = 3
"""A unit below a share counts so many times as much as one below the next larger share asked about: not
enough for a leximin, but small, and better plans than the last one are asked for anyway."""

AIM_MARKS = 8
"""So many of these shares differ in what they count."""


class Unit(NamedTuple):
    """A school, place or grade: its attainable points, and those that a plan reaches."""

    name: str
    most: int
    reached: Expr

    def points(self, share: int) -> int:
        """The fewest points that make up a share, per mille."""
        return -(-share * self.most // FULL)


def levels(model: PlanModel, lottery_seed: int) -> Iterator[Objective]:  # noqa: ARG001 - one shape for all goals
    """``fairness.k``: the sum of the k smallest shares of every part."""
    cp, parts = model.cp, _units(model)
    shares: list[list[cp_model.IntVar]] = []
    for part, units in enumerate(parts):
        shares.append([])
        for unit in units:
            share = cp.new_int_var(0, FULL, f"share[{part},{unit.name}]")
            cp.add(unit.most * share <= FULL * unit.reached)
            shares[-1].append(share)
    for count in range(1, min(max(map(len, parts), default=0), MAX_LEVELS) + 1):
        sums = [_smallest_sum(model, f"{part},{count}", found, count) for part, found in enumerate(shares)]
        yield Objective(f"fairness.{count}", total(sums), partial(_smallest, parts, count))


def _smallest_sum(model: PlanModel, name: str, shares: list[cp_model.IntVar], count: int) -> Expr:
    """The sum of the ``count`` smallest of the shares, of all if they are no more."""
    if len(shares) <= count:
        return total(shares)
    cp = model.cp
    level = cp.new_int_var(0, FULL, f"fairness_level[{name}]")
    if count == 1:
        for share in shares:
            cp.add(level <= share)
        return level
    short = [cp.new_int_var(0, FULL, f"fairness_short[{name},{at}]") for at in range(len(shares))]
    for share, below in zip(shares, short, strict=True):
        cp.add(below >= level - share)
    return count * level - total(short)


def at_least(model: PlanModel, share: int) -> None:
    """No school, place or grade of any part below a share, per mille."""
    for units in _units(model):
        _lift(model.cp, units, share)


def _lift(cp: cp_model.CpModel, units: Sequence[Unit], share: int) -> None:
    for unit in units:
        cp.add(unit.reached >= unit.points(share))


class Leximin:
    """Questions about the fairness of a model of one part; ``ValueError`` if it has several.

    Sorted shares are better than t_1 <= t_2 <= … if for one of these thresholds fewer units are at or below
    it, and no more than now are below it or below those before it. Points of a unit are whole, so a threshold
    asks for a whole number of them: that is much tighter than any bound on a sum of shares.
    """

    def __init__(self, model: PlanModel) -> None:
        self.model = model
        (self.units,) = _units(model) or [[]]
        self.count = min(len(self.units), MAX_LEVELS)

    def values(self, values: Sequence[int]) -> list[int]:
        """What a solution is worth, level by level."""
        return list(accumulate(self.shares(values)[: self.count]))

    def shares(self, values: Sequence[int]) -> list[int]:
        """The shares of a solution, from the worst-off on."""
        return sorted(_shares(self.units, values))

    def thresholds(self, values: Sequence[int]) -> list[int]:
        """The shares on which a plan could be better than a solution, from the worst-off on."""
        return sorted({share for share in self.shares(values)[: self.count] if share < FULL})

    def settled(self, values: Sequence[int], thresholds: Sequence[int]) -> int:
        """How many levels are as good as can be if no plan is better on these first thresholds."""
        if len(thresholds) == len(self.thresholds(values)):
            return self.count
        now = self.shares(values)[: self.count]
        return sum(share <= thresholds[-1] for share in now) if thresholds else 0

    def hold(self, cp: cp_model.CpModel, now: Sequence[int], thresholds: Sequence[int]) -> None:
        """No more units below each of the thresholds, the first ones or ``FULL``, than of the shares now."""
        if thresholds:
            for threshold, below in self._below(cp, min(now), thresholds).items():
                cp.add(total(below) <= _count_below(now, threshold))

    def ask(
        self, cp: cp_model.CpModel, values: Sequence[int], proven: Sequence[int], asked: Sequence[int]
    ) -> Expr:
        """A plan better than the solution on one of these thresholds, no worse on those before it; what it
        should have little of: units below the thresholds, the first ones above all.

        ``proven``: the thresholds before those ``asked`` about.
        """
        now, count = _shares(self.units, values), len(self.units)
        below = self._below(cp, min(now), [*proven, *(t + step for t in asked for step in (0, 1))])
        for threshold in proven:
            cp.add(total(below[threshold]) <= _count_below(now, threshold))
        better = [cp.new_bool_var(f"better[{threshold}]") for threshold in asked]
        cp.add_exactly_one(better)
        for at, threshold in enumerate(asked):
            before = total(better[:at])  # better on an earlier one: then all units may be below this one
            for mark, fewer in ((threshold, 0), (threshold + 1, better[at])):
                most = _count_below(now, mark)
                cp.add(total(below[mark]) <= most - fewer + (count - most) * before)
        marks = [mark for threshold in asked for mark in (threshold, threshold + 1)]
        return total(AIM_BASE ** max(0, AIM_MARKS - at) * total(below[mark]) for at, mark in enumerate(marks))

    def _below(self, cp: cp_model.CpModel, least: int, marks: Iterable[int]) -> dict[int, list[Literal]]:
        """{mark: a literal for each unit that may be below this share}; none is below ``least``.

        One row a unit: its points reach the largest mark less a step for each literal. Under a row for each
        mark, which asks for nothing where its literal is true, the relaxation knows hardly anything.
        """
        found: dict[int, list[Literal]] = {mark: [] for mark in sorted({*marks})}
        for unit in self.units:
            reached, needed = unit.reached, unit.points(least)
            below: Literal | None = None
            for mark, literals in found.items():
                step = unit.points(mark) - needed
                if step > 0:
                    wider = cp.new_bool_var(f"below[{mark},{unit.name}]")
                    if below is not None:
                        cp.add_implication(below, wider)
                    reached, needed, below = reached + step * wider, needed + step, wider
                if below is not None:
                    literals.append(below)
            cp.add(reached >= needed)
        return found

    def between(self, low: int, high: int) -> list[int]:
        """The shares above the first and up to the second that the worst-off may come to, in order."""
        return sorted(
            {
                share
                for unit in self.units
                for reached in range(low * unit.most // FULL, high * unit.most // FULL + 2)
                if low < (share := FULL * reached // unit.most) <= high
            }
        )

    def lift(self, cp: cp_model.CpModel, share: int) -> None:
        """No unit below a share."""
        _lift(cp, self.units, share)

    def ceilings(self, points: int) -> list[int]:
        """What level after level cannot pass in plans that serve choices of so many points in all.

        Schools, places and grades each divide up the applicants, so the shares of each kind are bounded by
        the points; k units are so many of each kind.
        """
        kinds: dict[str, list[int]] = defaultdict(list)
        for unit in self.units:
            kinds[kind_of(unit.name)].append(unit.most)
        together = [0]
        for weights in kinds.values():
            counts = range(1, len(weights) + 1)
            one_kind = [0, *(_most_of(sorted(weights), count, points) for count in counts)]
            together = [
                min(
                    together[count - own] + one_kind[own]
                    for own in range(len(one_kind))
                    if 0 <= count - own < len(together)
                )
                for count in range(len(together) + len(weights))
            ]
        return together[1 : self.count + 1]


def _most_of(weights: Sequence[int], count: int, points: int) -> int:
    """The most that the ``count`` smallest shares of units that divide up the points can be together.

    Of some units: take unit u, of w_u attainable points, into a sample with the probability
    π_u = min(1, θ·w_u), so that ``count`` are taken on average; the smallest ones are at most
    Σ π_u·share_u <= θ·FULL·points. Of all units: the points go where a share costs least. ``weights`` rise.
    """
    if count == len(weights):
        shares = Fraction(0)
        for weight in weights:
            shares += min(Fraction(1), Fraction(points, weight))
            points = max(0, points - weight)
        return int(FULL * shares)
    for sure in range(count):  # so many of the heaviest are taken for sure
        rest = weights[: len(weights) - sure]
        rate = Fraction(count - sure, sum(rest))
        if rate * rest[-1] <= 1:
            return min(FULL * count, int(FULL * points * rate))
    return FULL * count


def _count_below(shares: Sequence[int], threshold: int) -> int:
    return sum(share < threshold for share in shares)


def _units(model: PlanModel) -> list[list[Unit]]:
    """The units of every part."""
    network, attainable = model.network, model.attainable
    part_of = part_of_student(network)
    parts: dict[int, dict[str, int]] = defaultdict(dict)
    for student, points in attainable.items():
        parts[part_of[student]][student] = points
    return [
        [
            Unit(
                name,
                sum(attainable[student] for student in students),
                total(
                    network.rank_points(choice.rank) * model.served[student, choice.course]
                    for student in students
                    for choice in network.choices_by_student[student]
                ),
            )
            for name, students in fairness_units(network, points).items()
        ]
        for _, points in sorted(parts.items())
    ]


def _shares(units: Sequence[Unit], values: Sequence[int]) -> list[int]:
    return [FULL * value_of(unit.reached, values) // unit.most for unit in units]


def _smallest(parts: Sequence[Sequence[Unit]], count: int, values: Sequence[int]) -> int:
    """The sum of the ``count`` smallest shares of every part of a solution."""
    return sum(sum(sorted(_shares(units, values))[:count]) for units in parts)
