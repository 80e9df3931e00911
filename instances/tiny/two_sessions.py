"""Two sessions a week: the days on which everybody is free are chosen.

Chemistry meets twice a week, at 15:00 on two of Monday, Tuesday and Wednesday. Both students want it,
the group needs two, and О2 is busy on Wednesdays. So it meets on Monday and Tuesday: nobody is left
out (``unserved`` 0), two first choices are served (``rank_points`` 5 + 5 = 10), nobody leaves the school
(``travel`` 0), and each student stays two evenings (``trips`` 4). Four hours are two dates a session.

Damage: the second session moves to Wednesday, into the time О2 is busy.
"""

from __future__ import annotations

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

NETWORK = network(
    "Два занятия в неделю",
    rules=rules([slot(day, "15:00", "15:40") for day in (1, 2, 3)]),
    courses=(course("ХИМ", hours=4, weekly_sessions=2, min_size=2),),
    teachers=(teacher("У1", "ХИМ"),),
    students=(student("О1"), student("О2", blocked=(slot(3, "14:30", "16:00"),))),
    choices=(*choices("О1", "ХИМ"), *choices("О2", "ХИМ")),
)

MONDAY = session("ХИМ-1", 1, ("У1",), 1, "15:00", ["2026-10-05", "2026-10-12"])
TUESDAY = session("ХИМ-1", 2, ("У1",), 2, "15:00", ["2026-10-06", "2026-10-13"])
WEDNESDAY = session("ХИМ-1", 2, ("У1",), 3, "15:00", ["2026-10-07", "2026-10-14"])

PLAN = Plan(groups=(group("ХИМ", MONDAY, TUESDAY),), enrolments=(seat("О1", "ХИМ"), seat("О2", "ХИМ")))

TINY = Tiny(
    "two_sessions",
    NETWORK,
    PLAN,
    {"unserved": 0, "rank_points": 10, "travel": 0, "trips": 4},
    Damage(
        "the second session meets while О2 is busy",
        PLAN.replace(groups=(group("ХИМ", MONDAY, WEDNESDAY),)),
        ("home_lessons",),
    ),
)
