"""An unfinished plan, once its free seats are given away, refuses nobody without a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from models.network import Network
from models.plan import NetworkStamp, Plan, RunStamp
from reports.audit import audit
from scheduler.engine.extract import literals_of
from scheduler.engine.filling import fill_free_seats
from scheduler.engine.free_seats import give_free_seats
from scheduler.engine.model import PlanModel
from scheduler.engine.refusals import find_refusals


def handed_out(network: Network, plan: Plan) -> Plan:
    """The plan with its run and refusals, its levels left out."""
    plan = plan.replace(
        network=NetworkStamp(name=network.name, sha256=network.sha256),
        status="feasible",
        run=RunStamp(
            version="",
            ortools="",
            seed=1,
            lottery_seed=1,
            workers=1,
            time_limit_s=1,
            wall_s=1,
            started_at="",
        ),
    )
    return plan.replace(refusals=find_refusals(network, plan))


@pytest.mark.parametrize("fill", [fill_free_seats, give_free_seats])
def test_every_plan_can_be_handed_out(
    micro: Any, verdicts: Callable[[Any], list[Any]], fill: Callable[[Network, Plan], Plan]
) -> None:
    """Of up to sixty admissible plans, however poor, each passes the audit after its seats are given."""
    network = micro.network
    reduced = PlanModel(network)
    plans = [
        verdict.plan
        for verdict in verdicts(micro)
        if not verdict.broken and literals_of(reduced, verdict.plan) is not None
    ]
    for plan in plans[:: max(1, len(plans) // 60)]:
        given = fill(network, plan)
        assert given.groups == plan.groups
        found = audit(network, handed_out(network, given)).violations
        wrong = [item.message.in_("en") for item in found if "Level" not in item.message.in_("en")]
        assert not wrong, plan.enrolments
