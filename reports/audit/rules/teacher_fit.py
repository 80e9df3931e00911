"""Looks at each teacher of each session: course, place, available hours, last day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.teacher_fit import RULE
from models.tables import Teacher
from models.text import Text
from reports.audit import say
from reports.audit.placement import Placement, is_available
from reports.audit.teaching import meetings_by_teacher

UNQUALIFIED = Text(
    "Учитель {teacher} не ведёт курс {course} (занятие {session}).",
    "Teacher {teacher} does not teach course {course} (session {session}).",
)
AWAY = Text(
    "Учитель {teacher} ведёт занятие {session} там, куда выезжать не может.",
    "Teacher {teacher} gives session {session} where he or she may not go.",
)
BUSY = Text(
    "Учитель {teacher} не свободен для занятия {session} ({when}).",
    "Teacher {teacher} is not available for session {session} ({when}).",
)
GONE = Text(
    "Учитель {teacher} работает до {until}, а занятие {session} идёт и {late}.",
    "Teacher {teacher} is there until {until}, but session {session} is also held on {late}.",
)
OTHER = Text("Назначьте другого учителя.", "Name another teacher.")
OTHER_TIME = Text("Назначьте другого учителя или время.", "Name another teacher or time.")


def admits(network: Network, placement: Placement, teacher: Teacher) -> bool:  # noqa: ARG001 - one shape for all filters
    """Whether the teacher gives the course, may work there, is free at the time and stays to the end."""
    return (
        placement.course.id in teacher.courses
        and can_work(teacher, placement.centre.institution)
        and is_available(teacher.windows, placement.when)
        and not after_leaving(teacher, placement.dates)
    )


def can_work(teacher: Teacher, institution: str) -> bool:
    """At home, at the institutions named, or anywhere if the teacher travels."""
    return teacher.may_travel or institution in {teacher.institution, *teacher.also_at}


def after_leaving(teacher: Teacher, dates: Iterable[date]) -> list[date]:
    """The dates on which the teacher is no longer there."""
    return [day for day in dates if teacher.until is not None and day > teacher.until]


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A teacher who may not, or cannot, give the session."""
    for id, meetings in meetings_by_teacher(network, plan).items():
        teacher = network.teacher_by_id[id]
        for meeting in meetings:
            values = {
                "teacher": id,
                "course": meeting.course.id,
                "session": meeting.id,
                "when": say.moment(meeting.when),
            }
            if meeting.course.id not in teacher.courses:
                yield say.finding(RULE, UNQUALIFIED(**values), OTHER(), who=(id, meeting.id))
            if not can_work(teacher, meeting.institution):
                yield say.finding(RULE, AWAY(**values), OTHER(), who=(id, meeting.id))
            if not is_available(teacher.windows, meeting.when):
                yield say.finding(RULE, BUSY(**values), OTHER_TIME(), who=(id, meeting.id))
            late = after_leaving(teacher, meeting.session.dates)
            if late:
                message = GONE(**values, until=teacher.until, late=late)
                yield say.finding(RULE, message, OTHER(), who=(id, meeting.id))
