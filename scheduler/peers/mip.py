"""The weighted sum as a mixed-integer program in HiGHS.

HiGHS counts in floating point: a solution it gives counts only if it keeps every row when it is rounded to
whole numbers, and its bound is taken with a margin for its tolerances.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from scheduler.engine.child import search_settings
from scheduler.engine.model import PlanModel
from scheduler.engine.rows import NO_HIGH, NO_LOW, Rows, rows_of
from scheduler.engine.run import NoPlanError
from scheduler.peers.errand import Errand, Send, Teller
from scheduler.peers.weights import weighted_sum

if TYPE_CHECKING:
    import highspy

MOST = 2**40
"""What the sum may be worth at the most: beyond it the tolerances of floating point hide the last goals."""

MARGIN = 1e-6
"""Of a bound, relative: what the solver's tolerances may be worth."""

GAP = 0.9
"""A sum of whole numbers that is nearer than this to its bound is the best."""


def run(errand: Errand, send: Send) -> None:
    """One solve; every better plan is sent home, and at the end what the bound says."""
    import highspy

    model = PlanModel(errand.network)
    limit = search_settings(errand.settings, errand.elapsed()).time_limit_s
    aim = weighted_sum(model, errand.lottery_seed, MOST)
    model.cp.minimize(aim.expression)
    rows = rows_of(model.cp)
    teller = Teller(model, aim, errand, send)

    def least(bound: float) -> int:
        if not math.isfinite(bound):
            return -aim.offset
        return max(-aim.offset, math.ceil(bound - MARGIN - MARGIN * abs(bound)))

    def better(event: highspy.highs.HighsCallbackEvent) -> None:
        values = whole(event.data_out.mip_solution, rows)
        if values is not None:
            teller.better(values, least(event.data_out.mip_dual_bound))

    solver = new_solver(rows, errand.settings.seed, max(0.0, limit - errand.elapsed()))
    solver.cbMipImprovingSolution.subscribe(better)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        raise NoPlanError("infeasible")
    values = whole(np.array(solver.getSolution().col_value), rows)
    if values is None:
        raise NoPlanError("unknown")
    is_best = status == highspy.HighsModelStatus.kOptimal
    reached = int(np.dot(rows.cost, np.array(values, dtype=np.int64)))
    teller.done(values, reached if is_best else least(solver.getInfo().mip_dual_bound), "HiGHS")


def new_solver(rows: Rows, seed: int, seconds: float) -> highspy.Highs:
    """HiGHS with its own parameters, holding the program; a goal's last unit counts, so no gap is left."""
    import highspy

    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # HiGHS has no types for it
    solver.silent()
    for option, value in (
        ("time_limit", seconds),
        ("random_seed", seed),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", GAP),
    ):
        solver.setOptionValue(option, value)
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(rows.cost), len(rows.low)
    program.col_cost_ = rows.cost.astype(np.float64)
    program.col_lower_ = rows.lower.astype(np.float64)
    program.col_upper_ = rows.upper.astype(np.float64)
    program.row_lower_ = np.array([-highspy.kHighsInf if low <= NO_LOW else low for low in rows.low], float)
    program.row_upper_ = np.array(
        [highspy.kHighsInf if high >= NO_HIGH else high for high in rows.high], float
    )
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.num_col_, program.a_matrix_.num_row_ = len(rows.cost), len(rows.low)
    program.a_matrix_.start_ = np.array(rows.start, dtype=np.int32)
    program.a_matrix_.index_ = np.array(rows.index, dtype=np.int32)
    program.a_matrix_.value_ = np.array(rows.value, dtype=np.float64)
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(rows.cost)
    solver.passModel(program)
    return solver


def whole(found: np.ndarray[Any, np.dtype[np.float64]], rows: Rows) -> list[int] | None:
    """A solution in whole numbers; ``None`` if there is none, or if it breaks a row once rounded."""
    if len(found) != len(rows.cost):
        return None
    values = np.rint(found).astype(np.int64)
    return [int(value) for value in values] if rows.hold(values) else None
