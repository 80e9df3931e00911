"""A first plan, built as a planner would: popular courses first, each group where most can come.

Every group is given one placement a session, chosen greedily; the solver then only opens groups, seats
students and names rooms and teachers. In the worst case nothing opens, so that there always is such a
plan; groups with a lock keep all their placements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from models.plan import Plan
from scheduler.engine.candidates import NO_PAUSE, Pause, Placement
from scheduler.engine.clashes import clash
from scheduler.engine.extract import literals_of
from scheduler.engine.likeness import slots_of
from scheduler.engine.model import PlanModel
from scheduler.engine.symmetry import has_equal_sessions
from scheduler.engine.variables import GroupVars, Seat, Slot

TEACHER_PAUSE = Pause(60, 60)
"""Minutes kept between a teacher's sessions at two institutions when guessing; the model itself judges."""


@dataclass
class _Taken:
    """What the placements chosen so far use."""

    teachers: dict[str, list[Placement]] = field(default_factory=lambda: defaultdict(list))
    rooms: dict[tuple[str, str], list[Placement]] = field(default_factory=lambda: defaultdict(list))

    def admits(self, slot: Slot, site: str) -> bool:
        """Whether enough teachers and a room are left for a slot at an institution."""
        placement, course = slot.placement, slot.group.course
        free = [n for n, _ in slot.teachers if _is_free(placement, self.teachers[n], TEACHER_PAUSE)]
        if len(free) < course.num_teachers:
            return False
        rooms = (self.rooms[site, room.name] for room, _ in slot.rooms)
        return course.is_practice or any(_is_free(placement, room, NO_PAUSE) for room in rooms)

    def take(self, slot: Slot, site: str) -> None:
        """Books the first teachers and the largest room that are free."""
        placement = slot.placement
        free = [n for n, _ in slot.teachers if _is_free(placement, self.teachers[n], TEACHER_PAUSE)]
        for name in free[: slot.group.course.num_teachers]:
            self.teachers[name].append(placement)
        rooms = [room for room, _ in slot.rooms if _is_free(placement, self.rooms[site, room.name], NO_PAUSE)]
        if rooms:
            largest = max(rooms, key=lambda room: (room.capacity, room.name))
            self.rooms[site, largest.name].append(placement)


def _is_free(placement: Placement, taken: Iterable[Placement], pause: Pause) -> bool:
    """Whether nothing taken is in the way; the pause is kept between two centres only."""
    return not any(
        clash(placement, other, NO_PAUSE if other.centre == placement.centre else pause) for other in taken
    )


def guess_timetable(model: PlanModel, like: Plan | None = None) -> set[int]:
    """Indices of the slot literals that groups may keep: one a session, or all of a locked group. Groups of
    the plan ``like`` keep its placements where they still can."""
    taken, chosen = _Taken(), set[int]()
    locked = {lock.group for lock in model.network.locks}
    courses = sorted(model.course_groups, key=lambda name: (-_demand(model, name), name))
    for course in courses:
        groups = model.course_groups[course]
        waiting = {seat.student.id for group in groups for seat in group.seats}
        free = [group for group in groups if group.id not in locked]
        chosen |= {s.chosen.index for group in groups if group.id in locked for s in group.all_slots()}
        found = []
        for group in free:
            slots = [] if like is None else slots_of(model, group, like)
            slots = slots or _best_slots(model, group, waiting, taken)
            for slot in slots:
                taken.take(slot, model.site_of(slot))
            waiting -= _seated(model, group, slots, waiting)
            found.append([group.slots[slot.placement.session].index(slot) for slot in slots])
            if has_equal_sessions(model, group):  # the earlier one stands first in the week
                found[-1].sort()
        # of equal groups the earlier one stands first, and groups without a slot stay closed
        for group, places in zip(free, sorted(found, key=lambda item: (not item, item)), strict=True):
            for session, place in zip(group.slots, places, strict=False):
                chosen.add(group.slots[session][place].chosen.index)
    return chosen


def keeping(model: PlanModel, like: Plan) -> cp_model.CpModel | None:
    """A copy of the model in which all that a plan has is kept; ``None`` if the model lacks some of it."""
    literals = literals_of(model, like)
    if literals is None:
        return None
    cp = model.cp.clone()
    for literal in literals:
        cp.add(cp.get_bool_var_from_proto_index(literal.index) == 1)
    return cp


def restricted(model: PlanModel, like: Plan | None = None) -> cp_model.CpModel:
    """A copy of the model in which groups may meet at the guessed placements only."""
    chosen = guess_timetable(model, like)
    cp = model.cp.clone()
    for group in model.groups.values():
        for slot in group.all_slots():
            if slot.chosen.index not in chosen:
                cp.add(cp.get_bool_var_from_proto_index(slot.chosen.index) == 0)
    return cp


def _demand(model: PlanModel, course: str) -> int:
    return len({seat.student.id for group in model.course_groups[course] for seat in group.seats})


def _best_slots(model: PlanModel, group: GroupVars, waiting: set[str], taken: _Taken) -> list[Slot]:
    """The slots, one a session, that most of those who wait can attend; none if resources are used up."""
    able: dict[int, set[str]] = defaultdict(set)
    for seat in group.seats:
        if seat.student.id in waiting:
            for slot in _admitted(seat):
                able[slot.chosen.index].add(seat.student.id)

    def best(session: int, first: Slot | None) -> Slot | None:
        found = [
            slot
            for slot in group.slots.get(session, [])
            if taken.admits(slot, model.site_of(slot))
            and (first is None or _fits(first.placement, slot.placement))
        ]
        return max(found, key=lambda slot: len(able[slot.chosen.index]), default=None)

    slots: list[Slot] = []
    for session in group.slots:
        found = best(session, slots[0] if slots else None)
        if found is None:
            return []
        slots.append(found)
    return slots


def _fits(first: Placement, other: Placement) -> bool:
    """Whether two sessions of one group may stand so: one centre, the same weeks, two days."""
    return first.centre == other.centre and first.weeks == other.weeks and first.weekday != other.weekday


def _seated(model: PlanModel, group: GroupVars, slots: list[Slot], waiting: set[str]) -> set[str]:
    """As many of those who wait and can attend as a group takes."""
    if not slots:
        return set()
    needed = {slot.chosen.index for slot in slots}
    able = [
        seat.student.id
        for seat in group.seats
        if seat.student.id in waiting and needed <= {slot.chosen.index for slot in _admitted(seat)}
    ]
    return set(able[: model.network.group_max(group.course)])


def _admitted(seat: Seat) -> list[Slot]:
    return [slot for slots in seat.admitted.values() for slot in slots]
