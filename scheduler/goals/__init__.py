"""The encodings of all goals: ``levels(model, lottery_seed)`` yields objectives in solving order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from scheduler.goals import (
    fairness,
    majority_host,
    ordered_runs,
    priority,
    rank_points,
    remote_seats,
    sizes,
    travel,
    trips,
    unserved,
)
from scheduler.goals.fairness import Leximin

if TYPE_CHECKING:
    from scheduler.engine.expressions import Objective
    from scheduler.engine.model import PlanModel

OBJECTIVES: dict[str, Callable[[PlanModel, int], Iterator[Objective]]] = {
    "unserved": unserved.levels,
    "rank_points": rank_points.levels,
    "fairness": fairness.levels,
    "remote_seats": remote_seats.levels,
    "travel": travel.levels,
    "trips": trips.levels,
    "ordered_runs": ordered_runs.levels,
    "sizes": sizes.levels,
    "majority_host": majority_host.levels,
    "priority": priority.levels,
}
"""Goal → its levels, given model and lottery seed; the sense is the statement's."""

LEXIMIN: dict[str, Callable[[PlanModel], Leximin]] = {"fairness": Leximin}
"""Goal whose levels are sums of the smallest of several numbers → questions about many of them at once."""
