"""Rules out what no plan as good as the last one has: groups to open or to close, days to meet on.

Once the points are at their best, hardly any choice of groups is left, and once travel is, hardly any
timetable; but nothing says so: every level after it goes through all of them again. One question does it once
for all: is there a plan, no worse on what is solved, that has what no plan found so far has? A plan that is
found widens what is known; a "no" leaves the levels that follow a fraction of the model.

Such a question takes as long as a proof, whatever the answer. So days are first asked about with everybody in
the same groups as in the last plan: only the timetable is left to be found, which is quick.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from scheduler.engine.expressions import AnyLiteral, Expr, is_true, total
from scheduler.engine.run import LEAST_SECONDS

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from scheduler.engine.joint import Joint
    from scheduler.engine.run import Run
    from scheduler.engine.variables import Slot

WORTHWHILE_SECONDS = 1.5
"""Levels that were proven sooner leave no days to be asked about: nothing would be saved."""

SHARE = 0.75
"""Of the time left, to ask about days in; the question takes about as long as the levels have taken."""


class _Day(NamedTuple):
    """Where and on which day a course is held, by whichever group, at whatever time, in whatever weeks."""

    course: str
    centre: str
    weekday: int


def settle_groups(run: Run) -> None:
    """Rules out groups to open, and to stay closed, once in a run and once the points are proven. Their proof
    took about what the question may take: it is answered much sooner."""
    if run.settled or not run.guides:
        return
    run.settled = True
    opened = [(f"open {group.id}", group.opened) for group in run.model.groups.values()]
    closed = [(f"closed {group.id}", ~group.opened) for group in run.model.groups.values()]
    _rule_out(run, [*opened, *closed], min(run.left() / 2, max(2 * LEAST_SECONDS, run.guide_s)))


def narrow(run: Run, joint: Joint, took: float) -> None:
    """Rules out all days of no use, if they are found in time. The levels of the ``joint`` were just proven
    beside the guides, which ``took`` so many seconds. Once in a run."""
    seconds = SHARE * run.left()
    if run.narrowed or took < WORTHWHILE_SECONDS or seconds < took:
        return
    run.narrowed = True
    slots = (slot for group in run.model.groups.values() for slot in group.all_slots())
    run.proves = _rule_out(run, [(_day(slot), slot.chosen) for slot in slots], seconds, joint)


def _rule_out(
    run: Run, features: Iterable[tuple[Hashable, AnyLiteral]], seconds: float, joint: Joint | None = None
) -> bool:
    """Rules out the features that no plan as good as the last one has; each has a literal or several.
    Whether all such features were found in time."""
    ends = run.left() - seconds
    unknown: dict[Hashable, list[AnyLiteral]] = defaultdict(list)
    for feature, literal in features:
        unknown[feature].append(literal)
    is_quick = joint is not None
    while run.left() - ends > LEAST_SECONDS:
        for feature in [name for name, literals in unknown.items() if _has_any(run, literals)]:
            del unknown[feature]
        if not unknown:
            return True
        if joint is not None and is_quick:
            ask = partial(_ask_with_seats, run, joint, list(unknown.values()))
            is_quick = run.ask(ask, run.left() - ends) == "better"
            continue
        others = [literal for literals in unknown.values() for literal in literals]
        answer = run.ask(
            partial(_ask_for_any, others), run.left() - ends, joint=joint, proves=joint is not None
        )
        if answer == "none":
            run.model.cp.add_bool_and([~literal for literal in others])
        if answer != "better":
            return answer == "none"
        is_quick = True
    return False


def _has_any(run: Run, literals: Iterable[AnyLiteral]) -> bool:
    return any(is_true(run.known(), literal) for literal in literals)


def _ask_with_seats(run: Run, joint: Joint, features: list[list[AnyLiteral]], cp: cp_model.CpModel) -> Expr:
    """For a plan with the seats of the last one and any of the features, the more the better."""
    for level in joint.levels:
        cp.add(level.cost_expression <= level.cost(run.known()))
    for seat in run.model.seats:
        cp.add(seat.taken == int(is_true(run.known(), seat.taken)))
    found = []
    for literals in features:
        found.append(cp.new_bool_var(""))
        cp.add_bool_or([*literals, ~found[-1]])
    cp.add_bool_or(found)
    return -total(found)


def _ask_for_any(literals: list[AnyLiteral], cp: cp_model.CpModel) -> None:
    cp.add_bool_or(literals)


def _day(slot: Slot) -> _Day:
    placement = slot.placement
    return _Day(slot.group.course.id, placement.centre, placement.weekday)
