"""The true value of every level of the goals."""

from __future__ import annotations

from models.network import Network
from models.plan import Level, Plan
from reports.audit.goals import EVALUATORS
from reports.audit.memo import remembered


@remembered
def true_levels(network: Network, plan: Plan) -> list[Level]:
    """All levels, in the order of the network's goals."""
    return [
        found for name in network.goals if name in EVALUATORS for found in EVALUATORS[name](network, plan)
    ]
