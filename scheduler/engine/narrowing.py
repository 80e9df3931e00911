"""Rules out the days on which no plan as good as the last one stands.

Once travel is at its best, hardly any timetable is left, but nothing says so: every level after it goes
through all of them again. One question does it once for all: is there a plan, no worse on what is solved,
with a session where no plan found so far has it? A plan that is found widens what is known; a "no" leaves
the levels that follow a fraction of the placements.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from scheduler.engine.expressions import Literal, is_true
from scheduler.engine.run import LEAST_SECONDS

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from scheduler.engine.joint import Joint
    from scheduler.engine.run import Run
    from scheduler.engine.variables import Slot

WORTHWHILE_SECONDS = 1.5
"""Levels that were proven sooner leave nothing to save."""

SHARE = 0.75
"""Of the time left, to ask in; the question takes about as long as the levels have taken."""


class _Day(NamedTuple):
    """Where and on which day a course is held, by whichever group, at whatever time, in whatever weeks."""

    course: str
    centre: str
    weekday: int


def narrow(run: Run, joint: Joint, took: float) -> None:
    """Rules out all days of no use, if they are found in time. The levels of the ``joint`` were just proven
    beside the guides, which ``took`` so many seconds. Once in a run."""
    seconds = SHARE * run.left()
    if run.narrowed or took < WORTHWHILE_SECONDS or seconds < took:
        return
    run.narrowed, ends = True, run.left() - seconds
    slots = [(_day(slot), slot.chosen) for group in run.model.groups.values() for slot in group.all_slots()]
    known: set[_Day] = set()
    answer = "better"
    while answer == "better" and run.left() - ends > LEAST_SECONDS:
        known |= {day for day, chosen in slots if is_true(run.known(), chosen)}
        elsewhere = [chosen for day, chosen in slots if day not in known]
        answer = run.ask(partial(_ask_for_any, elsewhere), run.left() - ends, joint=joint)
        if answer == "none":
            run.model.cp.add_bool_and([~chosen for chosen in elsewhere])


def _ask_for_any(literals: list[Literal], cp: cp_model.CpModel) -> None:
    cp.add_bool_or(literals)


def _day(slot: Slot) -> _Day:
    placement = slot.placement
    return _Day(slot.group.course.id, placement.centre, placement.weekday)
