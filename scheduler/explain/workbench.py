"""What forcing something onto a plan costs: the first goal that has to get worse, and by how much.

The levels of the plan are held one after the other at the plan's own values. "Is there a plan with the thing
forced in which levels 1 … k are no worse?" can only turn from yes to no as k grows, so the first level that
gets worse is found by bisection; it is then solved with those before it held. Every plan found on the way is
judged by the independent audit before anything is said of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from ortools.sat.python import cp_model

from models.audit import Auditor
from models.goals import GOALS
from models.goals.fairness import GOAL as FAIRNESS
from models.goals.priority import GOAL as PRIORITY
from models.network import Network
from models.plan import Plan, Sense
from scheduler.engine.bounds import safe_bound, trivial_bound
from scheduler.engine.expressions import Expr, Objective, is_true, total
from scheduler.engine.extract import extract, literals_of, timetable_of
from scheduler.engine.joint import guide_weight
from scheduler.engine.model import PlanModel
from scheduler.engine.run import GUIDE
from scheduler.engine.settings import Settings
from scheduler.engine.solver import new_solver
from scheduler.explain.verdicts import LEAST_SECONDS, Clock, Outcome, Standing, Verdict, Worsening
from scheduler.goals import OBJECTIVES

Force = Callable[[cp_model.CpModel], None]
"""Adds to a copy of the model what is to be forced."""

ALONE_SECONDS = 0.8
"""So long one worker searches by itself; most refusals are answered by then, and several workers only get in
each other's way."""

NEAREST_SECONDS = 1.0
"""Most that may be spent on the alternative that is nearest to the plan."""


class FalseAnswerError(RuntimeError):
    """The audit contradicts what the solver says of a plan: a fault of the engine, never told as true."""


@dataclass(frozen=True)
class _Found:
    """One solve: its status, the values of a solution if there is one, and a bound on what was solved for."""

    status: cp_model.CpSolverStatus
    values: Sequence[int] | None = None
    bound: int | None = None


@dataclass
class Workbench:
    """The model of one independent part of the network, with the plan's own levels.

    ``plan`` is what the plan does in the part; ``lottery_seed`` and ``applicants`` are those of the whole.
    """

    network: Network
    plan: Plan
    auditor: Auditor
    lottery_seed: int | None
    applicants: tuple[str, ...]
    settings: Settings = field(default_factory=Settings)
    alone_s: float = ALONE_SECONDS
    is_proven: bool = False
    """Whether no plan of the part is better on the points of the choices."""
    reduce: bool = True
    """Whether starts that another one makes superfluous, and equal groups, may be left out: not where the
    question is about a start or a group."""

    def __post_init__(self) -> None:
        if self.lottery_seed not in (
            None,
            self.network.rules.lottery_seed,
        ):  # the audit counts the lottery that was drawn for the plan
            rules = self.network.rules.replace(lottery_seed=self.lottery_seed)
            self.network = self.network.replace(rules=rules)
        self.plan = bare(self.plan)
        self._about: frozenset[str] = frozenset()

    @cached_property
    def model(self) -> PlanModel:
        """The reduced model; the full one for a plan of which the reduced one has no such decision."""
        model = PlanModel(self.network, reduce=self.reduce, applicants=self.applicants, like=self.plan)
        if not self.reduce or literals_of(model, self.plan) is not None:
            return model
        full = PlanModel(self.network, reduce=False, applicants=self.applicants)
        return model if literals_of(full, self.plan) is None else full

    @cached_property
    def true(self) -> frozenset[int] | None:
        """Indices of the literals that are true in the plan; ``None`` if it cannot be said in the model."""
        literals = literals_of(self.model, self.plan)
        if literals is None:
            return None
        served = {self.model.served[key].index for key in served_choices(self.network, self.plan)}
        return frozenset({literal.index for literal in literals} | served)

    @cached_property
    def objectives(self) -> list[tuple[Objective, Sense]]:
        """All levels in order; without a seed there is no lottery to be compared."""
        seed = 0 if self.lottery_seed is None else self.lottery_seed
        found = [
            (objective, GOALS[goal].sense)
            for goal in self.network.goals
            for objective in OBJECTIVES[goal](self.model, seed)
        ]
        lottery = f"{PRIORITY.name}.{len(PRIORITY.parts)}"
        return [item for item in found if self.lottery_seed is not None or item[0].name != lottery]

    @cached_property
    def standings(self) -> list[Standing]:
        """The levels as the plan has them, by the audit."""
        found: list[Standing] = []
        for (objective, sense), value in zip(self.objectives, self.worth(self.plan), strict=True):
            earlier = found[-1].value if found and _adds_up(found[-1].name, objective.name) else 0
            found.append(Standing(objective.name, sense, value, earlier))
        return found

    def clock(self, seconds: float) -> Clock:
        """A limit for one question, which begins when the model is there."""
        _ = self.standings
        return Clock(seconds)

    def worth(self, plan: Plan) -> list[int]:
        """The values of all levels of a plan of the part; lots are drawn among all applicants.

        Raises ``FalseAnswerError`` if the audit finds a violation in a plan that was found here.
        """
        report = self.auditor(self.network, bare(plan))
        if report.violations and plan is not self.plan:
            raise FalseAnswerError("; ".join(item.message.in_("en") for item in report.violations[:3]))
        by_name = {level.name: level.value for level in report.levels}
        values = [0] * len(self.model.cp.proto.variables)
        for key in served_choices(self.network, plan):
            values[self.model.served[key].index] = 1
        return [
            objective.value(values)
            if objective.name.startswith(f"{PRIORITY.name}.")
            else by_name[objective.name]
            for objective, _ in self.objectives
        ]

    # --- the question --------------------------------------------------------------------------

    def verdict(self, force: Force, clock: Clock, about: Collection[str] = ()) -> Verdict:
        """The first level that gets worse if something is forced, as far as it can be known in the time.

        ``about``: the courses that it is about; plans that leave all other groups where and when they are
        are looked through first.
        """
        self._about = frozenset(about)
        held, values = self._within_timetable(force, clock)
        if values is None:
            found = self._ask(force, 0, clock)
            if found.status == cp_model.INFEASIBLE and self._is_confirmed(force, clock):
                return Verdict("impossible")
            if found.values is None:
                return Verdict("unknown")
            values = found.values
            held = self._reach(values)
        return self._first_worse(force, clock, held, values)

    def _first_worse(self, force: Force, clock: Clock, held: int, values: Sequence[int]) -> Verdict:
        first_refuted = len(self.standings) + 1
        while True:
            better = self._better(values)
            if better is not None or held == len(self.standings):
                return self._told("equal", held, better, force, values, clock)
            found = self._optimise(force, held, values, clock)
            standing = self.standings[held]
            if found.values is not None:
                values = found.values
                if standing.worse_by(self._value(held, values)) <= 0:
                    held = max(held + 1, self._reach(values))
                    held, values, first_refuted = self._climb(force, held, first_refuted, values, clock)
                    continue
            bound = found.bound
            if bound is None or standing.worse_by(bound) <= 0:
                if first_refuted > held + 1:
                    return self._told("unknown", held, None, force, values, clock)
                bound = standing.value + (1 if standing.sense is Sense.MINIMISE else -1)
            reached = (held, self._value(held, values))
            return self._told("worse", held, reached, force, values, clock, bound)

    def _climb(
        self, force: Force, held: int, first_refuted: int, values: Sequence[int], clock: Clock
    ) -> tuple[int, Sequence[int], int]:
        """Bisects: the most levels that can be held, a solution that does, and the first number refuted."""
        while first_refuted - held > 1 and not clock.is_out():
            middle = min((held + first_refuted) // 2, len(self.standings))
            found = self._ask(force, middle, clock)
            if found.values is not None:
                values, held = found.values, max(middle, self._reach(found.values))
            elif found.status == cp_model.INFEASIBLE:
                first_refuted = middle
            else:
                break
        return held, values, first_refuted

    def _within_timetable(self, force: Force, clock: Clock) -> tuple[int, Sequence[int] | None]:
        """The same by plans that keep the timetable, quick to look through: levels held and a solution."""
        if self.true is None:
            return 0, None
        timetable = partial(self._keep_timetable, force)
        found = self._ask(timetable, 0, clock)
        if found.values is None:
            return 0, None
        held, values, _ = self._climb(
            timetable, self._reach(found.values), len(self.standings) + 1, found.values, clock
        )
        return held, values

    def _keep_timetable(self, force: Force, cp: cp_model.CpModel) -> None:
        assert self.true is not None
        force(cp)
        for group in self.model.groups.values():
            if group.course.id not in self._about:
                for literal in timetable_of(group):
                    cp.add(literal == int(literal.index in self.true))

    def optimum(self, levels: int, clock: Clock) -> list[Worsening]:
        """The best of the first levels, one after the other, as far as it is found in the time: what is
        reached against the plan, and what cannot be passed by plans that reach the levels before."""
        values: Sequence[int] | None = None
        found: list[Worsening] = []
        for level in range(min(levels, len(self.standings))):
            (objective, sense), standing = self.objectives[level], self.standings[level]
            cp = self._copy(lambda _: None, 0, values)
            for (earlier, earlier_sense), held in zip(self.objectives[:level], found, strict=True):
                _hold(cp, earlier.expression, earlier_sense, held.found)
            solved = self._solve(cp, clock, (objective.expression, sense))
            reached, bound = standing.value, trivial_bound(objective.expression, sense)
            if solved.values is not None and solved.bound is not None:
                values, bound = solved.values, solved.bound
                reached = objective.value(solved.values)
            if standing.worse_by(reached) > 0:  # out of time before the search came back to its hint
                reached = standing.value
            found.append(Worsening(standing, reached, bound))
        return found

    def is_possible_here(self, force: Force, held: int, clock: Clock) -> bool:
        """Whether a plan with this timetable has what is forced and holds so many levels."""
        self._about = frozenset()
        if self.true is None:
            return False
        return self._ask(partial(self._keep_timetable, force), held, clock).values is not None

    # --- one solve -----------------------------------------------------------------------------

    def _copy(self, force: Force, held: int, values: Sequence[int] | None = None) -> cp_model.CpModel:
        """The model with something forced and so many levels held, hinted with a solution or the plan."""
        _ = self.standings  # their objectives have variables of their own, which the copy needs
        cp = self.model.cp.clone()
        force(cp)
        for (objective, sense), standing in zip(self.objectives[:held], self.standings[:held], strict=True):
            _hold(cp, objective.expression, sense, standing.value)
        if values is not None:
            for index, value in enumerate(values):
                cp.add_hint(cp.get_int_var_from_proto_index(index), value)
        elif self.true is not None:
            for index in range(self.model.num_decisions):
                cp.add_hint(cp.get_int_var_from_proto_index(index), int(index in self.true))
        return cp

    @cached_property
    def guide(self) -> tuple[int, Expr]:
        """Position and expression of the points of the choices, if the plan is proven to reach the most; else
        a position behind all levels. Held, it cannot change any more, but as a part of the objective it gives
        the search a direction (see ``engine.run``)."""
        for position, (objective, _) in enumerate(self.objectives):
            if objective.name == GUIDE and self.is_proven:
                return position, objective.expression
        return len(self.objectives), total([])

    def _guides(self, held: int) -> bool:
        return held > self.guide[0]

    def _ask(self, force: Force, held: int, clock: Clock) -> _Found:
        """Any solution in which so many levels are held."""
        return self._solve(self._copy(force, held), clock, guided=self._guides(held))

    def _optimise(self, force: Force, held: int, values: Sequence[int], clock: Clock) -> _Found:
        """The best value of the first level that is not held."""
        objective, sense = self.objectives[held]
        cp = self._copy(force, held, values)
        aim = (objective.expression, sense)
        found = self._solve(cp, clock, aim, guided=self._guides(held))
        if found.status == cp_model.INFEASIBLE:
            raise FalseAnswerError(f"no solution where one is known ({objective.name})")
        return found

    def _solve(
        self,
        cp: cp_model.CpModel,
        clock: Clock,
        aim: tuple[Expr, Sense] | None = None,
        *,
        guided: bool = False,
    ) -> _Found:
        """The best solution for an aim, or any at all: first one worker, then several with the guide."""
        found = _Found(cp_model.UNKNOWN)
        for settings, seconds, shift in (
            (Settings(workers=1, seed=self.settings.seed), self.alone_s, 0),
            (self.settings, math.inf, self.standings[self.guide[0]].value if guided else 0),
        ):
            if clock.is_out():
                break
            found = self._solve_once(cp, settings, min(seconds, clock.left()), aim, shift if guided else 0)
            if found.status in (cp_model.OPTIMAL, cp_model.INFEASIBLE) or (
                aim is None and found.values is not None
            ):
                break
        return found

    def _solve_once(
        self,
        cp: cp_model.CpModel,
        settings: Settings,
        seconds: float,
        aim: tuple[Expr, Sense] | None,
        guided: int,
    ) -> _Found:
        """``guided``: the value of the guide, if it is to be in the objective."""
        cp.clear_objective()  # type: ignore[no-untyped-call]  # OR-Tools has no types for it
        shift = 0
        if aim is not None:
            expression, sense = aim
            if guided:
                factor = 1 if sense is Sense.MAXIMISE else -1
                weight = factor * guide_weight(expression, self.guide[1])
                expression, shift = expression + weight * self.guide[1], weight * guided
            cp.minimize(expression) if sense is Sense.MINIMISE else cp.maximize(expression)
        elif guided:
            cp.maximize(self.guide[1])
        solver = new_solver(settings, seconds)
        solver.parameters.stop_after_first_solution = aim is None
        status = solver.solve(cp)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return _Found(status)
        values = list(solver.response_proto.solution)[: len(self.model.cp.proto.variables)]
        if aim is None:
            return _Found(status, values)
        value = round(solver.objective_value)
        if status == cp_model.OPTIMAL:
            return _Found(status, values, value - shift)
        bound = safe_bound(solver.best_objective_bound, expression, sense, value)
        return _Found(status, values, bound - shift)

    def _is_confirmed(self, force: Force, clock: Clock) -> bool:
        """Whether there is no solution with presolve off either: an overflow in presolve has lied before."""
        solver = new_solver(Settings(workers=1), max(LEAST_SECONDS, clock.left()))
        solver.parameters.cp_model_presolve = False
        return bool(solver.solve(self._copy(force, 0)) == cp_model.INFEASIBLE)

    def _value(self, level: int, values: Sequence[int]) -> int:
        return self.objectives[level][0].value(values)

    def _reach(self, values: Sequence[int]) -> int:
        """How many levels a solution holds, as far as its own variables say."""
        for level, standing in enumerate(self.standings):
            if standing.worse_by(self._value(level, values)) > 0:
                return level
        return len(self.standings)

    def _better(self, values: Sequence[int]) -> tuple[int, int] | None:
        """The first level on which a solution is better, with its value there, if none before is worse."""
        for level, standing in enumerate(self.standings):
            value = self._value(level, values)
            if value != standing.value:
                return (level, value) if standing.worse_by(value) < 0 else None
        return None

    # --- the alternative -----------------------------------------------------------------------

    def _told(
        self,
        outcome: Outcome,
        held: int,
        reached: tuple[int, int] | None,
        force: Force,
        values: Sequence[int],
        clock: Clock,
        bound: int | None = None,
    ) -> Verdict:
        """The verdict with an alternative near to the plan, if the audit agrees with every word of it.

        ``reached``: a level and its value in the solution, with all levels before it held.
        """
        plan = self.extract(self._nearest(held, reached, force, values, clock))
        worth = self.worth(plan)
        for level, (standing, value) in enumerate(zip(self.standings, worth, strict=True)):
            by = standing.worse_by(value)
            if by < 0:
                improved = Standing(standing.name, standing.sense, value, standing.before)
                return Verdict("better", level, None, plan, improved)
            if by > 0:
                if level < held:
                    raise FalseAnswerError(f"{standing.name} is worse by {by} in a plan that should hold it")
                break
        if outcome != "worse":
            return Verdict(outcome, held, None, plan)
        assert bound is not None
        worsening = Worsening(self.standings[held], worth[held], bound)
        if worsening.level.worse_by(worsening.found) < worsening.by:
            raise FalseAnswerError(f"{worsening.level.name} is better than its bound: {worsening.found}")
        return Verdict("worse", held, worsening, plan)

    def _nearest(
        self,
        held: int,
        reached: tuple[int, int] | None,
        force: Force,
        values: Sequence[int],
        clock: Clock,
    ) -> Sequence[int]:
        """Of the solutions as good as the one found, one in which fewest lose, and fewest seats change."""
        if self.true is None:
            return values
        limit = Clock(min(NEAREST_SECONDS, clock.left()))
        count = held if reached is None else reached[0]

        def as_good(cp: cp_model.CpModel) -> None:
            force(cp)
            if reached is not None:
                objective, sense = self.objectives[count]
                _hold(cp, objective.expression, sense, reached[1])

        served = total(lit for lit in self.model.served.values() if lit.index in self.true)
        sites = (lit for seat in self.model.seats for lit in (seat.taken, *seat.sites.values()))
        slots = (slot.chosen for group in self.model.groups.values() for slot in group.all_slots())
        kept = total(lit for lit in (*sites, *slots) if lit.index in self.true)
        for attempt in (partial(self._keep_timetable, as_good), as_good):
            cp = self._copy(attempt, count, values)
            found = self._solve(cp, limit, (kept + 10 * served, Sense.MAXIMISE))
            if found.values is not None:
                return found.values
        return values

    def extract(self, values: Sequence[int]) -> Plan:
        """The plan that a solution says."""
        return extract(self.model, partial(is_true, values))


def bare(plan: Plan) -> Plan:
    """Groups, enrolments and rides alone: what a plan does, without what is recorded about it."""
    return Plan(groups=plan.groups, enrolments=plan.enrolments, rides=plan.rides)


def served_choices(network: Network, plan: Plan) -> set[tuple[str, str]]:
    """(student, target) of every choice that a plan serves."""
    return {
        (choice.student, choice.course)
        for student, choices in network.choices_by_student.items()
        for choice in choices
        if (courses := network.courses_of(choice.course))
        and {(choice.rank, course.id) for course in courses}
        <= {(seat.rank, seat.course) for seat in plan.seats_of.get(student, [])}
    }


def _adds_up(earlier: str, name: str) -> bool:
    """Whether a level is a running sum that the level before it is part of."""
    return all(item.partition(".")[0] == FAIRNESS.name for item in (earlier, name))


def _hold(cp: cp_model.CpModel, expression: Expr, sense: Sense, value: int) -> None:
    cp.add(expression <= value if sense is Sense.MINIMISE else expression >= value)
