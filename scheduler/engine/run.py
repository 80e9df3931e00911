"""The search of one model: its clock, the last solution, and the solves that improve on it or prove it best.

Whatever is found is handed on at once through ``Reporter``.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal as Only

from ortools.sat.python import cp_model

from models.plan import TRIVIAL, Plan, Sense
from scheduler.engine.bounds import LevelBound, is_tighter, rounded_bound, safe_bound, trivial_bound
from scheduler.engine.expressions import Expr, Literal, is_true, total
from scheduler.engine.extract import extract
from scheduler.engine.joint import Joint, Level, alone, guide_weight
from scheduler.engine.model import PlanModel
from scheduler.engine.relaxation import relaxed_bound
from scheduler.engine.settings import Phase, Progress, Settings
from scheduler.engine.solver import new_solver
from scheduler.engine.start import keeping, restricted

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


class _Watch(cp_model.CpSolverSolutionCallback):
    """Hands on every better plan, at most one a second, with what its first level is worth. ``guided`` is the
    guides' part of the objective."""

    def __init__(self, run: Run, joint: Joint, guided: int) -> None:
        super().__init__()
        self.run, self.joint, self.guided = run, joint, guided
        self.last = 0.0

    def on_solution_callback(self) -> None:
        now = time.monotonic()
        if now - self.last < 1.0:
            return
        self.last = now
        self.run.show(lambda literal: bool(self.value(literal)))
        first = self.joint.levels[0]
        costs = [int(self.value(level.cost_expression)) for level in self.joint.levels]
        least = rounded_bound(self.best_objective_bound - self.guided, Sense.MINIMISE)
        bound = self.joint.bounds(least, costs)[0]
        self.run.tell(first.name, "better", first.sign * costs[0], bound)


class _AsLongAgain(cp_model.CpSolverSolutionCallback):
    """Ends a search when it has looked for better solutions as long as it took to find the first."""

    def __init__(self) -> None:
        super().__init__()
        self.started = time.monotonic()
        self.timer: threading.Timer | None = None

    def on_solution_callback(self) -> None:
        if self.timer is None:
            self.timer = threading.Timer(time.monotonic() - self.started, self.stop_search)
            self.timer.daemon = True
            self.timer.start()

    def cancel(self) -> None:
        """The search has ended by itself."""
        if self.timer is not None:
            self.timer.cancel()


@dataclass
class Run:
    """The state of one run: the clock, and the last solution (values of all variables then known)."""

    model: PlanModel
    settings: Settings
    reporter: Reporter
    started: float
    spare_s: float = 0.0
    """By how much the limit grows once the points are proven: no seats are given away afterwards then."""
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
    proves: bool = False
    """Guided searches look for proofs alone: hardly anything is left that could be better."""
    settled: bool = False
    """Groups of no use were asked about (see ``engine.narrowing``)."""
    narrowed: bool = False
    """Days of no use were asked about (see ``engine.narrowing``)."""
    points: int = 0
    """What the points of the choices served cannot pass."""

    def __post_init__(self) -> None:
        network = self.model.network
        self.points = sum(network.rank_points(choice.rank) for choice in network.choices)

    def left(self) -> float:
        """Seconds (deterministic ones in deterministic mode) until the limit."""
        elapsed = self.spent if self.settings.deterministic else time.monotonic() - self.started
        more = self.spare_s if self.guides else 0.0
        return self.settings.time_limit_s + more - elapsed

    def tell(self, name: str, phase: Phase, value: int | None, bound: int | None) -> None:
        self.reporter.progress(Progress(name, phase, value, bound, time.monotonic() - self.started))

    def show(self, holds: Callable[[Literal], bool]) -> None:
        """Hands on the plan whose literals hold."""
        self.reporter.plan(extract(self.model, holds))

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
            self.show(partial(is_true, self.values))
            self.tell("", "plan", None, None)
            return True
        return False

    def known(self) -> list[int]:
        assert self.values is not None, "the first level was solved or an error was raised"
        return self.values

    def _is_complete(self) -> bool:
        """Whether the values of all variables are known."""
        return self.values is not None and len(self.values) == len(self.model.cp.proto.variables)

    def is_proven(self, level: Level) -> bool:
        """Whether the last solution reaches what is known to be the most."""
        return self._is_complete() and level.value(self.known()) == self.known_bound(level)[0]

    def known_bound(self, level: Level) -> tuple[int, str]:
        """What is known of a level without a search."""
        trivial = level.sign * level.least_cost
        ceiling, origin = self.ceilings.get(level.name, (trivial, TRIVIAL))
        return (ceiling, origin) if is_tighter(ceiling, trivial, level.sense) else (trivial, TRIVIAL)

    def solve_level(self, level: Level, seconds: float) -> int:
        """Solves one level by itself and fixes it; its bound."""
        bound, origin = self.known_bound(level)
        if self.is_proven(level):
            return self.settle(level, bound, origin)
        self.tell(level.name, "start", None, None)
        before = self.left()
        proven, least = self.search(alone(level), seconds, [])
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
            self.guide_s = before - self.left()
        return self.settle(level, bound, origin)

    def keep(self, level: Level) -> int:
        """Out of time: the level stays at what the last solution is worth, with the bound that is known."""
        self.complete(alone(level))
        return self.settle(level, *self.known_bound(level))

    def settle(self, level: Level, bound: int, origin: str) -> int:
        """Fixes a level at what the last solution is worth, and reports it; its bound."""
        value = level.value(self.known())
        if level.name == GUIDE:
            self.points = bound
        self.fix(level, value)
        self.report(level, value, bound, origin)
        if value == bound and (level.name == GUIDE or (self.guides and level.name == SECOND_GUIDE)):
            self.guides.append(level)
        return bound

    def fix(self, level: Level, value: int) -> None:
        self.model.cp.add(level.cost_expression <= level.sign * value)

    def report(self, level: Level, value: int, bound: int, origin: str) -> None:
        self.reported[level.name] = LevelBound(level.name, level.sense, value, bound, origin)
        self.reporter.bound(self.reported[level.name])
        self.tell(level.name, "done", value, bound)

    def search(self, joint: Joint, seconds: float, guides: Sequence[Level]) -> tuple[bool, int]:
        """One solve, its plan kept if it costs no more than the last: whether that is proven best, and a
        bound on the cost.

        Guides are fixed at their optimum, so their part of the objective is the same for all plans, and a
        bound on the whole is one on the levels.
        """
        cost, guided = joint.expression, self._aim(self.model.cp, joint, guides)
        self._hint()
        proves = self.proves and bool(guides)
        solver = new_solver(self.settings, max(LEAST_SECONDS, seconds), proves=proves)
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
            self.complete(joint)
            return False, trivial_bound(cost, Sense.MINIMISE)
        found = list(solver.response_proto.solution)
        if not self._is_worse(joint, found):
            self.values = found
            self.show(partial(is_true, found))
        value = round(solver.objective_value) - guided
        if status == cp_model.OPTIMAL:
            return True, value
        return False, safe_bound(solver.best_objective_bound - guided, cost, Sense.MINIMISE, value)

    def _aim(self, cp: cp_model.CpModel, joint: Joint, guides: Sequence[Level]) -> int:
        """Makes the levels the objective of a model, with the guides beside them; the part of the guides."""
        beside, guided = [], 0
        for guide in guides:
            weight = guide_weight(joint.expression, guide.cost_expression, len(guides))
            beside.append(weight * guide.cost_expression)
            guided += weight * guide.cost(self.known())
        cp.minimize(joint.expression + total(beside))  # not +=, which changes the goal's own expression
        return guided

    def _is_worse(self, joint: Joint, found: list[int]) -> bool:
        """Whether a solution costs more than the last one, if that has the variables of the levels: out of
        time, a search may end before it has come back to its hint."""
        return self._is_complete() and joint.cost(found) > joint.cost(self.known())

    def complete(self, joint: Joint) -> None:
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

    def ask(
        self,
        ask: Callable[[cp_model.CpModel], Expr | None],
        seconds: float,
        near: Mapping[int, int] | None = None,
        joint: Joint | None = None,
        *,
        proves: bool = False,
    ) -> Only["better", "none", "unknown"]:
        """Whether a copy of the model has a solution that ``ask`` asks for; if so, it is kept. ``near``:
        values of some variables to begin with, instead of those of the last solution. ``joint``: levels
        that are proven and may not cost more than in the last solution, which is what the objective comes to
        then. ``proves``: a "no" is likely.

        What ``ask`` returns is made small for as long again as it took to find a solution at all: what comes
        after one that is barely better would have to be asked for once more."""
        self._hint(near)
        cp = self.model.cp.clone()
        cp.clear_objective()  # type: ignore[no-untyped-call]  # OR-Tools has no types for it
        aim = ask(cp)
        if self.settings.deterministic:  # whose clock a timer does not know
            aim = None
        if joint is not None:
            least = self._aim(cp, joint, self.guides) + joint.cost(self.known())
            cp.proto.objective.domain.extend([least - round(cp.proto.objective.offset)] * 2)
        elif self.guides:
            guide = self.guides[0].cost_expression
            cp.minimize(guide if aim is None else aim + guide_weight(aim, guide) * guide)
        elif aim is not None:
            cp.minimize(aim)
        solver = new_solver(self.settings, max(LEAST_SECONDS, seconds), proves=proves)
        timer = None if aim is None else _AsLongAgain()
        solver.parameters.stop_after_first_solution = timer is None
        status = solver.solve(cp, timer)
        if timer is not None:
            timer.cancel()
        self.spent += solver.response_proto.deterministic_time
        if status == cp_model.INFEASIBLE:
            return "none"
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return "unknown"
        self.values = list(solver.response_proto.solution)[: len(self.model.cp.proto.variables)]
        self.show(partial(is_true, self.values))
        return "better"

    def _hint(self, near: Mapping[int, int] | None = None) -> None:
        """Hints what is ``near``, else the last solution; before the first, the plan in which nothing opens.

        Variables made for the level itself follow from the others and are left to the solver.
        """
        cp = self.model.cp
        cp.clear_hints()  # type: ignore[no-untyped-call]  # OR-Tools has no types for it
        known = self.values if self.values is not None else [0] * self.model.num_decisions
        hint = cp.proto.solution_hint
        hint.vars.extend(list(near or range(len(known))))
        hint.values.extend(list(near.values()) if near else known)
