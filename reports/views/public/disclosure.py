"""What a reader can work out, and what may be told so that no small count is among it.

A table whose cells and sums are whole numbers is a network: a count is what flows from one sum to
another. A count may have another value if, and only if, some counts can change by one around a circle
through it without leaving what is published about them (Gusfield 1988: a graph theoretic approach to
statistical data security).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Limits = tuple[int, int | None]
"""What is told of a number: at least, at most (``None``: nothing)."""

UNTOLD: Limits = (0, None)


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


@dataclass(frozen=True)
class Number:
    """A number to be told, as exactly as may be: ``sayings`` are what could be said of it, the most exact
    first. A secret one is too small for a reader to know it.

    It flows from one sum into another together with ``beside`` more that nobody tells apart. Every reader
    knows that it is no larger than ``most`` (``None``: knows no such number).
    """

    key: Hashable
    source: str
    target: str
    value: int
    sayings: tuple[Limits, ...]
    is_secret: bool = False
    beside: int = 0
    most: int | None = None

    def said(self, saying: int) -> Limits:
        """What is told when this is said: never more than there can be."""
        low, high = self.sayings[saying]
        return low, high if high is None or self.most is None else min(high, self.most)

    def count(self, saying: int) -> Count:
        """The flow, as far as it is known when this is said."""
        low, high = self.said(saying)
        if high is None:
            high = self.most
        more = self.beside
        return Count(
            self.source, self.target, self.value + more, low + more, None if high is None else high + more
        )


def tell(numbers: Sequence[Number]) -> Mapping[Hashable, Limits]:
    """Key → what is told of each number, the most important first: it is told as exactly as it can be
    beside those before it, without telling a secret.

    A secret that would be told with as little as possible said of everything else is nobody's fault and
    left out.
    """
    said = [len(number.sayings) - 1 for number in numbers]

    def counts() -> list[Count]:
        return [number.count(saying) for number, saying in zip(numbers, said, strict=True)]

    known = set(told(counts(), range(len(numbers))))
    secrets = [at for at, number in enumerate(numbers) if number.is_secret and at not in known]

    def can_say(which: Sequence[int], saying: int) -> bool:
        before = [said[at] for at in which]
        for at in which:
            said[at] = min(saying, said[at])
        if not told(counts(), secrets):
            return True
        for at, was in zip(which, before, strict=True):
            said[at] = was
        return False

    def settle(which: Sequence[int]) -> None:
        """Says the utmost of all if it may be said of all; else of the first half, then of the second."""
        if can_say(which, 0):
            return
        if len(which) > 1:
            settle(which[: len(which) // 2])
            settle(which[len(which) // 2 :])
        else:
            any(can_say(which, saying) for saying in range(1, said[which[0]]))

    settle([at for at, number in enumerate(numbers) if len(number.sayings) > 1])
    return {number.key: number.said(saying) for number, saying in zip(numbers, said, strict=True)}


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
