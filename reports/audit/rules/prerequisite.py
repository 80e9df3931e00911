"""Looks for the course that the enrolled one builds on among those the student has passed."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.prerequisite import RULE
from models.tables import Course, Student
from models.text import Text
from reports.audit import say
from reports.audit.facts import facts_of

MISSING = Text(
    "Обучающийся {student} зачислен на курс {course}, но не прошёл курс {needed}.",
    "Student {student} is enrolled in course {course} without having passed {needed}.",
)
CURE = Text(
    "Отмените зачисление или отметьте пройденный курс.",
    "Cancel the enrolment or record the course as passed.",
)


def admits(network: Network, student: Student, course: Course) -> bool:  # noqa: ARG001 - one shape for all filters
    """Whether the student has passed what the course builds on."""
    return not course.prerequisite or course.prerequisite in student.passed


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A student enrolled without the course that must come before."""
    for seat in facts_of(network, plan).seats:
        if not admits(network, seat.student, seat.course):
            yield say.finding(
                RULE,
                MISSING(student=seat.student.id, course=seat.course.id, needed=seat.course.prerequisite),
                CURE(),
                who=(seat.student.id, seat.group.id),
                excess=1,
                unit=say.COURSES,
            )
