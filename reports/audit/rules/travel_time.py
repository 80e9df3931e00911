"""Tries the ride recorded, else every free way, to each session."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Direction, Plan
from models.rules.travel_time import RULE
from models.tables import Student
from models.text import Text
from reports.audit.facts import When
from reports.audit.journeys import failed_ways
from reports.audit.ways import free_or_run

LATE = Text(
    "Обучающийся {student} не успевает на занятие {session} ({when}): дорога {minutes} мин, "
    "не хватает {missing} мин.",
    "Student {student} is late for session {session} ({when}): the way takes {minutes} minutes, "
    "{missing} are missing.",
)
TOO_LONG = Text(
    "Дорога обучающегося {student} на занятие {session} ({when}) — {minutes} мин, "
    "на {missing} мин длиннее предела.",
    "The way of student {student} to session {session} ({when}) takes {minutes} minutes, "
    "{missing} over the limit.",
)
NO_WAY = Text(
    "Обучающемуся {student} нечем добраться на занятие {session} ({when}): нет ни дороги, ни поездки.",
    "Student {student} cannot reach session {session} ({when}): there is neither a way nor a ride.",
)


def admits(network: Network, student: Student, place: str, when: When) -> bool:
    """Whether some way, or some run, arrives in time; seats on runs are not counted."""
    return any(trial.admissible for trial in free_or_run(network, student, place, when, there=True))


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A student who cannot be in time, or is on the way for too long."""
    yield from failed_ways(network, plan, Direction.THERE, RULE, late=LATE, too_long=TOO_LONG, no_way=NO_WAY)
