"""Whether a refused student could sit in open groups as they stand, and what is in the way.

Everybody else stays where they are. The student gives up a seat of a lower alternative choice for a
higher one; the group left must keep its minimum, and a locked student leaves no group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from models.network import Network
from models.plan import Direction, Group, Plan
from models.tables import Choice, ChoiceKind, Course, Student
from reports.audit.facts import Attendance, Facts, Meeting, Seat, Visit, When, choice_of, facts_of
from reports.audit.filters import is_free, may_apply
from reports.audit.loads import bears, single_weeks
from reports.audit.memo import remembered
from reports.audit.placement import is_available
from reports.audit.riders import riders
from reports.audit.sizes import largest, smallest
from reports.audit.ways import free, run_back, run_there, runs_at


@dataclass(frozen=True)
class Seating:
    """A plan with one student about to take the groups of a choice, and perhaps another's place in them."""

    network: Network
    plan: Plan
    student: Student
    choice: Choice
    vacated: str = ""
    """The student whose place would be taken; empty: a free place is needed."""

    @property
    def facts(self) -> Facts:
        return facts_of(self.network, self.plan)

    def groups(self) -> Iterator[tuple[Group, ...]]:
        """Every way to pick an open group for each course of the choice."""
        courses = self.network.courses_of(self.choice.course)
        return product(*(self.facts.groups_of.get(course.id, ()) for course in courses))

    def kept_and_left(self) -> tuple[list[Seat], list[Seat]]:
        """The student's seats that stay, and those given up for an alternative choice."""
        kept: list[Seat] = []
        left: list[Seat] = []
        for seat in self.facts.seats_of.get(self.student.id, ()):
            answered = choice_of(self.network, seat)
            gives_up = (
                self.choice.kind is ChoiceKind.ALTERNATIVE
                and answered is not None
                and answered.kind is ChoiceKind.ALTERNATIVE
            )
            (left if gives_up else kept).append(seat)
        return kept, left

    def could_take(self, groups: Sequence[Group]) -> bool:
        """Whether the student could sit in the groups, one of each course, without any breach."""
        kept, left = self.kept_and_left()
        courses = self.network.courses_of(self.choice.course)
        answered = {found.rank: found for seat in kept if (found := choice_of(self.network, seat))}
        if (
            not courses
            or not all(may_apply(self.network, self.student, course) for course in courses)
            or len(answered) + 1 > self.network.max_courses(self.student)
            or {seat.course.id for seat in kept} & {course.id for course in courses}
            or not all(self.may_leave(seat, groups) for seat in left)
        ):
            return False
        visits = [
            attendance.visit
            for attendance in self.facts.attendances_of.get(self.student.id, ())
            if any(seat.group is attendance.meeting.group for seat in kept)
        ]
        sites: list[list[str]] = []
        for group, course in zip(groups, courses, strict=True):
            if not self.has_place(group, course):
                return False
            sites.append(self.sites(group, course))
        programmes = [self.choice.course, *(found.course for found in answered.values())]
        return any(self.can_keep(groups, courses, places, visits, programmes) for places in product(*sites))

    def may_leave(self, seat: Seat, groups: Sequence[Group]) -> bool:
        """Whether the student may give the seat up: not locked, and the group keeps its minimum."""
        if any(group.id == seat.group.id for group in groups):
            return True
        low = smallest(self.network, seat.group, seat.course)
        locked = any(
            lock.student == self.student.id and lock.group == seat.group.id for lock in self.network.locks
        )
        return not locked and (low is None or self.facts.size(seat.group.id) - 1 >= low)

    def has_place(self, group: Group, course: Course) -> bool:
        """Whether the group has room for one more (or the vacated place), wherever that is."""
        if not group.sessions or len(self.facts.meetings_of.get(group.id, ())) < len(group.sessions):
            return False
        return len(self.others(group)) < largest(self.network, group, course)

    def others(self, group: Group) -> dict[str, Seat]:
        """The members that would be beside the student."""
        members = {seat.student.id: seat for seat in self.facts.members.get(group.id, ())}
        return {id: seat for id, seat in members.items() if id not in (self.vacated, self.student.id)}

    def has_chair(self, group: Group) -> bool:
        """Whether one more fits into each of the group's rooms."""
        coming = sum(not seat.is_remote for seat in self.others(group).values()) + 1
        rooms = [
            self.network.room_of(session.centre, session.room)
            for session in group.sessions
            if session.room is not None
        ]
        return all(room is None or coming <= room.capacity for room in rooms)

    def has_remote_seat(self, group: Group, course: Course) -> bool:
        """Whether the course and the own institution have a remote seat left (at all times, to be safe)."""
        own = self.student.institution
        if sum(seat.is_remote for seat in self.others(group).values()) >= course.remote_seats:
            return False
        gone = {self.vacated, self.student.id}
        return all(
            len(
                {
                    s
                    for s, when in attending_remotely(self.network, self.plan).get(own, ())
                    if when.overlaps(m.when)
                }
                - gone
            )
            < self.network.institution_by_id[own].remote_seats
            for m in self.facts.meetings_of[group.id]
        )

    def sites(self, group: Group, course: Course) -> list[str]:
        """Where the student would be: the host institution, the own one if a remote seat is free there, or
        kindergartens with a free place."""
        meetings = self.facts.meetings_of[group.id]
        host, own = meetings[0].institution, self.student.institution
        if not course.is_practice:
            found = [host] if self.has_chair(group) else []
            return [*found, own] if own != host and self.has_remote_seat(group, course) else found
        return [
            place.institution
            for place in self.network.practice_places
            if all(is_available(place.windows, m.when) for m in meetings)
            and all(self.practising_at(place.institution, m) < place.places for m in meetings)
        ]

    def practising_at(self, site: str, meeting: Meeting) -> int:
        """Other students at a kindergarten who overlap a meeting (in any of its weeks, to be safe)."""
        others = {
            attendance.student.id
            for attendance in practising(self.network, self.plan).get(site, ())
            if attendance.meeting.when.overlaps(meeting.when)
        }
        return len(others - {self.vacated, self.student.id})

    def can_keep(
        self,
        groups: Sequence[Group],
        courses: Sequence[Course],
        places: Sequence[str],
        visits: list[Visit],
        programmes: list[str],
    ) -> bool:
        more = list(visits)
        for group, course, place in zip(groups, courses, places, strict=True):
            for meeting in self.facts.meetings_of[group.id]:
                if not is_free(self.network, self.student, place, meeting.when):
                    return False
                if not all(self.can_travel(place, meeting, direction) for direction in Direction):
                    return False
                more.append(Visit(course, place, meeting.when))
        return bears(self.network, self.student, more, programmes)

    def can_travel(self, place: str, meeting: Meeting, direction: Direction) -> bool:
        """Whether a free way leads there (or home), or a run that has a seat left in every week."""
        when = meeting.when
        if any(t.admissible for t in free(self.network, self.student, place, when, direction)):
            return True
        way = run_there if direction is Direction.THERE else run_back
        for run in runs_at(self.network, place):
            if any(t.admissible for t in way(self.network, self.student, place, when, run)):
                riding = riders(self.network, self.plan).get((run.id, when.weekday), {})
                others = [m for s, m in riding.items() if s not in (self.student.id, self.vacated)]
                weeks = single_weeks(mask & when.weeks for mask in others)
                fullest = max((sum(bool(m & week) for m in others) for week in weeks), default=0)
                if fullest < run.seats:
                    return True
        return False


@remembered
def practising(network: Network, plan: Plan) -> dict[str, list[Attendance]]:
    """Kindergarten → who is there for practice and when."""
    found: dict[str, list[Attendance]] = defaultdict(list)
    for attendance in facts_of(network, plan).attendances:
        if attendance.meeting.course.is_practice:
            found[attendance.place].append(attendance)
    return found


@remembered
def attending_remotely(network: Network, plan: Plan) -> dict[str, list[tuple[str, When]]]:
    """Institution → its remote students, and when."""
    facts = facts_of(network, plan)
    found: dict[str, list[tuple[str, When]]] = defaultdict(list)
    for seat in facts.seats:
        if seat.is_remote:
            for meeting in facts.meetings_of[seat.group.id]:
                found[seat.student.institution].append((seat.student.id, meeting.when))
    return found


def free_groups(network: Network, plan: Plan, choice: Choice) -> tuple[Group, ...] | None:
    """Open groups, one a course of the choice, in which the student could simply sit; ``None`` if none."""
    seating = Seating(network, plan, network.student_by_id[choice.student], choice)
    return next((groups for groups in seating.groups() if seating.could_take(groups)), None)
