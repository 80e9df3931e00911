"""Sizes of groups beside their limits."""

from __future__ import annotations

from typing import Any

import pytest

from models.tables import Permission, Room
from models.text import say
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


def said(sources: Any, **tables: Any) -> Any:
    """The limits of computing in words, with tables of its own."""
    source = sources.tiny("full_buses")
    computing, _ = fills(sources.of(source.network.replace(**tables), source.plan))
    return computing.limits


def test_limits_say_who_sets_them(sources: Any) -> None:
    """The course wants 2 to 5; a room of two seats is narrower; what is permitted goes before the course."""
    assert say(said(sources), "ru") == "2–5 по курсу"
    small, local = (Room(centre=centre, name="1", capacity=2) for centre in ("РЦ1", "РЦ2"))
    assert say(said(sources, rooms=(small, local)), "ru") == "2 (мест в кабинете 2)"
    permission = Permission(group="ИТ-1", reason="решение", min_size=1, max_size=3)
    assert say(said(sources, permissions=(permission,)), "en") == "1–3 by permission"


def test_limits_of_two_origins_are_told_apart(sources: Any) -> None:
    """One student is permitted, the most is still that of the course; or the room of the group."""
    permission = Permission(group="ИТ-1", reason="решение", min_size=1)
    assert say(said(sources, permissions=(permission,)), "ru") == ("от 1 по разрешению до 5 по курсу")


@pytest.mark.parametrize(("reserve", "text"), [(0, "8–20 по норме"), (2, "8–18 по норме, в резерве 2")])
def test_a_course_without_limits_has_those_of_the_norm(sources: Any, reserve: int, text: str) -> None:
    """8 to 20 in town, less the seats kept in reserve."""
    source = sources.tiny("full_buses")
    courses = tuple(
        course.replace(min_size=None, target_size=None, max_size=None) for course in source.network.courses
    )
    rooms = tuple(Room(centre=centre, name="1", capacity=30) for centre in ("РЦ1", "РЦ2"))
    rules = source.network.rules.replace(reserve_seats=reserve)
    assert say(said(sources, courses=courses, rooms=rooms, rules=rules), "ru") == text


def test_a_room_below_the_minimum_is_no_range(sources: Any) -> None:
    """Two are the least, and there is one seat."""
    rooms = tuple(Room(centre=centre, name="1", capacity=1) for centre in ("РЦ1", "РЦ2"))
    assert say(said(sources, rooms=rooms), "en") == ("2 by the course to 1 (seats in the room: 1)")


def test_a_group_of_an_unknown_course_has_no_limits(sources: Any) -> None:
    """Nothing is known of it."""
    assert next(fill for fill in fills(sources.damaged()) if fill.group == "НЕТ-1").limits is None
