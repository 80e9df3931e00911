"""Counts the applicants without any enrolment."""

from __future__ import annotations

from models.goals.unserved import GOAL
from models.network import Network
from models.plan import Level, Plan
from reports.audit.facts import facts_of
from reports.audit.level import level


def evaluate(network: Network, plan: Plan) -> list[Level]:
    """The number of applicants left with nothing."""
    applicants = network.choices_by_student
    seated = facts_of(network, plan).seats_of
    return [level(GOAL, sum(student not in seated for student in applicants), len(applicants))]
