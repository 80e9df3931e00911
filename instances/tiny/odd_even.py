"""Odd and even weeks: two courses share one room, one teacher and one hour.

The only start is Monday 15:00. Journalism meets in odd weeks (week 7, 12 October); art may meet in odd
or in even ones. The teacher and the room are free for art only in even weeks (week 6, 5 October). Each
course is one lesson long, so one date is enough. Both students are served (``unserved`` 0,
``rank_points`` 5 + 5 = 10), at their own school (``travel`` 0), one evening each (``trips`` 2).

Damage: art moves to the odd week too, and meets journalism in the room and at the teacher.
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
from models.tables import CourseParity

NETWORK = network(
    "Чётные и нечётные недели",
    rules=rules([slot(1, "15:00", "15:40")]),
    courses=(
        course("ЖУР", hours=1, parity=CourseParity.ODD),
        course("ИСК", hours=1, parity=CourseParity.EITHER),
    ),
    teachers=(teacher("У1", "ЖУР", "ИСК"),),
    students=(student("О1"), student("О2")),
    choices=(*choices("О1", "ЖУР"), *choices("О2", "ИСК")),
)

JOURNALISM = group("ЖУР", session("ЖУР-1", 1, ("У1",), 1, "15:00", ["2026-10-12"], weeks=("2026-W42",)))
ART = group("ИСК", session("ИСК-1", 1, ("У1",), 1, "15:00", ["2026-10-05"], weeks=("2026-W41",)))
ART_IN_ODD_WEEKS = group("ИСК", session("ИСК-1", 1, ("У1",), 1, "15:00", ["2026-10-12"], weeks=("2026-W42",)))

PLAN = Plan(groups=(JOURNALISM, ART), enrolments=(seat("О1", "ЖУР"), seat("О2", "ИСК")))

TINY = Tiny(
    "odd_even",
    NETWORK,
    PLAN,
    {"unserved": 0, "rank_points": 10, "travel": 0, "trips": 2},
    Damage(
        "art meets in the odd week too",
        PLAN.replace(groups=(JOURNALISM, ART_IN_ODD_WEEKS)),
        ("room_clash", "teacher_clash"),
    ),
)
