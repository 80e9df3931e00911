"""Answers whether locks can hold together, each time by a model made anew for these locks alone."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model

from models.network import Network
from scheduler.engine.locked_part import few_teachers, locked_part
from scheduler.engine.model import PlanModel
from scheduler.engine.settings import Settings
from scheduler.engine.solver import new_solver


@dataclass
class Clock:
    """What is left of a limit, in seconds of the wall or, in deterministic mode, of the solver."""

    settings: Settings
    started: float = field(default_factory=time.monotonic)
    spent: float = 0.0

    def left(self) -> float:
        elapsed = self.spent if self.settings.deterministic else time.monotonic() - self.started
        return max(0.0, self.settings.time_limit_s - elapsed)

    def solve(
        self, cp: cp_model.CpModel, *, presolve: bool = True, workers: int | None = None, share: float = 1.0
    ) -> tuple[cp_model.CpSolverStatus, cp_model.CpSolver]:
        """One solve in a share of the time that is left."""
        settings = self.settings if workers is None else replace(self.settings, workers=workers)
        solver = new_solver(replace(settings, presolve=presolve), share * self.left())
        status = solver.solve(cp)
        self.spent += solver.response_proto.deterministic_time
        return status, solver


@dataclass
class Judge:
    """Knows a network and which of its locks (by position) were found to hold together, or not to."""

    network: Network
    clock: Clock
    known: dict[tuple[frozenset[int], frozenset[str]], bool] = field(default_factory=dict)

    def hold(self, locks: Collection[int], without: Collection[str] = ()) -> bool | None:
        """Whether a plan keeps these locks, some rules left out; ``None``: not known in time.

        "No" is the answer of two solves, the second one with presolve off.
        """
        key = frozenset(locks), frozenset(without)
        if key not in self.known:
            named = [self.network.locks[index] for index in sorted(locks)]
            part = locked_part(self.network, named, has_minimum="group_size" not in without)
            if "teacher_fit" in without:
                part = few_teachers(part)
            answer = self._has_plan(PlanModel(part, reduce=False, without=without).cp)
            if answer is None:
                return None
            self.known[key] = answer
        return self.known[key]

    def _has_plan(self, cp: cp_model.CpModel) -> bool | None:
        for presolve in (True, False):
            if self.clock.left() <= 0:
                return None
            status, _ = self.clock.solve(cp, presolve=presolve)
            if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                return True
            if status != cp_model.INFEASIBLE:
                return None
        return False
