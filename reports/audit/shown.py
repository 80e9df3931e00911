"""What stands between a refused student and the courses of a choice: obstacles that a plan shows.

An obstacle is asked of one visit (a course, a place, a time): of every session of the open groups, and
where none is open, of every time at which the course could be held. All is asked generously.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from models.network import Network
from models.plan import Direction, Group, Plan, RefusalCode
from models.rules import RULES
from models.tables import Choice, Course, PracticePlace, Run, Student
from reports.audit.attainable import attendable, slots
from reports.audit.facts import Facts, Meeting, Seat, Visit, When, choice_of, facts_of
from reports.audit.filters import ATTENDANCE_FILTERS, can_travel, is_free
from reports.audit.loads import (
    clash,
    daily_overloads,
    evenings_cap,
    single_weeks,
    weekly_overloads,
    within_limits,
)
from reports.audit.placement import is_available
from reports.audit.riders import riders
from reports.audit.seating import Seating, attending_remotely, practising
from reports.audit.sizes import largest
from reports.audit.ways import free, free_or_run, run_back, run_there, runs_at


@dataclass(frozen=True)
class Refused:
    """A refused choice in a plan."""

    network: Network
    plan: Plan
    choice: Choice

    @property
    def facts(self) -> Facts:
        return facts_of(self.network, self.plan)

    @cached_property
    def student(self) -> Student:
        return self.network.student_by_id[self.choice.student]

    @cached_property
    def courses(self) -> list[Course]:
        return self.network.courses_of(self.choice.course)

    @cached_property
    def seating(self) -> Seating:
        return Seating(self.network, self.plan, self.student, self.choice)

    @cached_property
    def kept(self) -> list[Seat]:
        """The seats that stay beside the choice."""
        return self.seating.kept_and_left()[0]

    @cached_property
    def kept_visits(self) -> list[Visit]:
        return [
            attendance.visit
            for attendance in self.facts.attendances_of.get(self.student.id, ())
            if any(seat.group is attendance.meeting.group for seat in self.kept)
        ]

    @cached_property
    def groups(self) -> list[tuple[Group, Course]]:
        """The open groups of the courses."""
        return [
            (group, course) for course in self.courses for group in self.facts.groups_of.get(course.id, ())
        ]

    @cached_property
    def closed(self) -> list[Course]:
        """The courses without an open group."""
        return [course for course in self.courses if not self.facts.groups_of.get(course.id)]

    # --- where and when ------------------------------------------------------------------------

    def places(self, course: Course, host: str) -> list[str]:
        """Where the student could be: kindergartens for practice, else the host, or the own institution."""
        if course.is_practice:
            return [place.institution for place in self.network.practice_places]
        own = self.student.institution
        return [host, own] if own != host and course.remote_seats else [host]

    def visits(self, group: Group, course: Course) -> Iterator[tuple[Meeting, Visit]]:
        """All sessions of an open group at all places."""
        for meeting in self.facts.meetings_of.get(group.id, ()):
            for place in self.places(course, meeting.institution):
                yield meeting, Visit(course, place, meeting.when)

    def is_shown(self, obstacle: Callable[[Refused, Visit], bool]) -> bool:
        """Whether a session of an open group shows the obstacle, or, where the student could come to no time
        of a course without a group, one of these times does."""
        return any(
            obstacle(self, visit) for group, course in self.groups for _, visit in self.visits(group, course)
        ) or any(
            obstacle(self, Visit(course, place, slot.when))
            for course in self.closed
            if not self.could_come(course)
            for here in slots(self.network)[course.id].values()
            for slot in here
            for place in self.places(course, slot.institution)
        )

    def could_come(self, course: Course) -> bool:
        """Whether the student could attend a session of the course at some time and place."""
        return any(True for _ in attendable(self.network, self.student, course))

    # --- seats ---------------------------------------------------------------------------------

    def is_full(self, group: Group, course: Course) -> bool:
        """Whether the group has its most members, or one of its rooms no chair left."""
        return self.facts.size(group.id) >= largest(self.network, group, course) or self._is_crowded(group)

    def _is_crowded(self, group: Group) -> bool:
        coming = self.facts.size(group.id) - len(self.facts.remote(group.id))
        rooms = [
            self.network.room_of(session.centre, session.room)
            for session in group.sessions
            if session.room is not None
        ]
        return any(room is not None and coming >= room.capacity for room in rooms)

    def lacks_a_place(self, group: Group, course: Course) -> bool:
        """Whether the group is full, or has no place of practice or no remote seat for the student."""
        return (
            self.is_full(group, course)
            or (course.is_practice and self._lacks_practice(group, course))
            or (course.remote_seats > 0 and self._lacks_remote(group, course))
        )

    def _lacks_practice(self, group: Group, course: Course) -> bool:
        """Whether a kindergarten within reach takes no more students during a session, and there is none with
        a place that the student could use."""
        meetings = self.facts.meetings_of[group.id]
        places = self.network.practice_places
        return any(
            self._is_taken(place, meeting.when) and self._can_be_at(place.institution, meeting.when)
            for meeting in meetings
            for place in places
        ) and not any(
            self._could_use(group, course, place.institution)
            for place in places
            if not any(self._is_taken(place, meeting.when) for meeting in meetings)
        )

    def _is_taken(self, place: PracticePlace, when: When) -> bool:
        """Whether a kindergarten is closed to practice at a time, or others have all its places."""
        others = self._num_practising(place.institution, when)
        return not is_available(place.windows, when) or others >= place.places

    def _can_be_at(self, site: str, when: When) -> bool:
        """Whether the student is free then and a way leads there and home, seats on runs not counted."""
        return is_free(self.network, self.student, site, when) and can_travel(
            self.network, self.student, site, when
        )

    def _could_use(self, group: Group, course: Course, site: str) -> bool:
        """Whether the student could be at a kindergarten for the whole group, beside the seats kept."""
        answered = [found.course for seat in self.kept if (found := choice_of(self.network, seat))]
        wanted = [self.choice.course, *answered]
        return not self.has_enough_courses() and self.seating.can_keep(
            [group], [course], [site], self.kept_visits, wanted
        )

    def _num_practising(self, site: str, when: When) -> int:
        """Attendances of others at a kindergarten that overlap a time, in any week."""
        there = practising(self.network, self.plan).get(site, ())
        return sum(
            other.student.id != self.student.id and other.meeting.when.overlaps(when) for other in there
        )

    def _lacks_remote(self, group: Group, course: Course) -> bool:
        own = self.network.institution_by_id[self.student.institution]
        others = attending_remotely(self.network, self.plan).get(own.id, ())
        return len(self.facts.remote(group.id)) >= course.remote_seats or any(
            sum(id != self.student.id and when.overlaps(meeting.when) for id, when in others)
            >= own.remote_seats
            for meeting in self.facts.meetings_of[group.id]
        )

    def is_needed(self) -> bool:
        """Whether the student holds a seat that could not be given up for the choice: it is locked, the group
        would become too small, or it is part of a programme."""
        _, left = self.seating.kept_and_left()
        return any(seat.course.programme or not self.seating.may_leave(seat, ()) for seat in left)

    # --- loads ---------------------------------------------------------------------------------

    def has_enough_courses(self) -> bool:
        """Whether the seats that stay are as many courses as the student may take."""
        served = {found.rank for seat in self.kept if (found := choice_of(self.network, seat))}
        return len(served) >= self.network.max_courses(self.student)

    def exceeds_the_week(self, course: Course) -> bool:
        """Whether the hours of the course are too many in some set of weeks, beside the seats that stay."""
        for weeks in self.network.week_masks(course):
            hours = [Visit(course, "", When(0, 0, 0, weeks))] * course.weekly_sessions
            if any(weekly_overloads(self.network, self.student, [*self.kept_visits, *hours])):
                return True
        return False

    def exceeds_with(self, group: Group, course: Course) -> bool:
        """Whether the sessions of an open group and the seats that stay are too much: evenings, or hours of a
        day or week."""
        answered = [found.course for seat in self.kept if (found := choice_of(self.network, seat))]
        evenings = evenings_cap(self.network, [self.choice.course, *answered])
        meetings = self.facts.meetings_of.get(group.id, ())
        visits = [*self.kept_visits, *(Visit(course, "", meeting.when) for meeting in meetings)]
        return not within_limits(self.network, self.student, visits, evenings)

    def courses_clash(self) -> bool:
        """Whether groups of two courses of the programme are too near each other."""
        visits = [visit for group, course in self.groups for _, visit in self.visits(group, course)]
        return any(
            one.course is not other.course and clash(self.network, self.student, one, other) is not None
            for one, other in combinations(visits, 2)
        )


# --- obstacles ---------------------------------------------------------------------------------


def is_forbidden(refused: Refused, visit: Visit, code: RefusalCode) -> bool:
    """A filter of attendances that gives this code for its reason."""
    return any(
        not admits(refused.network, refused.student, visit.place, visit.when)
        for rule, admits in ATTENDANCE_FILTERS.items()
        if RULES[rule].refusal is code
    )


def is_elsewhere(refused: Refused, visit: Visit) -> bool:
    """Another session that the student keeps."""
    return any(
        clash(refused.network, refused.student, other, visit) is not None for other in refused.kept_visits
    )


def is_out_of_reach(refused: Refused, visit: Visit) -> bool:
    """No way there in time, seats on runs not counted."""
    trials = free_or_run(refused.network, refused.student, visit.place, visit.when, True)
    return not any(trial.admissible for trial in trials)


def is_without_return(refused: Refused, visit: Visit) -> bool:
    """No way home in time, seats on runs not counted."""
    trials = free_or_run(refused.network, refused.student, visit.place, visit.when, False)
    return not any(trial.admissible for trial in trials)


def lacks_a_ride(refused: Refused, visit: Visit) -> bool:
    """In one direction only runs lead there, or home, and others fill every one of them in some week."""
    network, student, place, when = refused.network, refused.student, visit.place, visit.when
    for direction, by_run in ((Direction.THERE, run_there), (Direction.BACK, run_back)):
        if any(trial.admissible for trial in free(network, student, place, when, direction)):
            continue
        runs = [
            run
            for run in runs_at(network, place)
            if any(trial.admissible for trial in by_run(network, student, place, when, run))
        ]
        if runs and all(_is_run_full(refused, run, when) for run in runs):
            return True
    return False


def _is_run_full(refused: Refused, run: Run, when: When) -> bool:
    riding = riders(refused.network, refused.plan).get((run.id, when.weekday), {})
    others = [mask & when.weeks for student, mask in riding.items() if student != refused.student.id]
    fullest = max((sum(bool(mask & week) for mask in others) for week in single_weeks(others)), default=0)
    return fullest >= run.seats


def has_too_many_lessons(refused: Refused, visit: Visit) -> bool:
    """The lessons of the day leave too few for a session."""
    return any(daily_overloads(refused.network, refused.student, [visit]))
