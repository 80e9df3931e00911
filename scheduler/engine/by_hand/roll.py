"""The lists of members: who sits where, and whether one more student can be seated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from models.calendar import weeks_of
from models.network import Network, windows_admit
from models.plan import Direction
from models.tables import Choice, ChoiceKind, Course, LoadCategory, Student
from scheduler.engine.by_hand.desk import OpenGroup
from scheduler.engine.candidates import (
    NO_PAUSE,
    Application,
    Attendance,
    Placement,
    Way,
    circumstance,
    pause_between,
    sites_of,
)
from scheduler.engine.clashes import clash
from scheduler.rules import APPLICATION_FILTERS, ATTENDANCE_FILTERS, WAYS
from scheduler.rules.daily_load import free_lessons
from scheduler.rules.weekly_load import free_hours


@dataclass(frozen=True)
class Seat:
    """A student in a group, with the site and the ways to and from each session, in their order."""

    choice: Choice
    group: OpenGroup
    site: str
    ways: tuple[tuple[Way, Way], ...]

    def rides(self) -> Iterator[tuple[Placement, Direction, Way]]:
        """The ways by a run."""
        for held, both in zip(self.group.sessions, self.ways, strict=True):
            for direction, way in zip(Direction, both, strict=True):
                if way.run is not None:
                    yield held.placement, direction, way


@dataclass
class Roll:
    """Seats students one after the other; every seat keeps all rules about students, runs and sites."""

    network: Network
    seats: dict[str, list[Seat]] = field(default_factory=lambda: defaultdict(list))
    sizes: Counter[str] = field(default_factory=Counter)
    _riders: dict[tuple[str, int, int], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _practising: dict[str, list[OpenGroup]] = field(default_factory=lambda: defaultdict(list))
    _known: dict[tuple[object, ...], tuple[list[Way], list[Way]]] = field(default_factory=dict)
    _able: dict[tuple[object, ...], bool] = field(default_factory=dict)
    _number: dict[str, int] = field(default_factory=dict)
    _numbers: dict[tuple[object, ...], int] = field(default_factory=dict)

    # --- who could come --------------------------------------------------------------------------

    def may_apply(self, student: Student, course: Course) -> bool:
        application = Application(student, course)
        return all(admits(self.network, application) is None for admits in APPLICATION_FILTERS.values())

    def can_come(self, choice: Choice, placements: Sequence[Placement]) -> bool:
        """Whether the student could attend all these sessions for the choice, seats on runs apart."""
        student = self.network.student_by_id[choice.student]
        key = (self._alike(student), choice.course, *placements)
        if key not in self._able:
            self._able[key] = self._could_come(student, choice, placements)
        return self._able[key]

    def _could_come(self, student: Student, choice: Choice, placements: Sequence[Placement]) -> bool:
        sessions = [(self.network.course_by_id[p.course], p) for p in placements]
        sites = [self._site(student, course, placement) for course, placement in sessions]
        if None in sites:
            return False
        for (one, here), (other, there) in combinations(zip(placements, sites, strict=True), 2):
            if clash(one, other, pause_between(self.network, student, here or "", there or "")):
                return False
        return self._within_loads(student, sessions, {choice})

    def _site(self, student: Student, course: Course, placement: Placement) -> str | None:
        """The first site at which the student could attend the session."""
        for site in sites_of(self.network, course, placement.centre):
            if all(self.ways(student, placement, site)) and (
                not course.is_practice or self._is_open(site, placement)
            ):
                return site
        return None

    def _alike(self, student: Student) -> int:
        """A number that students share who are circumstanced alike."""
        if student.id not in self._number:
            key = circumstance(student)
            self._number[student.id] = self._numbers.setdefault(key, len(self._numbers))
        return self._number[student.id]

    def ways(self, student: Student, placement: Placement, site: str) -> tuple[list[Way], list[Way]]:
        """The ways there and back; none if the session cannot be attended."""
        when = (placement.weekday, placement.start, placement.end, placement.weeks)
        key = (self._alike(student), site, when)
        if key not in self._known:
            attendance = Attendance(student, placement, site)
            admitted = all(admits(self.network, attendance) is None for admits in ATTENDANCE_FILTERS.values())
            there, back = (
                sorted(module.ways(self.network, attendance), key=lambda w: (w.run is not None, w.minutes))
                if admitted
                else []
                for module in WAYS.values()
            )
            self._known[key] = there, back
        return self._known[key]

    # --- seating ---------------------------------------------------------------------------------

    def seat(self, choice: Choice, groups: dict[str, list[OpenGroup]]) -> bool:
        """Gives the student the choice, a programme whole, if there are seats; ``groups`` by course."""
        student = self.network.student_by_id[choice.student]
        mine = self.seats[student.id]
        served = {seat.choice for seat in mine}
        is_second = choice.kind is ChoiceKind.ALTERNATIVE and any(
            other.kind is ChoiceKind.ALTERNATIVE for other in served
        )
        if choice in served or is_second or len(served) >= self.network.max_courses(student):
            return False
        courses = self.network.courses_of(choice.course)
        taken = {seat.group.course.id for seat in mine}
        if not courses or any(
            course.id in taken or not self.may_apply(student, course) for course in courses
        ):
            return False
        found = self._seats(student, choice, courses, groups, [])
        for seat in found or ():
            self._take(seat)
        return found is not None

    def _seats(
        self,
        student: Student,
        choice: Choice,
        courses: Sequence[Course],
        groups: dict[str, list[OpenGroup]],
        chosen: list[Seat],
    ) -> list[Seat] | None:
        """A seat in each course of the choice, the first that go together."""
        if len(chosen) == len(courses):
            return chosen
        course = courses[len(chosen)]
        for group in groups.get(course.id, []):
            if self.sizes[group.id] >= group.most:
                continue
            for site in sites_of(self.network, course, group.sessions[0].placement.centre):
                ways = self._free_ways(student, group, site)
                if ways is None or not self._goes_together(student, choice, group, site, chosen):
                    continue
                found = self._seats(
                    student, choice, courses, groups, [*chosen, Seat(choice, group, site, ways)]
                )
                if found is not None:
                    return found
        return None

    def _free_ways(self, student: Student, group: OpenGroup, site: str) -> tuple[tuple[Way, Way], ...] | None:
        """The ways to and from every session: a free one, else the quickest run with a seat."""
        result = []
        for held in group.sessions:
            placement = held.placement
            if group.course.is_practice and not self._has_place(placement, site):
                return None
            both = []
            for ways in self.ways(student, placement, site):
                way = next((way for way in ways if self._has_seat(student, placement, way)), None)
                if way is None:
                    return None
                both.append(way)
            result.append((both[0], both[1]))
        return tuple(result)

    def _has_seat(self, student: Student, placement: Placement, way: Way) -> bool:
        if way.run is None:
            return True
        most = self.network.run_by_id[way.run].seats
        return all(
            len(riders := self._riders[way.run, placement.weekday, week]) < most or student.id in riders
            for week in weeks_of(placement.weeks)
        )

    def _has_place(self, placement: Placement, site: str) -> bool:
        """Whether a kindergarten is open to one more; all groups that meet then are counted."""
        place = self.network.practice_by_institution[site]
        if not self._is_open(site, placement):
            return False
        present = sum(
            any(clash(held.placement, placement, NO_PAUSE) for held in group.sessions)
            for group in self._practising[site]
        )
        return present < place.places

    def _is_open(self, site: str, placement: Placement) -> bool:
        windows = self.network.practice_by_institution[site].windows
        return windows_admit(windows, placement.weekday, placement.start, placement.end, placement.weeks)

    def _goes_together(
        self, student: Student, choice: Choice, group: OpenGroup, site: str, chosen: Sequence[Seat]
    ) -> bool:
        """Whether the student can bear the group beside all other seats: time, ways, loads and evenings."""
        others = [*self.seats[student.id], *chosen]
        for other in others:
            pause = pause_between(self.network, student, site, other.site)
            for held in group.sessions:
                if any(clash(held.placement, then.placement, pause) for then in other.group.sessions):
                    return False
        sessions = [(group.course, held.placement) for held in group.sessions]
        sessions += [(o.group.course, held.placement) for o in others for held in o.group.sessions]
        return self._within_loads(student, sessions, {choice, *(other.choice for other in others)})

    def _within_loads(
        self, student: Student, sessions: Sequence[tuple[Course, Placement]], choices: set[Choice]
    ) -> bool:
        network = self.network
        evenings = max(
            network.rules.max_evenings,
            *(
                sum(course.weekly_sessions for course in network.courses_of(choice.course))
                for choice in choices
                if choice.course in network.programme_courses
            ),
            0,
        )
        for weeks in alike_weeks(placement.weeks for _, placement in sessions):
            present = [(c, p) for c, p in sessions if p.weeks & weeks]
            days = {placement.weekday for _, placement in present}
            if len(days) > evenings:
                return False
            for category in (LoadCategory.CURRICULUM, LoadCategory.EXTRACURRICULAR):
                counted = [(c, p) for c, p in present if c.load_category is category]
                free = free_hours(network, student, category) if counted else None
                if free is not None and sum(c.session_hours for c, _ in counted) > free:
                    return False
                for day in sorted(days) if counted and category is LoadCategory.CURRICULUM else ():
                    left = free_lessons(network, student, day, weeks)
                    needed = sum(c.session_hours for c, p in counted if p.weekday == day)
                    if left is not None and needed > left:
                        return False
        return True

    # --- keeping the lists -----------------------------------------------------------------------

    def _take(self, seat: Seat) -> None:
        student = seat.choice.student
        self.seats[student].append(seat)
        self.sizes[seat.group.id] += 1
        if seat.group.course.is_practice:
            self._practising[seat.site].append(seat.group)
        for placement, _, way in seat.rides():
            for week in weeks_of(placement.weeks):
                self._riders[way.run or "", placement.weekday, week][student] += 1

    def release(self, choice: Choice) -> None:
        """Takes back every seat of a choice."""
        mine = self.seats[choice.student]
        for seat in [seat for seat in mine if seat.choice == choice]:
            mine.remove(seat)
            self.sizes[seat.group.id] -= 1
            if seat.group.course.is_practice:
                self._practising[seat.site].remove(seat.group)
            for placement, _, way in seat.rides():
                for week in weeks_of(placement.weeks):
                    riders = self._riders[way.run or "", placement.weekday, week]
                    riders[choice.student] -= 1
                    if not riders[choice.student]:
                        del riders[choice.student]


def alike_weeks(masks: Iterable[int]) -> list[int]:
    """The weeks that are in any of the masks, those in the same ones together."""
    parts: list[int] = []
    for mask in masks:
        parts = [piece for part in parts for piece in (part & mask, part & ~mask) if piece]
        new = mask & ~sum(parts)
        if new:
            parts.append(new)
    return parts
