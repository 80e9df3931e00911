"""Adds up the minutes of all ways over all dates."""

from __future__ import annotations

from models.goals.travel import GOAL
from models.network import Network
from models.plan import Direction, Level, Plan
from reports.audit.facts import facts_of
from reports.audit.level import level
from reports.audit.ways import way_taken


def evaluate(network: Network, plan: Plan) -> list[Level]:
    """Minutes there and back of every student, session and date; a way that is not there counts nothing."""
    facts = facts_of(network, plan)
    total = 0
    for attendance in facts.attendances:
        ways = [way_taken(network, facts, attendance, direction) for direction in Direction]
        total += sum(way.minutes for way in ways if way) * len(attendance.meeting.dates)
    return [level(GOAL, total, total)]
