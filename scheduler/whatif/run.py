"""Plans a scenario beside its base: the same limits, seed and lottery.

The search starts from the plan of the base, and of the plans that are equally good it takes the one that
changes the base least: whatever differs, differs for the sake of a goal. The base itself is not planned
towards a scenario, so its figures do not depend on what it is compared with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from models.audit import Auditor
from models.network import Network
from models.outcome import Outcome
from models.plan import Plan
from models.wishes import Demand, with_wishes
from scheduler.engine.settings import Progress, Settings
from scheduler.engine.solve import solve


@dataclass(frozen=True)
class Answer:
    """What came of a scenario. ``network`` is what was planned: the scenario's, with ``num_wishes`` wishes
    for what the base does not offer among its choices."""

    network: Network
    num_wishes: int
    outcome: Outcome


def plan_scenario(
    base: Network,
    plan: Plan,
    scenario: Network,
    settings: Settings,
    auditor: Auditor,
    on_progress: Callable[[Progress], None] = lambda _: None,
    *,
    wishes: bool = True,
) -> Answer:
    """The answer to a scenario, with the lottery of ``plan``, the plan of the base.

    ``wishes``: whether wishes for what the scenario offers and the base does not are part of the demand.
    """
    demand = demand_of(base, scenario, wishes=wishes)
    drawn = replace(settings, lottery_seed=plan.lottery_seed)
    outcome = solve(demand.network, drawn, auditor, on_progress, like=plan)
    return Answer(demand.network, len(demand.added), outcome)


def demand_of(base: Network, scenario: Network, *, wishes: bool) -> Demand:
    """The scenario with its demand: applications, and wishes for what it newly offers unless unwanted."""
    return with_wishes(scenario, base) if wishes else Demand(scenario)
