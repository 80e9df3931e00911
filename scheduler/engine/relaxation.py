"""Bounds from the linear relaxation of a model, safe whatever the floating-point solver says.

Any multipliers of the rows prove a bound (weak duality): the rows weighted by them, plus the best that the
variables can add within their own bounds at the costs that remain. The solver only suggests the multipliers;
they are rounded to fractions with one denominator, and the bound is computed in whole numbers of any size.

Neumaier, A. and Shcherbina, O. (2004), "Safe bounds in linear and mixed-integer linear programming".
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np
from ortools.linear_solver.python import model_builder
from ortools.sat.python import cp_model

from models.plan import Sense
from scheduler.engine.expressions import Expr
from scheduler.engine.rows import NO_HIGH, NO_LOW, Rows, rows_of

DENOMINATOR = 2**20
"""Of the fractions that the multipliers are rounded to."""


def relaxed_bound(
    model: cp_model.CpModel,
    expression: Expr,
    sense: Sense,
    seconds: float,
    leave_out: Collection[int] = (),
) -> int | None:
    """What no solution can beat, by the linear relaxation alone; ``None`` if it is not solved in time.

    ``leave_out``: positions of constraints to do without.
    """
    copy = model.clone()
    copy.minimize(expression if sense is Sense.MINIMISE else -expression)
    rows = rows_of(copy, leave_out)
    multipliers = _multipliers(rows, seconds)
    if multipliers is None:
        return None
    offset = round(copy.proto.objective.offset)
    least = dual_bound(rows, multipliers) + offset
    return least if sense is Sense.MINIMISE else -least


def dual_bound(rows: Rows, multipliers: Sequence[float]) -> int:
    """What the costs cannot fall below, proven by these multipliers of the rows, whatever they are."""
    left = [DENOMINATOR * int(cost) for cost in rows.cost]
    total = 0
    for row, multiplier in enumerate(multipliers):
        factor = _rounded(multiplier, rows.low[row], rows.high[row])
        if factor:
            total += factor * (rows.low[row] if factor > 0 else rows.high[row])
            for entry in range(rows.start[row], rows.start[row + 1]):
                left[rows.index[entry]] -= factor * rows.value[entry]
    for cost, lower, upper in zip(left, rows.lower.tolist(), rows.upper.tolist(), strict=True):
        total += cost * (lower if cost > 0 else upper)
    return -(-total // DENOMINATOR)


def _rounded(multiplier: float, low: int, high: int) -> int:
    """As a numerator; 0 where the side of the row that it would weigh is open."""
    numerator = round(multiplier * DENOMINATOR)
    is_open = low <= NO_LOW if numerator > 0 else high >= NO_HIGH
    return 0 if is_open else numerator


def _multipliers(rows: Rows, seconds: float) -> Sequence[float] | None:
    """The dual values of the relaxation by GLOP; ``None`` without an optimum."""
    model = model_builder.Model()  # type: ignore[no-untyped-call]  # OR-Tools has no types for it
    helper = model.helper
    for at, cost in enumerate(rows.cost):
        column = helper.add_var()
        helper.set_var_lower_bound(column, float(rows.lower[at]))
        helper.set_var_upper_bound(column, float(rows.upper[at]))
        helper.set_var_objective_coefficient(column, float(cost))
    for at, (low, high) in enumerate(zip(rows.low, rows.high, strict=True)):
        row = helper.add_linear_constraint()
        helper.set_constraint_lower_bound(row, float(low) if low > NO_LOW else -np.inf)
        helper.set_constraint_upper_bound(row, float(high) if high < NO_HIGH else np.inf)
        for entry in range(rows.start[at], rows.start[at + 1]):
            helper.add_term_to_constraint(row, rows.index[entry], float(rows.value[entry]))
    solver = model_builder.Solver("glop")
    solver.set_solver_specific_parameters("use_dual_simplex: true")
    if math.isfinite(seconds):
        solver.set_time_limit_in_seconds(seconds)
    if solver.solve(model) != model_builder.SolveStatus.OPTIMAL:
        return None
    return [float(y) for y in solver.dual_values(model.get_linear_constraints())]
