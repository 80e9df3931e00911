"""Unequal rooms: the larger group takes the larger room.

Monday 15:00 is the only start, so both courses meet then. Computing has two students, art one; room 1
holds two, room 2 holds one. So computing sits in room 1: ``unserved`` 0, ``rank_points`` 3 × 5 = 15,
``travel`` 0, ``trips`` 3.

Damage: the rooms are exchanged, and two sit in the room for one.
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
from models.tables import Room

DATES = ["2026-10-05", "2026-10-12"]

NETWORK = network(
    "Неравные кабинеты",
    rules=rules([slot(1, "15:00", "15:40")]),
    rooms=(Room(centre="РЦ1", name="1", capacity=2), Room(centre="РЦ1", name="2", capacity=1)),
    courses=(course("ИТ"), course("ИСК")),
    teachers=(teacher("У1", "ИТ"), teacher("У2", "ИСК")),
    students=(student("О1"), student("О2"), student("О3")),
    choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ"), *choices("О3", "ИСК")),
)

ENROLMENTS = (seat("О1", "ИТ"), seat("О2", "ИТ"), seat("О3", "ИСК"))


def in_rooms(computing: str, art: str) -> Plan:
    """Both groups at 15:00, each in the room named."""
    return Plan(
        groups=(
            group("ИТ", session("ИТ-1", 1, ("У1",), 1, "15:00", DATES, room=computing)),
            group("ИСК", session("ИСК-1", 1, ("У2",), 1, "15:00", DATES, room=art)),
        ),
        enrolments=ENROLMENTS,
    )


TINY = Tiny(
    "unequal_rooms",
    NETWORK,
    in_rooms("1", "2"),
    {"unserved": 0, "rank_points": 15, "travel": 0, "trips": 3},
    Damage("two students in the room for one", in_rooms("2", "1"), ("room_capacity",)),
)
