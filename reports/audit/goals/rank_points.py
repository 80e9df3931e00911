"""Adds up the points of the choices served."""

from __future__ import annotations

from models.goals.rank_points import GOAL
from models.network import Network
from models.plan import Level, Plan
from reports.audit.attainable import attainable_points
from reports.audit.facts import served_choices
from reports.audit.level import level


def evaluate(network: Network, plan: Plan) -> list[Level]:
    """The points of all choices served."""
    points = sum(network.rank_points(choice.rank) for choice in served_choices(network, plan))
    return [level(GOAL, points, sum(attainable_points(network).values()))]
