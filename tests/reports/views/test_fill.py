"""Sizes of groups beside their limits."""

from __future__ import annotations

from typing import Any

from models.tables import Permission, Room
from reports.views.fill import fills


def test_limits_of_the_course_and_of_the_room(sources: Any) -> None:
    """Computing takes 2 to 5 and aims at 2 (tiny default), the room holds ten: not full."""
    found = {fill.group: fill for fill in fills(sources.tiny("full_buses"))}
    computing = found["ИТ-1"]
    assert (computing.size, computing.minimum, computing.target, computing.maximum) == (2, 2, 2, 5)
    assert (computing.capacity, computing.most, computing.is_full) == (10, 5, False)
    assert (computing.title, computing.centre_name) == ("Курс ИТ", "Школа Ш1")


def test_the_smallest_room_fills_first(sources: Any) -> None:
    """A room of two seats is full with two students."""
    source = sources.tiny("full_buses")
    rooms = (Room(centre="РЦ1", name="1", capacity=2), Room(centre="РЦ2", name="1", capacity=9))
    found = fills(sources.of(source.network.replace(rooms=rooms), source.plan))
    assert [(fill.group, fill.capacity, fill.is_full) for fill in found] == [
        ("ИТ-1", 2, True),
        ("КРАЙ-1", 9, False),
    ]


def test_a_permission_moves_the_limits(sources: Any) -> None:
    """One student is permitted, and no more than two."""
    source = sources.tiny("full_buses")
    permission = Permission(group="ИТ-1", reason="решение", min_size=1, max_size=2)
    computing, _ = fills(sources.of(source.network.replace(permissions=(permission,)), source.plan))
    assert (computing.minimum, computing.maximum, computing.is_full) == (1, 2, True)


def test_what_is_not_known_is_none(sources: Any) -> None:
    """An unknown course has no limits, a group without sessions no room; practice has no room either."""
    found = {fill.group: fill for fill in fills(sources.damaged())}
    unknown, idle = found["НЕТ-1"], found["ХИМ-1"]
    assert (unknown.minimum, unknown.target, unknown.maximum, unknown.most) == (None, None, None, None)
    assert (idle.centre, idle.size, idle.capacity, idle.most, idle.is_full) == ("", 1, None, 5, False)
    practice = next(f for f in fills(sources.tiny("practice_places")) if f.group == "ПРАК-1")
    assert practice.capacity is None
