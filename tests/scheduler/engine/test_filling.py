"""An unfinished plan, once its free seats are given away, refuses nobody without a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from instances.tiny.base import choices, course, network, rules, slot, student, teacher
from models.network import Network
from models.plan import NetworkStamp, Plan, RunStamp
from models.tables import Programme, Room
from reports.audit import audit
from scheduler.engine.extract import extract, literals_of
from scheduler.engine.filling import fill_free_seats
from scheduler.engine.free_seats import give_free_seats
from scheduler.engine.model import PlanModel
from scheduler.engine.refusals import find_refusals
from scheduler.engine.settings import Settings
from scheduler.engine.solve import norms_in_force
from scheduler.engine.solver import new_solver


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
            started_at="2026-09-10T10:00:00",
            goals=network.goals,
            norms=norms_in_force(network),
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


def test_a_programme_is_left_for_a_free_seat_in_something_wished_for_more() -> None:
    """О1 sits in both courses of the programme, a second choice, while ИТ, the first one, has a free seat."""
    wanted = network(
        "Программа",
        rules=rules([slot(1, "15:00", "15:40"), slot(2, "15:00", "15:40")]),
        rooms=(Room(centre="РЦ1", name="1", capacity=10), Room(centre="РЦ1", name="2", capacity=10)),
        courses=(course("ПСИ", programme="ПЕД"), course("ПЕДАГ", programme="ПЕД"), course("ИТ")),
        programmes=(Programme(id="ПЕД", title="Педагогический класс"),),
        teachers=(teacher("У1", "ПСИ"), teacher("У2", "ПЕДАГ"), teacher("У3", "ИТ")),
        students=(student("О1"), student("О2"), student("О3")),
        choices=(*choices("О1", "ИТ", "ПЕД"), *choices("О2", "ПЕД"), *choices("О3", "ИТ")),
    )
    model = PlanModel(wanted)
    for pair in (("О1", "ПЕД"), ("О2", "ПЕД"), ("О3", "ИТ")):
        model.cp.add(model.served[pair] == 1)
    solver = new_solver(Settings(workers=1), None)
    solver.solve(model.cp)
    plan = extract(model, lambda literal: bool(solver.value(literal)))
    assert ("О1", "ИТ") not in {(seat.student, seat.course) for seat in plan.enrolments}
    given = fill_free_seats(wanted, plan)
    assert {seat.course for seat in given.enrolments if seat.student == "О1"} == {"ИТ"}
    assert handed_out(wanted, given).refusals == ()
