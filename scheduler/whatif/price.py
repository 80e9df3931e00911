"""What one goal costs in another: a curve of plans, each the best under one more limit.

The price of fairness (Bertsimas, Farias and Trichakis 2011): the share of the worst-off school, place or
grade is given a floor, step by step, and applicants served and points by rank are maximised above it. The
price of freezing: a scenario may change the plan of the base in so many things at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from models.audit import Auditor
from models.network import Network
from models.outcome import Infeasible, Outcome, Solved
from models.plan import Plan
from scheduler.engine.likeness import changes
from scheduler.engine.limits import Limits
from scheduler.engine.settings import Progress, Settings
from scheduler.engine.solve import solve

GOALS = ("unserved", "rank_points")

FULL = 1000
"""Shares are in per mille."""

OnProgress = Callable[[Progress], None]


@dataclass(frozen=True)
class Price:
    """The best plan under a limit: a floor per mille, or so many changes; none where it cannot be kept."""

    limit: int
    network: Network
    outcome: Outcome

    @property
    def plan(self) -> Plan | None:
        return self.outcome.plan if isinstance(self.outcome, Solved) else None


def steps(low: int, high: int, number: int) -> list[int]:
    """So many whole numbers from ``low`` to ``high``, both included, evenly spread; each once."""
    if number < 2:
        return [high]
    return sorted({round(low + (high - low) * at / (number - 1)) for at in range(number)})


def price_of_fairness(
    network: Network,
    plan: Plan,
    floors: Sequence[int],
    settings: Settings,
    auditor: Auditor,
    on_progress: OnProgress = lambda _: None,
) -> Iterator[Price]:
    """The best plan above every floor, from the lowest on, until one is shown to be out of reach."""
    for floor in sorted(floors):
        price = _price(network, plan, settings, auditor, on_progress, floor, Limits(least_share=floor))
        yield price
        if isinstance(price.outcome, Infeasible):
            return


def price_of_freezing(
    network: Network,
    plan: Plan,
    free: Plan,
    number: int,
    settings: Settings,
    auditor: Auditor,
    on_progress: OnProgress = lambda _: None,
) -> Iterator[Price]:
    """The best plan of a scenario's network that changes ``plan`` in 0, …, so many things as ``free`` does, a
    plan of the same network; that many suffices for all that can be had."""
    for most in steps(0, changes(network, free, plan), number):
        yield _price(network, plan, settings, auditor, on_progress, most, Limits(most_changes=most))


def _price(
    network: Network,
    plan: Plan,
    settings: Settings,
    auditor: Auditor,
    on_progress: OnProgress,
    limit: int,
    limits: Limits,
) -> Price:
    asked = network.replace(goals=tuple(goal for goal in network.goals if goal in GOALS))
    drawn = replace(settings, lottery_seed=plan.lottery_seed)
    return Price(limit, asked, solve(asked, drawn, auditor, on_progress, like=plan, limits=limits))
