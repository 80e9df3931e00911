"""Hides counts that would point to one child, so that they cannot be subtracted out either.

A group's members are counted by school and grade. A count below the threshold becomes "fewer than 3".
Because the size of the group is public, a single hidden count would follow by subtraction; then
further counts are given as "3 or more", smallest first, until every hidden count has at least two
possible values. Where even that does not help, the whole group is one count of all its schools together.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from models.text import Message, Text

THRESHOLD = 3
"""The smallest count that is published."""

FEWER = Text("менее {threshold}", "fewer than {threshold}")
MORE = Text("{threshold} и более", "{threshold} or more")

Key = TypeVar("Key")


class Hidden(Enum):
    """How a hidden count is published."""

    FEWER = "fewer"
    MORE = "more"


def masked(count: int, threshold: int = THRESHOLD) -> int | Message:
    """A count that stands alone, without a total to subtract it from; nought is no child."""
    return count if count == 0 or count >= threshold else FEWER(threshold=threshold)


def mask(counts: Mapping[Key, int], threshold: int = THRESHOLD) -> dict[Key, int | Hidden] | None:
    """What to publish for each positive count beside their sum; ``None``: only the sum."""
    shown: dict[Key, int | Hidden] = {
        key: count if count >= threshold else Hidden.FEWER for key, count in counts.items()
    }
    by_size = sorted(  # equal ones always in the same order: two printings must not tell both
        (key for key, count in counts.items() if count >= threshold), key=lambda key: (counts[key], str(key))
    )
    while not _is_safe(counts, shown, threshold):
        if not by_size:
            return None
        shown[by_size.pop(0)] = Hidden.MORE
    return shown


def _is_safe(counts: Mapping[Key, int], shown: Mapping[Key, int | Hidden], threshold: int) -> bool:
    """Whether every count that is "fewer" keeps at least two values that fit the sum of all."""
    fewer = [key for key, value in shown.items() if value is Hidden.FEWER]
    more = [key for key, value in shown.items() if value is Hidden.MORE]
    if not fewer:
        return True
    largest = min((value for value in shown.values() if isinstance(value, int)), default=None)
    total = sum(counts[key] for key in (*fewer, *more))
    low = (len(fewer) - 1) + threshold * len(more)
    high = (len(fewer) - 1) * (threshold - 1)
    if more:  # "smallest first" tells the reader that none of them exceeds what is shown
        high = total if largest is None else high + largest * len(more)
    return sum(low <= total - value <= high for value in range(1, threshold)) >= 2


def lowest(count: int | Message) -> int:
    """The least that a count can be which is printed so."""
    if isinstance(count, int):
        return count
    return THRESHOLD if count.text is MORE else 1


def published(value: int | Hidden, threshold: int = THRESHOLD) -> int | Message:
    """A masked count as it is printed."""
    if value is Hidden.FEWER:
        return FEWER(threshold=threshold)
    if value is Hidden.MORE:
        return MORE(threshold=threshold)
    assert isinstance(value, int)
    return value
