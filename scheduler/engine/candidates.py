"""The candidates a plan is made of, before any variable exists.

A *placement* is one session of the week at a centre, on a weekday, at a start, in a set of weeks. It
is tried with rooms, with teachers, and with students (an *attendance* at a site, with its ways). The
filters of ``scheduler.rules`` delete candidates; a deleted placement keeps its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from models.network import Network, mask_parities
from models.tables import Course, Room, Student, Teacher
from models.text import Message
from models.time import Parity
from models.travel import Mode


@dataclass(frozen=True, slots=True)
class Placement:
    """Session ``session`` (1..n) of the week of any group of ``course``; [start, end) in minutes."""

    course: str
    session: int
    centre: str
    weekday: int
    start: int
    end: int
    weeks: int

    @property
    def moment(self) -> tuple[int, int]:
        """Weekday and clock time."""
        return self.weekday, self.start


@dataclass(frozen=True, slots=True)
class RoomUse:
    placement: Placement
    room: Room


@dataclass(frozen=True, slots=True)
class Staffing:
    placement: Placement
    teacher: Teacher


@dataclass(frozen=True, slots=True)
class Application:
    student: Student
    course: Course


@dataclass(frozen=True, slots=True)
class Attendance:
    """A student at a session; ``site`` is the institution it takes place at."""

    student: Student
    placement: Placement
    site: str


class Way(NamedTuple):
    """One way there or back: free (``run`` is None) or by a run between two of its stops."""

    minutes: int
    run: str | None = None
    board: str = ""
    alight: str = ""


@dataclass(frozen=True, slots=True)
class Deleted:
    """A candidate that a filter deleted, and why."""

    candidate: Any
    rule: str
    reason: Message


def raw_placements(network: Network, course: Course) -> Iterator[Placement]:
    """Every placement on the step of every centre's windows, before any rule."""
    minutes = network.session_minutes(course)
    masks = network.week_masks(course)
    for centre in network.centres:
        for weekday in range(1, 8):
            for start in network.grid(centre.id, weekday, minutes):
                for weeks in masks:
                    for session in range(1, course.weekly_sessions + 1):
                        yield Placement(course.id, session, centre.id, weekday, start, start + minutes, weeks)


def lessons_end(network: Network, student: Student, weekday: int, weeks: int) -> int | None:
    """The latest end of home lessons on a weekday over the weeks given; ``None`` on a free day.

    A student's own exception replaces the class's row of the same weekday, parity by parity.
    """
    asked = ("lessons_end", student.institution, student.class_name, student.lesson_ends, weekday, weeks)
    if asked not in network.memo:
        network.memo[asked] = _lessons_end(network, student, weekday, weeks)
    end: int | None = network.memo[asked]
    return end


def _lessons_end(network: Network, student: Student, weekday: int, weeks: int) -> int | None:
    days = network.class_of(student).days
    ends = []
    for parity in mask_parities(weeks):
        own = [
            day.end
            for day in student.lesson_ends
            if day.weekday == weekday and day.parity in (parity, Parity.EVERY)
        ]
        usual = [day.end for day in days if day.weekday == weekday and day.parity in (parity, Parity.EVERY)]
        ends += own or usual
    return max(ends, default=None)


def circumstance(student: Student) -> tuple[object, ...]:
    """What an attendance depends on; students who agree in it share every answer."""
    return (
        student.institution,
        student.class_name,
        student.home,
        student.home_by,
        student.may_travel_alone,
        student.lesson_ends,
        student.blocked,
        bool(student.long_ride_reason),
    )


def sites_for(network: Network, student: Student, course: Course, centre: str) -> list[str]:
    """Where a student of the course may be: ``sites_of``, then the own institution if it has remote seats."""
    sites = list(sites_of(network, course, centre))
    own = network.institution_by_id[student.institution]
    if course.remote_seats and own.remote_seats and is_remote(network, course, centre, own.id):
        sites.append(own.id)
    return sites


def is_remote(network: Network, course: Course, centre: str, site: str) -> bool:
    """Whether who is at the site takes part in the course at the centre from afar."""
    return not course.is_practice and site != network.centre_by_id[centre].institution


def sites_of(network: Network, course: Course, centre: str) -> Collection[str]:
    """Where students of the course come to: the centre's institution, or any practice place."""
    if course.is_practice:
        return [place.institution for place in network.practice_places]
    return [network.centre_by_id[centre].institution]


class Pause(NamedTuple):
    """Minutes that must lie between two sessions when the one, or the other, is the first; ``None``: none are
    enough. The way back may take longer than the way there."""

    after_one: int | None
    after_other: int | None


NO_PAUSE = Pause(0, 0)


def pause_between(network: Network, student: Student, here: str, there: str) -> Pause:
    """What a student needs between a session at one institution and one at another."""
    if here == there:
        norm = network.norm("break_minutes_min")
        return Pause(norm, norm)
    key = ("pause", here, there, student.may_travel_alone)
    if key not in network.memo:
        network.memo[key] = _pause(network, here, there, lambda *way: network.free_modes(student, *way))
    found: Pause = network.memo[key]
    return found


def pause_of_teachers(network: Network, here: str, there: str) -> Pause:
    """What a teacher needs between a session at one institution and one at another."""
    if here == there:
        return NO_PAUSE
    return _pause(network, here, there, lambda *_: (Mode.WALK, Mode.PUBLIC))


def _pause(network: Network, here: str, there: str, modes: Callable[[str, str], Iterable[Mode]]) -> Pause:
    ways = ((here, there), (there, here))
    minutes = (network.travel_table.fastest(*way, modes(*way)) for way in ways)
    buffer = network.norm("arrival_buffer")
    return Pause(*(None if needed is None else needed + buffer for needed in minutes))
