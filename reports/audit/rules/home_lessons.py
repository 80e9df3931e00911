"""Compares the start of each session with the end of the student's lessons and blocked times."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.home_lessons import RULE
from models.tables import Student
from models.text import Text
from models.time import format_clock
from reports.audit import say
from reports.audit.facts import When, facts_of
from reports.audit.loads import blocked_minutes
from reports.audit.ways import lesson_end

LESSONS = Text(
    "Занятие {session} ({when}) начинается до конца уроков обучающегося {student} в {end}.",
    "Session {session} ({when}) starts before the lessons of student {student} end at {end}.",
)
BLOCKED = Text(
    "Занятие {session} ({when}) накладывается на занятое время обучающегося {student}.",
    "Session {session} ({when}) overlaps blocked time of student {student}.",
)
CURE = Text(
    "Переведите обучающегося в другую группу или начните занятие позже.",
    "Move the student to another group or start the session later.",
)


def admits(network: Network, student: Student, place: str, when: When) -> bool:  # noqa: ARG001 - one shape for all filters
    """Whether the lessons are over and nothing else of the student's or the class's is in the way."""
    end = lesson_end(network, student, when.weekday, when.weeks)
    return (end is None or when.start >= end) and not blocked_minutes(network, student, when)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A session before the end of lessons, or over blocked time, with the minutes."""
    for attendance in facts_of(network, plan).attendances:
        student, when = attendance.student, attendance.meeting.when
        if admits(network, student, attendance.place, when):
            continue
        values = {"student": student.id, "session": attendance.meeting.id, "when": say.moment(when)}
        who = (student.id, attendance.meeting.id)
        end = lesson_end(network, student, when.weekday, when.weeks)
        if end is not None and when.start < end:
            message = LESSONS(end=format_clock(end), **values)
            yield say.finding(RULE, message, CURE(), who=who, excess=end - when.start, unit=say.MINUTES)
        shared = blocked_minutes(network, student, when)
        if shared:
            yield say.finding(RULE, BLOCKED(**values), CURE(), who=who, excess=shared, unit=say.MINUTES)
