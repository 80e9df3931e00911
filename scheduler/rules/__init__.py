"""The encodings of all rules. A new rule is one more line in the map of its kind.

Filters answer ``admits(network, candidate)`` with ``None`` or the reason against the candidate;
couplings ``encode(model)`` their constraints. Rules of kind "structure" hold by the way
``scheduler.engine.model`` is built; rules of kind "advice" bind no plan. What couplings are written with is
explained in ``docs/adding-a-rule.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import TYPE_CHECKING, TypeVar

from models.network import Network
from models.text import Message
from scheduler.engine.candidates import Application, Attendance, Placement, RoomUse, Staffing
from scheduler.rules import (
    bus_seats,
    centre_open,
    course_hours,
    course_limit,
    daily_load,
    day_window,
    evenings,
    gap,
    grade,
    group_size,
    home_lessons,
    locks,
    parallel_groups,
    practice_places,
    prerequisite,
    programme_whole,
    remote_seats,
    room_capacity,
    room_clash,
    room_fit,
    student_clash,
    teacher_clash,
    teacher_fit,
    teacher_load,
    travel_time,
    way_home,
    weekly_load,
)

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel

PLACEMENT_FILTERS: dict[str, Callable[[Network, Placement], Message | None]] = {
    "centre_open": centre_open.admits,
    "day_window": day_window.admits,
    "course_hours": course_hours.admits,
}
ROOM_FILTERS: dict[str, Callable[[Network, RoomUse], Message | None]] = {"room_fit": room_fit.admits}
STAFFING_FILTERS: dict[str, Callable[[Network, Staffing], Message | None]] = {
    "teacher_fit": teacher_fit.admits
}
APPLICATION_FILTERS: dict[str, Callable[[Network, Application], Message | None]] = {
    "grade": grade.admits,
    "prerequisite": prerequisite.admits,
}
ATTENDANCE_FILTERS: dict[str, Callable[[Network, Attendance], Message | None]] = {
    "home_lessons": home_lessons.admits,
    "gap": gap.admits,
}
WAYS = {"travel_time": travel_time, "way_home": way_home}
"""Filters of attendances that also say which ways there are: ``ways(network, attendance)``."""

COUPLINGS: dict[str, Callable[[PlanModel], None]] = {
    "group_size": group_size.encode,
    "room_capacity": room_capacity.encode,
    "room_clash": room_clash.encode,
    "teacher_clash": teacher_clash.encode,
    "teacher_load": teacher_load.encode,
    "parallel_groups": parallel_groups.encode,
    "practice_places": practice_places.encode,
    "remote_seats": remote_seats.encode,
    "course_limit": course_limit.encode,
    "programme_whole": programme_whole.encode,
    "student_clash": student_clash.encode,
    "weekly_load": weekly_load.encode,
    "daily_load": daily_load.encode,
    "evenings": evenings.encode,
    "bus_seats": bus_seats.encode,
    "locks": locks.encode,
}

Candidate = TypeVar("Candidate")


def objection(
    filters: Mapping[str, Callable[[Network, Candidate], Message | None]],
    network: Network,
    candidate: Candidate,
    without: Container[str] = (),
) -> tuple[str, Message] | None:
    """The first filter against a candidate, and its reason; ``None`` if all admit it."""
    for rule, admits in filters.items():
        reason = None if rule in without else admits(network, candidate)
        if reason is not None:
            return rule, reason
    return None
