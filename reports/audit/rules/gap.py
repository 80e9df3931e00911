"""Measures the pause between the last lesson and each session."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.gap import RULE
from models.tables import Student
from models.text import Text
from reports.audit import limits, say
from reports.audit.facts import When, facts_of
from reports.audit.ways import lesson_end

SHORT = Text(
    "Перед занятием {session} ({when}) у обучающегося {student} перерыв {pause} мин, "
    "а положено не меньше {norm}.",
    "Student {student} has a gap of {pause} minutes before session {session} ({when}); "
    "at least {norm} are due.",
)
CURE = Text("Начните занятие на {missing} мин позже.", "Start the session {missing} minutes later.")


def admits(network: Network, student: Student, place: str, when: When) -> bool:  # noqa: ARG001 - one shape for all filters
    """Whether the gap lies between the end of the lessons and the session."""
    end = lesson_end(network, student, when.weekday, when.weeks)
    return end is None or when.start >= end + limits.minutes(network, "gap_minutes")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A session that follows the lessons too soon; one before their end is left to `home_lessons`."""
    norm = limits.minutes(network, "gap_minutes")
    for attendance in facts_of(network, plan).attendances:
        student, when = attendance.student, attendance.meeting.when
        end = lesson_end(network, student, when.weekday, when.weeks)
        if end is None or when.start < end or admits(network, student, attendance.place, when):
            continue
        pause = when.start - end
        yield say.finding(
            RULE,
            SHORT(
                student=student.id,
                session=attendance.meeting.id,
                when=say.moment(when),
                pause=pause,
                norm=norm,
            ),
            CURE(missing=norm - pause),
            who=(student.id, attendance.meeting.id),
            excess=norm - pause,
            unit=say.MINUTES,
            clause=limits.clause(network, "gap_minutes"),
        )
