"""Compares the grade of each enrolled student with the grades of the course."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.grade import RULE
from models.tables import Course, Student
from models.text import Text
from reports.audit import say
from reports.audit.facts import facts_of

OTHER = Text(
    "Обучающийся {student} учится в {grade} классе, а курс {course} — для классов: {grades}.",
    "Student {student} is in grade {grade}, but course {course} is for grades {grades}.",
)
CURE = Text("Отмените зачисление.", "Cancel the enrolment.")


def admits(network: Network, student: Student, course: Course) -> bool:
    """Whether the course is for the student's grade; one that names none is for all."""
    return not course.grades or network.class_of(student).grade in course.grades


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A student enrolled in a course of other grades."""
    for seat in facts_of(network, plan).seats:
        if not admits(network, seat.student, seat.course):
            grade = network.class_of(seat.student).grade
            yield say.finding(
                RULE,
                OTHER(student=seat.student.id, grade=grade, course=seat.course.id, grades=seat.course.grades),
                CURE(),
                who=(seat.student.id, seat.group.id),
                excess=min(abs(grade - admitted) for admitted in seat.course.grades),
                unit=say.GRADES,
            )
