"""Bounds from the linear relaxation are never wrong, whatever the multipliers are, and are worth having."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from instances.tiny import ALL
from models.goals import GOALS
from models.plan import Sense
from scheduler.engine import relaxation
from scheduler.engine.model import PlanModel
from scheduler.engine.relaxation import dual_bound, relaxed_bound
from scheduler.engine.rows import rows_of
from scheduler.engine.settings import Settings
from scheduler.engine.solver import new_solver
from scheduler.goals import OBJECTIVES

FACTORS = st.integers(-5, 5)


@st.composite
def models(draw: st.DrawFn) -> tuple[cp_model.CpModel, list[cp_model.IntVar], list[int]]:
    """Up to four variables of small domains, up to four rows, some of them under a literal, and costs."""
    model = cp_model.CpModel()
    variables = []
    for at in range(draw(st.integers(1, 4))):
        low = draw(st.integers(-2, 1))
        variables.append(model.new_int_var(low, low + draw(st.integers(0, 2)), f"x{at}"))
    literal = model.new_bool_var("literal")
    columns = [*variables, literal]
    for _ in range(draw(st.integers(0, 4))):
        row = sum(draw(FACTORS) * variable for variable in columns)
        if isinstance(row, int):
            continue
        low = draw(st.integers(-8, 4))
        added = model.add_linear_constraint(row, low, low + draw(st.integers(0, 12)))
        if draw(st.booleans()):
            added.only_enforce_if(literal if draw(st.booleans()) else ~literal)
    return model, columns, [draw(FACTORS) for _ in columns]


def best(model: cp_model.CpModel, columns: list[cp_model.IntVar], costs: list[int]) -> int | None:
    """The least cost by trying everything; ``None`` if there is no solution."""
    domains = [range(low, high + 1) for low, high in (list(v.proto.domain) for v in columns)]
    found = []
    for values in product(*domains):
        if holds(model, values):
            found.append(sum(cost * value for cost, value in zip(costs, values, strict=True)))
    return min(found, default=None)


def holds(model: cp_model.CpModel, values: tuple[int, ...]) -> bool:
    """Whether values keep all constraints, which are linear and maybe under one literal."""
    for constraint in model.proto.constraints:
        is_on = all(values[at] == 1 if at >= 0 else values[~at] == 0 for at in constraint.enforcement_literal)
        linear = constraint.linear
        low, high = list(linear.domain)
        total = sum(factor * values[at] for at, factor in zip(linear.vars, linear.coeffs, strict=True))
        if is_on and not low <= total <= high:
            return False
    return True


@settings(max_examples=300)
@given(models(), st.data())
def test_any_multipliers_give_a_bound(
    case: tuple[cp_model.CpModel, list[cp_model.IntVar], list[int]], data: st.DataObject
) -> None:
    """Random ones, of either sign, also on the open side of a row."""
    model, columns, costs = case
    model.minimize(sum(cost * column for cost, column in zip(costs, columns, strict=True)))
    rows = rows_of(model)
    count = len(rows.low)
    multipliers = data.draw(st.lists(st.floats(-10, 10), min_size=count, max_size=count))
    optimum = best(model, columns, costs)
    if optimum is not None:
        assert dual_bound(rows, multipliers) <= optimum


@settings(max_examples=300)
@given(models(), st.booleans())
def test_the_relaxation_is_on_the_right_side(
    case: tuple[cp_model.CpModel, list[cp_model.IntVar], list[int]], is_least: bool
) -> None:
    """No more than the least, no less than the most."""
    model, columns, costs = case
    optimum = best(model, columns, costs if is_least else [-cost for cost in costs])
    sense = Sense.MINIMISE if is_least else Sense.MAXIMISE
    expression = sum((cost * column for cost, column in zip(costs, columns, strict=True)), 7)
    bound = relaxed_bound(model, expression, sense, 60)
    if optimum is not None and bound is not None:
        assert bound <= optimum + 7 if is_least else bound >= 7 - optimum


def test_without_whole_numbers_to_mend_it_is_exact() -> None:
    """At most 7 hours of two courses, no more than 4 of each, worth 3 and 2 points: 4·3 + 3·2 = 18."""
    model = cp_model.CpModel()
    one, other = model.new_int_var(0, 4, "one"), model.new_int_var(0, 4, "other")
    model.add(one + other <= 7)
    assert relaxed_bound(model, 3 * one + 2 * other + 1, Sense.MAXIMISE, 60) == 19


def test_no_bound_without_an_optimum(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the solver is stopped before it has multipliers."""
    monkeypatch.setattr(relaxation, "_multipliers", lambda *_: None)
    model = cp_model.CpModel()
    assert relaxed_bound(model, model.new_bool_var("x"), Sense.MINIMISE, 60) is None


@pytest.mark.parametrize("name", [name for name, tiny in ALL.items() if tiny.plan is not None])
def test_no_level_of_a_network_passes_it(name: str) -> None:
    """Every level of every goal, each by itself, against the optimum of the solver."""
    model = PlanModel(ALL[name].network)
    for goal, levels in OBJECTIVES.items():
        for objective in levels(model, 1):
            sense = GOALS[goal].sense
            bound = relaxed_bound(model.cp, objective.expression, sense, 60)
            solver = new_solver(Settings(workers=1), None)
            cp = model.cp.clone()
            (cp.minimize if sense is Sense.MINIMISE else cp.maximize)(objective.expression)
            assert solver.solve(cp) == cp_model.OPTIMAL
            value = round(solver.objective_value)
            assert bound is not None
            assert bound <= value if sense is Sense.MINIMISE else bound >= value
