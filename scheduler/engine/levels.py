"""Solves the goals one after the other, each fixed at the value reached before the next begins.

This runs in the child process. Whatever is found is handed on at once through ``Reporter``.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal as Only

from ortools.sat.python import cp_model

from models.goals import GOALS
from models.plan import Plan, Sense
from scheduler.engine.expressions import Expr, Literal, Objective, total
from scheduler.engine.extract import extract
from scheduler.engine.model import PlanModel
from scheduler.engine.settings import SUBSOLVERS, Progress, Settings
from scheduler.engine.start import restricted
from scheduler.goals import OBJECTIVES

SHARES = {"unserved": 4.0, "rank_points": 8.0, "fairness": 8.0, "travel": 4.0, "trips": 3.0, "sizes": 3.0}
"""Weights by which the goals share the time that is left; other goals weigh 1."""

START_SHARE = 0.1
"""The part of the limit that the first plan may take."""

START_GAP = 0.01
"""How near to the best plan at its placements the first plan has to be."""

LEAST_SECONDS = 0.5
"""With less time left than this no further solve is begun."""


@dataclass(frozen=True)
class LevelBound:
    """What was proven about one level. ``bound`` holds for plans that reach the levels before it."""

    name: str
    sense: Sense
    value: int
    bound: int
    origin: str


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


def is_true(values: list[int], literal: Literal) -> bool:
    """Whether a literal is true in a solution."""
    return values[literal.index] == 1


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
        domain = list(variable.proto.domain)
        low, high = domain[0], domain[-1]
        take_low = (coefficient > 0) == (sense is Sense.MINIMISE)
        result += int(coefficient) * (low if take_low else high)
    return result


def safe_bound(solver: cp_model.CpSolver, expression: Expr, sense: Sense, value: int) -> tuple[int, str]:
    """The solver's bound if it is one: stopped within presolve, CP-SAT reports a 0 that bounds nothing."""
    trivial = trivial_bound(expression, sense)
    bound = rounded_bound(solver.best_objective_bound, sense)
    if sense is Sense.MINIMISE:
        return (bound, "CP-SAT") if trivial < bound <= value else (trivial, "trivial")
    return (bound, "CP-SAT") if trivial > bound >= value else (trivial, "trivial")


def new_solver(settings: Settings, seconds: float | None) -> cp_model.CpSolver:
    """A solver with the parameters that hold for every solve.

    ``presolve_inclusion_work_limit = 0`` keeps clear of an overflow in presolve of OR-Tools 9.15 that
    can certify a wrong optimum.
    """
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = settings.num_workers
    if settings.workers is None and not settings.deterministic:
        parameters.subsolvers.extend(SUBSOLVERS)
    parameters.random_seed = settings.seed
    parameters.presolve_inclusion_work_limit = 0
    if seconds is not None:
        if settings.deterministic:
            parameters.max_deterministic_time = seconds
        else:
            parameters.max_time_in_seconds = seconds
    return solver


def solve_levels(
    model: PlanModel,
    settings: Settings,
    lottery_seed: int,
    reporter: Reporter,
    started: float | None = None,
) -> None:
    """Solves goal by goal until all are done or the time is out, counted from ``started`` (monotonic).

    Raises ``NoPlanError`` if the first solve yields no plan.
    """
    run = _Run(model, settings, reporter, time.monotonic() if started is None else started)
    goals = list(model.network.goals)
    if goals:
        run.tell(goals[0], "start", None, None)
    run.start()
    weights = [SHARES.get(goal, 1.0) for goal in goals]
    for index, goal in enumerate(goals):
        if run.values is not None and run.left() < LEAST_SECONDS:
            return
        share = weights[index] / sum(weights[index:])
        objectives = list(OBJECTIVES[goal](model, lottery_seed))
        run.goal(objectives, GOALS[goal].sense, run.left() * share)
    if run.values is None:  # no goal had a level to offer: any plan will do
        run.goal([Objective("plan", total([]))], Sense.MINIMISE, run.left())


class _Watch(cp_model.CpSolverSolutionCallback):
    """Hands on every better plan, at most one a second."""

    def __init__(self, run: _Run, name: str, sense: Sense) -> None:
        super().__init__()
        self.run, self.name, self.sense = run, name, sense
        self.last = 0.0

    def on_solution_callback(self) -> None:
        now = time.monotonic()
        if now - self.last < 1.0:
            return
        self.last = now
        self.run.reporter.plan(extract(self.run.model, lambda literal: bool(self.value(literal))))
        bound = rounded_bound(self.best_objective_bound, self.sense)
        self.run.tell(self.name, "better", round(self.objective_value), bound)


@dataclass
class _Run:
    """The state of one run: the clock, and the last solution (values of all variables then known)."""

    model: PlanModel
    settings: Settings
    reporter: Reporter
    started: float
    spent: float = 0.0
    values: list[int] | None = None

    def left(self) -> float:
        """Seconds (deterministic ones in deterministic mode) until the limit."""
        elapsed = self.spent if self.settings.deterministic else time.monotonic() - self.started
        return self.settings.time_limit_s - elapsed

    def tell(
        self, name: str, phase: Only["start", "better", "done"], value: int | None, bound: int | None
    ) -> None:
        self.reporter.progress(Progress(name, phase, value, bound, time.monotonic() - self.started))

    def start(self) -> None:
        """A first plan at popular placements for the search to begin with, if one is found in its time."""
        cp = restricted(self.model)
        network = self.model.network
        cp.maximize(
            total(
                network.rank_points(choice.rank) * self.model.served[choice.student, choice.course]
                for choice in network.choices
            )
        )
        solver = new_solver(self.settings, max(LEAST_SECONDS, START_SHARE * self.left()))
        solver.parameters.relative_gap_limit = START_GAP
        status = solver.solve(cp)
        self.spent += solver.response_proto.deterministic_time
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self.values = list(solver.response_proto.solution)
            self.reporter.plan(extract(self.model, partial(is_true, self.values)))

    # --- one goal ------------------------------------------------------------------------------

    def goal(self, objectives: list[Objective], sense: Sense, seconds: float) -> None:
        """Solves the levels of one goal and fixes them. ``seconds`` is its share of the time left.

        Of several levels, all that follow a solved one are first asked together: "is there a plan
        that is better on one of them and no worse on those before it?" A "no" proves them all.
        """
        ends = self.left() - seconds
        open_levels: list[tuple[Objective, int]] = []  # with bounds that do not yet meet the values
        for position, objective in enumerate(objectives):
            in_budget = self.left() - ends
            if self.values is not None and in_budget < LEAST_SECONDS:
                self._keep(objective, sense)
                continue
            seconds = in_budget if len(objectives) == 1 else in_budget / 2
            bound = self._level(objective, sense, seconds)
            if bound != objective.value(self.known()):
                open_levels.append((objective, bound))
            if len(objectives) == 1:
                return
            ahead = [objective for objective, _ in open_levels] + objectives[position + 1 :]
            if len(ahead) > 1 and self._none_better(ahead, sense, (self.left() - ends) / 2):
                for proven in ahead:
                    value = proven.value(self.known())
                    self._fix(proven.expression, sense, value)
                    self._report(proven.name, sense, value, value, "CP-SAT")
                return

    def known(self) -> list[int]:
        assert self.values is not None, "the first level was solved or an error was raised"
        return self.values

    def _level(self, objective: Objective, sense: Sense, seconds: float) -> int:
        """Solves one level and fixes it; its bound."""
        name, expression = objective.name, objective.expression
        self.tell(name, "start", None, None)
        self._aim(objective, sense)
        solver = new_solver(self.settings, max(LEAST_SECONDS, seconds))
        status = solver.solve(self.model.cp, _Watch(self, name, sense))
        self.spent += solver.response_proto.deterministic_time
        if status == cp_model.UNKNOWN and self.values is None and self.left() > LEAST_SECONDS:
            solver = new_solver(self.settings, self.left())  # any plan is better than none
            solver.parameters.stop_after_first_solution = True
            status = solver.solve(self.model.cp)
            self.spent += solver.response_proto.deterministic_time
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            if self.values is None:
                raise NoPlanError("infeasible" if status == cp_model.INFEASIBLE else "unknown")
            if status != cp_model.UNKNOWN:
                raise RuntimeError(f"level {name}: {solver.status_name(status)} after a plan was found")
            return self._keep(objective, sense)
        self.values = list(solver.response_proto.solution)
        value = objective.value(self.values)
        bound, origin = round(solver.objective_value), "CP-SAT"
        if status != cp_model.OPTIMAL:
            bound, origin = safe_bound(solver, expression, sense, bound)
        self.reporter.plan(extract(self.model, partial(is_true, self.values)))
        self._fix(expression, sense, value)
        self._report(name, sense, value, bound, origin)
        return bound

    def _keep(self, objective: Objective, sense: Sense) -> int:
        """Out of time: the level stays at what the last solution is worth, with a trivial bound."""
        self._complete(objective, sense)
        value = objective.value(self.known())
        self._fix(objective.expression, sense, value)
        bound = trivial_bound(objective.expression, sense)
        self._report(objective.name, sense, value, bound, "trivial")
        return bound

    def _complete(self, objective: Objective, sense: Sense) -> None:
        """Gives the variables made since the last solution the values that follow from it.

        Only the decisions are held: variables of earlier levels may lie below what their level is worth.
        """
        if len(self.known()) == len(self.model.cp.proto.variables):
            return
        self.values = self.known()[: self.model.num_decisions]
        self._aim(objective, sense)
        solver = new_solver(self.settings, None)
        solver.parameters.fix_variables_to_their_hinted_value = True
        status = solver.solve(self.model.cp)
        self.spent += solver.response_proto.deterministic_time
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise RuntimeError(
                f"level {objective.name}: {solver.status_name(status)} for a plan that is known"
            )
        self.values = list(solver.response_proto.solution)

    def _aim(self, objective: Objective, sense: Sense) -> None:
        """Sets the objective of the model, with the last solution as a hint."""
        if sense is Sense.MINIMISE:
            self.model.cp.minimize(objective.expression)
        else:
            self.model.cp.maximize(objective.expression)
        self._hint()

    def _report(self, name: str, sense: Sense, value: int, bound: int, origin: str) -> None:
        self.reporter.bound(LevelBound(name, sense, value, bound, origin))
        self.tell(name, "done", value, bound)

    def _fix(self, expression: Expr, sense: Sense, value: int) -> None:
        if sense is Sense.MINIMISE:
            self.model.cp.add(expression <= value)
        else:
            self.model.cp.add(expression >= value)

    def _none_better(self, objectives: list[Objective], sense: Sense, seconds: float) -> bool:
        """Whether no plan is lexicographically better on these levels; a better one found is kept."""
        while seconds > LEAST_SECONDS and self.left() > LEAST_SECONDS:
            before = self.left()
            reached = [objective.value(self.known()) for objective in objectives]
            cp = self.model.cp.clone()
            cp.clear_objective()  # type: ignore[no-untyped-call]  # OR-Tools has no types for it
            first = [cp.new_bool_var(f"better[{objective.name}]") for objective in objectives]
            cp.add_exactly_one(first)
            factor = 1 if sense is Sense.MAXIMISE else -1
            for index, objective in enumerate(objectives):
                gain = factor * objective.expression
                cp.add(gain >= factor * reached[index] + 1).only_enforce_if(first[index])
                for earlier in range(index):
                    floor = factor * objectives[earlier].expression
                    cp.add(floor >= factor * reached[earlier]).only_enforce_if(first[index])
            solver = new_solver(self.settings, seconds)
            status = solver.solve(cp)
            self.spent += solver.response_proto.deterministic_time
            if status == cp_model.INFEASIBLE:
                return True
            if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                return False
            self.values = list(solver.response_proto.solution)[: len(self.model.cp.proto.variables)]
            self.reporter.plan(extract(self.model, partial(is_true, self.values)))
            seconds -= before - self.left()
        return False

    def _hint(self) -> None:
        """Hints the last solution; before the first one, the plan in which nothing opens.

        Variables made for the level itself follow from the others and are left to the solver.
        """
        cp = self.model.cp
        cp.clear_hints()  # type: ignore[no-untyped-call]  # OR-Tools has no types for it
        known = self.values if self.values is not None else [0] * self.model.num_decisions
        for index, value in enumerate(known):
            cp.add_hint(cp.get_int_var_from_proto_index(index), value)
