"""What each applicant could get alone in the network: the best set of choices that could be served.

All other students, group minimums, locks and seats on runs are ignored. Each course of the set
needs a placement: a centre, one set of weeks, a start on the grid for each weekly session, a room
that suits, and a team of teachers free for all of them; and the student must be able to attend.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from models.calendar import parity_mask
from models.network import Network
from models.tables import Choice, ChoiceKind, Course, Student
from models.time import Parity
from reports.audit.facts import Visit, When
from reports.audit.loads import bears, free_of_lessons
from reports.audit.memo import remembered
from reports.audit.placement import (
    centre_is_open,
    centre_takes,
    grade_admits,
    has_passed,
    is_available,
    room_suits,
    teacher_suits,
    time_fits,
)
from reports.audit.ways import can_reach

MONDAY_TO_SATURDAY = range(1, 7)


@dataclass(frozen=True)
class Slot:
    """A time at which a session of a course could be held, with the teachers who could give it."""

    institution: str
    when: When
    teachers: frozenset[str]
    num_dates: int


Slots = dict[tuple[str, int], list[Slot]]
"""(Centre, weeks) → the slots of a course there."""


@remembered
def slots(network: Network) -> dict[str, Slots]:
    """Course → all slots for its sessions on the grid."""
    return {course.id: _slots_of(network, course) for course in network.courses}


def _slots_of(network: Network, course: Course) -> Slots:
    found: Slots = defaultdict(list)
    minutes = network.session_minutes(course)
    fewest = course.session_dates_needed(course.weekly_sessions)
    for centre in network.centres:
        if not (centre_is_open(network, centre) and centre_takes(course, centre)):
            continue
        rooms = [room for room in network.rooms_by_centre.get(centre.id, ()) if room_suits(course, room)]
        teachers = [t for t in network.teachers if teacher_suits(course, t, centre.institution)]
        for weekday in MONDAY_TO_SATURDAY:
            starts = network.grid(centre.id, weekday, minutes)
            for weeks in network.week_masks(course) if starts else ():
                num_dates = len(network.usable_dates(course, centre.id, weekday, weeks))
                if num_dates < fewest:
                    continue
                for start in starts:
                    when = When(weekday, start, start + minutes, weeks)
                    free = frozenset(t.id for t in teachers if is_available(t.windows, when))
                    housed = course.is_practice or any(is_available(r.windows, when) for r in rooms)
                    if (
                        housed
                        and len(free) >= course.num_teachers
                        and time_fits(network, course, centre, when)
                    ):
                        found[centre.id, weeks].append(Slot(centre.institution, when, free, num_dates))
    return dict(found)


@remembered
def attainable(network: Network) -> dict[str, tuple[Choice, ...]]:
    """Applicant → the set of choices worth most points that could be served; empty if none could."""
    search = _Search(network)
    known: dict[Hashable, tuple[int, ...]] = {}
    best: dict[str, tuple[Choice, ...]] = {}
    for id, choices in sorted(network.choices_by_student.items()):
        student = network.student_by_id[id]
        key = (
            circumstances(student),
            network.max_courses(student),
            tuple((choice.course, choice.rank, choice.kind) for choice in choices),
        )
        if key not in known:
            found = search.best_set(student, choices)
            known[key] = tuple(choices.index(choice) for choice in found)
        best[id] = tuple(choices[position] for position in known[key])
    return best


def attainable_points(network: Network) -> dict[str, int]:
    """Applicant → the most points of choices that could be served to him or her alone."""
    return {
        student: sum(network.rank_points(choice.rank) for choice in choices)
        for student, choices in attainable(network).items()
    }


def circumstances(student: Student) -> Hashable:
    """All that decides where and when a student can be; students who agree in it are alike here."""
    return (
        student.institution,
        student.class_name,
        student.home,
        student.home_by,
        student.may_travel_alone,
        student.lesson_ends,
        student.blocked,
        bool(student.long_ride_reason),
        student.passed,
    )


@dataclass
class _Search:
    """Searches for placements of several courses that one student can attend together."""

    network: Network
    reached: dict[Hashable, bool] = field(default_factory=dict)

    def best_set(self, student: Student, choices: Sequence[Choice]) -> tuple[Choice, ...]:
        alone = [choice for choice in choices if self.fits(student, (choice,))]
        sets = [
            chosen
            for number in range(1, self.network.max_courses(student) + 1)
            for chosen in combinations(alone, number)
            if sum(choice.kind is ChoiceKind.ALTERNATIVE for choice in chosen) <= 1
        ]
        sets.sort(key=lambda chosen: -sum(self.network.rank_points(choice.rank) for choice in chosen))
        return next((c for c in sets if len(c) == 1 or self.fits(student, c)), ())

    def fits(self, student: Student, chosen: tuple[Choice, ...]) -> bool:
        """Whether all courses of the choices have placements that the student can attend together."""
        courses = [course for choice in chosen for course in self.network.courses_of(choice.course)]
        grade = self.network.class_of(student).grade
        if (
            not courses
            or len({course.id for course in courses}) < len(courses)
            or not all(grade_admits(c, grade) and has_passed(c, student.passed) for c in courses)
        ):
            return False
        programmes = [choice.course for choice in chosen]
        return any(True for _ in self.together(student, courses, [], programmes))

    def together(
        self, student: Student, courses: list[Course], visits: list[Visit], programmes: list[str]
    ) -> Iterator[list[Visit]]:
        """Ways to attend all the courses on top of some visits."""
        if not courses:
            yield visits
            return
        course, *others = courses
        for here in slots(self.network)[course.id].values():
            for site in self.sites(course, here):
                for more in self.sessions(student, course, here, site, visits, programmes):
                    yield from self.together(student, others, more, programmes)

    def sites(self, course: Course, here: list[Slot]) -> list[str]:
        """Where the student would be: a kindergarten for practice, else the centre's institution."""
        if course.is_practice:
            return [place.institution for place in self.network.practice_places if place.places > 0]
        return [here[0].institution] if here else []

    def sessions(
        self,
        student: Student,
        course: Course,
        here: list[Slot],
        site: str,
        visits: list[Visit],
        programmes: list[str],
        ordinal: int = 1,
        team: frozenset[str] | None = None,
    ) -> Iterator[list[Visit]]:
        """Ways to attend the sessions of a course, from one ordinal on, at one centre in one set of weeks."""
        if ordinal > course.weekly_sessions:
            yield visits
            return
        needed = course.session_dates_needed(ordinal)
        for slot in here:
            free = slot.teachers if team is None else slot.teachers & team
            if slot.num_dates < needed or len(free) < course.num_teachers:
                continue
            if not self.can_attend(student, course, site, slot.when):
                continue
            more = [*visits, Visit(course, site, slot.when)]
            if bears(self.network, student, more, programmes):
                yield from self.sessions(student, course, here, site, more, programmes, ordinal + 1, free)

    def can_attend(self, student: Student, course: Course, site: str, when: When) -> bool:
        """Whether nothing at home is in the way, and the student gets there and back."""
        if course.is_practice and not is_available(self.network.practice_by_institution[site].windows, when):
            return False
        touched = tuple(bool(when.weeks & parity_mask(p)) for p in (Parity.ODD, Parity.EVEN))
        key = (circumstances(student), site, when.weekday, when.start, when.end, touched)
        if key not in self.reached:
            self.reached[key] = free_of_lessons(self.network, student, when) and can_reach(
                self.network, student, site, when
            )
        return self.reached[key]
