"""What becomes of a question to a plan, within a limit of seconds."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal

from models.plan import Plan, Sense

LEAST_SECONDS = 0.05
"""With less time left than this no further solve is begun."""


class Clock:
    """A limit in wall seconds that begins now."""

    def __init__(self, seconds: float) -> None:
        self.ends = time.monotonic() + seconds

    def left(self) -> float:
        return max(0.0, self.ends - time.monotonic())

    def is_out(self) -> bool:
        return self.left() < LEAST_SECONDS


@dataclass(frozen=True)
class Standing:
    """One level as the plan has it. ``before``: the value of the level it adds to (fairness), else 0."""

    name: str
    sense: Sense
    value: int
    before: int = 0

    def worse_by(self, value: int) -> int:
        """How much worse a value is than the plan's; negative if it is better."""
        return value - self.value if self.sense is Sense.MINIMISE else self.value - value


@dataclass(frozen=True)
class Worsening:
    """A level that gets worse: to ``found`` in the alternative known, and no better than ``best`` in any."""

    level: Standing
    found: int
    best: int

    @property
    def is_proven(self) -> bool:
        return self.found == self.best

    @property
    def by(self) -> int:
        """What is lost at the least."""
        return self.level.worse_by(self.best)


Outcome = Literal["impossible", "worse", "equal", "better", "unknown"]


@dataclass(frozen=True)
class Verdict:
    """What became of a question.

    ``impossible``: no plan has what was forced. ``worse``: ``worsening`` is the first level that gets worse.
    ``equal``: a plan that has it is as good on every level. ``better``: one is better on ``improved`` and no
    worse before, so that the plan asked about is not the best. ``unknown``: time was out. ``held``: so many
    levels can be held. ``plan``: a plan that has it, made for the part, near to the plan asked about.
    """

    outcome: Outcome
    held: int = 0
    worsening: Worsening | None = None
    plan: Plan | None = None
    improved: Standing | None = None

    @property
    def is_settled(self) -> bool:
        """Whether ``plan`` is as good as can be on the level that decides; else it cannot tell who loses."""
        return self.outcome == "equal" or bool(self.worsening and self.worsening.is_proven)
