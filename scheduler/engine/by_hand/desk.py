"""The timetable on the planner's desk: who and what is taken when, and the first place that is free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from models.calendar import weeks_of
from models.network import Network
from models.tables import Course, Lock, Room, Teacher
from scheduler.engine.candidates import (
    NO_PAUSE,
    Pause,
    Placement,
    RoomUse,
    Staffing,
    pause_of_teachers,
    raw_placements,
)
from scheduler.engine.clashes import clash
from scheduler.rules import PLACEMENT_FILTERS, ROOM_FILTERS, STAFFING_FILTERS, objection


@dataclass(frozen=True)
class Held:
    """A session that has its place, its room (none for practice) and its teachers."""

    placement: Placement
    room: Room | None
    teachers: tuple[str, ...]


@dataclass(frozen=True)
class OpenGroup:
    """A group with all its sessions, and how many members it has to have and may have."""

    id: str
    course: Course
    sessions: tuple[Held, ...]
    least: int
    most: int


Come = Callable[[Sequence[Placement]], int]
"""How many of those who wait for a group can come to all these sessions."""


@dataclass
class Desk:
    """Books teachers, rooms and centres."""

    network: Network
    groups: dict[str, OpenGroup] = field(default_factory=dict)
    _teachers: dict[str, list[tuple[Placement, int]]] = field(default_factory=lambda: defaultdict(list))
    _rooms: dict[tuple[str, str], list[Placement]] = field(default_factory=lambda: defaultdict(list))
    _centres: dict[str, list[Placement]] = field(default_factory=lambda: defaultdict(list))

    def open_group(
        self, id: str, course: Course, come: Come, *, at_any_price: bool = False
    ) -> OpenGroup | None:
        """Opens a group at the first place where as many can come as it is meant for; failing that where
        most can, if that is enough. ``at_any_price``: a lock opens it, however few can come."""
        locks = [lock for lock in self.network.locks if lock.group == id]
        target = self.network.group_target(course)
        best: tuple[int, list[Held]] | None = None
        for first in self._first_places(course):
            least = 0 if at_any_price else self.network.group_min(course, first.centre, id)
            if best is not None:
                least = max(least, best[0] + 1)
            found = self._sessions(course, first, locks, come, target, least)
            if found is not None:
                best = found
                if best[0] >= target:
                    break
        if best is None:
            return None
        group = self._group(id, course, tuple(best[1]))
        self._book(group)
        return group

    def _first_places(self, course: Course) -> Iterator[Placement]:
        """Where the first session of the week may be, centre by centre, day by day, from early to late."""
        is_open = PLACEMENT_FILTERS["centre_open"]
        everywhere = (p for p in raw_placements(self.network, course) if p.session == 1)
        for _, at_centre in groupby(everywhere, key=lambda placement: placement.centre):
            for placement in at_centre:
                if is_open(self.network, placement) is not None:
                    break
                if objection(PLACEMENT_FILTERS, self.network, placement) is None:
                    yield placement

    def _sessions(
        self, course: Course, first: Placement, locks: Sequence[Lock], come: Come, target: int, least: int
    ) -> tuple[int, list[Held]] | None:
        """A group that begins its week there, and how many can come to all of it: at least so many.

        Every session is at the same centre, in the same weeks, by the same teachers, on a day of its own.
        """
        number = come([first])
        held = self._held(course, first, locks, None, []) if number >= least else None
        if held is None:
            return None
        found = [held]
        for session in range(2, course.weekly_sessions + 1):
            best: tuple[int, Held] | None = None
            for placement in self._later_places(course, first, session):
                if any(placement.weekday == other.placement.weekday for other in found):
                    continue
                number = come([*(other.placement for other in found), placement])
                if number < least or (best is not None and number <= best[0]):
                    continue
                held = self._held(course, placement, locks, found[0].teachers, found)
                if held is not None:
                    best = number, held
                    if number >= target:
                        break
            if best is None:
                return None
            number = best[0]
            found.append(best[1])
        return number, found

    def _later_places(self, course: Course, first: Placement, session: int) -> Iterator[Placement]:
        minutes = self.network.session_minutes(course)
        for weekday in range(1, 8):
            for start in self.network.grid(first.centre, weekday, minutes):
                placement = Placement(
                    course.id, session, first.centre, weekday, start, start + minutes, first.weeks
                )
                if objection(PLACEMENT_FILTERS, self.network, placement) is None:
                    yield placement

    def _held(
        self,
        course: Course,
        placement: Placement,
        locks: Sequence[Lock],
        team: tuple[str, ...] | None,
        beside: Sequence[Held],
    ) -> Held | None:
        """The session at a place, if the locks admit it and a room and enough teachers are free."""
        if not all(_admits(lock, placement) for lock in locks) or not self._centre_is_free(course, placement):
            return None
        room = None
        if not course.is_practice:
            room = self._free_room(course, placement, locks)
            if room is None:
                return None
        teachers = self._free_team(course, placement, locks, team, beside)
        return None if teachers is None else Held(placement, room, teachers)

    def _centre_is_free(self, course: Course, placement: Placement) -> bool:
        most = self.network.centre_by_id[placement.centre].max_parallel_groups
        if most is None or course.is_practice:
            return True
        return sum(clash(placement, other, NO_PAUSE) for other in self._centres[placement.centre]) < most

    def _free_room(self, course: Course, placement: Placement, locks: Sequence[Lock]) -> Room | None:
        """The first room that is large enough for a full group, else the largest."""
        named = {lock.room for lock in locks if lock.room and lock.session in (None, placement.session)}
        site = self.network.centre_by_id[placement.centre].institution
        free = [
            room
            for room in self.network.rooms_by_centre.get(placement.centre, [])
            if named <= {room.name}
            and objection(ROOM_FILTERS, self.network, RoomUse(placement, room)) is None
            and not any(clash(placement, other, NO_PAUSE) for other in self._rooms[site, room.name])
        ]
        wanted = self.network.group_max(course)
        return max(free, key=lambda room: min(room.capacity, wanted), default=None)

    def _free_team(
        self,
        course: Course,
        placement: Placement,
        locks: Sequence[Lock],
        team: tuple[str, ...] | None,
        beside: Sequence[Held],
    ) -> tuple[str, ...] | None:
        """The first teachers who are free, those that a lock names before others; ``team`` if that is set."""
        named = {lock.teacher for lock in locks if lock.teacher}
        booked = [held.placement for held in beside]
        free = [
            teacher.id
            for teacher in self.network.teachers_of(course.id)
            if (team is None or teacher.id in team) and self._is_free(teacher, course, placement, booked)
        ]
        free.sort(key=lambda name: name not in named)
        chosen = tuple(sorted(free[: course.num_teachers]))
        return chosen if len(chosen) == course.num_teachers and named <= set(chosen) else None

    def _is_free(
        self, teacher: Teacher, course: Course, placement: Placement, booked: Sequence[Placement]
    ) -> bool:
        """Fit, not busy, in time from and for the sessions elsewhere, and within the hours of every week."""
        staffing = Staffing(placement, teacher)
        if objection(STAFFING_FILTERS, self.network, staffing) is not None:
            return False
        taken = [*self._teachers[teacher.id], *((other, course.session_hours) for other in booked)]
        if any(clash(placement, other, self._pause(placement, other)) for other, _ in taken):
            return False
        if teacher.max_hours is None:
            return True
        return all(
            course.session_hours + sum(hours for other, hours in taken if other.weeks >> (week - 1) & 1)
            <= teacher.max_hours
            for week in weeks_of(placement.weeks)
        )

    def _pause(self, one: Placement, other: Placement) -> Pause:
        here, there = (self.network.centre_by_id[p.centre].institution for p in (one, other))
        return pause_of_teachers(self.network, here, there)

    def _group(self, id: str, course: Course, sessions: tuple[Held, ...]) -> OpenGroup:
        rooms = (held.room.capacity for held in sessions if held.room)
        least = self.network.group_min(course, sessions[0].placement.centre, id)
        return OpenGroup(id, course, sessions, least, min([self.network.group_max(course, id), *rooms]))

    def _book(self, group: OpenGroup) -> None:
        self.groups[group.id] = group
        for held in group.sessions:
            placement = held.placement
            for name in held.teachers:
                self._teachers[name].append((placement, group.course.session_hours))
            if held.room is not None:
                site = self.network.centre_by_id[placement.centre].institution
                self._rooms[site, held.room.name].append(placement)
            if not group.course.is_practice:
                self._centres[placement.centre].append(placement)


def _admits(lock: Lock, placement: Placement) -> bool:
    """Whether a lock of the group leaves a session at a place; people and rooms are asked elsewhere."""
    if lock.centre and lock.centre != placement.centre:
        return False
    if placement.session != (lock.session or 1):
        return True
    return lock.weekday in (None, placement.weekday) and lock.start in (None, placement.start)
