"""Levels are solved together or, where that proves nothing, by themselves; out of time they keep the plan."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from ortools.sat.python import cp_model

from instances.tiny import ALL
from models.network import Network
from models.plan import Plan, Sense
from reports.audit import audit
from scheduler.engine import run
from scheduler.engine.bounds import LevelBound, trivial_bound
from scheduler.engine.joint import Joint, Level
from scheduler.engine.levels import solve_levels
from scheduler.engine.model import PlanModel
from scheduler.engine.run import Reporter
from scheduler.engine.settings import Settings

TINY = [name for name, tiny in ALL.items() if tiny.plan is not None]


@pytest.mark.parametrize("name", TINY)
def test_a_level_without_an_answer_is_worth_what_the_last_plan_is(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the first level no solve finds an answer, also where a level brings its own variables."""
    real = run.new_solver
    began: list[float] = []

    def out_of_time(settings: Settings, seconds: float | None, *, proves: bool = False) -> cp_model.CpSolver:
        solver = real(settings, seconds, proves=proves)
        if seconds is not None:
            if began:
                solver.parameters.max_time_in_seconds = 0.0
            began.append(seconds)
        return solver

    monkeypatch.setattr(run, "new_solver", out_of_time)
    network = ALL[name].network
    plans: list[Plan] = []
    told: list[LevelBound] = []
    reporter = Reporter(progress=lambda _: None, plan=plans.append, bound=told.append)
    solve_levels(PlanModel(network), Settings(time_limit_s=30, workers=1), 1, reporter)
    assert len(began) > 1
    found = {level.name: level.value for level in audit(network, plans[-1]).levels}
    lottery = {level for level in found if level.startswith("priority")}
    for level in told:
        if level.name not in lottery:  # needs the seed of a finished plan
            assert level.value == found[level.name], level.name
    assert {level.name for level in told} >= found.keys() - lottery


def proven(network: Network) -> dict[str, tuple[int, int]]:
    """Level → value and bound of a search that has time enough."""
    told: list[LevelBound] = []
    reporter = Reporter(progress=lambda _: None, plan=lambda _: None, bound=told.append)
    solve_levels(PlanModel(network), Settings(time_limit_s=60, workers=1), 1, reporter)
    return {level.name: (level.value, level.bound) for level in told}


@pytest.mark.parametrize("name", TINY)
def test_levels_that_a_sum_does_not_prove_are_solved_by_themselves(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the same values, all of them proven."""
    together = proven(ALL[name].network)
    real = run.Run.search
    sums: list[int] = []

    def without_sums(
        self: run.Run, joint: Joint, seconds: float, guides: Sequence[Level]
    ) -> tuple[bool, int]:
        if len(joint.levels) > 1:
            sums.append(len(joint.levels))
            return False, trivial_bound(joint.expression, Sense.MINIMISE)
        return real(self, joint, seconds, guides)

    monkeypatch.setattr(run.Run, "search", without_sums)
    assert proven(ALL[name].network) == together
    assert sums
    assert all(value == bound for value, bound in together.values())
