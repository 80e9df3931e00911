"""How a solve can end: with a plan, with a proof that there is none, or with neither."""

from __future__ import annotations

from dataclasses import dataclass

from models.plan import Plan
from models.text import Message


@dataclass(frozen=True)
class ConflictPart:
    """A rule or a data row that takes part in a conflict. ``kind`` is "lock", "rule" or "structure"."""

    kind: str
    name: str
    message: Message


@dataclass(frozen=True)
class Solved:
    """The best plan found. ``ended``: why the search stopped before it was done or out of time, if it did."""

    plan: Plan
    ended: Message | None = None


@dataclass(frozen=True)
class Infeasible:
    """No plan exists. The parts cannot hold together; without any one of them they can."""

    conflict: tuple[ConflictPart, ...]


@dataclass(frozen=True)
class Unknown:
    """Neither a plan nor a proof within the limits, or the search died."""

    reason: Message


Outcome = Solved | Infeasible | Unknown
