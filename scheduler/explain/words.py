"""How levels of the goals are named and counted in answers."""

from __future__ import annotations

from models.goals import GOALS
from models.goals.fairness import GOAL as FAIRNESS
from models.text import Message, Text
from scheduler.explain.verdicts import Standing, Worsening

AMOUNT = Text("{number} {unit}", "{number} {unit}")
SHARE = Text("{number} достижимых баллов", "{number} of the points attainable")
POINTS = Text("{number} п. п.", "{number} percentage points")
GOAL = Text("«{title}»", "{title}")
PART = Text("«{title}: {part}»", "{title}: {part}")
OF_RANK = Text(
    "«{title}: {rank}-я из самых обделённых школ, местностей и параллелей»",
    "{title}: number {rank} of the worst-off schools, places and grades",
)
NOW = Text("{now} вместо {was}", "{now} instead of {was}")
NOW_AT_BEST = Text("не лучше чем {now} вместо {was}", "at best {now} instead of {was}")

PER_MILLE = 10
"""Per mille in a per cent."""


def goal_of(level: str) -> str:
    """The name of the goal that a level belongs to."""
    return level.partition(".")[0]


def named(level: str) -> Message:
    """A level as it is called in a sentence."""
    goal = GOALS[goal_of(level)]
    ordinal = level.partition(".")[2]
    if goal.name == FAIRNESS.name and ordinal not in ("", "1"):
        return OF_RANK(title=goal.title, rank=ordinal)
    if ordinal and int(ordinal) <= len(goal.parts):
        return PART(title=goal.title, part=goal.parts[int(ordinal) - 1])
    return GOAL(title=goal.title)


def amount(level: Standing, value: int) -> Message:
    """A value of a level with its unit; of fairness the one share that the level adds, in per cent."""
    goal = GOALS[goal_of(level.name)]
    if goal.name == FAIRNESS.name:
        return SHARE(number=bare(level, value))
    return counted(level.name, value)


def bare(level: Standing, value: int) -> Text:
    """The same without its unit."""
    if goal_of(level.name) == FAIRNESS.name:
        share = f"{(value - level.before) / PER_MILLE:.1f}"
        return Text(f"{share.replace('.', ',')}\u00a0%", f"{share}%")
    return _grouped(value)


def counted(level: str, number: int) -> Message:
    """So much of a level in its unit; of fairness in percentage points."""
    goal = GOALS[goal_of(level)]
    if goal.name == FAIRNESS.name:
        points = f"{number / PER_MILLE:.1f}"
        return POINTS(number=Text(points.replace(".", ","), points))
    return AMOUNT(number=_grouped(number), unit=goal.unit)


def _grouped(number: int) -> Text:
    said = f"{number:,}"
    return Text(said.replace(",", "\u00a0"), said)


def now(level: Standing, value: int) -> Message:
    """Another value of a level, against what it is."""
    return NOW(now=bare(level, value), was=amount(level, level.value))


def change(worsening: Worsening) -> Message:
    """What a level comes to, against what it is."""
    level = worsening.level
    if worsening.is_proven:
        return now(level, worsening.best)
    return NOW_AT_BEST(now=bare(level, worsening.best), was=amount(level, level.value))
