"""The engine's front door: solves in a child process, keeps the best plan, audits, reports honestly."""

from __future__ import annotations

import importlib.metadata
import logging
import secrets
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from models.audit import Auditor, AuditReport
from models.finding import Finding
from models.network import Network
from models.norms import Norm
from models.outcome import Infeasible, Outcome, Solved, Unknown
from models.plan import (
    BoundScope,
    Level,
    NetworkStamp,
    Plan,
    Refusal,
    RunStamp,
    Sense,
)
from scheduler.engine import endings
from scheduler.engine.bounds import LevelBound
from scheduler.engine.filling import fill_free_seats
from scheduler.engine.limits import NO_LIMITS, Limits
from scheduler.engine.part_by_part import Best, put_together, search, taken_apart, without_sketches
from scheduler.engine.refusals import find_refusals
from scheduler.engine.settings import Progress, Settings
from scheduler.interrupts import deaf

logger = logging.getLogger(__name__)


class AuditMismatchError(RuntimeError):
    """The engine's plan does not pass the audit, or its levels are not what the audit finds."""


def solve(
    network: Network,
    settings: Settings,
    auditor: Auditor,
    on_progress: Callable[[Progress], None] = lambda _: None,
    like: Plan | None = None,
    limits: Limits = NO_LIMITS,
) -> Outcome:
    """Plans a network. Ctrl-C, the limits and the death of the search keep the best plan so far.

    Of equally good plans, the one that changes the plan ``like`` least is looked for, in the time left.
    ``limits``: what the plan has to keep to besides the rules; where that cannot be, there is no plan.

    When the search has ended by itself, the first Ctrl-C changes nothing.

    The search runs in a process of its own, which imports the caller's main script again: a script has to
    call this below ``if __name__ == "__main__":``.

    Raises ``AuditMismatchError`` if the independent audit contradicts the engine; such a plan is
    never returned. A part that has only a plan made as by hand stays empty if that breaks a rule.
    """
    run = Run(network, settings)
    result = search(network, settings, run.lottery_seed, on_progress, like, limits)
    if isinstance(result, Infeasible | Unknown):
        return result
    with deaf(0 if result.ended == endings.STOPPED() else 1):  # too late to stop a search that has ended
        try:
            plan = _finish_all(run, result, auditor)
        except AuditMismatchError:
            broken = _broken_sketches(result, auditor)
            if not broken:
                raise
            rest = without_sketches(result, broken)
            if isinstance(rest, Unknown):
                return rest
            plan = _finish_all(run, rest, auditor)
        if like is not None and limits == NO_LIMITS:
            plan = _no_worse(run, like, plan, result.bounds, auditor)
    return Solved(plan, result.ended)


def _finish_all(run: Run, best: Best, auditor: Auditor) -> Plan:
    """The plans of all parts as one, finished; free seats given away where that may be of use."""
    plans = [
        found.plan if points_are_proven(found.bounds) else fill_free_seats(part, found.plan)
        for part, found in best.parts
        if found.plan is not None
    ]
    return finish(run, put_together(run.network, plans), best.bounds, auditor)


def _broken_sketches(best: Best, auditor: Auditor) -> list[int]:
    """The parts whose plan, made as by hand, breaks a rule that whoever makes such plans does not know: it is
    left out, which is said in the log."""
    broken = []
    for number in sorted(best.sketched):
        part, found = best.parts[number]
        assert found.plan is not None, "a sketch is a plan"
        violations = _violations(auditor(part, found.plan))
        if violations:
            broken.append(number)
            logger.error("part %d: its plan made as by hand is left out: %s", number + 1, _list(violations))
    return broken


class Run:
    """A run that begins now: when it began, and the seed of its lottery, drawn before anything is solved."""

    def __init__(self, network: Network, settings: Settings) -> None:
        self.network, self.settings = network, settings
        self.started_at, self.started = datetime.now(UTC).isoformat(timespec="seconds"), time.monotonic()
        self.lottery_seed = draw_lottery_seed(network, settings)

    def stamp(self) -> RunStamp:
        """How the plan came about, now that it is there."""
        settings = self.settings
        return RunStamp(
            version=importlib.metadata.version("setka"),
            ortools=importlib.metadata.version("ortools"),
            seed=settings.seed,
            lottery_seed=self.lottery_seed,
            workers=settings.num_workers,
            time_limit_s=settings.time_limit_s,
            memory_gb=settings.memory_gb,
            wall_s=round(time.monotonic() - self.started, 2),
            started_at=self.started_at,
            deterministic=settings.deterministic,
            goals=self.network.goals,
            norms=norms_in_force(self.network),
        )


def finish(run: Run, best: Plan, bounds: dict[str, LevelBound], auditor: Auditor) -> Plan:
    """The plan found with its stamps, refusals, levels and status.

    Raises ``AuditMismatchError`` if the audit finds a violation, or a level beyond its bound.
    """
    network = run.network
    plan = best.replace(
        network=NetworkStamp(name=network.name, sha256=network.sha256),
        run=run.stamp(),
    )
    plan = plan.replace(refusals=_refusals(network, plan))
    levels = with_bounds(auditor(network, plan).levels, bounds)
    proven = all(level.proven for level in levels)
    plan = plan.replace(levels=levels, status="optimal" if proven else "feasible")
    report = auditor(network, plan)
    if report.violations:
        raise AuditMismatchError(_list(report.violations))
    return plan


def _no_worse(run: Run, like: Plan, found: Plan, bounds: dict[str, LevelBound], auditor: Auditor) -> Plan:
    """The plan found, or ``like`` itself where it is a plan of this network, too, and the search found no
    better one: one that is cut short may have left it for the sake of a level that it did not finish."""
    network = run.network
    if not _is_named(network, like):
        return found
    bare = like.replace(network=None, run=None, status=None, levels=(), refusals=())
    if _violations(auditor(network, bare)):
        return found
    try:
        kept = finish(run, bare, bounds, auditor)
    except AuditMismatchError:
        return found
    return kept if _worth(kept) >= _worth(found) else found


RECORDS = "records"
"""The rule that a plan without refusals breaks, and may break here: they are found once more."""


def _violations(report: AuditReport) -> list[Finding]:
    """What is wrong with a plan that has no refusals yet."""
    return [finding for finding in report.violations if finding.rule != RECORDS]


def _is_named(network: Network, plan: Plan) -> bool:
    """Whether the network knows everybody and everything in a plan."""
    sessions = [session for _, session in plan.sessions()]
    return (
        all(enrolment.student in network.student_by_id for enrolment in plan.enrolments)
        and all(group.course in network.course_by_id for group in plan.groups)
        and all(session.centre in network.centre_by_id for session in sessions)
        and all(name in network.teacher_by_id for session in sessions for name in session.teachers)
        and all(ride.run in network.run_by_id for ride in plan.rides)
    )


def _worth(plan: Plan) -> tuple[int, ...]:
    """The levels in their order, each the larger the better."""
    return tuple(level.value if level.sense is Sense.MAXIMISE else -level.value for level in plan.levels)


def _refusals(network: Network, plan: Plan) -> tuple[Refusal, ...]:
    """The refusals of every part, by student and rank."""
    found = [
        refusal
        for part, of_part in taken_apart(network, plan)
        for refusal in find_refusals(part, of_part, network.choices_by_student)
    ]
    return tuple(sorted(found, key=lambda refusal: (refusal.student, refusal.rank)))


def points_are_proven(bounds: dict[str, LevelBound]) -> bool:
    """Whether no plan serves more wishes: then no seat can be free beside a refusal."""
    points = bounds.get("rank_points")
    return points is not None and points.value == points.bound


def draw_lottery_seed(network: Network, settings: Settings) -> int:
    """The seed of the lottery: the caller's, the network's, or a fresh one; drawn before solving."""
    for seed in (settings.lottery_seed, network.rules.lottery_seed):
        if seed is not None:
            return seed
    return settings.seed if settings.deterministic else secrets.randbelow(2**31)


def norms_in_force(network: Network) -> tuple[Norm, ...]:
    """Every norm that is valid on the first day of lessons, for the run stamp."""
    return tuple(norm for norm in network.norms if norm.is_in_force(network.rules.first_day))


def with_bounds(levels: tuple[Level, ...], bounds: dict[str, LevelBound]) -> tuple[Level, ...]:
    """The audit's values beside the solver's bounds; proven while every level so far meets its bound.

    A bound holds for plans that are no worse on the levels before it. Where seats given away at the end
    made a level worse than the search had fixed it, the bounds after it say nothing and are left out.
    """
    result = []
    so_far = comparable = True
    for index, level in enumerate(levels):
        found = bounds.get(level.name) if comparable else None
        bound = found.bound if found else None
        if found is not None:
            minimise = level.sense is Sense.MINIMISE
            comparable = level.value <= found.value if minimise else level.value >= found.value
        if bound is not None and (
            bound > level.value if level.sense is Sense.MINIMISE else bound < level.value
        ):
            raise AuditMismatchError(f"level {level.name}: value {level.value} beyond its bound {bound}")
        so_far = so_far and bound == level.value
        result.append(
            level.replace(
                bound=bound,
                scope=BoundScope.GLOBAL if index == 0 else BoundScope.GIVEN_PREVIOUS,
                proven=so_far,
                origin=found.origin if found else "",
            )
        )
    return tuple(result)


def _list(violations: Sequence[Finding]) -> str:
    return "; ".join(f"{item.rule}: {item.message.in_('en')}" for item in violations[:10])
