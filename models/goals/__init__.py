"""The statements of all goals, in the default order. A new goal is one more line here."""

from models.goals import (
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
from models.rule import Goal

GOALS: dict[str, Goal] = {
    module.GOAL.name: module.GOAL
    for module in (
        unserved,
        rank_points,
        fairness,
        remote_seats,
        travel,
        trips,
        ordered_runs,
        sizes,
        majority_host,
        priority,
    )
}
