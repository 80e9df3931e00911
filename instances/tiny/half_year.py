"""Half a year: the course goes to the half that has dates enough.

Four weeks from 5 October; the second half begins on 19 October. The course needs two Mondays in one
half. Monday 12 October is a holiday, so the first half has one (the 5th), the second two (the 19th and
the 26th). It is held in the second half: ``unserved`` 0, ``rank_points`` 5 + 5 = 10, ``travel`` 0, one
evening each (``trips`` 2).

Damage: the group meets in the first half, one date short.
"""

from __future__ import annotations

from datetime import date

from instances.tiny.base import (
    Damage,
    Tiny,
    choices,
    course,
    group,
    network,
    rules,
    seat,
    session,
    slot,
    student,
    teacher,
)
from models.plan import Plan
from models.tables import CalendarEntry, CalendarKind, Period

NETWORK = network(
    "Курс на полугодие",
    rules=rules([slot(1, "15:00", "15:50")], last_day=date(2026, 11, 1), second_half_from=date(2026, 10, 19)),
    calendar=(CalendarEntry(kind=CalendarKind.HOLIDAY, first=date(2026, 10, 12)),),
    courses=(course("ИТ", period=Period.HALF, min_size=2),),
    teachers=(teacher("У1", "ИТ"),),
    students=(student("О1"), student("О2")),
    choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ")),
)

SECOND = session("ИТ-1", 1, ("У1",), 1, "15:00", ["2026-10-19", "2026-10-26"], weeks=("2026-W43", "2026-W44"))
FIRST = session("ИТ-1", 1, ("У1",), 1, "15:00", ["2026-10-05"], weeks=("2026-W41", "2026-W42"))

PLAN = Plan(groups=(group("ИТ", SECOND),), enrolments=(seat("О1", "ИТ"), seat("О2", "ИТ")))

TINY = Tiny(
    "half_year",
    NETWORK,
    PLAN,
    {"unserved": 0, "rank_points": 10, "travel": 0, "trips": 2},
    Damage(
        "the group meets in the half with one Monday only",
        PLAN.replace(groups=(group("ИТ", FIRST),)),
        ("course_hours",),
    ),
)
