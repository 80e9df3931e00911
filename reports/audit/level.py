"""One level as the audit states it."""

from __future__ import annotations

from models.plan import Level
from models.rule import Goal


def level(goal: Goal, value: int, scale: int, part: int | None = None) -> Level:
    """A level as the audit states it: the value reached, no bound. ``part`` numbers the level of a goal."""
    return Level(
        name=goal.name if part is None else f"{goal.name}.{part}",
        sense=goal.sense,
        value=value,
        unit=goal.unit.ru,
        scale=max(1, scale),
    )
