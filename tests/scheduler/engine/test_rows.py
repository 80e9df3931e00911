"""A model translated to rows has the same solutions: judged value by value, and by both solvers."""

from __future__ import annotations

from itertools import product

import highspy
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from scheduler.engine.rows import UnsupportedConstraintError, rows_of
from scheduler.peers.mip import new_solver, whole


@st.composite
def models(draw: st.DrawFn) -> cp_model.CpModel:
    """Three literals and two small numbers with every kind of constraint that the engine uses."""
    cp = cp_model.CpModel()
    literals = [cp.new_bool_var(f"b{n}") for n in range(3)]
    numbers = [cp.new_int_var(-2, 3, f"n{n}") for n in range(2)]
    either = st.sampled_from([*literals, *(~literal for literal in literals)])
    some = st.lists(either, min_size=1, max_size=3)
    for _ in range(draw(st.integers(0, 5))):
        kind = draw(st.sampled_from(["linear", "or", "and", "most", "exactly"]))
        under = draw(st.lists(either, max_size=2))
        if kind == "linear":
            factors = [draw(st.integers(-3, 3)) for _ in range(5)]
            terms = cp_model.LinearExpr.weighted_sum([*literals, *numbers], factors)
            low = draw(st.integers(-12, 12))
            made = cp.add_linear_constraint(terms, low, low + draw(st.sampled_from([0, 1, 5, 100])))
            made.only_enforce_if(*under)
        elif kind == "or":
            cp.add_bool_or(draw(some)).only_enforce_if(*under)
        elif kind == "and":
            cp.add_bool_and(draw(some)).only_enforce_if(*under)
        elif kind == "most":
            cp.add_at_most_one(draw(some))
        else:
            cp.add_exactly_one(draw(some))
    cp.minimize(
        cp_model.LinearExpr.weighted_sum([*literals, *numbers], [draw(st.integers(-4, 4)) for _ in range(5)])
    )
    return cp


def best_by_cp_sat(cp: cp_model.CpModel) -> int | None:
    """The least value of the objective; ``None`` if there is no solution."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return round(solver.objective_value) if solver.solve(cp) == cp_model.OPTIMAL else None


@given(models())
@settings(max_examples=60)
def test_rows_admit_the_same_values(cp: cp_model.CpModel) -> None:
    """An assignment of all values keeps all rows exactly if it is a solution of the model."""
    rows = rows_of(cp)
    for values in product((0, 1), (0, 1), (0, 1), (-2, 1, 3), (0, 2)):
        fixed = cp.clone()
        for index, value in enumerate(values):
            fixed.add(fixed.get_int_var_from_proto_index(index) == value)
        assert rows.hold(np.array(values)) == (best_by_cp_sat(fixed) is not None)


@given(models())
@settings(max_examples=100)
def test_both_solvers_find_the_same_best(cp: cp_model.CpModel) -> None:
    """HiGHS on the rows and CP-SAT on the model agree on the best value, or that there is none."""
    rows = rows_of(cp)
    solver = new_solver(rows, 1, 30.0)
    solver.run()
    best = best_by_cp_sat(cp)
    if best is None:
        assert solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible
        return
    values = whole(np.array(solver.getSolution().col_value), rows)
    assert values is not None
    assert int(np.dot(rows.cost, np.array(values))) == best


def test_what_cannot_be_said_in_rows_is_refused() -> None:
    """A domain with a hole, a domain of two parts, a constraint of another kind, a maximum."""
    hole = cp_model.CpModel()
    hole.new_int_var_from_domain(cp_model.Domain.from_values([0, 2]), "n")
    parts = cp_model.CpModel()
    number = parts.new_int_var(0, 5, "n")
    parts.add(number != 2)
    product_of = cp_model.CpModel()
    number = product_of.new_int_var(0, 5, "n")
    product_of.add_multiplication_equality(number, [number, number])
    most = cp_model.CpModel()
    most.maximize(most.new_int_var(0, 5, "n"))
    for cp in (hole, parts, product_of, most):
        with pytest.raises(UnsupportedConstraintError):
            rows_of(cp)


def test_a_solution_that_is_not_whole_does_not_count() -> None:
    """x + y = 1 holds for halves; rounded to whole numbers it does not, and nothing is no solution either."""
    cp = cp_model.CpModel()
    cp.add(cp.new_bool_var("x") + cp.new_bool_var("y") == 1)
    rows = rows_of(cp)
    assert whole(np.array([0.5, 0.5]), rows) is None
    assert whole(np.array([]), rows) is None
    assert whole(np.array([1e-9, 1.0]), rows) == [0, 1]
