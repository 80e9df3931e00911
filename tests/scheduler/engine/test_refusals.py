"""Every refusal code has a network in which it is the reason, and the audit accepts it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from instances.tiny import ALL
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
from models.outcome import Solved
from models.plan import RefusalCode
from models.tables import Choice, ChoiceKind, DayLessons, LoadCategory, Lock, Permission, Priority
from models.text import Text
from models.time import format_clock, parse_clock
from models.travel import Mode, Travel
from reports.audit import audit
from scheduler.engine.obstacles import Obstacles
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve
from scheduler.rules import PLACEMENT_FILTERS

C = RefusalCode


def one(start: str = "15:00", end: str = "15:40", **tables: Any) -> Network:
    """One course at one time on Monday for О1 (and whoever else is given)."""
    values: dict[str, Any] = {
        "rules": rules([slot(1, start, end)]),
        "courses": (course("ИТ"),),
        "teachers": (teacher("У1", "ИТ"),),
        "students": (student("О1"),),
        "choices": choices("О1", "ИТ"),
    }
    return network("отказ", **(values | tables))


def from_village(start: str, minutes: int, home_by: str = "20:00") -> Network:
    """О1 of the village school С1 walks so many minutes to Ш1."""
    return one(
        start,
        format_clock(parse_clock(start) + 40),
        institutions=(school("Ш1"), school("С1")),
        classes=(school_class("С1"),),
        students=(student("О1", institution="С1", home_by=parse_clock(home_by)),),
        travel=(Travel(origin="С1", destination="Ш1", minutes=minutes, mode=Mode.WALK),),
    )


NETWORKS: list[tuple[str, RefusalCode, Network]] = [
    ("too few applicants", C.NO_GROUP_MIN, one(courses=(course("ИТ", min_size=2),))),
    (
        "one seat for two who differ",
        C.CAPACITY,
        one(
            courses=(course("ИТ", max_size=1),),
            students=(student("О1"), student("О2", home="село")),
            choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ")),
            travel=(Travel(origin="Ш1", destination="село", minutes=10),),
        ),
    ),
    ("practice places taken", C.CAPACITY, ALL["practice_places"].network),
    ("busy elsewhere", C.TIME_CLASH, one(students=(student("О1", blocked=(slot(1, "15:30", "17:00"),)),))),
    (
        "two sessions at one time",
        C.TIME_CLASH,
        one(
            courses=(course("ИТ"), course("ХИМ")),
            teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ")),
            rules=rules([slot(1, "15:00", "15:40")], max_courses=2),
            rooms=ALL["unequal_rooms"].network.rooms,
            students=(student("О1"), student("О2")),
            choices=(
                *choices("О1", "ИТ"),
                Choice(student="О1", course="ХИМ", rank=2, kind=ChoiceKind.ADDITIONAL),
                *choices("О2", "ХИМ"),
            ),
        ),
    ),
    (
        "too soon after lessons",
        C.GAP,
        one(students=(student("О1", lesson_ends=(DayLessons(weekday=1, end=parse_clock("14:45")),)),)),
    ),
    ("too far to be in time", C.TRAVEL_TIME, from_village("14:40", 40)),
    ("longer than the limit of a ride", C.TRAVEL_TIME, from_village("17:00", 61, "23:00")),
    ("home too late", C.NO_RETURN_BUS, from_village("17:00", 50, "18:00")),
    ("the buses are full", C.NO_SEAT, ALL["full_buses"].network),
    (
        "the class has its maximum of hours",
        C.LOAD_LIMIT,
        one(
            classes=(school_class().replace(weekly_hours=34),),
            courses=(course("ИТ", load_category=LoadCategory.CURRICULUM),),
        ),
    ),
    (
        "no course for anybody",
        C.LOAD_LIMIT,
        one(rules=rules([slot(1, "15:00", "15:40")], max_courses=0)),
    ),
    (
        "more evenings than allowed",
        C.LOAD_LIMIT,
        network(
            "отказ",
            rules=rules([slot(1, "15:00", "15:40"), slot(2, "15:00", "15:40")], max_evenings=1),
            courses=(course("ИТ", weekly_sessions=2),),
            teachers=(teacher("У1", "ИТ"),),
            students=(student("О1"), student("О2")),
            choices=(*choices("О1", "ИТ"),),
            permissions=(Permission(group="ИТ-1", min_size=0, reason="приказ"),),
            locks=(Lock(group="ИТ-1", reason="приказ"),),
        ),
    ),
    (
        "more lessons a day than allowed, two courses together",
        C.LOAD_LIMIT,
        one(
            "15:00",
            "16:30",
            rules=rules([slot(1, "15:00", "16:30")], max_courses=2, time_step=50),
            classes=(
                school_class().replace(days=(DayLessons(weekday=1, end=parse_clock("14:00"), lessons=6),)),
                school_class("Ш2"),
            ),
            institutions=(school("Ш1"), school("Ш2")),
            courses=tuple(course(name, load_category=LoadCategory.CURRICULUM) for name in ("ИТ", "ХИМ")),
            teachers=(teacher("У1", "ИТ", "ХИМ"),),
            students=(student("О1"), student("О2", institution="Ш2")),
            travel=(Travel(origin="Ш1", destination="Ш2", minutes=10, mode=Mode.WALK),),
            choices=(
                *choices("О1", "ИТ"),
                Choice(student="О1", course="ХИМ", rank=2, kind=ChoiceKind.ADDITIONAL),
                *choices("О2", "ХИМ"),
            ),
        ),
    ),
    ("another grade", C.GRADE, one(courses=(course("ИТ", grades=(11,)),))),
    ("nothing passed", C.PREREQUISITE, one(courses=(course("ИТ", prerequisite="АЛГ"),))),
    ("no teacher", C.COURSE_NOT_OPEN, one(teachers=())),
    ("no room", C.COURSE_NOT_OPEN, one(rooms=())),
    (
        "a group smaller than it must be",
        C.COURSE_NOT_OPEN,
        one(courses=(course("ИТ", min_size=3, max_size=2),)),
    ),
    ("too few dates", C.COURSE_NOT_OPEN, one(courses=(course("ИТ", hours=3),))),
    ("the lottery", C.LOST_TIEBREAK, ALL["tie"].network),
]


@pytest.mark.parametrize(("story", "code", "network"), NETWORKS, ids=[f"{c}-{s}" for s, c, _ in NETWORKS])
def test_the_reason(story: str, code: RefusalCode, network: Network) -> None:  # noqa: ARG001 - the test's id
    """The optimal plan refuses exactly one choice, for that reason, in words."""
    outcome = solve(network, Settings(time_limit_s=20, workers=1), audit)
    assert isinstance(outcome, Solved)
    assert [refusal.code for refusal in outcome.plan.refusals] == [code]
    assert outcome.plan.refusals[0].text


def test_every_code_has_a_network() -> None:
    """No code is left without a case."""
    assert {code for _, code, _ in NETWORKS} == set(RefusalCode)


def test_the_waiting_list_follows_rank_priority_and_date() -> None:
    """One seat, four applicants: О1 holds it; О3 has a priority, О2 is in time, О4 late."""
    year = rules([slot(1, "15:00", "15:40")]).replace(choice_deadline=date(2026, 9, 10))
    full = one(
        rules=year,
        courses=(course("ИТ", max_size=1),),
        students=(*map(student, ("О1", "О2", "О4")), student("О3", priorities=("олимпиада",))),
        priorities=(Priority(id="олимпиада", title="Победители олимпиад", points=1),),
        choices=(
            *(wish for name in ("О1", "О2", "О3") for wish in choices(name, "ИТ")),
            Choice(student="О4", course="ИТ", rank=1, made_on=date(2026, 9, 20)),
        ),
        locks=(Lock(reason="решение", group="ИТ-1", student="О1"),),
    )
    outcome = solve(full, Settings(time_limit_s=20, workers=1), audit)
    assert isinstance(outcome, Solved)
    ends = {item.student: item.text.rpartition("; ")[2] for item in outcome.plan.refusals}
    assert ends == {
        "О3": "в листе ожидания 1-е место из 3",
        "О2": "в листе ожидания 2-е место из 3",
        "О4": "в листе ожидания 3-е место из 3",
    }


def text_of(story: Network) -> str:
    """The sentence of the only refusal in the optimal plan."""
    outcome = solve(story, Settings(time_limit_s=20, workers=1), audit)
    assert isinstance(outcome, Solved)
    (refusal,) = outcome.plan.refusals
    return refusal.text


def test_a_reason_says_what_it_is_made_of() -> None:
    """Hours that are left and needed, the busy time, the end of the lessons, the title of the course."""

    busy = one(students=(student("О1", blocked=(slot(1, "15:30", "17:00"),)),))
    assert text_of(busy) == "у обучающегося или класса занято время Пн 15:30–17:00"
    built_on = course("ИТ", prerequisite="ХИМ")
    other = course("ХИМ").replace(title="Химия")
    teachers = (teacher("У1", "ИТ"), teacher("У2", "ХИМ"))
    assert text_of(one(courses=(built_on, other), teachers=teachers)) == "не пройден курс «Химия»"


def test_who_cannot_come_does_not_count_towards_a_group() -> None:
    """О1 to О3 of grade 10 and О4 of grade 11 want a course for grade 10. О3 has a seat in what is wished for
    more: two of those who wait could come, and three of all who applied; four are needed."""
    senior = school_class().replace(name="11А", grade=11)
    story = one(
        classes=(school_class(), senior),
        courses=(course("ИТ", min_size=4, max_size=9, grades=(10,)), course("ХИМ")),
        teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ")),
        rooms=ALL["unequal_rooms"].network.rooms,
        students=(*map(student, ("О1", "О2", "О3")), student("О4", class_name="11А")),
        choices=(
            *choices("О1", "ИТ"),
            *choices("О2", "ИТ"),
            *choices("О3", "ХИМ", "ИТ"),
            *choices("О4", "ИТ"),
        ),
    )
    outcome = solve(story, Settings(time_limit_s=20, workers=1), audit)
    assert isinstance(outcome, Solved)
    (first, second, other) = outcome.plan.refusals
    assert (first.text, other.code) == (second.text, C.GRADE)
    assert first.text == (
        "группа не открыта: из тех, кто ждёт курс, в одно время могут прийти 2, нужно не меньше 4"
    )
    never = Obstacles(story).never_opens(story.courses[0])
    assert never is not None
    assert never[1].in_("ru") == (
        "группа не открыта: из подавших заявку в одно время могут прийти 3, нужно не меньше 4"
    )


def test_a_rule_that_forbids_the_times_of_the_teacher_is_named() -> None:
    """The teacher is free on Saturday only; the network meets on both days, or on Monday alone."""
    days = [slot(1, "15:00", "15:40"), slot(6, "10:00", "10:40")]
    free = teacher("У1", "ИТ", windows=(slot(6, "08:00", "20:00"),))
    assert text_of(one(teachers=(free,))) == "курс не открыт: нет свободного учителя"
    assert text_of(one(teachers=(free,), rules=rules(days, network_days=(1,)))) == (
        "курс не открыт: нет свободного учителя, а в другое время — "
        "10:00–10:40 вне окна РЦ РЦ1 или учебного дня"
    )


def test_any_rule_of_placements_can_be_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that has just been added is told as well."""
    monkeypatch.setitem(PLACEMENT_FILTERS, "new_rule", lambda *_: Text("нельзя", "forbidden")())
    network = one()
    _, obstacle = Obstacles(network).placements(network.courses[0])
    assert obstacle is not None
    assert obstacle[1].in_("en") == "the course is not open: forbidden"
