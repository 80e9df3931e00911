"""What the audit's filters say of a single candidate, whatever else is in the plan.

A rule of kind "filter" answers ``admits`` in its own file, and its check asks the same. A new one is one
more line in the map of its sort. What applicants could get (``attainable``) and where the refused could sit
(``seating``) follow from these maps.
"""

from __future__ import annotations

from collections.abc import Callable

from models.network import Network
from models.tables import Course, Room, Student, Teacher
from reports.audit.facts import When
from reports.audit.placement import Placement
from reports.audit.rules import (
    centre_open,
    course_hours,
    day_window,
    gap,
    grade,
    home_lessons,
    prerequisite,
    room_fit,
    teacher_fit,
    travel_time,
    way_home,
)

PLACEMENT_FILTERS: dict[str, Callable[[Network, Placement], bool]] = {
    "centre_open": centre_open.admits,
    "day_window": day_window.admits,
    "course_hours": course_hours.admits,
}
ROOM_FILTERS: dict[str, Callable[[Network, Placement, Room], bool]] = {"room_fit": room_fit.admits}
STAFFING_FILTERS: dict[str, Callable[[Network, Placement, Teacher], bool]] = {
    "teacher_fit": teacher_fit.admits
}
APPLICATION_FILTERS: dict[str, Callable[[Network, Student, Course], bool]] = {
    "grade": grade.admits,
    "prerequisite": prerequisite.admits,
}
ATTENDANCE_FILTERS: dict[str, Callable[[Network, Student, str, When], bool]] = {
    "home_lessons": home_lessons.admits,
    "gap": gap.admits,
}
WAYS: dict[str, Callable[[Network, Student, str, When], bool]] = {
    "travel_time": travel_time.admits,
    "way_home": way_home.admits,
}
"""Filters of attendances about the way there and the way home; seats on runs are not counted."""


def may_be_held(network: Network, placement: Placement) -> bool:
    """Whether a session of the course may be held there and then."""
    return all(admits(network, placement) for admits in PLACEMENT_FILTERS.values())


def may_house(network: Network, placement: Placement, room: Room) -> bool:
    """Whether the room may be used for the session."""
    return all(admits(network, placement, room) for admits in ROOM_FILTERS.values())


def may_teach(network: Network, placement: Placement, teacher: Teacher) -> bool:
    """Whether the teacher may give the session."""
    return all(admits(network, placement, teacher) for admits in STAFFING_FILTERS.values())


def may_apply(network: Network, student: Student, course: Course) -> bool:
    """Whether the student may take the course, wherever it is held."""
    return all(admits(network, student, course) for admits in APPLICATION_FILTERS.values())


def is_free(network: Network, student: Student, place: str, when: When) -> bool:
    """Whether nothing but the way keeps the student from being at a place."""
    return all(admits(network, student, place, when) for admits in ATTENDANCE_FILTERS.values())


def can_travel(network: Network, student: Student, place: str, when: When) -> bool:
    """Whether some way leads there and some way home."""
    return all(admits(network, student, place, when) for admits in WAYS.values())
