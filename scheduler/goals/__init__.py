"""The encodings of all goals: ``levels(model, lottery_seed)`` yields objectives in solving order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from scheduler.goals import (
    fairness,
    majority_host,
    priority,
    rank_points,
    sizes,
    travel,
    trips,
    unserved,
)

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from scheduler.engine.expressions import Objective
    from scheduler.engine.model import PlanModel

OBJECTIVES: dict[str, Callable[[PlanModel, int], Iterator[Objective]]] = {
    "unserved": unserved.levels,
    "rank_points": rank_points.levels,
    "fairness": fairness.levels,
    "travel": travel.levels,
    "trips": trips.levels,
    "sizes": sizes.levels,
    "majority_host": majority_host.levels,
    "priority": priority.levels,
}
"""Goal → its levels, given model and lottery seed; the sense is the statement's."""

Better = Callable[["PlanModel", "cp_model.CpModel", Sequence[int]], None]

BETTER: dict[str, Better] = {"fairness": fairness.better}
"""Goal of many levels → what adds to a copy of the model that a plan is better on them than a solution."""

CEILINGS: dict[str, Callable[[PlanModel, int], list[int]]] = {"fairness": fairness.ceilings}
"""Goal to be maximised → bounds of its levels in plans that serve choices of so many points."""
