"""The size that is wished for a group where its course does not say one."""

from __future__ import annotations

import pytest

from instances.tiny import base
from models.network import Network
from models.tables import Course


def wanting(course: Course, reserve: int = 0) -> int:
    """The target in a network with the shipped norms: target 14, at most 20."""
    network: Network = base.network(
        "сеть",
        rules=base.rules([base.slot(1, "15:00", "15:40")], reserve_seats=reserve),
        courses=(course,),
        teachers=(base.teacher("У1", "ИТ"),),
        students=(base.student("О1"),),
        choices=base.choices("О1", "ИТ"),
    )
    return network.group_target(course)


@pytest.mark.parametrize(
    ("low", "high", "reserve", "target"),
    [
        (5, 20, 0, 14),  # the norm lies between
        (5, 8, 0, 8),  # never more than the course takes,
        (5, 8, 1, 7),  # nor than is left of the seats beside a reserve
        (16, 20, 0, 16),  # never fewer than the course needs
        (None, None, 0, 14),
    ],
)
def test_the_norm_keeps_within_the_course(
    low: int | None, high: int | None, reserve: int, target: int
) -> None:
    """Fourteen, as far as the group may have so many."""
    course = base.course("ИТ", min_size=low, target_size=None, max_size=high)
    assert wanting(course, reserve) == target


def test_the_courses_own_target_stands() -> None:
    """Whatever the norm is."""
    assert wanting(base.course("ИТ", min_size=2, target_size=3, max_size=9)) == 3
