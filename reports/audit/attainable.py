"""What each applicant could get alone in the network: the best set of choices that could be served.

All other students, group minimums, locks and seats on runs are ignored. Each course of the set
needs a placement: a centre, one set of weeks, a start on the grid for each weekly session, a room
that suits, and a team of teachers free for all of them; and the student must be able to attend.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import chain, combinations, product

from models.calendar import parity_mask
from models.network import Network
from models.tables import Choice, ChoiceKind, Course, Student, Teacher
from models.time import Parity
from reports.audit.facts import Visit, When
from reports.audit.loads import (
    clash,
    daily_overloads,
    evenings_cap,
    free_of_lessons,
    weekly_overloads,
    within_limits,
)
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
from reports.audit.ways import can_reach, is_linked

MONDAY_TO_SATURDAY = range(1, 7)


@dataclass(frozen=True)
class Slot:
    """A time at which a session of a course could be held, with the teachers who could begin it.

    ``dates``: all on which it could be held; who leaves during the year may be gone by the last one.
    """

    centre: str
    institution: str
    when: When
    teachers: frozenset[str]
    dates: tuple[date, ...]


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
                dates = tuple(network.usable_dates(course, centre.id, weekday, weeks))
                if len(dates) < fewest:
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
                        found[centre.id, weeks].append(Slot(centre.id, centre.institution, when, free, dates))
    return dict(found)


def _stays(teacher: Teacher, last: date | None) -> bool:
    """Whether the teacher is still there on the last date."""
    return teacher.until is None or last is None or last <= teacher.until


def _team(network: Network, course: Course, slot: Slot, ordinal: int) -> set[str] | None:
    """The teachers who could give that session of the week until its last date; ``None`` if the slot has too
    few dates for it."""
    needed = course.session_dates_needed(ordinal)
    if len(slot.dates) < needed:
        return None
    last = slot.dates[needed - 1] if needed else None
    return {name for name in slot.teachers if _stays(network.teacher_by_id[name], last)}


@cache
def _parities(weeks: int) -> tuple[bool, bool]:
    """Whether the weeks touch odd and even ones; home lessons and blocked times differ by no more."""
    return bool(weeks & parity_mask(Parity.ODD)), bool(weeks & parity_mask(Parity.EVEN))


@remembered
def attainable(network: Network) -> dict[str, tuple[Choice, ...]]:
    """Applicant → the set of choices worth most points that could be served; empty if none could."""
    alike: dict[Hashable, _Known] = defaultdict(_Known)
    known: dict[Hashable, tuple[int, ...]] = {}
    best: dict[str, tuple[Choice, ...]] = {}
    for id, choices in sorted(network.choices_by_student.items()):
        student = network.student_by_id[id]
        wanted = tuple((choice.course, choice.rank, choice.kind) for choice in choices)
        key = (circumstances(student), network.max_courses(student), wanted)
        if key not in known:
            found = _Search(network, student, alike[circumstances(student)]).best_set(choices)
            known[key] = tuple(choices.index(choice) for choice in found)
        best[id] = tuple(choices[position] for position in known[key])
    return best


def attainable_points(network: Network) -> dict[str, int]:
    """Applicant → the most points of choices that could be served to him or her alone."""
    return {
        student: sum(network.rank_points(choice.rank) for choice in choices)
        for student, choices in attainable(network).items()
    }


def usable_slots(network: Network, course: Course) -> list[Slot]:
    """The slots at which a session of the course could be held by teachers who stay until its last date."""
    every = chain.from_iterable(slots(network)[course.id].values())
    return [slot for slot in every if _is_usable(network, course, slot)]


def _is_usable(network: Network, course: Course, slot: Slot) -> bool:
    team = _team(network, course, slot, course.weekly_sessions)
    return team is not None and len(team) >= course.num_teachers


def attendable(network: Network, student: Student, course: Course) -> Iterator[tuple[str, Slot]]:
    """The places and slots at which the student could attend a session of the course, whoever else does.

    None where the grade, the course before, or the hours of the week keep the student out.
    """
    search = _Search(network, student, _asked(network)[circumstances(student)])
    if not search.may_take([course]):
        return
    for place, here in search.options(course):
        for slot in here:
            visit = Visit(course, place, slot.when)
            if _is_usable(network, course, slot) and not any(daily_overloads(network, student, [visit])):
                yield place, slot


@dataclass
class _Known:
    """What is known of students of equal circumstances: the places they can be at when, and the slots of a
    course they can attend."""

    reached: dict[Hashable, bool] = field(default_factory=dict)
    attended: dict[Hashable, list[Slot]] = field(default_factory=dict)


@remembered
def _asked(network: Network) -> dict[Hashable, _Known]:  # noqa: ARG001 - the key of the memo
    """What is known of those who were asked about one by one."""
    return defaultdict(_Known)


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
    """Searches for placements of several courses that one student can attend together.

    ``known`` is shared by all students of equal circumstances.
    """

    network: Network
    student: Student
    known: _Known

    def best_set(self, choices: Sequence[Choice]) -> tuple[Choice, ...]:
        """The set worth most points; at equal points the one of lower ranks."""
        alone = [choice for choice in choices if self.fits((choice,))]
        sets = [
            chosen
            for number in range(1, self.network.max_courses(self.student) + 1)
            for chosen in combinations(alone, number)
            if sum(choice.kind is ChoiceKind.ALTERNATIVE for choice in chosen) <= 1
        ]
        sets.sort(key=lambda chosen: -sum(self.network.rank_points(choice.rank) for choice in chosen))
        return next((chosen for chosen in sets if len(chosen) == 1 or self.fits(chosen)), ())

    def fits(self, chosen: tuple[Choice, ...]) -> bool:
        """Whether all courses of the choices have placements that the student can attend together."""
        courses = [course for choice in chosen for course in self.network.courses_of(choice.course)]
        if not courses or len({course.id for course in courses}) < len(courses) or not self.may_take(courses):
            return False
        courses.sort(key=lambda course: sum(map(len, slots(self.network)[course.id].values())))
        evenings = evenings_cap(self.network, [choice.course for choice in chosen])
        return any(True for _ in self.together(courses, [], evenings))

    def may_take(self, courses: list[Course]) -> bool:
        """Whether grade, courses passed and the weekly load admit the courses, wherever they are held."""
        grade = self.network.class_of(self.student).grade
        return all(
            grade_admits(c, grade) and has_passed(c, self.student.passed) for c in courses
        ) and self.hours_fit(courses)

    def hours_fit(self, courses: list[Course]) -> bool:
        """Whether some sets of weeks keep the weekly load; it does not depend on days and places."""
        offered = [sorted({weeks for _, weeks in slots(self.network)[course.id]}) for course in courses]
        for masks in product(*offered):
            visits = [
                Visit(course, "", When(0, 0, 0, weeks))
                for course, weeks in zip(courses, masks, strict=True)
                for _ in range(course.weekly_sessions)
            ]
            if not any(weekly_overloads(self.network, self.student, visits)):
                return True
        return False

    def together(self, courses: list[Course], visits: list[Visit], evenings: int) -> Iterator[list[Visit]]:
        """Ways to attend all the courses on top of some visits."""
        if not courses:
            yield visits
            return
        course, *others = courses
        for place, here in self.options(course):
            for more in self.sessions(course, here, place, visits, evenings):
                yield from self.together(others, more, evenings)

    def options(self, course: Course) -> Iterator[tuple[str, list[Slot]]]:
        """Each place where the student would be, with the slots of a centre and set of weeks to attend."""
        for (centre, weeks), here in slots(self.network)[course.id].items():
            for place in self.places(course, here):
                if not is_linked(self.network, self.student, place):
                    continue
                key = (course.id, centre, weeks, place)
                if key not in self.known.attended:
                    self.known.attended[key] = [s for s in here if self.can_attend(course, place, s.when)]
                if self.known.attended[key]:
                    yield place, self.known.attended[key]

    def places(self, course: Course, here: list[Slot]) -> list[str]:
        """Where the student would be: a kindergarten for practice, else the centre's institution, or the own
        one if both course and institution have remote seats."""
        if course.is_practice:
            return [place.institution for place in self.network.practice_places if place.places > 0]
        host, own = here[0].institution, self.student.institution
        if own != host and course.remote_seats and self.network.institution_by_id[own].remote_seats:
            return [host, own]
        return [host]

    def sessions(
        self,
        course: Course,
        here: list[Slot],
        place: str,
        visits: list[Visit],
        evenings: int,
        ordinal: int = 1,
        team: frozenset[str] | None = None,
    ) -> Iterator[list[Visit]]:
        """Ways to attend the sessions of a course, from one ordinal on, at one centre in one set of weeks."""
        if ordinal > course.weekly_sessions:
            yield visits
            return
        for slot in here:
            free = _team(self.network, course, slot, ordinal)
            if free is None:
                continue
            if team is not None:
                free &= team
            if len(free) < course.num_teachers:
                continue
            visit = Visit(course, place, slot.when)
            if any(clash(self.network, self.student, visit, other) for other in visits):
                continue
            more = [*visits, visit]
            if within_limits(self.network, self.student, more, evenings):
                yield from self.sessions(course, here, place, more, evenings, ordinal + 1, frozenset(free))

    def can_attend(self, course: Course, place: str, when: When) -> bool:
        """Whether nothing at home is in the way, the site takes students, and ways lead there and back."""
        if course.is_practice and not is_available(self.network.practice_by_institution[place].windows, when):
            return False
        key = (place, when.weekday, when.start, when.end, _parities(when.weeks))
        if key not in self.known.reached:
            self.known.reached[key] = free_of_lessons(self.network, self.student, when) and can_reach(
                self.network, self.student, place, when
            )
        return self.known.reached[key]
