"""Solves the goals in their order, each fixed at the value reached before the next begins.

This runs in the child process.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile

from ortools.sat.python import cp_model

from models.goals import GOALS
from models.parts import independent_parts
from models.plan import Plan, Sense
from scheduler.engine.bounds import is_tighter
from scheduler.engine.clash_free import TIMELESS_GOALS
from scheduler.engine.expressions import Objective, total
from scheduler.engine.joint import Joint, Level, alone, join
from scheduler.engine.lead import REACH_SHARE, Lead, find_lead
from scheduler.engine.leximin import follow_leximin, solve_leximin
from scheduler.engine.likeness import distance
from scheduler.engine.model import PlanModel
from scheduler.engine.narrowing import narrow, settle_groups
from scheduler.engine.run import GUIDE, LEAST_SECONDS, GoalDone, Reporter, Run
from scheduler.engine.settings import Settings
from scheduler.goals import LEXIMIN, OBJECTIVES

SHARES = {"unserved": 12.0, "rank_points": 26.0, "fairness": 16.0, "travel": 5.0, "trips": 6.0, "sizes": 3.0}
"""Weights by which the goals share the time that is left; other goals weigh 1. What comes first may take
more: it counts more, and what it does not take is left to the others."""

LIKENESS_SHARE = 4.0
"""What staying near to a known plan weighs among the goals."""

GUIDED_SHARE = 0.6
"""Of the time of levels that are solved together, with the guides in their objective; in the rest each is
solved by itself and without them, as their own gap makes weak bounds."""

GUIDED_TIMES = 1.5
"""What a guided search gets at the least, in times of what the proof of the first guide took."""

_Make = Callable[[PlanModel, str], Iterator[Level]]
"""Makes the levels of a goal in a model."""

ASKING_SHARE = 0.7
"""Of what is left of a goal's time, to ask for a plan that is better on any of its open levels."""


def solve_levels(
    model: PlanModel,
    settings: Settings,
    lottery_seed: int,
    reporter: Reporter,
    started: float | None = None,
    like: Plan | None = None,
    spare_s: float = 0.0,
) -> None:
    """Solves goal by goal until all are done or the time is out, counted from ``started`` (monotonic).
    ``spare_s``: seconds more, once no seat can be left that somebody could still take.

    Of the plans that are equally good, the one that changes the plan ``like`` least is looked for last.

    Raises ``NoPlanError`` if the first solve yields no plan.
    """
    run = Run(model, settings, reporter, time.monotonic() if started is None else started, spare_s)
    goals = list(model.network.goals)
    if goals:
        run.tell(goals[0], "start", None, None)
    run.start(like)
    shares = [SHARES.get(goal, 1.0) for goal in goals] + ([] if like is None else [LIKENESS_SHARE])
    make = partial(_levels, lottery_seed=lottery_seed)
    first = goals[: goals.index(GUIDE) + 1] if GUIDE in goals else []
    at, lead, made = 0, find_lead(run, first), dict[str, list[Level]]()
    if lead is not None:
        made = {goal: list(make(model, goal)) for goal in first}
        if _lead_off(lead, made, make, run.left() * sum(shares[: len(first)]) / sum(shares)):
            at = len(first)
        else:
            lead = None
    while at < len(goals):
        if run.values is not None and run.left() < LEAST_SECONDS:
            return
        if lead is None:
            settle_groups(run)
        goal, seconds = goals[at], run.left() * shares[at] / sum(shares[at:])
        if goal in LEXIMIN and len(independent_parts(model.network)) == 1:
            if lead is not None and not _follow_leximin(lead, goal, make, seconds):
                lead = None
                continue
            if lead is None:
                solve_leximin(run, LEXIMIN[goal](model), make(model, goal), seconds)
        elif goal not in LEXIMIN and run.guides:
            chain = list(takewhile(lambda name: name not in LEXIMIN, goals[at:]))
            _chain(run, {name: list(make(model, name)) for name in chain}, shares[at:], lead, make)
            at += len(chain)
            continue
        else:
            _goal(run, made.get(goal) or list(make(model, goal)), seconds)
        reporter.goal(GoalDone(goal))
        at += 1
    if run.values is None:  # no goal had a level to offer: any plan will do
        _goal(run, [Level(Objective("plan", total([])), Sense.MINIMISE)], run.left())
    if like is not None:
        _stay_near(run, Level(distance(model, like), Sense.MINIMISE))


def _levels(model: PlanModel, goal: str, lottery_seed: int) -> Iterator[Level]:
    sense = GOALS[goal].sense
    return (Level(objective, sense) for objective in OBJECTIVES[goal](model, lottery_seed))


def _lead_off(lead: Lead, goals: Mapping[str, Sequence[Level]], make: _Make, seconds: float) -> bool:
    """Whether the first goals, points the last of them, come to the same in the relaxation and in the whole
    model, and are proven."""
    its = {level.name: level for goal in goals for level in make(lead.ahead.model, goal)}
    if not _follow(lead, [level for levels in goals.values() for level in levels], its, seconds):
        return False
    for goal in goals:
        lead.whole.reporter.goal(GoalDone(goal))
    lead.whole.guide_s = lead.ahead.guide_s
    settle_groups(lead.ahead)
    return True


def _follow_leximin(lead: Lead, goal: str, make: _Make, seconds: float) -> bool:
    model, relaxed = lead.whole.model, lead.ahead.model
    lead.whole.tell(f"{goal}.1", "start", None, None)
    return goal in TIMELESS_GOALS and follow_leximin(
        lead,
        LEXIMIN[goal](model),
        make(model, goal),
        (LEXIMIN[goal](relaxed), make(relaxed, goal)),
        seconds,
    )


def _goal(run: Run, levels: list[Level], seconds: float) -> None:
    """Solves the levels of one goal and fixes them. ``seconds`` is its share of the time left.

    Of several levels, all that follow a solved one are first asked together: "is there a plan
    that is better on one of them and no worse on those before it?" A "no" proves them all.
    """
    ends = run.left() - seconds
    open_levels: list[Level] = []  # with bounds that do not yet meet the values
    for position, level in enumerate(levels):
        in_budget = run.left() - ends
        if run.values is not None and in_budget < LEAST_SECONDS:
            run.keep(level)
            continue
        seconds = in_budget if len(levels) == 1 else in_budget / 2
        if run.solve_level(level, seconds) != level.value(run.known()):
            open_levels.append(level)
        ahead = open_levels + levels[position + 1 :]
        seconds = (run.left() - ends) * ASKING_SHARE
        worth_asking = len(ahead) > 1 and (not run.guides or run.guide_s <= seconds)
        if worth_asking and _none_better(run, partial(_ask_for_better, run, ahead), seconds):
            for proven in ahead:
                run.settle(proven, proven.value(run.known()), "CP-SAT")
            return


def _chain(
    run: Run,
    goals: dict[str, list[Level]],
    shares: Sequence[float],
    lead: Lead | None,
    make: _Make,
) -> None:
    """Solves goals beside the guides, as many levels at a time as can be solved together. ``shares``: the
    weights by which these goals, and those after them, share the time left."""
    its: dict[str, Level] = {}
    if lead is not None:
        for goal in TIMELESS_GOALS.intersection(goals):
            its |= {level.name: level for level in make(lead.ahead.model, goal)}
    ahead = [level for levels in goals.values() for level in levels]
    weight = {
        level.name: share / len(levels)
        for levels, share in zip(goals.values(), shares, strict=False)
        for level in levels
    }
    later = sum(shares[len(goals) :])
    open_goals = dict(goals)
    while open_goals:
        if run.left() < LEAST_SECONDS:
            return
        if ahead:
            joint = join(ahead)
            ahead = ahead[len(joint.levels) :]
            own, rest = (sum(weight[level.name] for level in some) for some in (joint.levels, ahead))
            share = own / (own + rest + later)
            if lead is None or not _follow(lead, joint.levels, its, run.left() * share):
                lead = None
                settle_groups(run)
                _together(run, joint, run.left() * share, narrows=bool(ahead))
        for goal, levels in list(open_goals.items()):
            if not {level.name for level in levels}.isdisjoint(level.name for level in ahead):
                break
            del open_goals[goal]
            run.reporter.goal(GoalDone(goal))


def _follow(lead: Lead, levels: Sequence[Level], its: Mapping[str, Level], seconds: float) -> bool:
    """Whether the whole model reaches what the relaxation comes to on some levels; they are then told, as far
    proven as in the relaxation, and fixed. Without guides they have to be proven. ``its``: name → the level
    in the relaxation."""
    run, ends = lead.whole, lead.whole.left() - seconds
    if not its.keys() >= {level.name for level in levels}:
        return False
    run.tell(levels[0].name, "start", None, None)
    ahead = [its[level.name] for level in levels]
    while ahead:
        its_joint = join(ahead)
        _together(lead.ahead, its_joint, run.left() - ends)
        ahead = ahead[len(its_joint.levels) :]
    told = [lead.ahead.reported[level.name] for level in levels]
    if not run.guides and any(known.value != known.bound for known in told):
        return False

    def ask(cp: cp_model.CpModel) -> None:
        for level, known in zip(levels, told, strict=True):
            cp.add(level.cost_expression <= level.sign * known.value)

    if not lead.reaches(ask, seconds * REACH_SHARE):
        run.ceilings[told[0].name] = (told[0].bound, told[0].origin)
        return False
    for level, known in zip(levels, told, strict=True):
        run.settle(level, known.bound, known.origin)
    return True


def _together(run: Run, joint: Joint, seconds: float, *, narrows: bool = False) -> None:
    """Solves levels as one with the guides beside them; if that proves them not, each by itself, with the
    guides and then without. ``narrows``: if it does, days that are of no use to the levels after them are
    ruled out."""
    ends = run.left() - seconds
    guided_s = _guided(run, seconds)
    if guided_s:
        run.tell(joint.levels[0].name, "start", None, None)
        run.complete(joint)
        before = run.left()
        proven, least = run.search(joint, guided_s, run.guides)
        if proven and narrows:
            narrow(run, joint, before - run.left())
        values = [level.value(run.known()) for level in joint.levels]
        bounds = joint.bounds(least, [level.cost(run.known()) for level in joint.levels])
        if proven:
            bounds = values
        for level, bound in zip(joint.levels, bounds, strict=True):
            if is_tighter(bound, run.known_bound(level)[0], level.sense):
                run.ceilings[level.name] = (bound, "CP-SAT")
    for position, level in enumerate(joint.levels):
        in_budget = (run.left() - ends) / (len(joint.levels) - position)
        if in_budget < LEAST_SECONDS:
            run.keep(level)
        elif len(joint.levels) > 1 and not run.is_proven(level):
            _together(run, alone(level), in_budget)
        else:
            run.solve_level(level, in_budget)


def _guided(run: Run, seconds: float) -> float:
    """How much of so many seconds a guided search gets; none of them, if it can hardly come to an end, and
    all where only proofs are looked for: without the guides they take longer."""
    if not run.guides or seconds < run.guide_s:
        return 0.0
    if run.proves:
        return seconds
    return min(seconds, max(GUIDED_SHARE * seconds, GUIDED_TIMES * run.guide_s))


def _none_better(run: Run, ask: Callable[[cp_model.CpModel], None], seconds: float) -> bool:
    """Whether there is no solution that ``ask`` asks for; after each one found it is asked again."""
    ends = run.left() - seconds
    while min(run.left(), run.left() - ends) > LEAST_SECONDS:
        answer = run.ask(ask, run.left() - ends)
        if answer != "better":
            return answer == "none"
    return False


def _ask_for_better(run: Run, levels: list[Level], cp: cp_model.CpModel) -> None:
    """Better on one of the levels, no worse on those before it."""
    first = [cp.new_bool_var(f"better[{level.name}]") for level in levels]
    cp.add_exactly_one(first)
    costs = [level.cost(run.known()) for level in levels]
    for index, level in enumerate(levels):
        cp.add(level.cost_expression <= costs[index] - 1).only_enforce_if(first[index])
        for earlier in range(index):
            held = levels[earlier].cost_expression <= costs[earlier]
            cp.add(held).only_enforce_if(first[index])


def _stay_near(run: Run, level: Level) -> None:
    """With all levels fixed, the solution at the least distance that is found in the time left."""
    if run.left() > LEAST_SECONDS:
        run.tell(level.name, "start", None, None)
        run.search(alone(level), run.left(), [])
