"""How a solve can end: with a plan, with a proof that there is none, or with neither."""

from __future__ import annotations

from dataclasses import dataclass

from models.plan import Plan
from models.tables import Lock
from models.text import Message


@dataclass(frozen=True)
class ConflictPart:
    """A rule or a data row that takes part in a conflict. ``kind`` is "lock", "rule" or "structure".

    ``lock`` is the row itself, where it is one.
    """

    kind: str
    name: str
    message: Message
    lock: Lock | None = None


@dataclass(frozen=True)
class Conflict:
    """Parts that cannot hold together. ``is_minimal``: it is shown that without any one of them they can."""

    parts: tuple[ConflictPart, ...]
    is_minimal: bool

    @property
    def locks(self) -> tuple[Lock, ...]:
        return tuple(part.lock for part in self.parts if part.lock is not None)


@dataclass(frozen=True)
class Removal:
    """What there is a plan for without some locks: ``served`` of ``applicants``, ``first_choices`` of whom by
    first choice.

    ``is_best``: it is proven that no plan without these locks serves more.
    """

    locks: tuple[Lock, ...]
    applicants: int
    served: int
    first_choices: int
    is_best: bool


@dataclass(frozen=True)
class Infeasible:
    """No plan exists, because of the locks.

    ``conflicts``: no lock is in two of them. ``are_all``: without the locks in them the others hold.
    ``fewest``: a smallest set of locks without which the rest holds; empty where it could not be found in
    time. ``removals``, as far as there was time: what can be had without ``fewest``, and for every other lock
    of a conflict without it and the fewest others; it comes first of these.
    """

    conflicts: tuple[Conflict, ...] = ()
    are_all: bool = False
    fewest: tuple[Lock, ...] = ()
    removals: tuple[Removal, ...] = ()


@dataclass(frozen=True)
class Solved:
    """The best plan found. ``ended``: why the search stopped before it was done or out of time, if it did."""

    plan: Plan
    ended: Message | None = None


@dataclass(frozen=True)
class Unknown:
    """Neither a plan nor a proof within the limits, or the search died."""

    reason: Message


Outcome = Solved | Infeasible | Unknown
