"""A blackout day: the centre's own closures cost dates, and sometimes the weekday.

Three weeks from 5 October. The centre's school is closed on Mondays 12 and 19 and on Tuesday 13 October.
The course needs two dates: Monday has one (the 5th), Tuesday two (the 6th and the 20th). So it meets on
Tuesday: ``unserved`` 0, ``rank_points`` 5 + 5 = 10, ``travel`` 0, one evening each (``trips`` 2).

Damage: a lesson stands on the 13th, when the school is closed.
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
from models.tables import CalendarEntry, CalendarKind

WEEKS = ("2026-W41", "2026-W42", "2026-W43")

NETWORK = network(
    "День закрытия РЦ",
    rules=rules([slot(1, "15:00", "15:40"), slot(2, "15:00", "15:40")], last_day=date(2026, 10, 25)),
    calendar=tuple(
        CalendarEntry(kind=CalendarKind.BLACKOUT, first=date(2026, 10, day), institution="Ш1")
        for day in (12, 13, 19)
    ),
    courses=(course("ИТ", min_size=2),),
    teachers=(teacher("У1", "ИТ"),),
    students=(student("О1"), student("О2")),
    choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ")),
)

TUESDAYS = session("ИТ-1", 1, ("У1",), 2, "15:00", ["2026-10-06", "2026-10-20"], weeks=WEEKS)
ON_A_CLOSED_DAY = session("ИТ-1", 1, ("У1",), 2, "15:00", ["2026-10-06", "2026-10-13"], weeks=WEEKS)

PLAN = Plan(groups=(group("ИТ", TUESDAYS),), enrolments=(seat("О1", "ИТ"), seat("О2", "ИТ")))

TINY = Tiny(
    "blackout_day",
    NETWORK,
    PLAN,
    {"unserved": 0, "rank_points": 10, "travel": 0, "trips": 2},
    Damage(
        "a lesson on a day when the school is closed",
        PLAN.replace(groups=(group("ИТ", ON_A_CLOSED_DAY),)),
        ("open_days",),
    ),
)
