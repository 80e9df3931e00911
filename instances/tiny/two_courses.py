"""Two courses across centres: one student goes from the first to the second.

О1 agreed to two courses: computing at the own school Ш1 (Monday 15:00 to 15:40, the only start) and, on
top of it, art at Ш2, 20 minutes on foot away, where 16:00 and 16:10 are possible. The way and 10 minutes
to arrive end at 15:40 + 20 + 10 = 16:10, so art begins then. ``unserved`` 0; ``rank_points`` 5 for rank 1 and
3 for rank 2, 8 in all. Ways are counted from the school and back to it: computing 0, art 20 + 20 minutes
on two dates, ``travel`` 80. ``trips``: one evening and one trip, 2.

Damage: art begins at 16:00.
"""

from __future__ import annotations

from instances.tiny.base import (
    Damage,
    Tiny,
    course,
    group,
    network,
    rules,
    school,
    seat,
    session,
    slot,
    student,
    teacher,
)
from models.plan import Plan
from models.tables import Centre, Choice, ChoiceKind, Room
from models.travel import Mode, Travel

DATES = ["2026-10-05", "2026-10-12"]

NETWORK = network(
    "Два курса в двух РЦ",
    rules=rules([slot(1, "15:00", "15:40")]),
    institutions=(school("Ш1"), school("Ш2")),
    centres=(
        Centre(id="РЦ1", institution="Ш1"),
        Centre(id="РЦ2", institution="Ш2", windows=(slot(1, "16:00", "16:50"),)),
    ),
    rooms=(Room(centre="РЦ1", name="1", capacity=10), Room(centre="РЦ2", name="1", capacity=10)),
    courses=(course("ИТ", centres=("РЦ1",)), course("ИСК", centres=("РЦ2",))),
    teachers=(teacher("У1", "ИТ"), teacher("У2", "ИСК", institution="Ш2")),
    students=(student("О1", two_courses_consent=True),),
    choices=(
        Choice(student="О1", course="ИТ", rank=1),
        Choice(student="О1", course="ИСК", rank=2, kind=ChoiceKind.ADDITIONAL),
    ),
    travel=(Travel(origin="Ш1", destination="Ш2", minutes=20, mode=Mode.WALK),),
)

COMPUTING = group("ИТ", session("ИТ-1", 1, ("У1",), 1, "15:00", DATES))
ART = group("ИСК", session("ИСК-1", 1, ("У2",), 1, "16:10", DATES, centre="РЦ2"))
ART_TOO_EARLY = group("ИСК", session("ИСК-1", 1, ("У2",), 1, "16:00", DATES, centre="РЦ2"))

PLAN = Plan(groups=(COMPUTING, ART), enrolments=(seat("О1", "ИТ"), seat("О1", "ИСК", rank=2)))

TINY = Tiny(
    "two_courses",
    NETWORK,
    PLAN,
    {"unserved": 0, "rank_points": 8, "travel": 80, "trips": 2},
    Damage(
        "the student is still on the way",
        PLAN.replace(groups=(COMPUTING, ART_TOO_EARLY)),
        ("student_clash",),
    ),
)
