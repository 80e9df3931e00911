"""By hand, districts get plans that keep every rule, made as a planner makes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from instances.generator import GeneratorSpec, generate
from instances.tiny.base import choices, course, network, rules, slot, student, teacher
from models.network import Network
from models.plan import Plan
from models.tables import Lock
from reports.audit import audit
from scheduler.engine.by_hand.planner import plan_by_hand
from scheduler.engine.by_hand.roll import alike_weeks
from scheduler.engine.run import NoPlanError


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("courses", [1, 2])
def test_a_district_breaks_no_rule(seed: int, courses: int) -> None:
    """Programmes, practice, buses, odd and even weeks, loads: no violation but that nobody told refusals."""
    made, _ = generate(GeneratorSpec(applicants=100, seed=seed, courses_per_student=courses))
    plan = plan_by_hand(made)
    assert plan.enrolments
    found = audit(made, plan).violations
    assert {item.rule for item in found} <= {"records"}, [item.message.in_("en") for item in found]


def one_seat() -> dict[str, object]:
    """A course with one seat at one hour."""
    return {
        "rules": rules([slot(1, "15:00", "15:40")]),
        "courses": (course("ИТ", target_size=1, max_size=1),),
        "teachers": (teacher("У1", "ИТ"),),
        "students": (student("О1"), student("О2")),
    }


def test_first_come_first_served() -> None:
    """О2 handed in a day before О1 and has the only seat; without dates the order of the table decides."""
    undated = (*choices("О1", "ИТ"), *choices("О2", "ИТ"))
    days = (date(2026, 9, 2), date(2026, 9, 1))
    dated = tuple(choice.replace(made_on=day) for choice, day in zip(undated, days, strict=True))
    first = plan_by_hand(network("по порядку", **one_seat(), choices=undated))
    earliest = plan_by_hand(network("по датам", **one_seat(), choices=dated))
    assert [seat.student for seat in first.enrolments] == ["О1"]
    assert [seat.student for seat in earliest.enrolments] == ["О2"]


def test_students_of_a_group_that_stays_too_small_go_elsewhere() -> None:
    """Three want ИТ first, one wants Химия first, which needs two: that one goes to ИТ."""
    made = network(
        "мало",
        rules=rules([slot(1, "15:00", "15:40"), slot(2, "15:00", "15:40")]),
        courses=(course("ИТ"), course("Химия", min_size=2)),
        teachers=(teacher("У1", "ИТ"), teacher("У2", "Химия")),
        students=tuple(student(f"О{n}") for n in range(1, 5)),
        choices=(
            *choices("О1", "Химия", "ИТ"),
            *(choice for n in (2, 3, 4) for choice in choices(f"О{n}", "ИТ", "Химия")),
        ),
    )
    plan = plan_by_hand(made)
    assert [group.id for group in plan.groups] == ["ИТ-1"]
    assert {seat.student: seat.rank for seat in plan.enrolments} == {"О1": 2, "О2": 1, "О3": 1, "О4": 1}


def test_locks_hold() -> None:
    """On Tuesday, with О2, because locks say so; without them it would be Monday and О1."""
    one = {**one_seat(), "rules": rules([slot(1, "15:00", "15:40"), slot(2, "15:00", "15:40")])}
    wishes = (*choices("О1", "ИТ"), *choices("О2", "ИТ"))
    free = plan_by_hand(network("без закреплений", **one, choices=wishes))
    locks = (
        Lock(reason="решение", group="ИТ-1", student="О2"),
        Lock(reason="решение", group="ИТ-1", weekday=2),
    )
    locked = plan_by_hand(network("с закреплениями", **one, choices=wishes, locks=locks))
    assert [seat.student for seat in free.enrolments] == ["О1"]
    assert [session.weekday for _, session in free.sessions()] == [1]
    assert [seat.student for seat in locked.enrolments] == ["О2"]
    assert [session.weekday for _, session in locked.sessions()] == [2]


@given(st.lists(st.integers(0, 2**12 - 1), max_size=5))
def test_weeks_with_the_same_sessions_are_looked_at_once(masks: list[int]) -> None:
    """Every week of any session is in one part, and two weeks share a part if and only if they share all."""
    parts = alike_weeks(masks)
    part_of = [[part for part in parts if part >> week & 1] for week in range(12)]
    sessions = [[mask for mask in masks if mask >> week & 1] for week in range(12)]
    assert [len(found) for found in part_of] == [bool(found) for found in sessions]
    for week in range(12):
        for other in range(12):
            assert (part_of[week] == part_of[other]) == (sessions[week] == sessions[other])


def test_every_rule_is_kept(micro: Any, breaches: Callable[[Network, Plan], frozenset[str]]) -> None:
    """By hand, too, where the rule bites. What is locked may be beyond a planner by hand."""
    try:
        plan = plan_by_hand(micro.network)
    except NoPlanError:
        assert micro.network.locks
        return
    assert breaches(micro.network, plan) <= {"records"}
