"""Counts the remote enrolments."""

from __future__ import annotations

from models.goals.remote_seats import GOAL
from models.network import Network
from models.plan import Level, Plan
from reports.audit.facts import facts_of
from reports.audit.level import level


def evaluate(network: Network, plan: Plan) -> list[Level]:
    """Remote enrolments; no level where no course or no institution has remote seats."""
    offered = any(course.remote_seats for course in network.courses)
    if not (offered and any(institution.remote_seats for institution in network.institutions)):
        return []
    seats = facts_of(network, plan).seats
    return [level(GOAL, sum(seat.is_remote for seat in seats), len(seats))]
