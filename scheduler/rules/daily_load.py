"""Home lessons and the network's curriculum hours of one day stay within the norm."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from models.calendar import parity_mask
from models.norms import MissingNormError
from models.tables import Course, LoadCategory, Student
from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from models.network import Network
    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """For each weekday and part of the year: hours of the sessions there <= lessons left of the norm."""
    for student_id, seats in model.student_seats.items():
        student = model.network.student_by_id[student_id]
        counted = [s for s in seats if s.group.course.load_category is LoadCategory.CURRICULUM]
        if not counted:
            continue
        terms: dict[tuple[int, int], list[tuple[int, Literal]]] = defaultdict(list)
        for seat in counted:
            for session in seat.group.slots:
                by_day: dict[tuple[int, int], list[Literal]] = defaultdict(list)
                days = model.days(seat, session)
                for stay, literal in days.items():
                    by_day[stay.weekday, stay.weeks].append(literal)
                for (weekday, weeks), literals in by_day.items():
                    for atom in model.week_atoms:
                        if weeks & atom:
                            terms[weekday, atom] += [
                                (seat.group.course.session_hours, literal) for literal in literals
                            ]
        for (weekday, atom), hours in terms.items():
            free = free_lessons(model.network, student, weekday, atom)
            if free is not None and sum(h for h, _ in hours) > free:
                model.require("daily_load", total(h * literal for h, literal in hours) <= free)


def free_lessons(network: Network, student: Student, weekday: int, weeks: int) -> int | None:
    """Lessons that the fullest of those weeks leaves on the weekday, not below 0; ``None``: no limit."""
    school_class = network.class_of(student)
    institution = network.institution_by_id[student.institution]
    try:
        most = network.norm(
            "daily_lessons_max",
            grade=school_class.grade,
            days_a_week=institution.days_a_week,
            institution_kind=institution.kind.value,
        )
    except MissingNormError:
        return None
    lessons = [
        day.lessons for day in school_class.days if day.weekday == weekday and weeks & parity_mask(day.parity)
    ]
    return max(0, most - max(lessons, default=0))


def sessions_left(network: Network, student: Student, course: Course, weekday: int, weeks: int) -> int:
    """How many sessions of a course, and of no other, the norm leaves the student on the weekday."""
    most = course.weekly_sessions
    if course.load_category is not LoadCategory.CURRICULUM or not course.session_hours:
        return most
    free = free_lessons(network, student, weekday, weeks)
    return most if free is None else min(most, free // course.session_hours)
