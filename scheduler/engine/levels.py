"""Solves the goals one after the other, each fixed at the value reached before the next begins.

This runs in the child process. Whatever is found is handed on at once through ``Reporter``.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import takewhile
from typing import Literal as Only

from ortools.sat.python import cp_model

from models.goals import GOALS
from models.parts import independent_parts
from models.plan import TRIVIAL, Plan, Sense
from scheduler.engine.bounds import LevelBound, is_tighter, rounded_bound, safe_bound, trivial_bound
from scheduler.engine.expressions import Objective, is_true, total
from scheduler.engine.extract import extract
from scheduler.engine.joint import Joint, Level, alone, guide_weight, join
from scheduler.engine.likeness import distance
from scheduler.engine.model import PlanModel
from scheduler.engine.relaxation import relaxed_bound
from scheduler.engine.settings import ASKING, GUIDED, SUBSOLVERS, Phase, Progress, Settings
from scheduler.engine.solver import new_solver
from scheduler.engine.start import keeping, restricted
from scheduler.goals import LEXIMIN, OBJECTIVES
from scheduler.goals.fairness import FULL, Leximin

SHARES = {"unserved": 12.0, "rank_points": 16.0, "fairness": 16.0, "travel": 5.0, "trips": 6.0, "sizes": 3.0}
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

SECOND_GUIDE = "travel"
"""The same, once it is proven after that goal."""

GUIDED_SHARE = 0.6
"""Of the time of levels that are solved together, with the guides in their objective; in the rest each is
solved by itself and without them, as their own gap makes weak bounds."""

GUIDED_TIMES = 1.5
"""What a guided search gets at the least, in times of what the proof of the first guide took."""

FEW_THRESHOLDS = 4
"""How many thresholds of a leximin are asked about at a time."""

MOST_THRESHOLDS = 1000

LONG_SECONDS = 2.5
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
    shares = [SHARES.get(goal, 1.0) for goal in goals] + ([] if like is None else [LIKENESS_SHARE])
    at = 0
    while at < len(goals):
        if run.values is not None and run.left() < LEAST_SECONDS:
            return
        goal, seconds = goals[at], run.left() * shares[at] / sum(shares[at:])
        if goal in LEXIMIN and len(independent_parts(model.network)) == 1:
            before = len(model.cp.proto.constraints)
            run.leximin(LEXIMIN[goal](model), _levels(model, goal, lottery_seed), seconds)
            run.heavy.update(range(before, len(model.cp.proto.constraints)))
        elif goal not in LEXIMIN and run.guides:
            chain = list(takewhile(lambda name: name not in LEXIMIN, goals[at:]))
            levels = {name: list(_levels(model, name, lottery_seed)) for name in chain}
            run.chain(levels, shares[at:])
            at += len(chain)
            continue
        else:
            run.goal(list(_levels(model, goal, lottery_seed)), seconds)
        reporter.goal(GoalDone(goal))
        at += 1
    if run.values is None:  # no goal had a level to offer: any plan will do
        run.goal([Level(Objective("plan", total([])), Sense.MINIMISE)], run.left())
    if like is not None:
        run.stay_near(Level(distance(model, like), Sense.MINIMISE))


def _levels(model: PlanModel, goal: str, lottery_seed: int) -> Iterator[Level]:
    sense = GOALS[goal].sense
    return (Level(objective, sense) for objective in OBJECTIVES[goal](model, lottery_seed))


class _Watch(cp_model.CpSolverSolutionCallback):
    """Hands on every better plan, at most one a second, with what its first level is worth. ``guided`` is the
    guides' part of the objective."""

    def __init__(self, run: _Run, joint: Joint, guided: int) -> None:
        super().__init__()
        self.run, self.joint, self.guided = run, joint, guided
        self.last = 0.0

    def on_solution_callback(self) -> None:
        now = time.monotonic()
        if now - self.last < 1.0:
            return
        self.last = now
        self.run.reporter.plan(extract(self.run.model, lambda literal: bool(self.value(literal))))
        first = self.joint.levels[0]
        costs = [int(self.value(level.cost_expression)) for level in self.joint.levels]
        least = rounded_bound(self.best_objective_bound - self.guided, Sense.MINIMISE)
        bound = self.joint.bounds(least, costs)[0]
        self.run.tell(first.name, "better", first.sign * costs[0], bound)


@dataclass
class _Run:
    """The state of one run: the clock, and the last solution (values of all variables then known)."""

    model: PlanModel
    settings: Settings
    reporter: Reporter
    started: float
    spent: float = 0.0
    values: list[int] | None = None
    guides: list[Level] = field(default_factory=list)
    guide_s: float = 0.0
    """What it took to prove the first guide: a guided search looks through the same timetables again."""
    ceilings: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Level → a bound that is known already, and its origin."""
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

    # --- goals ---------------------------------------------------------------------------------

    def goal(self, levels: list[Level], seconds: float) -> None:
        """Solves the levels of one goal and fixes them. ``seconds`` is its share of the time left.

        Of several levels, all that follow a solved one are first asked together: "is there a plan
        that is better on one of them and no worse on those before it?" A "no" proves them all.
        """
        ends = self.left() - seconds
        open_levels: list[Level] = []  # with bounds that do not yet meet the values
        for position, level in enumerate(levels):
            in_budget = self.left() - ends
            if self.values is not None and in_budget < LEAST_SECONDS:
                self._keep(level)
                continue
            seconds = in_budget if len(levels) == 1 else in_budget / 2
            if self._level(level, seconds) != level.value(self.known()):
                open_levels.append(level)
            ahead = open_levels + levels[position + 1 :]
            seconds = (self.left() - ends) * ASKING_SHARE
            worth_asking = len(ahead) > 1 and (not self.guides or self.guide_s <= seconds)
            if worth_asking and self._none_better(partial(self._ask_for_better, ahead), seconds):
                for proven in ahead:
                    self._settle(proven, proven.value(self.known()), "CP-SAT")
                return

    def chain(self, goals: dict[str, list[Level]], shares: Sequence[float]) -> None:
        """Solves goals beside the guides, as many levels at a time as can be solved together. ``shares``: the
        weights by which these goals, and those after them, share the time left."""
        ahead = [level for levels in goals.values() for level in levels]
        weight = {
            level.name: share / len(levels)
            for levels, share in zip(goals.values(), shares, strict=False)
            for level in levels
        }
        later = sum(shares[len(goals) :])
        open_goals = dict(goals)
        while open_goals:
            if self.left() < LEAST_SECONDS:
                return
            if ahead:
                joint = join(ahead)
                ahead = ahead[len(joint.levels) :]
                own, rest = (sum(weight[level.name] for level in some) for some in (joint.levels, ahead))
                self._together(joint, self.left() * own / (own + rest + later))
            for goal, levels in list(open_goals.items()):
                if not {level.name for level in levels}.isdisjoint(level.name for level in ahead):
                    break
                del open_goals[goal]
                self.reporter.goal(GoalDone(goal))

    def _together(self, joint: Joint, seconds: float) -> None:
        """Solves levels as one with the guides beside them; if that proves them not, each by itself, with the
        guides and then without."""
        ends = self.left() - seconds
        guided_s = self._guided(seconds)
        if guided_s:
            self.tell(joint.levels[0].name, "start", None, None)
            self._complete(joint)
            proven, least = self._search(joint, guided_s, self.guides)
            values = [level.value(self.known()) for level in joint.levels]
            bounds = joint.bounds(least, [level.cost(self.known()) for level in joint.levels])
            if proven:
                bounds = values
            for level, bound in zip(joint.levels, bounds, strict=True):
                if is_tighter(bound, self._known_bound(level)[0], level.sense):
                    self.ceilings[level.name] = (bound, "CP-SAT")
        for position, level in enumerate(joint.levels):
            in_budget = (self.left() - ends) / (len(joint.levels) - position)
            if in_budget < LEAST_SECONDS:
                self._keep(level)
            elif len(joint.levels) > 1 and not self._is_proven(level):
                self._together(alone(level), in_budget)
            else:
                self._level(level, in_budget)

    def leximin(self, goal: Leximin, levels: Iterator[Level], seconds: float) -> None:
        """The same for levels that are sums of the smallest shares: after the first, a few thresholds of them
        are asked about at a time, all that are left once that takes long."""
        ends = self.left() - seconds
        first = next(levels, None)
        if first is None:
            return
        self.ceilings |= {
            f"{first.name[:-1]}{n}": (most, "points") for n, most in enumerate(goal.ceilings(self.points), 1)
        }
        if not self.guides:
            self._level(first, seconds / 2)
        else:
            self._lift(goal, first.name, seconds * LIFTING_SHARE)
        at, group = 0, FEW_THRESHOLDS
        while self.left() - ends > LEAST_SECONDS and at < len(goal.thresholds(self.known())):
            before = self.left()

            def ask(cp: cp_model.CpModel, at: int = at, group: int = group) -> None:
                thresholds = goal.thresholds(self.known())
                goal.hold(cp, self.known(), thresholds[:at])
                goal.ask(cp, self.known(), thresholds[at : at + group])

            answer = self._ask(ask, before - ends)
            if answer == "unknown":
                break
            if answer == "none":
                at += group
            if before - self.left() > LONG_SECONDS:
                group = MOST_THRESHOLDS
        proven = goal.thresholds(self.known())[:at]
        settled = goal.settled(self.known(), proven)
        whole = [FULL] if settled == goal.count else []  # who has all there is keeps it, too
        goal.hold(self.model.cp, self.known(), [*proven, *whole])
        self._tell_all(goal, [first, *levels], settled)

    def _lift(self, goal: Leximin, name: str, seconds: float) -> None:
        """Closes in on the largest share of the worst-off: by steps that double as long as they are reached
        and begin anew with the next share after one that is refuted. A share that is neither reached nor
        refuted in its time is left alone; from then on it is the share half-way to what cannot be passed,
        which is easier to refute, that is asked about."""
        ends = self.left() - seconds
        self.tell(name, "start", None, None)
        low, passed_over = goal.values(self.known())[0], 0
        step = 0
        while self.left() - ends > LEAST_SECONDS:
            shares = goal.between(max(low, passed_over), self.ceilings[name][0])
            if not shares:
                break
            at = len(shares) // 2 if passed_over else min(step, len(shares) - 1)
            answer = self._ask(partial(goal.lift, share=shares[at]), (self.left() - ends) / 2)
            step = 2 * step + 1 if answer == "better" else 0
            if answer == "better":
                low = goal.values(self.known())[0]
            elif answer == "none":
                self.ceilings[name] = (shares[at - 1] if at else max(low, passed_over), "CP-SAT")
            else:
                passed_over = shares[at]

    def _tell_all(self, goal: Leximin, levels: list[Level], settled: int) -> None:
        """Reports all levels, so many of them as proven, and fixes the others at what they are worth."""
        self._complete(alone(levels[-1]))
        values = goal.values(self.known())
        for number, (level, value) in enumerate(zip(levels, values, strict=True), 1):
            bound, origin = value, "CP-SAT"
            if number > settled:
                self._fix(level, value)
                bound, origin = self._known_bound(level)
                so_far = values[settled - 1] if settled else 0
                if so_far + FULL * (number - settled) < bound:
                    bound = so_far + FULL * (number - settled)
            told = self.reported.get(level.name)  # the first one, by its own solve
            if told is None or (number <= settled and told.bound != bound):
                self._report(level, value, bound, origin)

    def stay_near(self, level: Level) -> None:
        """With all levels fixed, the solution at the least distance that is found in the time left."""
        if self.left() > LEAST_SECONDS:
            self.tell(level.name, "start", None, None)
            self._search(alone(level), self.left(), [])

    # --- one level ---------------------------------------------------------------------------

    def known(self) -> list[int]:
        assert self.values is not None, "the first level was solved or an error was raised"
        return self.values

    def _is_complete(self) -> bool:
        """Whether the values of all variables are known."""
        return self.values is not None and len(self.values) == len(self.model.cp.proto.variables)

    def _is_proven(self, level: Level) -> bool:
        """Whether the last solution reaches what is known to be the most."""
        return self._is_complete() and level.value(self.known()) == self._known_bound(level)[0]

    def _guided(self, seconds: float) -> float:
        """How much of so many seconds a guided search gets; none of them, if it can hardly come to an end."""
        if not self.guides or seconds < self.guide_s:
            return 0.0
        return min(seconds, max(GUIDED_SHARE * seconds, GUIDED_TIMES * self.guide_s))

    def _level(self, level: Level, seconds: float) -> int:
        """Solves one level by itself and fixes it; its bound."""
        bound, origin = self._known_bound(level)
        if self._is_proven(level):
            return self._settle(level, bound, origin)
        self.tell(level.name, "start", None, None)
        before = self.left()
        proven, least = self._search(alone(level), seconds, [])
        found = level.sign * least
        if proven or is_tighter(found, bound, level.sense):
            bound, origin = found, "CP-SAT"
        value = level.value(self.known())
        if origin == TRIVIAL and value != bound:
            limit = math.inf if self.settings.deterministic else max(LEAST_SECONDS, seconds)
            expression = level.objective.expression
            relaxed = relaxed_bound(self.model.cp, expression, level.sense, limit, self.heavy)
            if relaxed is not None and is_tighter(relaxed, bound, level.sense):
                bound, origin = relaxed, "LP"
        if level.name == GUIDE:
            self.points, self.guide_s = bound, before - self.left()
        return self._settle(level, bound, origin)

    def _settle(self, level: Level, bound: int, origin: str) -> int:
        """Fixes a level at what the last solution is worth, and reports it; its bound."""
        value = level.value(self.known())
        self._fix(level, value)
        self._report(level, value, bound, origin)
        if value == bound and (level.name == GUIDE or (self.guides and level.name == SECOND_GUIDE)):
            self.guides.append(level)
        return bound

    def _search(self, joint: Joint, seconds: float, guides: Sequence[Level]) -> tuple[bool, int]:
        """One solve, its plan kept if it costs no more than the last: whether that is proven best, and a
        bound on the cost.

        Guides are fixed at their optimum, so their part of the objective is the same for all plans, and a
        bound on the whole is one on the levels.
        """
        cost = aim = joint.expression
        guided = 0
        for guide in guides:
            weight = guide_weight(cost, guide.cost_expression, len(guides))
            aim += weight * guide.cost_expression
            guided += weight * guide.cost(self.known())
        self.model.cp.minimize(aim)
        self._hint()
        subsolvers = GUIDED if guides else SUBSOLVERS
        solver = new_solver(self.settings, max(LEAST_SECONDS, seconds), subsolvers)
        status = solver.solve(self.model.cp, _Watch(self, joint, guided))
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
                name = joint.levels[0].name
                raise RuntimeError(f"level {name}: {solver.status_name(status)} after a plan")
            self._complete(joint)
            return False, trivial_bound(cost, Sense.MINIMISE)
        found = list(solver.response_proto.solution)
        if not self._is_worse(joint, found):
            self.values = found
            self.reporter.plan(extract(self.model, partial(is_true, found)))
        value = round(solver.objective_value) - guided
        if status == cp_model.OPTIMAL:
            return True, value
        return False, safe_bound(solver.best_objective_bound - guided, cost, Sense.MINIMISE, value)

    def _is_worse(self, joint: Joint, found: list[int]) -> bool:
        """Whether a solution costs more than the last one, if that has the variables of the levels: out of
        time, a search may end before it has come back to its hint."""
        return self._is_complete() and joint.cost(found) > joint.cost(self.known())

    def _keep(self, level: Level) -> int:
        """Out of time: the level stays at what the last solution is worth, with the bound that is known."""
        self._complete(alone(level))
        return self._settle(level, *self._known_bound(level))

    def _known_bound(self, level: Level) -> tuple[int, str]:
        """What is known of a level without a search."""
        trivial = trivial_bound(level.objective.expression, level.sense)
        ceiling, origin = self.ceilings.get(level.name, (trivial, TRIVIAL))
        return (ceiling, origin) if is_tighter(ceiling, trivial, level.sense) else (trivial, TRIVIAL)

    def _complete(self, joint: Joint) -> None:
        """Gives all variables values that follow from the decisions of the last solution, those of the levels
        the best that it allows.

        Only the decisions are held: variables of earlier levels may lie below what their level is worth.
        """
        self.values = self.known()[: self.model.num_decisions]
        self.model.cp.minimize(joint.expression)
        self._hint()
        solver = new_solver(self.settings, None)
        solver.parameters.fix_variables_to_their_hinted_value = True
        status = solver.solve(self.model.cp)
        self.spent += solver.response_proto.deterministic_time
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            name = joint.levels[0].name
            raise RuntimeError(f"level {name}: {solver.status_name(status)} for a plan that is known")
        self.values = list(solver.response_proto.solution)

    def _report(self, level: Level, value: int, bound: int, origin: str) -> None:
        self.reported[level.name] = LevelBound(level.name, level.sense, value, bound, origin)
        self.reporter.bound(self.reported[level.name])
        self.tell(level.name, "done", value, bound)

    def _fix(self, level: Level, value: int) -> None:
        self.model.cp.add(level.cost_expression <= level.sign * value)

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
        if self.guides:
            cp.minimize(self.guides[0].cost_expression)
        subsolvers = ASKING if self.guides else SUBSOLVERS
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

    def _ask_for_better(self, levels: list[Level], cp: cp_model.CpModel) -> None:
        """Better on one of the levels, no worse on those before it."""
        first = [cp.new_bool_var(f"better[{level.name}]") for level in levels]
        cp.add_exactly_one(first)
        costs = [level.cost(self.known()) for level in levels]
        for index, level in enumerate(levels):
            cp.add(level.cost_expression <= costs[index] - 1).only_enforce_if(first[index])
            for earlier in range(index):
                held = levels[earlier].cost_expression <= costs[earlier]
                cp.add(held).only_enforce_if(first[index])

    def _hint(self) -> None:
        """Hints the last solution; before the first one, the plan in which nothing opens.

        Variables made for the level itself follow from the others and are left to the solver.
        """
        cp = self.model.cp
        cp.clear_hints()  # type: ignore[no-untyped-call]  # OR-Tools has no types for it
        known = self.values if self.values is not None else [0] * self.model.num_decisions
        for index, value in enumerate(known):
            cp.add_hint(cp.get_int_var_from_proto_index(index), value)
