"""Compares the enrolments of each student with the choices they answer."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.course_limit import RULE
from models.tables import Choice, ChoiceKind
from models.text import Text
from reports.audit import say
from reports.audit.facts import Seat, choice_of, facts_of

TWICE = Text(
    "Обучающийся {student} зачислен на курс {course} несколько раз: {groups}.",
    "Student {student} is enrolled in course {course} more than once: {groups}.",
)
UNASKED = Text(
    "Обучающийся {student} зачислен на курс {course}, которого не выбирал.",
    "Student {student} is enrolled in course {course} without having chosen it.",
)
ALTERNATIVES = Text(
    "Обучающийся {student} получил несколько взаимозаменяемых пожеланий: {targets}.",
    "Student {student} was given several alternative choices: {targets}.",
)
TOO_MANY = Text(
    "Обучающийся {student} получил курсов: {number} ({targets}), а разрешено {cap}.",
    "Student {student} was given {number} courses ({targets}); {cap} are allowed.",
)
CURE = Text("Отмените лишнее зачисление.", "Cancel the enrolment that is too much.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A course taken twice or unasked, two alternatives at once, or more courses than allowed."""
    for id, seats in facts_of(network, plan).seats_of.items():
        groups: dict[str, list[str]] = {}
        for seat in seats:
            groups.setdefault(seat.course.id, []).append(seat.group.id)
        for course, taken in groups.items():
            if len(taken) > 1:
                yield _excess(TWICE, len(taken) - 1, id, course=course, groups=taken)
            if not _was_chosen(network, id, course):
                yield _excess(UNASKED, 1, id, course=course)
        answered = _answered(network, seats)
        alternatives = [choice.course for choice in answered if choice.kind is ChoiceKind.ALTERNATIVE]
        if len(alternatives) > 1:
            yield _excess(ALTERNATIVES, len(alternatives) - 1, id, targets=alternatives)
        cap = network.max_courses(seats[0].student)
        if len(answered) > cap:
            targets = [choice.course for choice in answered]
            yield _excess(TOO_MANY, len(answered) - cap, id, number=len(answered), targets=targets, cap=cap)


def _was_chosen(network: Network, student: str, course: str) -> bool:
    return any(
        course == wanted.id
        for choice in network.choices_by_student.get(student, ())
        for wanted in network.courses_of(choice.course)
    )


def _answered(network: Network, seats: list[Seat]) -> list[Choice]:
    """The choices that the seats answer, each once, by rank."""
    found = {choice.rank: choice for seat in seats if (choice := choice_of(network, seat))}
    return [found[rank] for rank in sorted(found)]


def _excess(text: Text, excess: int, student: str, **values: object) -> Finding:
    return say.finding(
        RULE, text(student=student, **values), CURE(), who=(student,), excess=excess, unit=say.COURSES
    )
