"""The most that students can be given, whatever the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.tables import Course
    from scheduler.engine.model import PlanModel


def most_sessions(model: PlanModel, student: str) -> int:
    """The sessions a week of a student at the most (one that is held in some weeks only counts, too)."""
    return _most(model, student, lambda course: course.weekly_sessions)


def most_seats(model: PlanModel) -> int:
    """The seats in groups of all students at the most."""
    return sum(_most(model, student, lambda _: 1) for student in model.student_seats)


def _most(model: PlanModel, student: str, worth: Callable[[Course], int]) -> int:
    """What as many choices as the student may be given are worth, a programme with all its courses."""
    network = model.network
    choices = network.choices_by_student[student]
    found = sorted((sum(map(worth, network.courses_of(choice.course))) for choice in choices), reverse=True)
    return sum(found[: network.max_courses(network.student_by_id[student])])
