"""Counts evenings and trips of every student."""

from __future__ import annotations

from models.goals.trips import GOAL
from models.network import Network
from models.plan import Level, Plan
from reports.audit.facts import facts_of
from reports.audit.level import level


def evaluate(network: Network, plan: Plan) -> list[Level]:
    """Distinct weekdays, and distinct weekdays and places away from the home institution."""
    evenings: set[tuple[str, int]] = set()
    trips: set[tuple[str, int, str]] = set()
    for attendance in facts_of(network, plan).attendances:
        student, weekday = attendance.student, attendance.meeting.when.weekday
        evenings.add((student.id, weekday))
        if attendance.place != student.institution:
            trips.add((student.id, weekday, attendance.place))
    total = len(evenings) + len(trips)
    return [level(GOAL, total, total)]
