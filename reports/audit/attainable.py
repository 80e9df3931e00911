"""What each applicant could get alone in the network: the best set of choices that could be served.

All other students, group minimums, locks and seats on runs are ignored. Each course of the set may have
a group, and needs a placement: a centre, one set of weeks, a start on the grid for each weekly session, a
room that suits, and a team of teachers free for all of them; and the student must be able to attend.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, combinations, product

from models.network import Network
from models.tables import Centre, Choice, ChoiceKind, Course, Student
from reports.audit.facts import Visit, When
from reports.audit.filters import can_travel, is_free, may_apply, may_be_held, may_house, may_teach
from reports.audit.loads import clash, daily_overloads, evenings_cap, weekly_overloads, within_limits
from reports.audit.memo import remembered
from reports.audit.placement import Placement, is_available
from reports.audit.rules import centre_open
from reports.audit.ways import is_linked


@dataclass(frozen=True)
class Slot:
    """A time at which sessions of a course could be held at a centre of the institution.

    ``teachers``: which session of the week (1..n) → who could give it then, at least as many as it takes.
    """

    centre: str
    institution: str
    when: When
    teachers: dict[int, frozenset[str]]


Slots = dict[tuple[str, int], list[Slot]]
"""(Centre, weeks) → the slots of a course there."""


@remembered
def slots(network: Network) -> dict[str, Slots]:
    """Course → all slots for its sessions on the grid."""
    return {course.id: _slots_of(network, course) for course in network.courses}


def _slots_of(network: Network, course: Course) -> Slots:
    if course.max_groups == 0 or network.group_max(course) < 1:
        return {}
    found: Slots = defaultdict(list)
    minutes = network.session_minutes(course)
    for centre in network.centres:
        if not centre_open.may_hold(network, course, centre):  # spares looking through all its times
            continue
        for weekday in range(1, 8):
            starts = network.grid(centre.id, weekday, minutes)
            for weeks in network.week_masks(course) if starts else ():
                usable = tuple(network.usable_dates(course, centre.id, weekday, weeks))
                for start in starts:
                    when = When(weekday, start, start + minutes, weeks)
                    teachers = _teachers(network, course, centre, when, usable)
                    if teachers:
                        found[centre.id, weeks].append(Slot(centre.id, centre.institution, when, teachers))
    return dict(found)


def _teachers(
    network: Network, course: Course, centre: Centre, when: When, usable: tuple[date, ...]
) -> dict[int, frozenset[str]]:
    """Session of the week → who could give it at the centre then; without those that could not be held."""
    found = {}
    for ordinal in range(1, course.weekly_sessions + 1):
        dates = usable[: course.session_dates_needed(ordinal)]
        placement = Placement(course, centre, when, ordinal, usable, dates)
        if not (may_be_held(network, placement) and _is_housed(network, placement)):
            continue
        able = [t.id for t in network.teachers_of(course.id) if may_teach(network, placement, t)]
        if len(able) >= course.num_teachers:
            found[ordinal] = frozenset(able)
    return found


def _is_housed(network: Network, placement: Placement) -> bool:
    """Whether some room of the centre may be used; practice needs none."""
    return placement.course.is_practice or any(
        may_house(network, placement, room) for room in network.rooms_by_centre.get(placement.centre.id, ())
    )


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
    return [slot for slot in every if _is_usable(course, slot)]


def _is_usable(course: Course, slot: Slot) -> bool:
    return course.weekly_sessions in slot.teachers


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
            if _is_usable(course, slot) and not any(daily_overloads(network, student, [visit])):
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
        return all(may_apply(self.network, self.student, c) for c in courses) and self.hours_fit(courses)

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
            if ordinal not in slot.teachers:
                continue
            free = slot.teachers[ordinal] if team is None else slot.teachers[ordinal] & team
            if len(free) < course.num_teachers:
                continue
            visit = Visit(course, place, slot.when)
            if any(clash(self.network, self.student, visit, other) for other in visits):
                continue
            more = [*visits, visit]
            if within_limits(self.network, self.student, more, evenings):
                yield from self.sessions(course, here, place, more, evenings, ordinal + 1, free)

    def can_attend(self, course: Course, place: str, when: When) -> bool:
        """Whether the site takes students, nothing else is in the way, and ways lead there and back."""
        if course.is_practice and not is_available(self.network.practice_by_institution[place].windows, when):
            return False
        key = (place, when)
        if key not in self.known.reached:
            asked = (self.network, self.student, place, when)
            self.known.reached[key] = is_free(*asked) and can_travel(*asked)
        return self.known.reached[key]
