"""A tie: two equal students, one seat, and the lottery decides.

О1 and О2 want the same course, which has one seat; they differ in nothing. One is left without
(``unserved`` 1, ``rank_points`` 5). With seed 1 the draw gives О1 the number 2 and О2 the number 1 (the
highest wins), so О1 is served: ``priority.3`` is 2 × 5 = 10, with О2 it would be 1 × 5 = 5.

О2's choice is refused: lost by the lottery.

Damage: both sit in the group of one.
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
from models.plan import Plan, Refusal, RefusalCode

NETWORK = network(
    "Жребий",
    rules=rules([slot(1, "15:00", "15:40")]),
    courses=(course("ИТ", target_size=1, max_size=1),),
    teachers=(teacher("У1", "ИТ"),),
    students=(student("О1"), student("О2")),
    choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ")),
)

PLAN = Plan(
    groups=(group("ИТ", session("ИТ-1", 1, ("У1",), 1, "15:00", ["2026-10-05", "2026-10-12"])),),
    enrolments=(seat("О1", "ИТ"),),
    refusals=(
        Refusal(
            student="О2",
            course="ИТ",
            rank=1,
            code=RefusalCode.LOST_TIEBREAK,
            text="место досталось другому по жребию",
        ),
    ),
)

TINY = Tiny(
    "tie",
    NETWORK,
    PLAN,
    {"unserved": 1, "rank_points": 5, "travel": 0, "trips": 1, "priority.3": 10},
    Damage(
        "two students in the group of one",
        PLAN.replace(enrolments=(seat("О1", "ИТ"), seat("О2", "ИТ")), refusals=()),
        ("group_size",),
    ),
)
