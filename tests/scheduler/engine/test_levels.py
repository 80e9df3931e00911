"""Levels for which no time is left keep the plan and are still told."""

from __future__ import annotations

from typing import Any

import pytest
from ortools.sat.python import cp_model

from instances.tiny import ALL
from models.plan import Plan
from reports.audit import audit
from scheduler.engine import levels
from scheduler.engine.bounds import LevelBound
from scheduler.engine.levels import Reporter, solve_levels
from scheduler.engine.model import PlanModel
from scheduler.engine.settings import Settings

TINY = [name for name, tiny in ALL.items() if tiny.plan is not None]


@pytest.mark.parametrize("name", TINY)
def test_a_level_without_an_answer_is_worth_what_the_last_plan_is(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the first level no solve finds an answer, also where a level brings its own variables."""
    real = levels.new_solver
    began: list[float] = []

    def out_of_time(settings: Settings, seconds: float | None, *subsolvers: Any) -> cp_model.CpSolver:
        solver = real(settings, seconds, *subsolvers)
        if seconds is not None:
            if began:
                solver.parameters.max_time_in_seconds = 0.0
            began.append(seconds)
        return solver

    monkeypatch.setattr(levels, "new_solver", out_of_time)
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
