"""What giving up locks would bring: how many applicants a plan without them serves, by a short search."""

from __future__ import annotations

import time

from models.network import Network
from models.outcome import Removal
from models.plan import Plan
from models.tables import Lock
from scheduler.engine.bounds import LevelBound
from scheduler.engine.levels import solve_levels
from scheduler.engine.model import PlanModel
from scheduler.engine.run import NoPlanError, Reporter
from scheduler.engine.settings import Settings

GOALS = 2
"""How many goals are worked on: the first ones count students and wishes served."""


def without(
    network: Network, locks: tuple[Lock, ...], settings: Settings, lottery_seed: int
) -> Removal | None:
    """What there is a plan for without these locks; ``None`` if that is not known within the limit."""
    started = time.monotonic()
    rest = network.replace(
        locks=tuple(lock for lock in network.locks if lock not in locks), goals=network.goals[:GOALS]
    )
    plans: list[Plan] = []
    bounds: dict[str, LevelBound] = {}
    reporter = Reporter(
        progress=lambda _: None, plan=plans.append, bound=lambda bound: bounds.update({bound.name: bound})
    )
    try:
        solve_levels(PlanModel(rest), settings, lottery_seed, reporter, started)
    except NoPlanError:  # these locks were shown to be enough, so "infeasible" is an error of presolve
        return None
    if not plans:
        return None
    seats = plans[-1].enrolments
    first = bounds.get("unserved") if rest.goals[0] == "unserved" else None
    return Removal(
        locks,
        applicants=len(network.choices_by_student),
        served=len({seat.student for seat in seats}),
        first_choices=len({seat.student for seat in seats if seat.rank == 1}),
        is_best=first is not None and first.value == first.bound,
    )
