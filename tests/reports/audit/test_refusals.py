"""Which choices a plan must list as refused, and which reasons it contradicts."""

from __future__ import annotations

from typing import Any

import pytest

from instances.tiny import base
from models.network import Network
from models.plan import Plan
from reports.audit.refusals import contradiction, refused


def wants_three(scene: Any) -> Network:
    """О1 wants ИТ, ХИМ or БИО (in this order) and МЕД on top."""
    courses = tuple(base.course(id) for id in ("ИТ", "ХИМ", "БИО", "МЕД"))
    net: Network = scene.network(
        students=("О1",),
        courses=courses,
        choices=(*base.choices("О1", "ИТ", "ХИМ", "БИО"), scene.also("О1", "МЕД", rank=4)),
    )
    return net


def test_choices_above_the_seat_and_additional_ones_are_refused(scene: Any) -> None:
    """Served the second of three alternatives: the first is refused, the third is not; МЕД is unmet."""
    plan = scene.plan(scene.session("ХИМ"), enrolments=(scene.seat("О1", "ХИМ", rank=2),))
    assert [choice.course for choice in refused(wants_three(scene), plan)] == ["ИТ", "МЕД"]


def test_all_choices_are_refused_where_none_is_served(scene: Any) -> None:
    """Without any seat all three alternatives and the additional choice are refused."""
    found = refused(wants_three(scene), Plan())
    assert [choice.course for choice in found] == ["ИТ", "ХИМ", "БИО", "МЕД"]


def full(scene: Any, **student: Any) -> tuple[Network, Plan]:
    """ИТ-1 on Monday 15:00 is full with О2; О1 is refused."""
    net = scene.network(courses=(base.course("ИТ", max_size=1),))
    net = net.replace(students=(scene.student("О1", **student), scene.student("О2")))
    return net, scene.plan(seats=(("О2", "ИТ"),))


@pytest.mark.parametrize(
    ("code", "contradicted"),
    [
        ("CAPACITY", False),
        ("LOST_TIEBREAK", False),
        ("NO_GROUP_MIN", False),
        ("GRADE", True),
        ("PREREQUISITE", True),
        ("COURSE_NOT_OPEN", True),
        ("TIME_CLASH", True),
        ("GAP", True),
        ("TRAVEL_TIME", True),
        ("NO_RETURN_BUS", True),
        ("NO_SEAT", True),
        ("LOAD_LIMIT", True),
    ],
)
def test_only_reasons_that_the_plan_shows_can_be_true(scene: Any, code: str, contradicted: bool) -> None:
    """The group is open, full, and in reach of О1 at a free hour: no reason but a seat can be true."""
    net, plan = full(scene)
    why = contradiction(net, plan, net.choices[0], scene.refusal("О1", code=code))
    assert (why is not None) is contradicted


@pytest.mark.parametrize("code", ["CAPACITY", "LOST_TIEBREAK"])
def test_no_seat_is_lost_where_no_group_is_open(scene: Any, code: str) -> None:
    """A full group or a lottery cannot be the reason if the course did not open at all."""
    net = scene.network(students=("О1",))
    why = contradiction(net, Plan(), net.choices[0], scene.refusal("О1", code=code))
    assert why is not None


def test_a_blocked_hour_is_a_clash(scene: Any) -> None:
    """Blocked on Monday from 15:00, О1 is rightly told of a clash."""
    net, plan = full(scene, blocked=(base.slot(1, "15:00", "16:00"),))
    assert contradiction(net, plan, net.choices[0], scene.refusal("О1", code="TIME_CLASH")) is None
