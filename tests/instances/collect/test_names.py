"""Which names may be one person's."""

from __future__ import annotations

import pytest

from instances.collect.names import may_be_same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Пробный Аким Ильич", "Аким Пробный Ильич"),
        ("Пробный Аким Ильич", "Пробный Акин Ильич"),
        ("Пробный Аким Ильич", "Пробный Аким Илич"),
        ("Пробный Аким Ильич", "Пробный Акми Ильич"),
        ("Пробный Аким Ильич", "Пробный Аким"),
        ("Пробный Аким Ильич", "Пробный А. И."),
        ("Пробный Аким Ильич", "Пробный А.И."),
        ("Пробная Алёна", "Алена Пробнная"),
    ],
)
def test_slips_of_the_pen_are_near(one: str, other: str) -> None:
    """In both directions."""
    assert may_be_same(one, other)
    assert may_be_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Пробная Алёна", "пробная  алена"),
        ("Обучающийся-001", "Обучающийся-002"),
        ("Пробный Аким Ильич", "Пробный Олег Ильич"),
        ("Пробный Аким", "Иной Аким"),
        ("Пробный", "Пробный Аким"),
    ],
)
def test_the_same_and_the_different_are_not_near(one: str, other: str) -> None:
    """Equal but for ё and case is the same person; a digit more is another one."""
    assert not may_be_same(one, other)
    assert not may_be_same(other, one)
