"""How good the plan is for each goal, and how much better one could be, in a planner's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from models.goals import GOALS
from models.plan import BoundScope, Level, Sense
from models.text import Message, Text, joined
from reports.export.tables.levels import level_title
from reports.views.steps import (
    BETTER,
    Unit,
    amount,
    counted,
    difference,
    goal_of,
    single_shares,
    step_title,
)

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


SENTENCE = Text("{counted}; {better}", "{counted}; {better}")


@dataclass(frozen=True)
class GoalLine:
    """One goal. Of a goal of several levels the first that is not proven is shown (else the first).

    ``counted`` is a sentence with the number in it and with the way that is better. ``bound`` is ``None``
    where nothing was proven about it.
    """

    goal: str
    title: Text
    level: Level
    value: Text | Message
    counted: Message
    bound: Message | None
    verdict: Text | Message
    scope: Text | None
    proven: bool


def goal_lines(levels: Sequence[Level], units: Sequence[Unit] = ()) -> list[GoalLine]:
    """One line a goal, most important first. ``units`` are the schools, places and grades by their share,
    the worst-off first, where they may be named."""
    goals: dict[str, list[Level]] = defaultdict(list)
    for level in single_shares(levels):
        goals[goal_of(level)].append(level.replace(bound=level.told_bound))
    return [_line(goal, members, units) for goal, members in goals.items()]


def overall(lines: Sequence[GoalLine]) -> Text | Message:
    """The plan in one sentence: the best possible, or the first goal of which that is not proven."""
    if not lines:
        return NOT_RATED
    first = next((line for line in lines if not line.proven), None)
    return BEST if first is None else FIRST_OPEN(title=first.title, verdict=first.verdict)


def _line(goal: str, levels: list[Level], units: Sequence[Unit]) -> GoalLine:
    open_level = next((level for level in levels if not level.proven), None)
    shown = open_level or levels[0]
    return GoalLine(
        goal=goal,
        title=step_title(shown) if open_level else level_title(goal),
        level=shown,
        value=amount(shown, shown.value),
        counted=_sentence([shown] if open_level else _different(levels), units),
        bound=None if shown.bound is None else amount(shown, shown.bound),
        verdict=verdict(shown),
        scope=None if shown.bound is None else SCOPE[shown.scope],
        proven=open_level is None,
    )


def _different(levels: list[Level]) -> list[Level]:
    """The levels of a goal that are different things; of those that are one thing, the first."""
    goal = goal_of(levels[0])
    return levels if goal in GOALS and GOALS[goal].parts else levels[:1]


def _sentence(levels: list[Level], units: Sequence[Unit]) -> Message:
    said = [counted(level, units) or amount(level, level.value) for level in levels]
    return SENTENCE(counted=joined(said), better=BETTER[levels[0].sense])


def verdict(level: Level) -> Text | Message:
    """What the bound of one level means; of fairness, one of the single shares."""
    if level.bound is None:
        return NO_BOUND
    better = level.value - level.bound if level.sense is Sense.MINIMISE else level.bound - level.value
    if better < 0:
        return BEATEN
    if better > 0:
        return AT_MOST(more=difference(level, better))
    return PROVEN if level.proven else AT_BOUND
