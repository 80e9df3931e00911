"""What each applicant could get if there were nobody else: the denominator of fairness.

A set of the student's choices is attainable when every session of every course in it can be placed
somewhere (room and teachers fit, whoever else needs them) so that the student reaches all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from models.network import windows_admit
from models.tables import Choice, ChoiceKind, Course, LoadCategory, Student
from scheduler.engine.candidates import Application, Placement, circumstance, pause_between, sites_of
from scheduler.engine.clashes import clash
from scheduler.rules import APPLICATION_FILTERS
from scheduler.rules.daily_load import free_lessons
from scheduler.rules.weekly_load import free_hours, weekly

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel


@dataclass(frozen=True, slots=True)
class Visit:
    """One session of one course as the student would attend it."""

    course: Course
    placement: Placement
    site: str


def attainable_points(model: PlanModel) -> dict[str, int]:
    """Applicant → the most points of a set of choices that is attainable; 0 if none is."""
    memo: dict[tuple[object, ...], bool] = {}
    return {
        student: _points(model, model.network.student_by_id[student], choices, memo)
        for student, choices in model.network.choices_by_student.items()
    }


def _points(
    model: PlanModel, student: Student, choices: list[Choice], memo: dict[tuple[object, ...], bool]
) -> int:
    network = model.network
    sets = [
        chosen
        for size in range(1, network.max_courses(student) + 1)
        for chosen in combinations(choices, size)
        if sum(choice.kind is ChoiceKind.ALTERNATIVE for choice in chosen) <= 1
    ]
    worth = {chosen: sum(network.rank_points(choice.rank) for choice in chosen) for chosen in sets}
    for chosen in sorted(sets, key=lambda item: -worth[item]):
        key = (circumstance(student), student.passed, tuple(sorted(c.course for c in chosen)))
        if key not in memo:
            memo[key] = is_attainable(model, student, chosen)
        if memo[key]:
            return worth[chosen]
    return 0


def is_attainable(model: PlanModel, student: Student, choices: tuple[Choice, ...]) -> bool:
    """Whether the student alone could be given all these choices."""
    network = model.network
    courses = [course for choice in choices for course in network.courses_of(choice.course)]
    for course in courses:
        if course.max_groups == 0 or network.group_max(course) < 1:
            return False
        if any(admits(network, Application(student, course)) for admits in APPLICATION_FILTERS.values()):
            return False
    evenings = network.rules.max_evenings
    for choice in choices:
        if choice.course in network.programme_courses:
            evenings = max(evenings, sum(c.weekly_sessions for c in network.courses_of(choice.course)))
    options = [list(_timetables(model, student, course)) for course in courses]
    options.sort(key=len)
    return _fits_together(model, student, options, [], evenings)


def _timetables(model: PlanModel, student: Student, course: Course) -> Iterator[list[Visit]]:
    """Every way to attend one course: its sessions at one centre (and site), in one set of weeks."""
    by_form: dict[tuple[str, int, str], dict[int, list[Visit]]] = defaultdict(lambda: defaultdict(list))
    for placement in model.usable[course.id]:
        for site in sites_of(model.network, course, placement.centre):
            if course.is_practice:
                place = model.network.practice_by_institution[site]
                p = placement
                if place.places < 1 or not windows_admit(place.windows, p.weekday, p.start, p.end, p.weeks):
                    continue
            if model.ways(student, placement, site) is not None:
                form = (placement.centre, placement.weeks, site)
                by_form[form][placement.session].append(Visit(course, placement, site))
    for sessions in by_form.values():
        if len(sessions) == course.weekly_sessions:
            yield from _combine(model, student, [sessions[k] for k in sorted(sessions)], [])


def _combine(
    model: PlanModel, student: Student, sessions: list[list[Visit]], chosen: list[Visit]
) -> Iterator[list[Visit]]:
    if len(chosen) == len(sessions):
        yield chosen
        return
    for visit in sessions[len(chosen)]:
        if all(_apart(model, student, visit, other) for other in chosen):
            yield from _combine(model, student, sessions, [*chosen, visit])


def _fits_together(
    model: PlanModel,
    student: Student,
    options: list[list[list[Visit]]],
    chosen: list[Visit],
    evenings: int,
) -> bool:
    if not options:
        return True
    for timetable in options[0]:
        visits = [*chosen, *timetable]
        if (
            all(_apart(model, student, new, old) for new in timetable for old in chosen)
            and _within_loads(model, student, visits, evenings)
            and _fits_together(model, student, options[1:], visits, evenings)
        ):
            return True
    return False


def _apart(model: PlanModel, student: Student, one: Visit, other: Visit) -> bool:
    pause = pause_between(model.network, student, one.site, other.site)
    return not clash(one.placement, other.placement, pause)


def _within_loads(model: PlanModel, student: Student, visits: list[Visit], evenings: int) -> bool:
    network = model.network
    for atom in model.week_atoms:
        present = [visit for visit in visits if visit.placement.weeks & atom]
        if len({visit.placement.weekday for visit in present}) > evenings:
            return False
        courses = {visit.course.id: visit.course for visit in present}.values()
        for category in (LoadCategory.CURRICULUM, LoadCategory.EXTRACURRICULAR):
            hours = sum(weekly(course) for course in courses if course.load_category is category)
            free = free_hours(network, student, category) if hours else None
            if free is not None and hours > free:
                return False
        daily: dict[int, int] = defaultdict(int)
        for visit in present:
            if visit.course.load_category is LoadCategory.CURRICULUM:
                daily[visit.placement.weekday] += visit.course.session_hours
        for weekday, hours in daily.items():
            left = free_lessons(network, student, weekday, atom)
            if left is not None and hours > left:
                return False
    return True
