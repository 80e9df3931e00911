"""Compares the members a group has from the host institution with those from the commonest one."""

from __future__ import annotations

from collections import Counter

from models.goals.majority_host import GOAL
from models.network import Network
from models.plan import Level, Plan
from reports.audit.facts import facts_of
from reports.audit.level import level


def evaluate(network: Network, plan: Plan) -> list[Level]:
    """Members that the commonest institution has more than the host, over all groups but practice."""
    facts = facts_of(network, plan)
    total = 0
    for group, course in facts.groups:
        meetings = facts.meetings_of.get(group.id)
        if course.is_practice or not meetings:
            continue
        members = Counter(seat.student.institution for seat in facts.members.get(group.id, ()))
        total += max(members.values(), default=0) - members[meetings[0].institution]
    return [level(GOAL, total, len(facts.seats))]
