"""Solves a leximin: the smallest of several numbers as large as possible, then the next smallest, and so on.

By questions to the solver (see ``scheduler.goals.fairness.Leximin``): of sums of the smallest numbers the
relaxation says little.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ortools.sat.python import cp_model

from scheduler.engine.expressions import Expr
from scheduler.engine.joint import Level, alone
from scheduler.engine.lead import REACH_SHARE, Lead
from scheduler.engine.run import LEAST_SECONDS, Run
from scheduler.goals.fairness import FULL, Leximin

FEW_THRESHOLDS = 4
"""How many thresholds of a leximin are asked about at a time."""

MOST_THRESHOLDS = 1000

LONG_SECONDS = 2.5
"""After an answer that took longer than this, all thresholds that are left are asked about together: they
then cost little more than a few."""

LIFTING_SHARE = 0.6
"""Of a leximin's time, to close in on the share of the worst-off."""


def solve_leximin(run: Run, goal: Leximin, levels: Iterator[Level], seconds: float) -> None:
    """Solves ``levels``, the sums of the smallest numbers, and fixes them; ``seconds`` is their share of the
    time left. After the first one a few thresholds are asked about at a time, all that are left once
    that takes long."""
    ends = run.left() - seconds
    first = next(levels, None)
    if first is None:
        return
    _worst_off(run, goal, first, seconds)
    _settle(run, goal, [first, *levels], _proven(run, goal, ends))


def follow_leximin(
    lead: Lead, goal: Leximin, levels: Iterator[Level], ahead: tuple[Leximin, Iterator[Level]], seconds: float
) -> bool:
    """Whether the whole model reaches what the relaxation comes to on a leximin; it is then told, as far
    proven as in the relaxation, and fixed. ``ahead``: the same leximin in the relaxation and its levels."""
    run, (its_goal, its_levels) = lead.whole, ahead
    ends = run.left() - seconds
    first = next(its_levels, None)
    if first is None:
        return False
    _worst_off(lead.ahead, its_goal, first, seconds)
    worst = its_goal.shares(lead.ahead.known())[0]
    if not lead.reaches(partial(goal.lift, share=worst), seconds * REACH_SHARE):
        return False
    proven = _proven(lead.ahead, its_goal, ends)
    shares = its_goal.shares(lead.ahead.known())
    hold = partial(goal.hold, now=shares, thresholds=[*its_goal.thresholds(lead.ahead.known()), FULL])
    if not lead.reaches(hold, seconds * REACH_SHARE):
        return False
    _settle(lead.ahead, its_goal, [first, *its_levels], proven)
    run.ceilings |= lead.ahead.ceilings
    _settle(run, goal, list(levels), proven)
    return True


def _worst_off(run: Run, goal: Leximin, first: Level, seconds: float) -> None:
    """Makes the smallest number as large as possible."""
    run.ceilings |= {
        f"{first.name[:-1]}{n}": (most, "points") for n, most in enumerate(goal.ceilings(run.points), 1)
    }
    if not run.guides:
        run.solve_level(first, seconds / 2)
    else:
        _lift(run, goal, first.name, seconds * LIFTING_SHARE)


def _proven(run: Run, goal: Leximin, ends: float) -> list[int]:
    """The first thresholds, on which no plan is better than the last one; until so much time is left."""
    at, group = 0, FEW_THRESHOLDS
    while run.left() - ends > LEAST_SECONDS and at < len(goal.thresholds(run.known())):
        before = run.left()

        def ask(cp: cp_model.CpModel, at: int = at, group: int = group) -> Expr:
            thresholds = goal.thresholds(run.known())
            return goal.ask(cp, run.known(), thresholds[:at], thresholds[at : at + group])

        answer = run.ask(ask, before - ends, proves=True)
        if answer == "unknown":
            break
        if answer == "none":
            at += group
        if before - run.left() > LONG_SECONDS:
            group = MOST_THRESHOLDS
    return goal.thresholds(run.known())[:at]


def _settle(run: Run, goal: Leximin, levels: list[Level], proven: list[int]) -> None:
    """Fixes the levels at what the last plan is worth and reports them, proven up to these thresholds."""
    before = len(run.model.cp.proto.constraints)
    settled = goal.settled(run.known(), proven)
    whole = [FULL] if settled == goal.count else []  # who has all there is keeps it, too
    goal.hold(run.model.cp, goal.shares(run.known()), [*proven, *whole])
    _tell_all(run, goal, levels, settled)
    run.heavy.update(range(before, len(run.model.cp.proto.constraints)))


def _lift(run: Run, goal: Leximin, name: str, seconds: float) -> None:
    """Closes in on the largest share of the worst-off: by steps that double as long as they are reached
    and begin anew with the next share after one that is refuted. A share that is neither reached nor
    refuted in its time is left alone; from then on it is the share half-way to what cannot be passed,
    which is easier to refute, that is asked about."""
    ends = run.left() - seconds
    run.tell(name, "start", None, None)
    low, passed_over = goal.values(run.known())[0], 0
    step = 0
    while run.left() - ends > LEAST_SECONDS:
        shares = goal.between(max(low, passed_over), run.ceilings[name][0])
        if not shares:
            break
        at = len(shares) // 2 if passed_over else min(step, len(shares) - 1)
        answer = run.ask(partial(goal.lift, share=shares[at]), (run.left() - ends) / 2)
        step = 2 * step + 1 if answer == "better" else 0
        if answer == "better":
            low = goal.values(run.known())[0]
        elif answer == "none":
            run.ceilings[name] = (shares[at - 1] if at else max(low, passed_over), "CP-SAT")
        else:
            passed_over = shares[at]


def _tell_all(run: Run, goal: Leximin, levels: list[Level], settled: int) -> None:
    """Reports all levels, so many of them as proven, and fixes the others at what they are worth."""
    run.complete(alone(levels[-1]))
    values = goal.values(run.known())
    for number, (level, value) in enumerate(zip(levels, values, strict=True), 1):
        bound, origin = value, "CP-SAT"
        if number > settled:
            run.fix(level, value)
            bound, origin = run.known_bound(level)
            so_far = values[settled - 1] if settled else 0
            if so_far + FULL * (number - settled) < bound:
                bound = so_far + FULL * (number - settled)
        told = run.reported.get(level.name)  # the first one, by its own solve
        if told is None or (number <= settled and told.bound != bound):
            run.report(level, value, bound, origin)
