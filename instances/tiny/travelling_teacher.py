"""A travelling teacher: the second school waits until the teacher is there.

У1 gives computing at Ш1 (Monday 15:00 to 15:40, the only start) and art at Ш2, 20 minutes on foot away,
where 16:00 and 16:10 are possible. With 10 minutes to arrive the teacher is ready at 15:40 + 20 + 10 =
16:10, so art begins then. Both students attend at their own school: ``unserved`` 0, ``rank_points``
5 + 5 = 10, ``travel`` 0, ``trips`` 2.

Damage: art begins at 16:00, before the teacher is ready.
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
    school,
    school_class,
    seat,
    session,
    slot,
    student,
    teacher,
)
from models.plan import Plan
from models.tables import Centre, Room
from models.travel import Mode, Travel

DATES = ["2026-10-05", "2026-10-12"]

NETWORK = network(
    "Разъездной учитель",
    rules=rules([slot(1, "15:00", "15:40")]),
    institutions=(school("Ш1"), school("Ш2")),
    centres=(
        Centre(id="РЦ1", institution="Ш1"),
        Centre(id="РЦ2", institution="Ш2", windows=(slot(1, "16:00", "16:50"),)),
    ),
    rooms=(Room(centre="РЦ1", name="1", capacity=10), Room(centre="РЦ2", name="1", capacity=10)),
    classes=(school_class("Ш1"), school_class("Ш2")),
    courses=(course("ИТ", centres=("РЦ1",)), course("ИСК", centres=("РЦ2",))),
    teachers=(teacher("У1", "ИТ", "ИСК", may_travel=True),),
    students=(student("О1"), student("О2", institution="Ш2")),
    choices=(*choices("О1", "ИТ"), *choices("О2", "ИСК")),
    travel=(Travel(origin="Ш1", destination="Ш2", minutes=20, mode=Mode.WALK),),
)

COMPUTING = group("ИТ", session("ИТ-1", 1, ("У1",), 1, "15:00", DATES))
ART = group("ИСК", session("ИСК-1", 1, ("У1",), 1, "16:10", DATES, centre="РЦ2"))
ART_TOO_EARLY = group("ИСК", session("ИСК-1", 1, ("У1",), 1, "16:00", DATES, centre="РЦ2"))

PLAN = Plan(groups=(COMPUTING, ART), enrolments=(seat("О1", "ИТ"), seat("О2", "ИСК")))

TINY = Tiny(
    "travelling_teacher",
    NETWORK,
    PLAN,
    {"unserved": 0, "rank_points": 10, "travel": 0, "trips": 2},
    Damage(
        "the teacher is still on the way",
        PLAN.replace(groups=(COMPUTING, ART_TOO_EARLY)),
        ("teacher_clash",),
    ),
)
