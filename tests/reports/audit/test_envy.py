"""Seats held by a student of lower priority that a refused one could hold are counted."""

from __future__ import annotations

from typing import Any

import pytest

from instances.tiny import base
from models.finding import Severity
from models.network import Network
from models.plan import Plan
from models.tables import Lock, Priority
from reports.audit import audit, justified_envy


def world(scene: Any, **rules: Any) -> tuple[Network, Plan]:
    """One seat, held by О2; О1 has a declared priority and is refused."""
    net = scene.network(
        courses=(base.course("ИТ", max_size=1),),
        priorities=(Priority(id="П", title="Приоритет", points=1),),
        rules=base.rules(scene.windows(), **rules),
    ).replace(students=(scene.student("О1", priorities=("П",)), scene.student("О2")))
    return net, scene.plan(seats=(("О2", "ИТ"),))


@pytest.mark.parametrize(("mode", "severity"), [("last", Severity.INFO), ("strict", Severity.ERROR)])
def test_a_student_of_priority_passed_over_is_counted(scene: Any, mode: str, severity: Severity) -> None:
    """О1 could hold the seat of О2: one seat, an error only where priorities are strict."""
    found = [item for item in audit(*world(scene, priority_mode=mode)).findings if item.rule == "priority"]
    assert [(item.who, item.excess, item.severity) for item in found] == [(("О1", "ИТ"), 1, severity)]


def test_a_late_choice_comes_after_one_in_time(scene: Any) -> None:
    """Without priorities О2, who chose late, holds the seat that О1 chose in time."""
    net, plan = world(scene, choice_deadline="2026-09-05")
    choices = (net.choices[0], net.choices[1].replace(made_on="2026-09-09"))
    equal = net.replace(choices=choices, priorities=())
    assert len(list(justified_envy(equal, plan))) == 1
    assert list(justified_envy(equal.replace(choices=net.choices), plan)) == []


def test_a_seat_out_of_reach_or_locked_is_not_counted(scene: Any) -> None:
    """О1 is blocked at that time; or the planner locked О2 to the seat."""
    net, plan = world(scene)
    blocked = net.students[0].replace(blocked=(base.slot(1, "15:00", "16:00"),))
    assert list(justified_envy(net.replace(students=(blocked, net.students[1])), plan)) == []
    lock = Lock(group="ИТ-1", student="О2", reason="продолжает курс")
    assert list(justified_envy(net.replace(locks=(lock,)), plan)) == []
