"""Class hours and network hours of a student stay within the weekly maximum, category by category."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.norms import MissingNormError
from models.tables import Course, LoadCategory, Student
from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from models.network import Network
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """For each part of the year: network hours of a category <= what the class leaves free."""
    for student_id, seats in model.student_seats.items():
        student = model.network.student_by_id[student_id]
        for category in (LoadCategory.CURRICULUM, LoadCategory.EXTRACURRICULAR):
            counted = [seat for seat in seats if seat.group.course.load_category is category]
            free = free_hours(model.network, student, category)
            if not counted or free is None:
                continue
            if sum({s.group.course.id: weekly(s.group.course) for s in counted}.values()) <= free:
                continue
            for atom in model.week_atoms:
                terms = [
                    weekly(seat.group.course) * literal
                    for seat in counted
                    for literal in model.meets_in(seat, atom)
                ]
                if terms:
                    model.require("weekly_load", total(terms) <= free)


def weekly(course: Course) -> int:
    """Academic hours of a course in a week it meets in."""
    return course.session_hours * course.weekly_sessions


def free_hours(network: Network, student: Student, category: LoadCategory) -> int | None:
    """Hours a week that a student's class leaves for the network, not below 0; ``None``: no limit."""
    school_class = network.class_of(student)
    institution = network.institution_by_id[student.institution]
    curriculum = category is LoadCategory.CURRICULUM
    taken = school_class.weekly_hours if curriculum else school_class.extracurricular_hours
    try:
        most = network.norm(
            "weekly_hours_max" if curriculum else "extracurricular_weekly_max",
            grade=school_class.grade,
            days_a_week=institution.days_a_week,
            institution_kind=institution.kind.value,
        )
    except MissingNormError:
        return None
    return max(0, most - taken)
