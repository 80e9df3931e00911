"""An unfinished plan, once its free seats are given away, refuses nobody without a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from instances.tiny.base import (
    choices,
    course,
    network,
    rules,
    school,
    school_class,
    slot,
    student,
    teacher,
)
from models.network import Network
from models.plan import NetworkStamp, Plan, RunStamp
from models.tables import Programme, Room, Run, RunStop
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


@pytest.mark.parametrize("remote", [False, True])
def test_the_seat_given_up_is_not_in_the_way(remote: bool) -> None:
    """О2 of Ш2 sits in ХИМ at 15:00, a second choice, and ИТ at the same time has a free seat. The only seat
    of both runs (or the only remote seat at Ш2) is the one that О2 has now."""
    wanted = network(
        "Свое место",
        rules=rules([slot(1, "15:00", "15:40")]),
        institutions=(school("Ш1"), school("Ш2").replace(remote_seats=int(remote))),
        classes=(school_class("Ш1"), school_class("Ш2")),
        rooms=(Room(centre="РЦ1", name="1", capacity=10), Room(centre="РЦ1", name="2", capacity=10)),
        courses=tuple(course(name, remote_seats=int(remote)) for name in ("ИТ", "ХИМ")),
        teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ")),
        runs=() if remote else tuple(run(name, *stops) for name, stops in STOPS.items()),
        students=(student("О1"), student("О2", institution="Ш2"), student("О3")),
        choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ", "ХИМ"), *choices("О3", "ХИМ")),
    )
    model = PlanModel(wanted)
    for pair in (("О1", "ИТ"), ("О2", "ХИМ"), ("О3", "ХИМ")):
        model.cp.add(model.served[pair] == 1)
    solver = new_solver(Settings(workers=1), None)
    solver.solve(model.cp)
    plan = extract(model, lambda literal: bool(solver.value(literal)))
    assert {seat.course for seat in plan.enrolments if seat.student == "О2"} == {"ХИМ"}
    given = fill_free_seats(wanted, plan)
    assert {seat.course for seat in given.enrolments if seat.student == "О2"} == {"ИТ"}
    found = audit(wanted, handed_out(wanted, given)).violations
    assert not [item for item in found if "Level" not in item.message.in_("en")]


STOPS = {
    "Р1": (("Ш2", "14:10"), ("Ш1", "14:40")),
    "Р2": (("Ш1", "15:50"), ("Ш2", "16:20")),
}
"""There and back on Mondays."""


def run(id: str, *stops: tuple[str, str]) -> Run:
    """A run on Mondays with one seat."""
    return Run(
        id=id, weekdays=(1,), seats=1, stops=tuple(RunStop(place=place, time=time) for place, time in stops)
    )
