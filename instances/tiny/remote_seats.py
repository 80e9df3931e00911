"""Remote seats: a room at the centre with two seats, a room with a tutor at the village school with one.

О1 is of the host's school, О2 and О3 of the village, 20 minutes on foot away; all want computing, which gives
up to two seats remotely. Two fit into the room, so one of the three has to be remote: not О1, whose school
hosts the centre, and of О2 and О3 only one, as the tutor's room has one seat. ``remote_seats`` 1,
``unserved`` 0, ``rank_points`` 3 × 5 = 15. The other one walks 20 minutes there and 20 back on two dates:
``travel`` 80, though two remote seats would make it 0. ``trips``: three evenings and one trip, 4. ``sizes``:
three students, two wanted, 1. ``majority_host``: one of those who come is of either school, 1 − 1 = 0.

Damage: both О2 and О3 are remote, one more than the tutor's room has seats.
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
from models.plan import Plan, SeatMode
from models.tables import Room
from models.travel import Mode, Travel

DATES = ["2026-10-05", "2026-10-12"]

NETWORK = network(
    "Дистанционные места",
    rules=rules([slot(1, "15:00", "15:40")]),
    institutions=(school("Ш1"), school("С1").replace(remote_seats=1)),
    classes=(school_class("Ш1"), school_class("С1")),
    rooms=(Room(centre="РЦ1", name="1", capacity=2),),
    courses=(course("ИТ", remote_seats=2),),
    teachers=(teacher("У1", "ИТ"),),
    students=(student("О1"), student("О2", institution="С1"), student("О3", institution="С1")),
    choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ"), *choices("О3", "ИТ")),
    travel=(Travel(origin="Ш1", destination="С1", minutes=20, mode=Mode.WALK),),
)

REMOTE = seat("О3", "ИТ").replace(mode=SeatMode.REMOTE)

PLAN = Plan(
    groups=(group("ИТ", session("ИТ-1", 1, ("У1",), 1, "15:00", DATES)),),
    enrolments=(seat("О1", "ИТ"), seat("О2", "ИТ"), REMOTE),
)

TINY = Tiny(
    "remote_seats",
    NETWORK,
    PLAN,
    {
        "unserved": 0,
        "rank_points": 15,
        "remote_seats": 1,
        "travel": 80,
        "trips": 4,
        "sizes": 1,
        "majority_host": 0,
    },
    Damage(
        "two students at a tutor's only seat",
        PLAN.replace(enrolments=(seat("О1", "ИТ"), seat("О2", "ИТ").replace(mode=SeatMode.REMOTE), REMOTE)),
        ("remote_seats",),
    ),
)
