"""The goals of two plans: what each reaches, its bound, and what follows of their difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.plan import Level
from models.text import Message, Text
from reports.compare.certain import CertainLevel, Interval, certain_levels
from reports.compare.comparison import Comparison
from reports.compare.told import told_levels
from reports.compare.words import IN_THESE_PLANS, certain, signed
from reports.views.public.shares import NOT_PUBLISHED
from reports.views.steps import bare, goal_of, is_share, single_shares, step_title, step_unit

NONE = Text("—", "—")
NOT_COMPARED = Text("не сравнивается", "not compared")


@dataclass(frozen=True)
class Reached:
    """A level of one plan, in words: ``NONE`` where the plan has no such level."""

    level: Level | None
    value: Text | Message
    bound: Text | Message
    proven: bool


@dataclass(frozen=True)
class LevelLine:
    """A level of both plans. ``difference`` is what is known of it, in ``unit``; ``certain`` its interval for
    the best plans, ``None`` where only these plans can be compared or its numbers are not told."""

    name: str
    title: Text
    unit: Text | Message
    base: Reached
    scenario: Reached
    in_plans: Text | Message
    certain: Interval | None
    known: Text | Message

    @property
    def is_open(self) -> bool:
        """Whether a plan that has the level is not proven to be the best on it."""
        return any(side.value is not NONE and not side.proven for side in (self.base, self.scenario))

    @property
    def overlaps(self) -> bool:
        """Whether either optimum may be the better one."""
        known = self.certain
        return known is not None and not known.is_exact and known.low <= 0 <= known.high

    @property
    def is_first_of_goal(self) -> bool:
        """Whether it is not one of the later shares of fairness."""
        return not self.name.startswith("fairness.") or self.name == "fairness.1"


def level_lines(item: Comparison, *, public: bool) -> list[LevelLine]:
    """A line for every level of either plan, most important first; shares one by one."""
    mine, theirs = (single_shares(side.plan.levels) for side in (item.base, item.scenario))
    known = {entry.level.name: entry for entry in certain_levels(mine, theirs)}
    told = told_levels(item, public=public)
    names = _merged([level.name for level in mine], [level.name for level in theirs])
    here, there = ({level.name: level for level in levels} for levels in (mine, theirs))
    return [_line(here.get(name), there.get(name), known.get(name), told) for name in names]


def _merged(mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The names of both in one order: what only one of them has stands where it has it."""
    found = list(mine)
    for at, name in enumerate(theirs):
        if name not in found:
            found.insert(found.index(theirs[at - 1]) + 1 if at else 0, name)
    return found


def _line(here: Level | None, there: Level | None, known: CertainLevel | None, told: set[str]) -> LevelLine:
    either = there or here
    assert either is not None
    is_told = goal_of(either) in told
    interval = known.difference if known is not None and is_told else None
    if here is None or there is None:
        in_plans: Text | Message = NONE
        words: Text | Message = NOT_COMPARED
    elif not is_told:
        in_plans, words = NOT_PUBLISHED, NOT_PUBLISHED
    else:
        in_plans = _difference(there.value - here.value, either)
        words = IN_THESE_PLANS if interval is None else _certain(interval, either)
    return LevelLine(
        either.name,
        step_title(either),
        step_unit(either),
        _reached(here, is_told),
        _reached(there, is_told),
        in_plans,
        interval,
        words,
    )


def _reached(level: Level | None, is_told: bool) -> Reached:
    if level is None:
        return Reached(None, NONE, NONE, proven=False)
    if not is_told:
        return Reached(None, NOT_PUBLISHED, NONE, level.proven)
    bound = NONE if level.told_bound is None else bare(level, level.told_bound)
    return Reached(level, bare(level, level.value), bound, level.proven)


def _difference(number: int, level: Level) -> Text | Message:
    """A difference; of a share in percentage points."""
    if not is_share(level):
        return signed(number)
    text = f"{abs(100 * number / level.scale):.1f}"
    sign = "+" if number > 0 else "\u2212" if number < 0 else ""
    return Text(sign + text.replace(".", ","), sign + text)


def _certain(interval: Interval, level: Level) -> Text | Message:
    if not is_share(level):
        return certain(interval)
    low, high = (_difference(end, level) for end in (interval.low, interval.high))
    return certain(interval, low, high)
