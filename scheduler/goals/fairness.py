"""Leximin over schools, places and grades of the share of attainable points.

Ogryczak, W. and Śliwiński, T. (2003), "On solving linear programs with the ordered weighted averaging
objective": the sum of the k smallest values f_u is the maximum of k·r - Σ d_u with d_u >= r - f_u,
d_u >= 0. Maximising these sums for k = 1, 2, … one after the other gives the leximin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from models.goals.fairness import MAX_LEVELS
from scheduler.engine.attainable import attainable_points
from scheduler.engine.expressions import Objective, total, value_of
from scheduler.engine.units import fairness_units

if TYPE_CHECKING:
    from scheduler.engine.expressions import Expr
    from scheduler.engine.model import PlanModel

FULL = 1000
"""Shares are in per mille."""


def levels(model: PlanModel, lottery_seed: int) -> Iterator[Objective]:  # noqa: ARG001 - one shape for all goals
    """``fairness.k``: the sum of the k smallest shares."""
    network, cp = model.network, model.cp
    attainable = attainable_points(model)
    shares, units = [], []
    for name, students in fairness_units(network, attainable).items():
        most = sum(attainable[student] for student in students)
        reached = total(
            network.rank_points(choice.rank) * model.served[student, choice.course]
            for student in students
            for choice in network.choices_by_student[student]
        )
        share = cp.new_int_var(0, FULL, f"share[{name}]")
        cp.add(most * share <= FULL * reached)
        shares.append(share)
        units.append((most, reached))
    for count in range(1, min(len(shares), MAX_LEVELS) + 1):
        level = cp.new_int_var(0, FULL, f"fairness_level[{count}]")
        short = [cp.new_int_var(0, FULL, f"fairness_short[{count},{i}]") for i in range(len(shares))]
        for share, below in zip(shares, short, strict=True):
            cp.add(below >= level - share)
        yield Objective(f"fairness.{count}", count * level - total(short), partial(_smallest, units, count))


def _smallest(units: list[tuple[int, Expr]], count: int, values: Sequence[int]) -> int:
    """The sum of the ``count`` smallest shares of a solution."""
    return sum(sorted(FULL * value_of(reached, values) // most for most, reached in units)[:count])
