"""Measures the longest way of each student."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Direction, Plan
from models.rules.ride_warning import RULE
from models.text import Text
from reports.audit import limits, say
from reports.audit.facts import facts_of
from reports.audit.ways import way_taken

LONG = Text(
    "Самая долгая дорога обучающегося {student} — {minutes} мин (занятие {session}); "
    "желательно не больше {norm}.",
    "The longest way of student {student} takes {minutes} minutes (session {session}); "
    "{norm} at most is desirable.",
)
CURE = Text("Подберите группу ближе или рейс быстрее.", "Find a nearer group or a faster run.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """One warning a student whose longest way is over the norm."""
    norm = limits.limit(network, "ride_warn")
    if norm is None:
        return
    facts = facts_of(network, plan)
    for id, attendances in facts.attendances_of.items():
        taken = [
            (way.minutes, attendance.meeting.id)
            for attendance in attendances
            for direction in Direction
            if (way := way_taken(network, facts, attendance, direction))
        ]
        minutes, session = max(taken, default=(0, ""))
        if minutes > norm:
            yield say.finding(
                RULE,
                LONG(student=id, minutes=minutes, session=session, norm=norm),
                CURE(),
                who=(id, session),
                excess=minutes - norm,
                unit=say.MINUTES,
                clause=limits.clause(network, "ride_warn"),
            )
