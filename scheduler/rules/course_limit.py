"""A student takes a course once, at most one alternative, and no more courses than allowed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from models.tables import ChoiceKind
from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """Set packing over the seats of a course, the alternatives, and all choices served."""
    for seats in model.student_seats.values():
        of_course: dict[str, list[Literal]] = defaultdict(list)
        for seat in seats:
            of_course[seat.group.course.id].append(seat.taken)
        for literals in of_course.values():
            if len(literals) > 1:
                model.require("course_limit", total(literals) <= 1)
    for student, choices in model.network.choices_by_student.items():
        served = [model.served[student, choice.course] for choice in choices]
        alternatives = [
            model.served[student, choice.course]
            for choice in choices
            if choice.kind is ChoiceKind.ALTERNATIVE
        ]
        limit = model.network.max_courses(model.network.student_by_id[student])
        model.require("course_limit", total(alternatives) <= 1)
        model.require("course_limit", total(served) <= limit)
