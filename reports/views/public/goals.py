"""The goals, as they may be published: whether the plan could be better of all of them, how much it reaches
only where that is told elsewhere, too.

A goal is a sum over students. The minutes of all on their way, their evenings and trips, how far groups are
of another school than the host's: each follows from the members of the groups, which are masked, so that such
a sum would unmask them. Points for priority tell how many have one.
"""

from __future__ import annotations

from dataclasses import replace

from models.goals import fairness, rank_points, sizes, unserved
from models.text import Text
from reports.export.source import Source
from reports.views.bounds import SENTENCE, GoalLine, goal_lines
from reports.views.public.members import public_members
from reports.views.public.served import public_served_in_all
from reports.views.public.shares import NOT_PUBLISHED
from reports.views.public.totals import Sum, public_totals
from reports.views.steps import BETTER

WITHHELD = Text(
    "число не публикуется: по нему можно было бы узнать об отдельных обучающихся",
    "the number is not published: it would tell of single students",
)
UNPROVEN = Text("не доказано, что улучшить нельзя", "not proven that it cannot be improved")


def told_goals(source: Source) -> set[str]:
    """The goals of which the number is told: those that are counted from what is told anyway."""
    served = public_served_in_all(source)
    low, high = public_totals(source)[Sum.APPLICANTS]
    found = set()
    if low == high and isinstance(served.with_nothing, int):
        found.add(unserved.GOAL.name)
        if all(isinstance(rank.served, int) for rank in served.ranks):
            found |= {rank_points.GOAL.name, fairness.GOAL.name}
    if all(isinstance(circle.total, int) for circle in public_members(source)):
        found.add(sizes.GOAL.name)
    return found


def public_goal_lines(source: Source) -> list[GoalLine]:
    """One line a goal, most important first; nobody is named as the worst off."""
    told = told_goals(source)
    return [line if line.goal in told else _withheld(line) for line in goal_lines(source.plan.levels)]


def _withheld(line: GoalLine) -> GoalLine:
    is_closed = not line.level.gap
    return replace(
        line,
        level=line.level if is_closed else line.level.replace(bound=None),
        value=NOT_PUBLISHED,
        counted=SENTENCE(counted=WITHHELD, better=BETTER[line.level.sense]),
        bound=None,
        verdict=line.verdict if is_closed else UNPROVEN,
        scope=line.scope if is_closed else None,
    )
