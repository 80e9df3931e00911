"""Two teachers a group: it meets when both are there.

The medical course takes two teachers. У1 is free on Mondays only, У2 always, У3 teaches something else.
Monday and Tuesday have one start each, so the group meets on Monday with У1 and У2: ``unserved`` 0,
``rank_points`` 5 + 5 = 10, ``travel`` 0, one evening each (``trips`` 2).

Damage: У2 is left out.
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

DATES = ["2026-10-05", "2026-10-12"]

NETWORK = network(
    "Два учителя",
    rules=rules([slot(1, "15:00", "15:40"), slot(2, "15:00", "15:40")]),
    courses=(course("МЕД", num_teachers=2, min_size=2),),
    teachers=(
        teacher("У1", "МЕД", windows=(slot(1, "14:00", "18:00"),)),
        teacher("У2", "МЕД"),
        teacher("У3"),
    ),
    students=(student("О1"), student("О2")),
    choices=(*choices("О1", "МЕД"), *choices("О2", "МЕД")),
)

PLAN = Plan(
    groups=(group("МЕД", session("МЕД-1", 1, ("У1", "У2"), 1, "15:00", DATES)),),
    enrolments=(seat("О1", "МЕД"), seat("О2", "МЕД")),
)

TINY = Tiny(
    "two_teachers",
    NETWORK,
    PLAN,
    {"unserved": 0, "rank_points": 10, "travel": 0, "trips": 2},
    Damage(
        "one teacher alone",
        PLAN.replace(groups=(group("МЕД", session("МЕД-1", 1, ("У1",), 1, "15:00", DATES)),)),
        ("teacher_team",),
    ),
)
