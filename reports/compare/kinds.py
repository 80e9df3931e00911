"""Served students of rural schools and of those in town; in public only whether clearly more or fewer.

Numbers by kind hang together with the members of groups, which are masked: they are not published. Of the
change it is told whether it is three or more, either way, or less than that, and nothing where the two words
and the change of all leave a small change a single value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import product

from models.text import Message, Text
from reports.compare.comparison import Comparison
from reports.compare.told import OF, Told, may_tell_served
from reports.compare.words import NOT_TOLD, signed
from reports.export.masking import THRESHOLD


class Change(Enum):
    """The change of a number, as it may be published."""

    MORE = Text("мест больше", "more seats")
    ALIKE = Text("мест столько же или почти столько же", "as many seats, or nearly so")
    FEWER = Text("мест меньше", "fewer seats")


FITS: Mapping[Change, Callable[[int], bool]] = {
    Change.MORE: lambda number: number >= THRESHOLD,
    Change.ALIKE: lambda number: abs(number) < THRESHOLD,
    Change.FEWER: lambda number: number <= -THRESHOLD,
}


@dataclass(frozen=True)
class Kind:
    """The schools of one kind in both plans."""

    before: Told
    after: Told
    changed: Text | Message


def change_of(number: int) -> Change:
    """The word for a change."""
    return next(change for change, fits in FITS.items() if fits(number))


def may_tell(rural: Change, town: Change, in_all: int) -> bool:
    """Whether the words beside the change of all leave every small change at least two values.

    Both changes are looked for in so wide a range that beyond it nothing is small.
    """
    far = abs(in_all) + 2 * THRESHOLD
    pairs = [
        (one, other)
        for one, other in product(range(-far, far + 1), repeat=2)
        if one + other == in_all and FITS[rural](one) and FITS[town](other)
    ]
    return len(pairs) >= 2


def kinds(item: Comparison, *, public: bool) -> dict[bool, Kind]:
    """Whether rural → the schools of that kind, if there are both; in public none where the number of all is
    not told."""
    served = item.by_place()
    if len(served) < 2:
        return {}
    if not public:
        return {rural: _numbers(item, rural, pair) for rural, pair in served.items()}
    if not may_tell_served(item, public=True):
        return {}
    changes = {rural: change_of(after - before) for rural, (before, after) in served.items()}
    in_all = sum(after - before for before, after in served.values())
    if not may_tell(changes[True], changes[False], in_all):
        return {}
    blank = Told(None, NOT_TOLD)
    return {rural: Kind(blank, blank, change.value) for rural, change in changes.items()}


def _numbers(item: Comparison, rural: bool, served: tuple[int, int]) -> Kind:
    applicants = [
        sum(school.applicants[at] for school in item.schools if school.is_rural is rural) for at in (0, 1)
    ]
    before, after = (
        Told(number, OF(part=number, whole=whole)) for number, whole in zip(served, applicants, strict=True)
    )
    return Kind(before, after, signed(served[1] - served[0]))
