"""How good the plan is for each goal, and how much better one could be, in a planner's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from models.goals.fairness import GOAL as FAIRNESS
from models.plan import BoundScope, Level, Sense
from models.text import Message, Text
from reports.export.tables.levels import level_title, level_unit
from reports.export.words import percent

AMOUNT = Text("{number} {unit}", "{number} {unit}")
WORST_OFF = Text(
    "{share} достижимого у самой обделённой школы, местности или параллели",
    "{share} of what is attainable for the worst-off school, place or grade",
)
WORST_FEW = Text(
    "{share} достижимого в среднем у {k} самых обделённых школ, местностей и параллелей",
    "{share} of what is attainable on average for the {k} worst-off schools, places and grades",
)
POINTS = Text("{number} п. п.", "{number} percentage points")

PROVEN = Text("улучшить нельзя, доказано", "cannot be improved, proven")
AT_BOUND = Text(
    "улучшить нельзя, пока прежние цели остаются такими же",
    "cannot be improved as long as the goals before it stay as they are",
)
AT_MOST = Text("можно улучшить не более чем на {more}", "can be improved by {more} at most")
NO_BOUND = Text("насколько можно улучшить, неизвестно", "it is not known by how much it can be improved")
BEATEN = Text("граница неверна: план лучше неё", "the bound is wrong: the plan beats it")

SCOPE = {
    BoundScope.GLOBAL: Text("граница верна для любого плана", "the bound holds for every plan"),
    BoundScope.GIVEN_PREVIOUS: Text(
        "граница верна для планов, где прежние цели достигнуты так же",
        "the bound holds for plans that do as well on the goals before it",
    ),
}

BEST = Text("Лучший возможный план: доказано на всех уровнях", "The best possible plan: proven on all levels")
NOT_RATED = Text(
    "План не оценён: уровней целей в нём нет", "The plan is not rated: it carries no levels of the goals"
)
FIRST_OPEN = Text(
    "Доказано не всё. Первая цель без доказательства — «{title}»: {verdict}",
    "Not all is proven. The first goal without a proof is “{title}”: {verdict}",
)


@dataclass(frozen=True)
class GoalLine:
    """One goal. Of a goal of several levels the first that is not proven is shown (else the first):
    the ``step``-th of ``steps``. ``bound`` is ``None`` where nothing was proven about it."""

    goal: str
    title: Text
    step: int
    steps: int
    level: Level
    value: Message
    bound: Message | None
    verdict: Text | Message
    scope: Text | None
    proven: bool


def goal_lines(levels: Sequence[Level]) -> list[GoalLine]:
    """One line a goal, most important first."""
    goals: dict[str, list[Level]] = defaultdict(list)
    for level in levels:
        goals[level.name.partition(".")[0]].append(level)
    return [_line(goal, members) for goal, members in goals.items()]


def overall(levels: Sequence[Level]) -> Text | Message:
    """The plan in one sentence: the best possible, or the first goal of which that is not proven."""
    lines = goal_lines(levels)
    if not lines:
        return NOT_RATED
    first = next((line for line in lines if not line.proven), None)
    return BEST if first is None else FIRST_OPEN(title=first.title, verdict=first.verdict)


def _line(goal: str, levels: list[Level]) -> GoalLine:
    at = next((at for at, level in enumerate(levels) if not level.proven), 0)
    shown = levels[at]
    return GoalLine(
        goal=goal,
        title=level_title(goal),
        step=at + 1,
        steps=len(levels),
        level=shown,
        value=_amount(shown, shown.value),
        bound=None if shown.bound is None else _amount(shown, shown.bound),
        verdict=verdict(shown),
        scope=None if shown.bound is None else SCOPE[shown.scope],
        proven=all(level.proven for level in levels),
    )


def verdict(level: Level) -> Text | Message:
    """What the bound of one level means."""
    if level.bound is None:
        return NO_BOUND
    better = level.value - level.bound if level.sense is Sense.MINIMISE else level.bound - level.value
    if better < 0:
        return BEATEN
    if better > 0:
        return AT_MOST(more=difference(level, better))
    return PROVEN if level.proven else AT_BOUND


def _amount(level: Level, number: int) -> Message:
    """A value in the unit of the goal; sums of the smallest shares as their mean, in per cent."""
    smallest = _smallest(level)
    if smallest is None:
        return AMOUNT(number=grouped(number), unit=level_unit(level))
    share = percent(number / 1000 / smallest)
    return WORST_OFF(share=share) if smallest == 1 else WORST_FEW(share=share, k=smallest)


def difference(level: Level, number: int) -> Message:
    """So much more or less of a level, in the unit of the goal; shares in percentage points."""
    smallest = _smallest(level)
    if smallest is None:
        return AMOUNT(number=grouped(number), unit=level_unit(level))
    points = f"{number / 10 / smallest:.1f}"
    return POINTS(number=Text(points.replace(".", ","), points))


def _smallest(level: Level) -> int | None:
    """How many of the smallest shares a level of fairness adds up; ``None`` for other goals."""
    goal, _, ordinal = level.name.partition(".")
    return int(ordinal) if goal == FAIRNESS.name and ordinal.isdecimal() and int(ordinal) else None


def grouped(number: int) -> Text:
    """A whole number with its thousands apart: ``66 398`` and ``66,398``."""
    return Text(f"{number:,}".replace(",", "\u00a0"), f"{number:,}")
