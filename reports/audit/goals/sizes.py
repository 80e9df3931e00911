"""Compares the sizes of the groups with the target and with one another."""

from __future__ import annotations

from collections import defaultdict

from models.goals.sizes import GOAL
from models.network import Network
from models.plan import Level, Plan
from reports.audit.facts import facts_of
from reports.audit.level import level


def evaluate(network: Network, plan: Plan) -> list[Level]:
    """Distances from the target, and the spread among the groups of each course."""
    facts = facts_of(network, plan)
    distance = 0
    by_course: dict[str, list[int]] = defaultdict(list)
    for group, course in facts.groups:
        size = facts.size(group.id)
        distance += abs(size - network.group_target(course))
        by_course[course.id].append(size)
    spread = sum(max(sizes) - min(sizes) for sizes in by_course.values())
    return [level(GOAL, distance + spread, len(facts.seats))]
