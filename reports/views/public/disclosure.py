"""What a reader can work out: which hidden counts of a table follow from everything that is published.

A table whose cells and sums are whole numbers is a network: a count is what flows from one sum to
another. A count may have another value if, and only if, some counts can change by one around a circle
through it without leaving what is published about them (Gusfield 1988: a graph theoretic approach to
statistical data security).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Count:
    """A count that flows from one sum into another. ``low`` and ``high`` (``None``: no limit) are what the
    reader is told about it."""

    source: str
    target: str
    value: int
    low: int
    high: int | None = None


def told(counts: Sequence[Count], asked: Iterable[int]) -> list[int]:
    """Those of the positions asked for whose count a reader can tell who knows all sums and limits.

    All sums at both ends of the counts are taken as known: a sum that is not gets a count of its own,
    with wide limits, into the next larger sum.
    """
    steps: Steps = defaultdict(list)
    for at, count in enumerate(counts):
        if _may_grow(count):
            steps[count.source].append((count.target, at))
        if _may_shrink(count):
            steps[count.target].append((count.source, at))
    return [at for at in asked if not _may_change(steps, counts[at], at)]


Steps = dict[str, list[tuple[str, int]]]
"""Sum → the sums that one student may be moved on to, each with the position of the count that changes."""


def _may_grow(count: Count) -> bool:
    return count.high is None or count.value < count.high


def _may_shrink(count: Count) -> bool:
    return count.value > count.low


def _may_change(steps: Steps, count: Count, at: int) -> bool:
    return (_may_grow(count) and _reaches(steps, count.target, count.source, at)) or (
        _may_shrink(count) and _reaches(steps, count.source, count.target, at)
    )


def _reaches(steps: Steps, start: str, goal: str, but: int) -> bool:
    """Whether moves lead from one sum to another without changing the count at position ``but``."""
    seen, waiting = {start}, [start]
    while waiting:
        for place, at in steps.get(waiting.pop(), ()):
            if at == but or place in seen:
                continue
            if place == goal:
                return True
            seen.add(place)
            waiting.append(place)
    return False
