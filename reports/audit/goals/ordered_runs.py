"""Counts the weekdays on which somebody rides on an optional run."""

from __future__ import annotations

from models.goals.ordered_runs import GOAL
from models.network import Network
from models.plan import Level, Plan
from models.tables import RunKind
from reports.audit.level import level
from reports.audit.riders import riders


def evaluate(network: Network, plan: Plan) -> list[Level]:
    """Pairs of an optional run and a weekday with a rider; no level where no run is optional."""
    optional = [run for run in network.runs if run.kind is RunKind.OPTIONAL]
    if not optional:
        return []
    ids = {run.id for run in optional}
    ordered = sum(bool(students) for (run, _), students in riders(network, plan).items() if run in ids)
    return [level(GOAL, ordered, sum(len(run.weekdays) for run in optional))]
