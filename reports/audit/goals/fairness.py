"""Compares points reached with points attainable, unit by unit, and adds up the smallest shares."""

from __future__ import annotations

from collections import defaultdict

from models.goals.fairness import GOAL, MAX_LEVELS
from models.network import Network
from models.parts import part_of_student
from models.plan import Level, Plan
from reports.audit.attainable import attainable_points
from reports.audit.facts import served_choices
from reports.audit.level import level


def units(network: Network) -> list[dict[str, list[str]]]:
    """Of each independent part: unit → its counted applicants."""
    parts: dict[int, list[str]] = defaultdict(list)
    part_of = part_of_student(network)
    for id, points in attainable_points(network).items():
        if points > 0:
            parts[part_of[id]].append(id)
    return [_units(network, students) for _, students in sorted(parts.items())]


def _units(network: Network, counted: list[str]) -> dict[str, list[str]]:
    """Institutions (small ones pooled), rural and town, grades."""
    by_school: dict[str, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    for id in counted:
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


def shares(network: Network, plan: Plan) -> list[dict[str, int]]:
    """Of each independent part: unit → points reached per 1000 attainable, rounded down."""
    attainable = attainable_points(network)
    reached: dict[str, int] = defaultdict(int)
    for choice in served_choices(network, plan):
        reached[choice.student] += network.rank_points(choice.rank)
    return [
        {
            unit: 1000 * sum(reached[s] for s in students) // sum(attainable[s] for s in students)
            for unit, students in part.items()
        }
        for part in units(network)
    ]


def evaluate(network: Network, plan: Plan) -> list[Level]:
    """The sums of the one, two, … smallest shares of every part."""
    parts = [sorted(part.values()) for part in shares(network, plan)]
    most = max((len(part) for part in parts), default=0)
    found = []
    for count in range(1, min(most, MAX_LEVELS) + 1):
        smallest = [share for part in parts for share in part[:count]]
        found.append(level(GOAL, sum(smallest), 1000 * len(smallest), count))
    return found
