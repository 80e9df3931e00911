"""What evaluates each goal on a finished plan. A new goal is one more line here."""

from collections.abc import Callable

from models.network import Network
from models.plan import Level, Plan
from reports.audit.goals import (
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

EVALUATORS: dict[str, Callable[[Network, Plan], list[Level]]] = {
    "unserved": unserved.evaluate,
    "rank_points": rank_points.evaluate,
    "fairness": fairness.evaluate,
    "remote_seats": remote_seats.evaluate,
    "travel": travel.evaluate,
    "trips": trips.evaluate,
    "ordered_runs": ordered_runs.evaluate,
    "sizes": sizes.evaluate,
    "majority_host": majority_host.evaluate,
    "priority": priority.evaluate,
}
