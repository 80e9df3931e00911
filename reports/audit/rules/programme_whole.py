"""Looks for the other courses of each programme that a student has a seat in."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.programme_whole import RULE
from models.text import Text
from reports.audit import say
from reports.audit.facts import choice_of, facts_of

PART = Text(
    "Обучающийся {student} зачислен на программу {programme} не целиком: нет курсов {missing}.",
    "Student {student} is enrolled in programme {programme} without its courses {missing}.",
)
CURE = Text(
    "Зачислите на остальные курсы программы или отмените зачисление.",
    "Enrol the student in the other courses of the programme, or cancel the enrolment.",
)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A programme taken in part, with the number of courses missing."""
    for id, seats in facts_of(network, plan).seats_of.items():
        begun = {choice.rank: choice for seat in seats if (choice := choice_of(network, seat))}
        for rank, choice in sorted(begun.items()):
            taken = {seat.course.id for seat in seats if seat.enrolment.rank == rank}
            missing = [c.id for c in network.courses_of(choice.course) if c.id not in taken]
            if missing:
                yield say.finding(
                    RULE,
                    PART(student=id, programme=choice.course, missing=missing),
                    CURE(),
                    who=(id,),
                    excess=len(missing),
                    unit=say.COURSES,
                )
