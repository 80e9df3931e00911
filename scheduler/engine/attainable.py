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

from ortools.sat.python import cp_model

from models.network import windows_admit
from models.tables import Choice, ChoiceKind, Course, LoadCategory, Student
from scheduler.engine.candidates import Application, Placement, circumstance, pause_between, sites_for
from scheduler.engine.clashes import clash
from scheduler.engine.expressions import Literal, total
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
    teachers: frozenset[str]


def attainable_points(model: PlanModel) -> dict[str, int]:
    """Applicant → the most points of a set of choices that is attainable; 0 if none is."""
    return {
        student: _points(model, model.network.student_by_id[student], choices)
        for student, choices in model.network.choices_by_student.items()
    }


def _points(model: PlanModel, student: Student, choices: list[Choice]) -> int:
    network = model.network
    sets = [
        chosen
        for size in range(1, network.max_courses(student) + 1)
        for chosen in combinations(choices, size)
        if sum(choice.kind is ChoiceKind.ALTERNATIVE for choice in chosen) <= 1
    ]
    worth = {chosen: sum(network.rank_points(choice.rank) for choice in chosen) for chosen in sets}
    for chosen in sorted(sets, key=lambda item: -worth[item]):
        if is_attainable(model, student, chosen):
            return worth[chosen]
    return 0


def is_attainable(model: PlanModel, student: Student, choices: tuple[Choice, ...]) -> bool:
    """Whether the student alone could be given all these choices; found out once for all who are alike."""
    key = (circumstance(student), student.passed, tuple(sorted(choice.course for choice in choices)))
    if key not in model.attained:
        model.attained[key] = _is_attainable(model, student, choices)
    return model.attained[key]


def _is_attainable(model: PlanModel, student: Student, choices: tuple[Choice, ...]) -> bool:
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
    forms = [list(_forms(model, student, course)) for course in courses]
    if not all(forms):
        return False
    forms.sort(key=len)
    return _Search(model, student, forms, evenings).answer()


@dataclass(frozen=True)
class Form:
    """One way to hold a course: at a centre, in a set of weeks, at a site; the visits of each session."""

    course: Course
    weeks: int
    sessions: dict[int, list[Visit]]


def _forms(model: PlanModel, student: Student, course: Course) -> Iterator[Form]:
    """Every form in which the student could attend each session of the course by itself."""
    by_form: dict[tuple[str, int, str], dict[int, list[Visit]]] = defaultdict(lambda: defaultdict(list))
    for placement, _, teachers in model.usable[course.id]:
        p = placement
        for site in sites_for(model.network, student, course, p.centre):
            if course.is_practice:
                place = model.network.practice_by_institution[site]
                if place.places < 1 or not windows_admit(place.windows, p.weekday, p.start, p.end, p.weeks):
                    continue
            if model.ways(student, p, site) is not None:
                visit = Visit(course, p, site, frozenset(teachers))
                by_form[p.centre, p.weeks, site][p.session].append(visit)
    for (_, weeks, _), sessions in by_form.items():
        if len(sessions) == course.weekly_sessions:
            yield Form(course, weeks, sessions)


MOST_STEPS = 300
"""Steps of plain search after which a solver decides: most answers are easy, the rest very hard."""


class _Search:
    """Is there one form a course, and one visit a session, that a single student can bear together?"""

    def __init__(self, model: PlanModel, student: Student, forms: list[list[Form]], evenings: int) -> None:
        self.model, self.student, self.forms, self.evenings = model, student, forms, evenings
        self.steps = 0

    def answer(self) -> bool:
        """Plain depth-first search while it is short, then the solver."""
        found = self._try(0, [])
        return self._by_solver() if found is None else found

    def _try(self, index: int, chosen: list[Visit]) -> bool | None:
        """Whether courses from ``index`` on fit beside the visits chosen; ``None``: too many steps."""
        if index == len(self.forms):
            return True
        for form in self.forms[index]:
            found = self._sessions(index, form, 1, chosen)
            if found is not False:
                return found
        return False

    def _sessions(self, index: int, form: Form, session: int, chosen: list[Visit]) -> bool | None:
        if session > form.course.weekly_sessions:
            return self._try(index + 1, chosen)
        for visit in form.sessions[session]:
            self.steps += 1
            if self.steps > MOST_STEPS:
                return None
            visits = [*chosen, visit]
            if (
                all(self._apart(visit, other) for other in chosen)
                and _has_team(visits, form.course)
                and _within_loads(self.model, self.student, visits, self.evenings)
            ):
                found = self._sessions(index, form, session + 1, visits)
                if found is not False:
                    return found
        return False

    def _apart(self, one: Visit, other: Visit) -> bool:
        if one.placement.weekday != other.placement.weekday:
            return True
        pause = pause_between(self.model.network, self.student, one.site, other.site)
        return not clash(one.placement, other.placement, pause)

    def _by_solver(self) -> bool:
        """The same question as a small CP-SAT model."""
        cp = cp_model.CpModel()
        visits: list[tuple[Visit, Literal]] = []
        in_form: list[tuple[Form, Literal]] = []
        for forms in self.forms:
            literals = [cp.new_bool_var(f"form{number}") for number in range(len(forms))]
            cp.add_exactly_one(literals)
            in_form += zip(forms, literals, strict=True)
            team = {
                name: cp.new_bool_var(name)
                for form in forms
                for session in form.sessions.values()
                for visit in session
                for name in visit.teachers
            }
            cp.add(total(team.values()) == forms[0].course.num_teachers)
            for form, literal in zip(forms, literals, strict=True):
                for session in form.sessions.values():
                    made = [cp.new_bool_var(f"visit{len(visits) + n}") for n in range(len(session))]
                    cp.add(total(made) == literal)
                    visits += zip(session, made, strict=True)
                    for visit, chosen in zip(session, made, strict=True):
                        for name in team.keys() - visit.teachers:
                            cp.add_bool_or(~team[name], ~chosen)
        for (one, taken), (other, also_taken) in combinations(visits, 2):
            same = (one.course.id, one.placement.session) == (other.course.id, other.placement.session)
            if not same and not self._apart(one, other):
                cp.add_bool_or(~taken, ~also_taken)
        self._limit(cp, visits, in_form)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.presolve_inclusion_work_limit = 0
        return bool(solver.solve(cp) == cp_model.OPTIMAL)

    def _limit(
        self,
        cp: cp_model.CpModel,
        visits: list[tuple[Visit, Literal]],
        in_form: list[tuple[Form, Literal]],
    ) -> None:
        """Evenings, lessons a day and hours a week."""
        network, student = self.model.network, self.student
        for atom in self.model.week_atoms:
            days: dict[int, list[tuple[Visit, Literal]]] = defaultdict(list)
            for visit, made in visits:
                if visit.placement.weeks & atom:
                    days[visit.placement.weekday].append((visit, made))
            evenings = []
            for weekday, present in days.items():
                evening = cp.new_bool_var(f"evening{weekday},{atom:x}")
                for _, made in present:
                    cp.add_implication(made, evening)
                evenings.append(evening)
                left = free_lessons(network, student, weekday, atom)
                if left is not None:
                    lessons = [
                        visit.course.session_hours * made
                        for visit, made in present
                        if visit.course.load_category is LoadCategory.CURRICULUM
                    ]
                    cp.add(total(lessons) <= left)
            cp.add(total(evenings) <= self.evenings)
            for category in (LoadCategory.CURRICULUM, LoadCategory.EXTRACURRICULAR):
                free = free_hours(network, student, category)
                if free is not None:
                    hours = [
                        weekly(form.course) * literal
                        for form, literal in in_form
                        if form.weeks & atom and form.course.load_category is category
                    ]
                    cp.add(total(hours) <= free)


def _has_team(visits: list[Visit], course: Course) -> bool:
    """Whether enough teachers could give all the visits of the course."""
    teams = [visit.teachers for visit in visits if visit.course.id == course.id]
    return len(frozenset.intersection(*teams)) >= course.num_teachers


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
