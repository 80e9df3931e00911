"""Compares the members a group has from the host institution with those from the commonest one."""

from __future__ import annotations

from collections import Counter

from models.goals.majority_host import GOAL
from models.network import Network
from models.plan import Level, Plan
from reports.audit.facts import facts_of
from reports.audit.level import level


def evaluate(network: Network, plan: Plan) -> list[Level]:
    """Members who come: how many more from the commonest institution than from the host; no practice."""
    facts = facts_of(network, plan)
    total = 0
    for group, course in facts.groups:
        meetings = facts.meetings_of.get(group.id)
        if course.is_practice or not meetings:
            continue
        coming = [seat for seat in facts.members.get(group.id, ()) if not seat.is_remote]
        members = Counter(seat.student.institution for seat in coming)
        total += max(members.values(), default=0) - members[meetings[0].institution]
    return [level(GOAL, total, len(facts.seats))]
