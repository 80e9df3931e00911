"""A student attends on no more days of any week than the network's rules allow."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """One literal a student, weekday and part of the year: at least one session then."""
    network = model.network
    cap = network.rules.max_evenings
    for student, seats in model.student_seats.items():
        if most_sessions(model, student) <= cap:
            continue
        present: dict[tuple[int, int], list[Literal]] = defaultdict(list)
        for seat in seats:
            for session in seat.group.slots:
                days = model.days(seat, session)
                for (weekday, weeks, _), literal in days.items():
                    for atom in model.week_atoms:
                        if weeks & atom:
                            present[weekday, atom].append(literal)
        evenings: dict[int, list[Literal]] = defaultdict(list)
        for (weekday, atom), literals in present.items():
            evening = model.cp.new_bool_var(f"evening[{student},{weekday},{atom:x}]")
            for literal in literals:
                model.cp.add_implication(literal, evening)
            evenings[atom].append(evening)
        extra = []
        for choice in network.choices_by_student[student]:
            if choice.course in network.programme_courses:
                weekly = sum(c.weekly_sessions for c in network.programme_courses[choice.course])
                if weekly > cap:
                    extra.append((weekly - cap) * model.served[student, choice.course])
        for literals in evenings.values():
            model.require("evenings", total(literals) <= cap + total(extra))


def most_sessions(model: PlanModel, student: str) -> int:
    """The most weekly sessions the student could ever have: the largest choices up to the limit."""
    network = model.network
    sessions = sorted(
        (
            sum(course.weekly_sessions for course in network.courses_of(choice.course))
            for choice in network.choices_by_student[student]
        ),
        reverse=True,
    )
    return sum(sessions[: network.max_courses(network.student_by_id[student])])
