"""Asking for a fairer plan, until there is none, ends where level by level ends."""

from __future__ import annotations

from random import Random

import pytest
from ortools.sat.python import cp_model

from instances.tiny import ALL
from models.network import Network
from scheduler.engine.levels import LevelBound, Reporter, new_solver, solve_levels
from scheduler.engine.model import PlanModel
from scheduler.engine.settings import Settings
from scheduler.goals import fairness

TINY = {name: tiny.network for name, tiny in ALL.items() if tiny.plan is not None}
ONE = Settings(time_limit_s=30, workers=1)


def values_of(model: PlanModel, cp: cp_model.CpModel) -> list[int] | None:
    """Values of the variables of the model in some solution of its copy; ``None`` if there is none."""
    solver = new_solver(ONE, None)
    status = solver.solve(cp)
    if status == cp_model.INFEASIBLE:
        return None
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return list(solver.response_proto.solution)[: len(model.cp.proto.variables)]


def sums(model: PlanModel, values: list[int]) -> list[int]:
    """What a solution is worth on the levels."""
    return [level.value(values) for level in fairness.levels(PlanModel(model.network), 1)]


def proven(network: Network) -> list[int]:
    """The levels of the fairest plan, solved one after the other."""
    told: list[LevelBound] = []
    reporter = Reporter(progress=lambda _: None, plan=lambda _: None, bound=told.append)
    solve_levels(PlanModel(network.replace(goals=("fairness",))), ONE, 1, reporter)
    assert all(level.value == level.bound for level in told)
    return [level.value for level in told]


def a_plan(model: PlanModel, random: Random) -> list[int]:
    """A solution for the best of random points."""
    cp = model.cp.clone()
    served = [model.served[choice.student, choice.course] for choice in model.network.choices]
    cp.maximize(sum(random.randint(-3, 3) * literal for literal in served))
    values = values_of(model, cp)
    assert values is not None
    return values


@pytest.mark.parametrize("name", TINY)
def test_no_plan_is_fairer_than_the_last_that_was_found(name: str) -> None:
    """Every answer is better by leximin; the last one has the values that are proven level by level."""
    model = PlanModel(TINY[name])
    best = proven(model.network)
    for seed in range(4):
        values: list[int] | None = a_plan(model, Random(seed))
        while values is not None:
            reached = sums(model, values)
            assert reached <= best
            cp = model.cp.clone()
            fairness.better(model, cp, values)
            values = values_of(model, cp)
            if values is None:
                assert reached == best
            else:
                assert sums(model, values) > reached


def test_there_are_unfair_plans_to_begin_with() -> None:
    """Else the test above would show nothing."""
    steps = 0
    for network in TINY.values():
        model = PlanModel(network)
        values = a_plan(model, Random(0))
        steps += sums(model, values) < proven(network)
    assert steps > 1
