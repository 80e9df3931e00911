"""The difference of two plans in sentences, against edits made by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from instances.tiny import ALL
from models.people import People, Person, PersonKind
from models.plan import Direction, Group, Plan, SeatMode
from models.text import Lang, say
from reports.edits.changes import changes
from reports.export.source import Source

PEOPLE = People(
    rows=(
        *(Person(id=f"О{n}", kind=PersonKind.STUDENT, name=f"Обучающийся-00{n}") for n in (1, 2)),
        *(Person(id=f"У{n}", kind=PersonKind.TEACHER, name=f"Учитель-00{n}") for n in (1, 2)),
    )
)
Told = Callable[..., list[str]]
WITH_PLAN = [name for name, tiny in ALL.items() if tiny.plan is not None]


def plan_of(name: str) -> Plan:
    """The plan of a tiny network."""
    plan = ALL[name].plan
    assert plan is not None
    return plan


def told(name: str, edited: Plan, lang: Lang = "ru") -> list[str]:
    """What is otherwise in the edited plan."""
    network = ALL[name].network
    sources = [Source(network, plan, PEOPLE) for plan in (plan_of(name), edited)]
    return [say(message, lang) for message in changes(*sources)]


def session(plan: Plan, group: str, **fields: Any) -> Plan:
    """The plan with other fields of the first session of a group."""

    def edited(item: Group) -> Group:
        first, *rest = item.sessions
        return item.replace(sessions=(first.replace(**fields), *rest)) if item.id == group else item

    return plan.replace(groups=tuple(map(edited, plan.groups)))


def without(plan: Plan, group: str) -> Plan:
    """The plan without a group and its members."""
    return plan.replace(
        groups=tuple(item for item in plan.groups if item.id != group),
        enrolments=tuple(seat for seat in plan.enrolments if seat.group != group),
    )


@pytest.mark.parametrize("name", WITH_PLAN)
def test_a_plan_is_no_other_than_itself(name: str) -> None:
    """In whatever order its parts stand."""
    plan = plan_of(name)
    assert told(name, plan) == []
    assert told(name, plan.replace(groups=plan.groups[::-1], enrolments=plan.enrolments[::-1])) == []


def test_a_session_moved_in_time_and_place() -> None:
    """Day, time, room and teacher in one line; the dates that follow from the day are not told."""
    plan = plan_of("unequal_rooms")
    moved = session(plan, "ИТ-1", weekday=2, start=930, end=970, room="2", teachers=("У2",), dates=())
    assert told("unequal_rooms", moved) == [
        "ИТ-1: Пн 15:00–15:40 → Вт 15:30–16:10; каб. 1 → 2; учителя: Учитель-001 → Учитель-002"
    ]
    elsewhere = session(plan_of("full_buses"), "ИТ-1", centre="РЦ2")
    assert told("full_buses", elsewhere) == ["ИТ-1: РЦ Школа Ш1 → Школа С1"]


def test_one_session_of_two_is_named_by_its_own_id() -> None:
    """ХИМ-1.2 is gone; ХИМ-1.1 has lost a date."""
    plan = plan_of("two_sessions")
    (group,) = plan.groups
    first, second = group.sessions
    fewer = plan.replace(groups=(group.replace(sessions=(first.replace(dates=first.dates[:1]), second)),))
    assert told("two_sessions", fewer) == ["ХИМ-1.1: даты: было 2, стало 1"]
    gone = plan.replace(groups=(group.replace(sessions=(first,)),))
    assert told("two_sessions", gone, "en") == [
        "ХИМ-1.2: the session is gone (Tue 15:00–15:40, Школа Ш1, room 1)"
    ]


def test_other_weeks() -> None:
    """In words where the course allows them, else week by week."""
    plan = plan_of("odd_even")
    other = plan.group_by_id["ИСК-1"].sessions[0].weeks
    assert told("odd_even", session(plan, "ЖУР-1", weeks=other)) == [
        "ЖУР-1: недели: нечётные → недели: 2026-W41"
    ]


def test_groups_gone_and_new() -> None:
    """Members of a group that is gone are counted; who is in a new one is told with the group before."""
    plan = plan_of("unequal_rooms")
    assert told("unequal_rooms", without(plan, "ИТ-1")) == ["ИТ-1: группы больше нет (было 2 чел.)"]
    (group,) = (item for item in plan.groups if item.id == "ИТ-1")
    second = group.replace(id="ИТ-2", sessions=(group.sessions[0].replace(id="ИТ-2.1"),))
    seats = (plan.enrolments[0].replace(group="ИТ-2"), *plan.enrolments[1:])
    more = plan.replace(groups=(*plan.groups, second), enrolments=seats)
    assert told("unequal_rooms", more) == [
        "ИТ-2: новая группа, 1 чел.; Пн 15:00–15:40, Школа Ш1, каб. 1",
        "О1 (Обучающийся-001): группа ИТ-1 → ИТ-2",
    ]


def test_members_in_and_out() -> None:
    """A student without a name stands by the id."""
    plan = plan_of("unequal_rooms")
    first, second, third = plan.enrolments
    edited = plan.replace(enrolments=(second, third, third.replace(group="ИТ-1", course="ИТ")))
    assert told("unequal_rooms", edited, "en") == [
        "О1 (Обучающийся-001): no longer in group ИТ-1",
        "О3: now in group ИТ-1",
    ]
    assert first.student == "О1"


def test_what_a_seat_says() -> None:
    """Rank, practice place, mode and papers of one seat, in one line."""
    plan = plan_of("practice_places")
    first, *rest = plan.enrolments
    edited = first.replace(rank=2, site=None, mode=SeatMode.REMOTE, held=True)
    assert told("practice_places", plan.replace(enrolments=(edited, *rest))) == [
        "О1 (Обучающийся-001), группа ПРАК-1: очерёдность 1 → 2; место практики Детский сад → —; "
        "форма очно → дистанционно; «Ждёт документов» нет → да (сами документы отмечают в данных сети)"
    ]


def test_rides_dropped_changed_and_new() -> None:
    """О1 comes by another run and no longer rides back; О3 rides for the first time."""
    plan = plan_of("full_buses")
    there = next(ride for ride in plan.rides if ride.student == "О1" and ride.direction is Direction.THERE)
    others = tuple(ride for ride in plan.rides if ride.student != "О1")
    new = there.replace(student="О3", session="КРАЙ-1.1")
    assert told("full_buses", plan.replace(rides=(*others, there.replace(run="Р2"), new))) == [
        "О1 (Обучающийся-001), занятие ИТ-1.1, обратно: поездка снята (рейс Р3 (Школа Ш1 → Школа С1))",
        "О1 (Обучающийся-001), занятие ИТ-1.1, туда: рейс Р1 (Школа С1 → Школа Ш1) → "
        "рейс Р2 (Школа С1 → Школа Ш1)",
        "О3, занятие КРАЙ-1.1, туда: новая поездка, рейс Р1 (Школа С1 → Школа Ш1)",
    ]


def test_ids_that_nobody_knows_are_told_as_they_are() -> None:
    """An edited plan may name anything."""
    plan = plan_of("unequal_rooms")
    strange = session(plan, "ИТ-1", centre="РЦ9", teachers=("У9",), room=None)
    assert told("unequal_rooms", strange) == [
        "ИТ-1: РЦ Школа Ш1 → РЦ9; каб. 1 → —; учителя: Учитель-001 → У9"
    ]
