"""Solves the goals one after the other, each fixed at the value reached before the next begins.

This runs in the child process. Whatever is found is handed on at once through ``Reporter``.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal as Only

from ortools.sat.python import cp_model

from models.goals import GOALS
from models.network import Network
from models.plan import Plan, Sense
from scheduler.engine.expressions import Expr, Literal
from scheduler.engine.extract import extract
from scheduler.engine.model import PlanModel
from scheduler.engine.settings import Progress, Settings
from scheduler.goals import OBJECTIVES

SHARES = {"unserved": 4.0, "rank_points": 4.0, "fairness": 4.0, "travel": 4.0, "trips": 2.0, "sizes": 2.0}
"""Weights by which the levels share the time that is left; other goals weigh 1."""

LEAST_SECONDS = 0.2
"""With less time left than this no further solve is begun."""


@dataclass(frozen=True)
class LevelBound:
    """What was proven about one level. ``bound`` holds for plans that reach the levels before it."""

    name: str
    sense: Sense
    bound: int
    origin: str


@dataclass(frozen=True)
class Step:
    name: str
    goal: str
    expression: Expr
    sense: Sense
    weight: float


class NoPlanError(Exception):
    """The first solve ended without a plan: ``infeasible``, or ``unknown`` within the limit."""

    def __init__(self, reason: Only["infeasible", "unknown"]) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass
class Reporter:
    """Where progress, better plans and bounds go."""

    progress: Callable[[Progress], None]
    plan: Callable[[Plan], None]
    bound: Callable[[LevelBound], None]


def steps(model: PlanModel, lottery_seed: int) -> Iterator[Step]:
    """The levels in order. Variables that only a later goal needs are made when its turn comes."""
    for goal in model.network.goals:
        for name, expression in OBJECTIVES[goal](model, lottery_seed):
            yield Step(name, goal, expression, GOALS[goal].sense, SHARES.get(goal, 1.0))


def level_weights(network: Network) -> float:
    """The sum of all goals' weights."""
    return sum(SHARES.get(goal, 1.0) for goal in network.goals)


def is_true(values: list[int], literal: Literal) -> bool:
    """Whether a literal is true in a solution."""
    return values[literal.index] == 1


class _Watch(cp_model.CpSolverSolutionCallback):
    """Hands on every better plan, at most one a second."""

    def __init__(self, model: PlanModel, step: Step, reporter: Reporter, started: float) -> None:
        super().__init__()
        self.model, self.step, self.reporter, self.started = model, step, reporter, started
        self.last = 0.0

    def on_solution_callback(self) -> None:
        now = time.monotonic()
        if now - self.last < 1.0:
            return
        self.last = now
        self.reporter.plan(extract(self.model, lambda literal: bool(self.value(literal))))
        self.reporter.progress(
            Progress(
                self.step.name,
                "better",
                round(self.objective_value),
                rounded_bound(self.best_objective_bound, self.step.sense),
                now - self.started,
            )
        )


def rounded_bound(bound: float, sense: Sense) -> int:
    """A bound on an integer objective, rounded to the safe side of the solver's tolerance."""
    if sense is Sense.MINIMISE:
        return math.ceil(bound - 1e-6)
    return math.floor(bound + 1e-6)


def trivial_bound(expression: Expr, sense: Sense) -> int:
    """What no values of the variables can beat, by their domains alone."""
    flat = cp_model.FlatIntExpr(expression)
    result = int(flat.offset)
    for variable, coefficient in zip(flat.vars, flat.coeffs, strict=True):
        low, high = variable.proto.domain[0], variable.proto.domain[-1]
        take_low = (coefficient > 0) == (sense is Sense.MINIMISE)
        result += int(coefficient) * (low if take_low else high)
    return result


def new_solver(settings: Settings, seconds: float | None) -> cp_model.CpSolver:
    """A solver with the parameters that hold for every solve.

    ``presolve_inclusion_work_limit = 0`` keeps clear of an overflow in presolve of OR-Tools 9.15 that
    can certify a wrong optimum.
    """
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = settings.num_workers
    parameters.random_seed = settings.seed
    parameters.presolve_inclusion_work_limit = 0
    if seconds is not None:
        if settings.deterministic:
            parameters.max_deterministic_time = seconds
        else:
            parameters.max_time_in_seconds = seconds
    return solver


def solve_levels(model: PlanModel, settings: Settings, lottery_seed: int, reporter: Reporter) -> None:
    """Solves level by level until all are done or the time is out.

    Raises ``NoPlanError`` if the first level yields no plan.
    """
    started = time.monotonic()
    spent = 0.0
    remaining_weight = level_weights(model.network)
    goal = ""
    values: list[int] | None = None
    out_of_time = False
    for step in steps(model, lottery_seed):
        if step.goal != goal:
            remaining_weight -= SHARES.get(goal, 1.0) if goal else 0.0
            goal = step.goal
        elapsed = spent if settings.deterministic else time.monotonic() - started
        left = settings.time_limit_s - elapsed
        if out_of_time or (left < LEAST_SECONDS and values is not None):
            reporter.bound(
                LevelBound(step.name, step.sense, trivial_bound(step.expression, step.sense), "trivial")
            )
            continue
        reporter.progress(Progress(step.name, "start", None, None, time.monotonic() - started))
        share = max(LEAST_SECONDS, left * step.weight / max(remaining_weight, step.weight))
        solver = new_solver(settings, share)
        if step.sense is Sense.MINIMISE:
            model.cp.minimize(step.expression)
        else:
            model.cp.maximize(step.expression)
        set_hint(model, values)
        watch = _Watch(model, step, reporter, started)
        status = solver.solve(model.cp, watch)
        spent += solver.response_proto.deterministic_time
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            if values is None:
                raise NoPlanError("infeasible" if status == cp_model.INFEASIBLE else "unknown")
            if status != cp_model.UNKNOWN:
                raise RuntimeError(f"level {step.name}: {solver.status_name(status)} after a plan was found")
            out_of_time = True
            reporter.bound(
                LevelBound(step.name, step.sense, trivial_bound(step.expression, step.sense), "trivial")
            )
            continue
        values = list(solver.response_proto.solution)
        value = round(solver.objective_value)
        bound = value
        if status != cp_model.OPTIMAL:
            bound = rounded_bound(solver.best_objective_bound, step.sense)
        reporter.plan(extract(model, partial(is_true, values)))
        reporter.bound(LevelBound(step.name, step.sense, bound, "CP-SAT"))
        reporter.progress(Progress(step.name, "done", value, bound, time.monotonic() - started))
        if step.sense is Sense.MINIMISE:
            model.cp.add(step.expression <= value)
        else:
            model.cp.add(step.expression >= value)


def set_hint(model: PlanModel, values: list[int] | None) -> None:
    """Hints the last solution; before the first one, the plan in which nothing opens."""
    model.cp.clear_hints()
    proto = model.cp.proto
    count = len(proto.variables)
    known = values if values is not None else []
    for index in range(count):
        if index < len(known):
            model.cp.add_hint(model.cp.get_int_var_from_proto_index(index), known[index])
        elif values is None:
            model.cp.add_hint(model.cp.get_int_var_from_proto_index(index), 0)
