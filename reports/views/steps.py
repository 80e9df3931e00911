"""One level of a goal in a planner's words: what its number counts, in which unit, whose share it is."""

from __future__ import annotations

from collections.abc import Sequence

from models.goals import GOALS
from models.goals.fairness import GOAL as FAIRNESS
from models.plan import Level, Sense
from models.text import Message, Text
from reports.export.tables.levels import level_title, level_unit
from reports.export.words import grouped, percent

AMOUNT = Text("{number} {unit}", "{number} {unit}")
ATTAINABLE = Text("достижимого", "of what is attainable")
OF_THE_WORST_OFF = Text("достижимого у самой обделённой", "attained by the worst-off")
OF_THE_NEXT = Text("достижимого у {rank}-й из самых обделённых", "attained by number {rank} of the worst-off")
POINTS = Text("{number} п. п.", "{number} percentage points")
WHO = Text(" ({unit})", " ({unit})")
ON_AVERAGE = Text(" (в среднем по {parts} частям сети)", " (on average over {parts} parts of the network)")
NAMELESS = Text("", "")

ONE_SHARE = 1000
"""The scale of one share: per mille."""

Unit = Text | Message | str
"""A school, place or grade by name."""


def single_shares(levels: Sequence[Level]) -> list[Level]:
    """The levels with the running sums of fairness taken apart: ``fairness.3`` is the third smallest share.

    What the sum before it reaches is taken off value and bound alike; no share is above 100 %, nor is its
    bound. A network of several independent parts has one such share in each; the scale tells in how many.
    """
    found: list[Level] = []
    before = units = 0
    for level in levels:
        if is_share(level):
            scale = max(ONE_SHARE, level.scale - units)
            bound = None if level.bound is None else min(level.bound - before, scale)
            found.append(level.replace(value=level.value - before, bound=bound, scale=scale))
            before, units = level.value, level.scale
        else:
            found.append(level)
    return found


def is_share(level: Level) -> bool:
    """Whether the number is the share of a school, place or grade."""
    return goal_of(level) == FAIRNESS.name


def goal_of(level: Level) -> str:
    """The name of the goal that a level belongs to."""
    return level.name.partition(".")[0]


def step_of(level: Level) -> int:
    """Which level of its goal it is, from 1."""
    ordinal = level.name.partition(".")[2]
    return int(ordinal) if ordinal.isdecimal() and int(ordinal) else 1


def step_title(level: Level) -> Text:
    """The title of the goal; the part of it where its levels are different things."""
    title = level_title(goal_of(level))
    parts = GOALS[goal_of(level)].parts if goal_of(level) in GOALS else ()
    if not 1 <= step_of(level) <= len(parts):
        return title
    part = parts[step_of(level) - 1]
    return Text(f"{title.ru}: {part.ru}", f"{title.en}: {part.en}")


def step_unit(level: Level) -> Text | Message:
    """The unit of the number; for a share, whose it is."""
    if not is_share(level):
        return level_unit(level)
    return OF_THE_WORST_OFF if step_of(level) == 1 else OF_THE_NEXT(rank=step_of(level))


def amount(level: Level, number: int) -> Message:
    """A value or bound of a level with its unit: ``30 чел.``, ``92,0 % достижимого``."""
    unit = ATTAINABLE if is_share(level) else level_unit(level)
    return AMOUNT(number=bare(level, number), unit=unit)


def bare(level: Level, number: int) -> Text:
    """A value or bound without its unit; a share (or the mean of one in every part) in per cent."""
    return percent(number / level.scale) if is_share(level) else grouped(number)


def difference(level: Level, number: int) -> Message:
    """So much more or less of a level, in its unit; of a share in percentage points."""
    if not is_share(level):
        return AMOUNT(number=grouped(number), unit=level_unit(level))
    points = f"{100 * number / level.scale:.1f}"
    return POINTS(number=Text(points.replace(".", ","), points))


def counted(level: Level, units: Sequence[Unit] = ()) -> Message | None:
    """The number in a sentence that says what it counts; ``None`` for a goal of another version.

    ``units`` names the schools, places and grades, the worst-off first, where that may be told.
    """
    if goal_of(level) not in GOALS:
        return None
    step, texts = step_of(level), GOALS[goal_of(level)].counted
    who: Text | Message = WHO(unit=units[step - 1]) if step <= len(units) else NAMELESS
    if is_share(level) and level.scale > ONE_SHARE:
        who = ON_AVERAGE(parts=level.scale // ONE_SHARE)
    return texts[min(step, len(texts)) - 1](number=bare(level, level.value), rank=step, who=who)


BETTER = {
    Sense.MINIMISE: Text("меньше\u00a0— лучше", "less is better"),
    Sense.MAXIMISE: Text("больше\u00a0— лучше", "more is better"),
}
