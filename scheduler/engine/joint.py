"""Consecutive levels solved as one: a sum in which each weighs more than all that those after it can cost.

Sherali, H. D. (1982), "Equivalent weights for lexicographic multi-objective programs: characterizations and
computations". The sum has the same best plans as one solve after the other, and one search proves them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ortools.sat.python import cp_model

from models.plan import Sense
from scheduler.engine.bounds import trivial_bound
from scheduler.engine.expressions import Expr, Objective, total

GUIDE_WEIGHT = 100
"""Of a guide, against the largest coefficient of what is solved."""

LARGEST_ROW = 2**31 - 1
"""Most that the coefficients of a row may come to: beyond it, presolve of OR-Tools 9.15 has overflowed."""

JOINT_ROOM = LARGEST_ROW // 2
"""Most that a sum of several levels may come to; the rest is for guides."""


@dataclass(frozen=True)
class Level:
    """An objective with its sense. Its cost is its value if that is to be small, else the value negated."""

    objective: Objective
    sense: Sense

    @property
    def name(self) -> str:
        return self.objective.name

    @property
    def sign(self) -> int:
        return 1 if self.sense is Sense.MINIMISE else -1

    @property
    def cost_expression(self) -> Expr:
        return self.sign * self.objective.expression

    @cached_property
    def least_cost(self) -> int:
        """What no values of the variables cost less than, by their domains."""
        return self.sign * trivial_bound(self.objective.expression, self.sense)

    @cached_property
    def most_cost(self) -> int:
        """What no plan costs more than."""
        worst = self.objective.worst
        if worst is None:
            other = Sense.MAXIMISE if self.sense is Sense.MINIMISE else Sense.MINIMISE
            worst = trivial_bound(self.objective.expression, other)
        return self.sign * worst

    def value(self, values: Sequence[int]) -> int:
        return self.objective.value(values)

    def cost(self, values: Sequence[int]) -> int:
        return self.sign * self.value(values)


@dataclass(frozen=True)
class Joint:
    """Levels and their weights; the weighted sum of their costs is to be as small as possible."""

    levels: tuple[Level, ...]
    weights: tuple[int, ...]

    @cached_property
    def expression(self) -> Expr:
        return total(w * level.cost_expression for w, level in zip(self.weights, self.levels, strict=True))

    def cost(self, values: Sequence[int]) -> int:
        return sum(w * level.cost(values) for w, level in zip(self.weights, self.levels, strict=True))

    def bounds(self, least: int, costs: Sequence[int]) -> list[int]:
        """What a bound on the sum says of the value of each level, for plans that cost no more on the
        levels before it than ``costs`` says: what is left of the bound when those have cost that and the
        levels after it all they can."""
        rest = sum(w * level.most_cost for w, level in zip(self.weights, self.levels, strict=True))
        found = []
        for weight, level, cost in zip(self.weights, self.levels, costs, strict=True):
            rest -= weight * level.most_cost
            found.append(level.sign * -((rest - least) // weight))
            least -= weight * cost
        return found


def alone(level: Level) -> Joint:
    """A level by itself."""
    return Joint((level,), (1,))


def join(levels: Sequence[Level]) -> Joint:
    """As many of the first levels as one sum has room for; one at the least."""
    worth = [largest_sum(level.objective.expression) for level in levels]
    for count in range(len(levels), 1, -1):
        weights = _weights(levels[:count])  # maybe beyond what an expression can hold
        if sum(w * own for w, own in zip(weights, worth, strict=False)) <= JOINT_ROOM:
            return Joint(tuple(levels[:count]), weights)
    return alone(levels[0])


def _weights(levels: Sequence[Level]) -> tuple[int, ...]:
    weights: list[int] = []
    after = 0  # what the levels behind may differ by, weighted
    for level in reversed(levels):
        weights.append(after + 1)
        after += weights[-1] * max(0, level.most_cost - level.least_cost)
    return tuple(reversed(weights))


def largest_sum(expression: Expr) -> int:
    """The most that an expression and all its partial sums may come to, either way."""
    flat = cp_model.FlatIntExpr(expression)
    return sum(
        abs(int(factor)) * max(abs(end) for end in variable.proto.domain)
        for variable, factor in zip(flat.vars, flat.coeffs, strict=True)
    )


def guide_weight(expression: Expr, guide: Expr, guides: int = 1) -> int:
    """What a guide weighs beside an expression: any weight is right, but with all its ``guides`` the
    expression stays below ``LARGEST_ROW``."""
    largest = max((abs(int(factor)) for factor in cp_model.FlatIntExpr(expression).coeffs), default=1)
    room = (LARGEST_ROW - largest_sum(expression)) // guides // max(1, largest_sum(guide))
    return max(1, min(GUIDE_WEIGHT * largest, room))
