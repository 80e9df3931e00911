"""Where and when a session of a course may be: centre, time of day, room, teacher.

Each question is answered for one session alone; who else is there is another matter.
"""

from __future__ import annotations

from models.network import Network, windows_admit
from models.tables import Centre, CentreStatus, Course, Room, Teacher
from models.time import Window
from reports.audit import limits
from reports.audit.facts import When

SUNDAY = 7


def centre_is_open(network: Network, centre: Centre) -> bool:
    """Whether the centre is open and its institution takes part this year."""
    return centre.status is CentreStatus.OPEN and network.institution_by_id[centre.institution].participates


def centre_takes(course: Course, centre: Centre) -> bool:
    """Whether the course names the centre, or names none and the centre runs its profile."""
    if course.centres:
        return centre.id in course.centres
    return not centre.profiles or course.profile in centre.profiles


def windows_of(network: Network, centre: Centre) -> tuple[Window, ...]:
    """The centre's own windows, else the network's."""
    return centre.windows or network.rules.windows


def is_network_day(network: Network, weekday: int) -> bool:
    """Whether the network meets on that weekday; Sunday never."""
    days = network.rules.network_days
    return weekday != SUNDAY and (not days or weekday in days)


def day_limits(network: Network, course: Course) -> tuple[int | None, int | None]:
    """First and last minute of the day for the course's load category."""
    return (
        limits.limit(network, "day_start", load_category=course.load_category.value),
        limits.limit(network, "day_end", load_category=course.load_category.value),
    )


def time_fits(network: Network, course: Course, centre: Centre, when: When) -> bool:
    """Whether the session lies in the day, in a window and on a network day."""
    earliest, latest = day_limits(network, course)
    return (
        is_network_day(network, when.weekday)
        and (earliest is None or when.start >= earliest)
        and (latest is None or when.end <= latest)
        and windows_admit(windows_of(network, centre), when.weekday, when.start, when.end, when.weeks)
    )


def room_suits(course: Course, room: Room) -> bool:
    """Whether the room has the kind and the equipment."""
    return course.room_kind in ("", room.kind) and set(course.equipment) <= set(room.equipment)


def is_available(windows: tuple[Window, ...], when: When) -> bool:
    """Whether windows of availability (none: always) contain the session in all its weeks."""
    return windows_admit(windows, when.weekday, when.start, when.end, when.weeks)


def teacher_suits(course: Course, teacher: Teacher, institution: str) -> bool:
    """Whether the teacher gives the course and may work in the institution."""
    return course.id in teacher.courses and can_work(teacher, institution)


def can_work(teacher: Teacher, institution: str) -> bool:
    """At home, at the institutions named, or anywhere if the teacher travels."""
    return teacher.may_travel or institution in {teacher.institution, *teacher.also_at}


def grade_admits(course: Course, grade: int) -> bool:
    """Whether the course is for the grade; one that names none is for all."""
    return not course.grades or grade in course.grades


def has_passed(course: Course, passed: tuple[str, ...]) -> bool:
    """Whether what the course builds on has been passed."""
    return not course.prerequisite or course.prerequisite in passed
