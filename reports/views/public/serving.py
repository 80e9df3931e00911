"""The ways that serve a school at a session, whoever takes them.

They are of the kind that the school's students go by: runs if they go to that settlement by a run, ways
without one if they go so. Which of the members of a group takes which of them does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from models.network import Network
from models.plan import Direction
from models.tables import Student
from reports.audit.facts import Meeting, When, facts_of
from reports.audit.ways import best, free, origin, run_back, run_there
from reports.export.source import Source
from reports.views.public.members import members_by_group
from reports.views.ways import AT_SCHOOL, BUS, ON_SITE, Way, free_way, place_name, ways


@dataclass
class Custom:
    """How the students of a school go to a settlement, or come home from it, by all their groups: the runs
    with weekday and time of the sessions, and whether some of them go without a run."""

    runs: set[tuple[int, int, str]] = field(default_factory=set)
    free: bool = False


@dataclass(frozen=True)
class Students:
    """The students of a school, one of each kind whose ways could differ: all, and those who learn in the
    network. So many of the latter are ``known`` to a reader."""

    all: tuple[Student, ...]
    learning: tuple[Student, ...]
    known: int


@dataclass(frozen=True)
class Serving:
    """Answers which ways serve a school; made once for a plan."""

    source: Source
    students: Mapping[str, Students]
    customs: Mapping[tuple[str, Direction, str], Custom]

    @classmethod
    def of(cls, source: Source) -> Serving:
        return cls(source, _students(source), _customs(source))

    def ways(self, school: str, meeting: Meeting, direction: Direction) -> set[Way]:
        """All ways; of practice those to every practice place. Where remote seats are offered to the school,
        somebody may take part from there."""
        network = self.source.network
        places = [meeting.institution]
        found: set[Way] = set()
        if meeting.course.is_practice:
            places = sorted(network.practice_by_institution)
        elif school == meeting.institution and direction is Direction.THERE:
            return {Way(ON_SITE, 0)}
        elif (
            school != meeting.institution
            and meeting.course.remote_seats
            and network.institution_by_id[school].remote_seats
        ):
            if direction is Direction.THERE:
                found.add(AT_SCHOOL)
            else:
                places.append(school)
        for place in places:
            settlement = network.travel_table.settlement(place)
            custom = self.customs.get((school, direction, settlement), Custom())
            if custom.runs:
                found.update(self._rides(school, place, meeting.when, direction, custom))
            if custom.free:
                found |= self._free(school, place, meeting.when, direction)
        return found

    def _rides(
        self, school: str, place: str, when: When, direction: Direction, custom: Custom
    ) -> Iterator[Way]:
        """The rides of the runs that some student of the school could take, or one has at that time."""
        network, students = self.source.network, self.students[school].all
        way = run_there if direction is Direction.THERE else run_back
        rides = sorted({_ends(network, student, place, when, direction) for student in students})
        for run in network.runs:
            trials = (trial for student in students for trial in way(network, student, place, when, run))
            is_taken = (when.weekday, _clock(when, direction), run.id) in custom.runs
            if is_taken or any(trial.admissible for trial in trials):
                for here, there in rides:
                    for of, board, alight in network.legs(here, there):
                        if of == run:
                            names = [place_name(self.source, stop.place) for stop in (board, alight)]
                            minutes = alight.time - board.time
                            yield Way(BUS, minutes, run.id, names[0], board.time, names[1], alight.time)

    def _free(self, school: str, place: str, when: When, direction: Direction) -> set[Way]:
        """The best ways without a run of those who learn; of all students of the school where more ways
        than they are known to be would tell how many they are."""
        students = self.students[school]
        found = _best(self.source.network, students.learning, place, when, direction)
        if len(found) <= students.known:
            return found
        return _best(self.source.network, students.all, place, when, direction)


def _clock(when: When, direction: Direction) -> int:
    """The time of a session that its way depends on."""
    return when.start if direction is Direction.THERE else when.end


def _ends(
    network: Network, student: Student, place: str, when: When, direction: Direction
) -> tuple[str, str]:
    """Where the way of a student starts and ends."""
    if direction is Direction.THERE:
        return origin(network, student, when), place
    return place, network.home_of(student)


def _best(
    network: Network, students: Iterable[Student], place: str, when: When, direction: Direction
) -> set[Way]:
    trials = (best(free(network, student, place, when, direction)) for student in students)
    return {free_way(trial) for trial in trials if trial is not None}


def _customs(source: Source) -> dict[tuple[str, Direction, str], Custom]:
    """(School, direction, settlement of the session) → the custom of its students."""
    network, taken = source.network, ways(source)
    found: dict[tuple[str, Direction, str], Custom] = defaultdict(Custom)
    for attendance in facts_of(network, source.plan).attendances:
        student, when = attendance.student, attendance.meeting.when
        settlement = network.travel_table.settlement(attendance.place)
        for direction in Direction:
            way = taken.get((student.id, attendance.meeting.id, direction))
            custom = found[student.institution, direction, settlement]
            if way is not None and way.run:
                custom.runs.add((when.weekday, _clock(when, direction), way.run))
            elif way is not None and way.minutes:
                custom.free = True
    return found


def _students(source: Source) -> dict[str, Students]:
    network, circles = source.network, members_by_group(source).values()
    learning = facts_of(network, source.plan).seats_of
    by_school: dict[str, list[Student]] = defaultdict(list)
    for student in network.students:
        by_school[student.institution].append(student)
    return {
        school: Students(
            _distinct(network, these),
            _distinct(network, (student for student in these if student.id in learning)),
            max((circle.at_least(school) for circle in circles if school in circle.schools), default=0),
        )
        for school, these in by_school.items()
    }


def _distinct(network: Network, students: Iterable[Student]) -> tuple[Student, ...]:
    """One student of each kind whose ways could differ."""
    kinds: dict[object, Student] = {}
    for student in students:
        at_school = (student.class_name, student.lesson_ends)
        at_home = (network.home_of(student), student.home_by)
        key = (at_school, at_home, student.may_travel_alone, bool(student.long_ride_reason))
        kinds.setdefault(key, student)
    return tuple(kinds.values())
