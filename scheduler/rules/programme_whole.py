"""Whoever has a seat in one course of a programme has one in each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """The seats in every course of the programme add up to "the programme is served"."""
    for student, choices in model.network.choices_by_student.items():
        for choice in choices:
            if choice.course not in model.network.programme_courses:
                continue
            served = model.served[student, choice.course]
            for course in model.network.courses_of(choice.course):
                seats = [
                    seat.taken
                    for seat in model.student_seats[student]
                    if seat.choice == choice and seat.group.course.id == course.id
                ]
                model.require("programme_whole", total(seats) == served)
