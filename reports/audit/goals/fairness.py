"""Compares points reached with points attainable, unit by unit, and adds up the smallest shares."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate, islice

from models.goals.fairness import GOAL, MAX_LEVELS
from models.network import Network
from models.plan import Level, Plan
from reports.audit.attainable import attainable_points
from reports.audit.facts import served_choices
from reports.audit.level import level


def units(network: Network) -> dict[str, list[str]]:
    """Unit → its counted applicants: institutions (small ones pooled), rural and town, grades."""
    by_school: dict[str, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    for id, points in attainable_points(network).items():
        if points == 0:
            continue
        student = network.student_by_id[id]
        by_school[student.institution].append(id)
        rural = network.institution_by_id[student.institution].is_rural
        others["place:rural" if rural else "place:town"].append(id)
        others[f"grade:{network.class_of(student).grade}"].append(id)
    found: dict[str, list[str]] = defaultdict(list)
    for institution, students in by_school.items():
        small = len(students) < network.rules.min_unit_applicants
        found["institutions:pooled" if small else f"institution:{institution}"] += students
    return {**found, **others}


def shares(network: Network, plan: Plan) -> dict[str, int]:
    """Unit → points reached per 1000 attainable, rounded down."""
    attainable = attainable_points(network)
    reached: dict[str, int] = defaultdict(int)
    for choice in served_choices(network, plan):
        reached[choice.student] += network.rank_points(choice.rank)
    return {
        unit: 1000 * sum(reached[s] for s in students) // sum(attainable[s] for s in students)
        for unit, students in units(network).items()
    }


def evaluate(network: Network, plan: Plan) -> list[Level]:
    """The sums of the one, two, … smallest shares."""
    sums = islice(accumulate(sorted(shares(network, plan).values())), MAX_LEVELS)
    return [level(GOAL, total, 1000 * part, part) for part, total in enumerate(sums, start=1)]
