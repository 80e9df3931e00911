"""Which starts are left out because another one serves as well, and which have to stay."""

from __future__ import annotations

from typing import Any

import pytest

from instances.tiny.base import (
    choices,
    course,
    group,
    network,
    rules,
    school,
    school_class,
    session,
    slot,
    student,
    teacher,
)
from models.network import Network
from models.plan import Plan
from models.tables import Centre, Choice, ChoiceKind, Lock, Permission, PracticePlace, Room
from models.time import format_clock
from models.travel import Mode, Travel
from scheduler.engine.model import PlanModel

AFTERNOON = slot(1, "15:00", "16:30")
"""Room for two sessions of 40 minutes and 10 minutes between them, no more."""


def an_afternoon(**tables: Any) -> Network:
    """A course that begins on Monday at any of six starts from 15:00 to 15:50, a student who wants it."""
    values: dict[str, Any] = {
        "rules": rules([AFTERNOON]),
        "courses": (course("ИТ"),),
        "teachers": (teacher("У1", "ИТ"),),
        "students": (student("О1"),),
        "choices": choices("О1", "ИТ"),
    }
    return network("Понедельник", **(values | tables))


def starts(found: Network, course_id: str = "ИТ", like: Plan | None = None) -> list[str]:
    """The starts of the course that the model keeps."""
    placed = PlanModel(found, like=like).placed[course_id]
    return sorted({format_clock(placement.start) for placement, _, _ in placed})


def two_courses(**tables: Any) -> Network:
    """Computing and chemistry, each with a teacher, a room and a student of its own, at two centres."""
    values: dict[str, Any] = {
        "institutions": (school("Ш1"), school("Ш2")),
        "classes": (school_class("Ш1"), school_class("Ш2")),
        "centres": (Centre(id="РЦ1", institution="Ш1"), Centre(id="РЦ2", institution="Ш2")),
        "rooms": (Room(centre="РЦ1", name="1", capacity=10), Room(centre="РЦ2", name="1", capacity=10)),
        "courses": (course("ИТ", centres=("РЦ1",)), course("ХИМ", centres=("РЦ2",))),
        "teachers": (teacher("У1", "ИТ"), teacher("У2", "ХИМ", institution="Ш2")),
        "students": (student("О1"), student("О2", institution="Ш2")),
        "choices": (*choices("О1", "ИТ"), *choices("О2", "ХИМ")),
        "travel": (Travel(origin="Ш1", destination="Ш2", minutes=15, mode=Mode.WALK),),
    }
    return an_afternoon(**(values | tables))


BOTH = (
    *choices("О1", "ИТ"),
    Choice(student="О1", course="ХИМ", rank=1, kind=ChoiceKind.ADDITIONAL),
)


def test_what_nothing_else_stands_beside_has_one_start() -> None:
    """The only session of the day begins as late as it can."""
    assert starts(an_afternoon()) == ["15:50"]
    assert starts(two_courses()) == starts(two_courses(), "ХИМ") == ["15:50"]


def test_two_groups_follow_each_other() -> None:
    """Nothing stands between the first start and the last one."""
    assert starts(an_afternoon(courses=(course("ИТ", max_groups=2),))) == ["15:00", "15:50"]


def test_two_sessions_of_a_group_leave_its_students_a_break() -> None:
    """Ten minutes."""
    found = an_afternoon(courses=(course("ИТ", hours=4, weekly_sessions=2),))
    assert starts(found) == ["15:00", "15:50"]


def test_who_has_to_be_home_keeps_the_last_start_that_allows_it() -> None:
    """Who is busy until then has the last start of all; if nobody is, one that suits all is enough."""
    early, busy = student("О2", home_by=16 * 60), student("О1", blocked=(slot(1, "15:00", "15:30"),))
    both = (*choices("О1", "ИТ"), *choices("О2", "ИТ"))
    assert starts(an_afternoon(students=(student("О1"), early), choices=both)) == ["15:20"]
    assert starts(an_afternoon(students=(busy, early), choices=both)) == ["15:20", "15:50"]


def test_a_student_of_two_courses_keeps_them_apart() -> None:
    """At one site by the break; at two by the way and ten minutes to arrive, for which 50 minutes between the
    earliest and the last start leave no time, while 70 do."""
    who = (student("О1", two_courses_consent=True),)
    here = two_courses(
        students=who,
        choices=BOTH,
        rooms=(Room(centre="РЦ1", name="1", capacity=10), Room(centre="РЦ1", name="2", capacity=10)),
        courses=(course("ИТ", centres=("РЦ1",)), course("ХИМ", centres=("РЦ1",))),
        teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ")),
    )
    assert starts(here) == starts(here, "ХИМ") == ["15:00", "15:50"]
    far = two_courses(students=who, choices=BOTH)
    assert starts(far) == ["15:50"]
    longer = two_courses(students=who, choices=BOTH, rules=rules([slot(1, "15:00", "16:50")]))
    assert starts(longer) == starts(longer, "ХИМ") == ["15:00", "16:10"]


def test_a_teacher_of_two_courses_keeps_them_apart() -> None:
    """By the way and ten minutes to arrive, with no break at one site."""
    both = (teacher("У1", "ИТ", "ХИМ", may_travel=True),)
    longer = two_courses(teachers=both, rules=rules([slot(1, "15:00", "16:50")]))
    assert starts(longer) == starts(longer, "ХИМ") == ["15:00", "16:10"]
    assert starts(two_courses(teachers=both)) == ["15:50"]


@pytest.mark.parametrize("least", [1, 2, 3])
def test_a_group_meets_when_as_many_can_come_as_it_needs(least: int) -> None:
    """Of two students one cannot come on Mondays; a permission lets a second group be smaller. Where a rule
    is left out or traced no day is missing, since only the rule itself may say so."""
    found = an_afternoon(
        rules=rules([AFTERNOON, slot(2, "15:00", "16:30")]),
        courses=(course("ИТ", min_size=least, max_groups=2),),
        students=(student("О1"), student("О2", blocked=(AFTERNOON,))),
        choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ")),
    )

    def weekdays(network: Network, **options: Any) -> set[int]:
        placed = PlanModel(network, **options).placed["ИТ"]
        return {placement.weekday for placement, _, _ in placed}

    assert weekdays(found) == {1: {1, 2}, 2: {2}, 3: set()}[least]
    permission = Permission(group="ИТ-2", reason="малая группа", min_size=1)
    assert weekdays(found.replace(permissions=(permission,))) == {1, 2}
    for whole in ({"without": ("group_size",)}, {"explain": True}, {"reduce": False}):
        assert weekdays(found, **whole) == {1, 2}


def test_locks_and_a_plan_to_stay_near_to_keep_their_starts() -> None:
    """A lock on a start keeps all of its course."""
    lock = Lock(reason="зал занят", group="ИТ-1", start=15 * 60)
    assert len(starts(an_afternoon(locks=(lock,)))) == 6
    plan = Plan(groups=(group("ИТ", session("ИТ-1", 1, ("У1",), 1, "15:20", ["2026-10-05", "2026-10-12"])),))
    assert starts(an_afternoon(), like=plan) == ["15:20"]


def test_practice_keeps_the_windows_of_its_places() -> None:
    """One kindergarten takes students until 16:00, the other from 15:30 on."""
    found = an_afternoon(
        institutions=(school("Ш1"), school("Д1"), school("Д2")),
        courses=(course("ИТ", is_practice=True),),
        practice_places=(
            PracticePlace(institution="Д1", places=2, windows=(slot(1, "15:00", "16:00"),)),
            PracticePlace(institution="Д2", places=2, windows=(slot(1, "15:30", "16:30"),)),
        ),
        travel=tuple(
            Travel(origin=origin, destination=destination, minutes=5, mode=Mode.WALK)
            for origin, destination in (("Ш1", "Д1"), ("Ш1", "Д2"))
        ),
    )
    assert starts(found) == ["15:20", "15:50"]
