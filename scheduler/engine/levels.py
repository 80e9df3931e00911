"""Solves the goals one after the other, each fixed at the value reached before the next begins.

This runs in the child process. Whatever is found is handed on at once through ``Reporter``.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Literal as Only

from ortools.sat.python import cp_model

from models.goals import GOALS
from models.parts import independent_parts
from models.plan import TRIVIAL, Plan, Sense
from scheduler.engine.bounds import LevelBound, is_tighter, rounded_bound, safe_bound, trivial_bound
from scheduler.engine.expressions import Expr, Objective, is_true, total
from scheduler.engine.extract import extract
from scheduler.engine.likeness import distance
from scheduler.engine.model import PlanModel
from scheduler.engine.relaxation import relaxed_bound
from scheduler.engine.settings import ASKING, GUIDED, SUBSOLVERS, Phase, Progress, Settings
from scheduler.engine.solver import new_solver
from scheduler.engine.start import keeping, restricted
from scheduler.goals import LEXIMIN, OBJECTIVES
from scheduler.goals.fairness import FULL, Leximin

SHARES = {"unserved": 12.0, "rank_points": 16.0, "fairness": 11.0, "travel": 5.0, "trips": 6.0, "sizes": 3.0}
"""Weights by which the goals share the time that is left; other goals weigh 1. What comes first may take
more: it counts more, and what it does not take is left to the others."""

LIKENESS_SHARE = 4.0
"""What staying near to a known plan weighs among the goals."""

START_SHARE = 0.2
"""The part of the limit that the first plan may take: it ends early where it can, and without one a large
network may end with no group at all."""

START_GAP = 0.01
"""How near to the best plan at its placements the first plan has to be."""

GUIDE = "rank_points"
"""Once this goal is proven, it stays in the objective of the goals after it, where it cannot change any more.
As a mere constraint it leaves the search without a direction: the relaxation of the other goals says nothing
about seats, and every proof has to look again at all timetables that seat the students as well."""

GUIDE_WEIGHT = 100
"""Of the guide, against the largest coefficient of the goal that is solved."""

LARGEST_ROW = 2**31 - 1
"""Most that the coefficients of a row may come to: beyond it, presolve of OR-Tools 9.15 has overflowed."""

GUIDED_SHARE = 0.6
"""Of a level's time; in the rest it is solved without the guide, whose own gap makes weak bounds."""

FEW_THRESHOLDS = 4
"""How many thresholds of a leximin are asked about at a time."""

MOST_THRESHOLDS = 1000

LONG_SECONDS = 5.0
"""After an answer that took longer than this, all thresholds that are left are asked about together: they
then cost little more than a few."""

LIFTING_SHARE = 0.6
"""Of a leximin's time, to close in on the share of the worst-off."""

ASKING_SHARE = 0.7
"""Of what is left of a goal's time, to ask for a plan that is better on any of its open levels."""

LEAST_SECONDS = 0.5
"""With less time left than this no further solve is begun."""


@dataclass(frozen=True)
class GoalDone:
    """All levels of a goal were reported."""

    goal: str


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
    goal: Callable[[GoalDone], None] = lambda _: None


def guide_weight(expression: Expr, guide: Expr) -> int:
    """What the guide weighs beside a goal: any weight is right, but the coefficients together stay below
    ``LARGEST_ROW``."""
    own = [abs(int(factor)) for factor in cp_model.FlatIntExpr(expression).coeffs]
    guides = sum(abs(int(factor)) for factor in cp_model.FlatIntExpr(guide).coeffs)
    room = (LARGEST_ROW - sum(own)) // max(1, guides)
    return max(1, min(GUIDE_WEIGHT * max(own, default=1), room))


def solve_levels(
    model: PlanModel,
    settings: Settings,
    lottery_seed: int,
    reporter: Reporter,
    started: float | None = None,
    like: Plan | None = None,
) -> None:
    """Solves goal by goal until all are done or the time is out, counted from ``started`` (monotonic).

    Of the plans that are equally good, the one that changes the plan ``like`` least is looked for last.

    Raises ``NoPlanError`` if the first solve yields no plan.
    """
    run = _Run(model, settings, reporter, time.monotonic() if started is None else started)
    goals = list(model.network.goals)
    if goals:
        run.tell(goals[0], "start", None, None)
    run.start(like)
    weights = [SHARES.get(goal, 1.0) for goal in goals] + ([] if like is None else [LIKENESS_SHARE])
    for index, goal in enumerate(goals):
        if run.values is not None and run.left() < LEAST_SECONDS:
            return
        share = weights[index] / sum(weights[index:])
        sense, seconds = GOALS[goal].sense, run.left() * share
        levels = OBJECTIVES[goal](model, lottery_seed)
        if goal in LEXIMIN and len(independent_parts(model.network)) == 1:
            before = len(model.cp.proto.constraints)
            run.leximin(LEXIMIN[goal](model), levels, sense, seconds)
            run.heavy.update(range(before, len(model.cp.proto.constraints)))
        else:
            run.goal(list(levels), sense, seconds)
        reporter.goal(GoalDone(goal))
    if run.values is None:  # no goal had a level to offer: any plan will do
        run.goal([Objective("plan", total([]))], Sense.MINIMISE, run.left())
    if like is not None:
        run.stay_near(distance(model, like))


class _Watch(cp_model.CpSolverSolutionCallback):
    """Hands on every better plan, at most one a second. ``guided`` is the guide's part of the objective."""

    def __init__(self, run: _Run, name: str, sense: Sense, guided: int) -> None:
        super().__init__()
        self.run, self.name, self.sense, self.guided = run, name, sense, guided
        self.last = 0.0

    def on_solution_callback(self) -> None:
        now = time.monotonic()
        if now - self.last < 1.0:
            return
        self.last = now
        self.run.reporter.plan(extract(self.run.model, lambda literal: bool(self.value(literal))))
        bound = rounded_bound(self.best_objective_bound - self.guided, self.sense)
        self.run.tell(self.name, "better", round(self.objective_value) - self.guided, bound)


@dataclass
class _Run:
    """The state of one run: the clock, and the last solution (values of all variables then known)."""

    model: PlanModel
    settings: Settings
    reporter: Reporter
    started: float
    spent: float = 0.0
    values: list[int] | None = None
    guide: Objective | None = None
    guide_s: float = 0.0
    """What it took to prove the guide: a guided search looks through the same timetables again."""
    ceilings: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Level to be maximised → a bound that is known already, and its origin."""
    reported: dict[str, LevelBound] = field(default_factory=dict)
    heavy: set[int] = field(default_factory=set)
    """Constraints of a leximin, which make a linear relaxation slow and hardly tighter."""
    points: int = 0
    """What the points of the choices served cannot pass."""

    def __post_init__(self) -> None:
        network = self.model.network
        self.points = sum(network.rank_points(choice.rank) for choice in network.choices)

    def left(self) -> float:
        """Seconds (deterministic ones in deterministic mode) until the limit."""
        elapsed = self.spent if self.settings.deterministic else time.monotonic() - self.started
        return self.settings.time_limit_s - elapsed

    def tell(self, name: str, phase: Phase, value: int | None, bound: int | None) -> None:
        self.reporter.progress(Progress(name, phase, value, bound, time.monotonic() - self.started))

    def start(self, like: Plan | None = None) -> None:
        """A first plan to begin with, if one is found in its time: all of the plan ``like``, and
        what can be had beside it; where that cannot be kept whole, a plan at popular placements."""
        kept = None if like is None else keeping(self.model, like)
        if kept is None or not self._begin(kept):
            self._begin(restricted(self.model, like))

    def _begin(self, cp: cp_model.CpModel) -> bool:
        """Whether a model with fewer decisions has a plan; it is the one to begin with."""
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
            self.tell("", "plan", None, None)
            return True
        return False

    # --- one goal ------------------------------------------------------------------------------

    def goal(self, objectives: list[Objective], sense: Sense, seconds: float) -> None:
        """Solves the levels of one goal and fixes them. ``seconds`` is its share of the time left.

        Of several levels, all that follow a solved one are first asked together: "is there a plan
        that is better on one of them and no worse on those before it?" A "no" proves them all.
        """
        ends = self.left() - seconds
        open_levels: list[Objective] = []  # with bounds that do not yet meet the values
        for position, objective in enumerate(objectives):
            in_budget = self.left() - ends
            if self.values is not None and in_budget < LEAST_SECONDS:
                self._keep(objective, sense)
                continue
            seconds = in_budget if len(objectives) == 1 else in_budget / 2
            if self._level(objective, sense, seconds) != objective.value(self.known()):
                open_levels.append(objective)
            ahead = open_levels + objectives[position + 1 :]
            seconds = (self.left() - ends) * ASKING_SHARE
            worth_asking = len(ahead) > 1 and (self.guide is None or self._guides(seconds))
            if worth_asking and self._none_better(partial(self._ask_for_better, ahead, sense), seconds):
                for proven in ahead:
                    value = proven.value(self.known())
                    self._fix(proven.expression, sense, value)
                    self._report(proven.name, sense, value, value, "CP-SAT")
                return

    def leximin(self, goal: Leximin, levels: Iterator[Objective], sense: Sense, seconds: float) -> None:
        """The same for levels that are sums of the smallest shares: after the first, a few thresholds of them
        are asked about at a time, all that are left once that takes long."""
        ends = self.left() - seconds
        first = next(levels, None)
        if first is None:
            return
        self.ceilings |= {
            f"{first.name[:-1]}{n}": (most, "points") for n, most in enumerate(goal.ceilings(self.points), 1)
        }
        if self.guide is None:
            self._level(first, sense, seconds / 2)
        else:
            self._lift(goal, first.name, seconds * LIFTING_SHARE)
        at, group = 0, FEW_THRESHOLDS
        while self.left() - ends > LEAST_SECONDS and at < len(goal.thresholds(self.known())):
            before = self.left()

            def ask(cp: cp_model.CpModel, at: int = at, group: int = group) -> None:
                thresholds = goal.thresholds(self.known())
                goal.hold(cp, self.known(), thresholds[:at])
                goal.ask(cp, self.known(), thresholds[at : at + group])

            if not self._none_better(ask, self.left() - ends):
                break
            at += group
            if before - self.left() > LONG_SECONDS:
                group = MOST_THRESHOLDS
        proven = goal.thresholds(self.known())[:at]
        settled = goal.settled(self.known(), proven)
        whole = [FULL] if settled == goal.count else []  # who has all there is keeps it, too
        goal.hold(self.model.cp, self.known(), [*proven, *whole])
        self._settle(goal, [first, *levels], sense, settled)

    def _lift(self, goal: Leximin, name: str, seconds: float) -> None:
        """Closes in on the largest share of the worst-off, from both sides. A share that is neither reached
        nor refuted in its time is left alone; larger ones, which are easier to refute, are asked about."""
        ends = self.left() - seconds
        self.tell(name, "start", None, None)
        low, passed_over = goal.values(self.known())[0], 0
        while self.left() - ends > LEAST_SECONDS:
            shares = goal.between(max(low, passed_over), self.ceilings[name][0])
            if not shares:
                break
            at = len(shares) // 2
            answer = self._ask(partial(goal.lift, share=shares[at]), (self.left() - ends) / 2)
            if answer == "better":
                low = goal.values(self.known())[0]
            elif answer == "none":
                self.ceilings[name] = (shares[at - 1] if at else max(low, passed_over), "CP-SAT")
            else:
                passed_over = shares[at]

    def _settle(self, goal: Leximin, levels: list[Objective], sense: Sense, settled: int) -> None:
        """Reports all levels, so many of them as proven, and fixes the others at what they are worth."""
        self._complete(levels[-1], sense)
        values = goal.values(self.known())
        for number, (level, value) in enumerate(zip(levels, values, strict=True), 1):
            bound, origin = value, "CP-SAT"
            if number > settled:
                self._fix(level.expression, sense, value)
                bound, origin = self._known_bound(level, sense)
                so_far = values[settled - 1] if settled else 0
                if so_far + FULL * (number - settled) < bound:
                    bound = so_far + FULL * (number - settled)
            told = self.reported.get(level.name)  # the first one, by its own solve
            if told is None or (number <= settled and told.bound != bound):
                self._report(level.name, sense, value, bound, origin)

    def stay_near(self, objective: Objective) -> None:
        """With all levels fixed, the solution at the least distance that is found in the time left."""
        if self.left() > LEAST_SECONDS:
            self.tell(objective.name, "start", None, None)
            self._search(objective, Sense.MINIMISE, self.left(), None)

    def known(self) -> list[int]:
        assert self.values is not None, "the first level was solved or an error was raised"
        return self.values

    def _guides(self, seconds: float) -> bool:
        """Whether a guided search of so many seconds may come to an end."""
        return self.guide is not None and self.guide_s <= seconds

    def _level(self, objective: Objective, sense: Sense, seconds: float) -> int:
        """Solves one level and fixes it; its bound."""
        self.tell(objective.name, "start", None, None)
        bound, origin = self._known_bound(objective, sense)
        before, budget = self.left(), seconds
        for guide in (self.guide, None) if self._guides(seconds * GUIDED_SHARE) else (None,):
            share = seconds * (1 if guide is None else GUIDED_SHARE)
            proven, found = self._search(objective, sense, share, guide)
            seconds -= share
            if proven or is_tighter(found, bound, sense):
                bound, origin = found, "CP-SAT"
            if proven:
                break
        value = objective.value(self.known())
        if origin == TRIVIAL and value != bound:
            limit = math.inf if self.settings.deterministic else max(LEAST_SECONDS, budget)
            relaxed = relaxed_bound(self.model.cp, objective.expression, sense, limit, self.heavy)
            if relaxed is not None and is_tighter(relaxed, bound, sense):
                bound, origin = relaxed, "LP"
        if objective.name == GUIDE:
            self.points = bound
            if value == bound:
                self.guide, self.guide_s = objective, before - self.left()
        self._fix(objective.expression, sense, value)
        self._report(objective.name, sense, value, bound, origin)
        return bound

    def _search(
        self, objective: Objective, sense: Sense, seconds: float, guide: Objective | None
    ) -> tuple[bool, int]:
        """One solve, its plan kept if it is as good as the last: whether that is proven best, and a bound.

        The guide is fixed at its optimum, so its part of the objective is the same for all plans, and a bound
        on the whole is one on the goal.
        """
        expression, guided = objective.expression, 0
        if guide is not None:
            weight = guide_weight(expression, guide.expression) * (1 if sense is Sense.MAXIMISE else -1)
            expression, guided = expression + weight * guide.expression, weight * guide.value(self.known())
        self._aim(expression, sense)
        subsolvers = SUBSOLVERS if guide is None else GUIDED
        solver = new_solver(self.settings, max(LEAST_SECONDS, seconds), subsolvers)
        status = solver.solve(self.model.cp, _Watch(self, objective.name, sense, guided))
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
                raise RuntimeError(f"level {objective.name}: {solver.status_name(status)} after a plan")
            self._complete(objective, sense)
            return False, trivial_bound(objective.expression, sense)
        found = list(solver.response_proto.solution)
        if not self._is_worse(objective, sense, found):
            self.values = found
            self.reporter.plan(extract(self.model, partial(is_true, found)))
        value = round(solver.objective_value) - guided
        if status == cp_model.OPTIMAL:
            return True, value
        return False, safe_bound(solver.best_objective_bound - guided, objective.expression, sense, value)

    def _is_worse(self, objective: Objective, sense: Sense, found: list[int]) -> bool:
        """Whether a solution falls behind the last one, if that has the variables of the level: out of time,
        a search may end before it has come back to its hint."""
        if self.values is None or len(self.values) < len(found):
            return False
        value, last = objective.value(found), objective.value(self.values)
        return value > last if sense is Sense.MINIMISE else value < last

    def _keep(self, objective: Objective, sense: Sense) -> int:
        """Out of time: the level stays at what the last solution is worth, with a trivial bound."""
        self._complete(objective, sense)
        value = objective.value(self.known())
        self._fix(objective.expression, sense, value)
        bound, origin = self._known_bound(objective, sense)
        self._report(objective.name, sense, value, bound, origin)
        return bound

    def _known_bound(self, objective: Objective, sense: Sense) -> tuple[int, str]:
        """What is known of a level without a search."""
        trivial = trivial_bound(objective.expression, sense)
        ceiling, origin = self.ceilings.get(objective.name, (trivial, TRIVIAL))
        return (ceiling, origin) if is_tighter(ceiling, trivial, sense) else (trivial, TRIVIAL)

    def _complete(self, objective: Objective, sense: Sense) -> None:
        """Gives the variables made since the last solution the values that follow from it.

        Only the decisions are held: variables of earlier levels may lie below what their level is worth.
        """
        if len(self.known()) == len(self.model.cp.proto.variables):
            return
        self.values = self.known()[: self.model.num_decisions]
        self._aim(objective.expression, sense)
        solver = new_solver(self.settings, None)
        solver.parameters.fix_variables_to_their_hinted_value = True
        status = solver.solve(self.model.cp)
        self.spent += solver.response_proto.deterministic_time
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise RuntimeError(
                f"level {objective.name}: {solver.status_name(status)} for a plan that is known"
            )
        self.values = list(solver.response_proto.solution)

    def _aim(self, expression: Expr, sense: Sense) -> None:
        """Sets the objective of the model, with the last solution as a hint."""
        if sense is Sense.MINIMISE:
            self.model.cp.minimize(expression)
        else:
            self.model.cp.maximize(expression)
        self._hint()

    def _report(self, name: str, sense: Sense, value: int, bound: int, origin: str) -> None:
        self.reported[name] = LevelBound(name, sense, value, bound, origin)
        self.reporter.bound(self.reported[name])
        self.tell(name, "done", value, bound)

    def _fix(self, expression: Expr, sense: Sense, value: int) -> None:
        if sense is Sense.MINIMISE:
            self.model.cp.add(expression <= value)
        else:
            self.model.cp.add(expression >= value)

    def _none_better(self, ask: Callable[[cp_model.CpModel], None], seconds: float) -> bool:
        """Whether there is no solution that ``ask`` asks for; after each one found it is asked again."""
        ends = self.left() - seconds
        while min(self.left(), self.left() - ends) > LEAST_SECONDS:
            answer = self._ask(ask, self.left() - ends)
            if answer != "better":
                return answer == "none"
        return False

    def _ask(
        self, ask: Callable[[cp_model.CpModel], None], seconds: float
    ) -> Only["better", "none", "unknown"]:
        """Whether a copy of the model has a solution that ``ask`` asks for; if so, it is kept."""
        self._hint()
        cp = self.model.cp.clone()
        cp.clear_objective()  # type: ignore[no-untyped-call]  # OR-Tools has no types for it
        ask(cp)
        if self.guide is not None:
            cp.maximize(self.guide.expression)
        subsolvers = SUBSOLVERS if self.guide is None else ASKING
        solver = new_solver(self.settings, max(LEAST_SECONDS, seconds), subsolvers)
        solver.parameters.stop_after_first_solution = True
        status = solver.solve(cp)
        self.spent += solver.response_proto.deterministic_time
        if status == cp_model.INFEASIBLE:
            return "none"
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return "unknown"
        self.values = list(solver.response_proto.solution)[: len(self.model.cp.proto.variables)]
        self.reporter.plan(extract(self.model, partial(is_true, self.values)))
        return "better"

    def _ask_for_better(self, objectives: list[Objective], sense: Sense, cp: cp_model.CpModel) -> None:
        """Better on one of the levels, no worse on those before it."""
        first = [cp.new_bool_var(f"better[{objective.name}]") for objective in objectives]
        cp.add_exactly_one(first)
        factor = 1 if sense is Sense.MAXIMISE else -1
        reached = [objective.value(self.known()) for objective in objectives]
        for index, objective in enumerate(objectives):
            gain = factor * objective.expression
            cp.add(gain >= factor * reached[index] + 1).only_enforce_if(first[index])
            for earlier in range(index):
                floor = factor * objectives[earlier].expression
                cp.add(floor >= factor * reached[earlier]).only_enforce_if(first[index])

    def _hint(self) -> None:
        """Hints the last solution; before the first one, the plan in which nothing opens.

        Variables made for the level itself follow from the others and are left to the solver.
        """
        cp = self.model.cp
        cp.clear_hints()  # type: ignore[no-untyped-call]  # OR-Tools has no types for it
        known = self.values if self.values is not None else [0] * self.model.num_decisions
        for index, value in enumerate(known):
            cp.add_hint(cp.get_int_var_from_proto_index(index), value)
