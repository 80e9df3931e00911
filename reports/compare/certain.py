"""What the bounds of two plans guarantee of the difference between the best plans.

A level of a plan has a value that was reached and a bound that no plan passes. The optimum lies between
them, so the difference of two optima lies between the differences of the far ends. A bound of a later
level holds for plans that reach the levels before; the optima of two networks can be compared there only if
all earlier levels are proven in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from models.plan import Level


@dataclass(frozen=True)
class Interval:
    """A number known to lie in [low, high]."""

    low: int
    high: int

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    def minus(self, other: Interval) -> Interval:
        """The difference of two numbers of which no more is known."""
        return Interval(self.low - other.high, self.high - other.low)

    def overlaps(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True)
class CertainLevel:
    """A level of both networks: where the optimum of each lies, and how much the scenario adds to it.

    In the unit of the level, with its sense: of a level that is minimised, less is better.
    """

    level: Level
    base: Interval
    scenario: Interval

    @property
    def difference(self) -> Interval:
        return self.scenario.minus(self.base)


def optimum(level: Level) -> Interval | None:
    """Where the optimum of a level lies; ``None`` if it has no bound."""
    if level.bound is None:
        return None
    return Interval(min(level.value, level.bound), max(level.value, level.bound))


def certain_levels(base: Sequence[Level], scenario: Sequence[Level]) -> list[CertainLevel]:
    """The levels that can be compared: the first, and those after levels proven on both sides.

    Levels are matched in order; where the names part (fairness has as many levels as there are units), only
    what comes before can be compared.
    """
    pairs = list(takewhile(lambda pair: pair[0].name == pair[1].name, zip(base, scenario, strict=False)))
    found = []
    for mine, theirs in pairs:
        here, there = optimum(mine), optimum(theirs)
        if here is None or there is None:
            break
        found.append(CertainLevel(theirs, here, there))
        if not (mine.proven and theirs.proven):
            break
    return found


def served(num_applicants: int, unserved: Level) -> Interval | None:
    """How many applicants the best plan serves, from the level that counts those with nothing."""
    known = optimum(unserved)
    return None if known is None else Interval(num_applicants - known.high, num_applicants - known.low)
