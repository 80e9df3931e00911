"""What may come together in one week.

A group that may be held in one half of the year or in the other is held in one of them. Whatever limits a
single week limits its two halves together, beside what is held in both. Row by row, a week at a time, the
linear relaxation holds half the group in each half and needs half of everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import NamedTuple, TypeVar


class Use(NamedTuple):
    """Something that a group needs in these weeks, if it is held in them (all of its sessions are)."""

    group: Hashable
    weeks: int


Item = TypeVar("Item", bound=Hashable)


def peaks(uses: Iterable[tuple[Use, Item]], atoms: Iterable[int]) -> list[list[Item]]:
    """Sets of items of which all that a plan needs are needed in one and the same week; the largest ones.

    They are those of every part of the year in ``atoms``, and those of each group, whichever weeks it is
    held in, with those of others that are needed in all of these weeks.
    """
    uses = list(uses)
    found = [frozenset(item for use, item in uses if use.weeks & atom) for atom in atoms]
    weeks: dict[Hashable, set[int]] = defaultdict(set)
    for use, _ in uses:
        weeks[use.group].add(use.weeks)
    for group, masks in weeks.items():
        if len(masks) > 1:
            all_weeks = 0
            for mask in masks:
                all_weeks |= mask
            found.append(
                frozenset(item for use, item in uses if use.group == group or not all_weeks & ~use.weeks)
            )
    distinct = dict.fromkeys(items for items in found if items)
    largest = [items for items in distinct if not any(items < other for other in distinct)]
    return [list(dict.fromkeys(item for _, item in uses if item in items)) for items in largest]
