"""How exactly it may be told how many seniors of each school learn, given what is told of the groups.

The members of every group are published by school and grade, small counts masked. A school's sum beside
them would often unmask them: of three cells "fewer than 3" that add up to 3, each is 1. So a sum is told
in fives ("10 to 14"), and not at all where even that would tell a small count. The sum of all seniors
beside that of all who are served would tell of the younger ones: then it is told in fours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from reports.export.masking import THRESHOLD, Hidden, mask
from reports.views.public.disclosure import UNTOLD, Limits, Number
from reports.views.public.members import Counted

BAND = 5
"""Numbers of a school are told in bands of so many: 0–4, 5–9, …"""

FEW: Limits = (1, THRESHOLD - 1)
"""What "fewer than 3" tells."""

ALL, SEATS = "all members", "all seats"
"""Sums that every reader can make of the sizes of the groups. Who sits in two groups is taken as known."""

PLACES, SCHOOL = "places", "school"
"""Keys: the seniors who learn, in all and, with its id, of a school."""


def band(number: int) -> Limits:
    """The band a number lies in."""
    low = number // BAND * BAND
    return low, low + BAND - 1


def range_of(number: int) -> Limits:
    """Four numbers of which it is neither the first nor the last: it may be one more or less."""
    low = max(0, (number - 1) // 2 * 2)
    return low, low + 3


def sayings(number: int) -> tuple[Limits, ...]:
    """What can be said of a sum: itself, a range, nothing; of a small one only that it is small."""
    if is_small(number):
        return FEW, UNTOLD
    return (number, number), range_of(number), UNTOLD


def is_small(count: int) -> bool:
    """Whether a count would point to one or two children."""
    return 0 < count < THRESHOLD


def seat_numbers(
    places: Mapping[str, int],
    circles: Sequence[Counted],
    senior: Collection[int],
    exact: Collection[str] = (),
    *,
    heads: Mapping[str, int] | None = None,
    leaves_few: bool = False,
) -> tuple[list[Number], list[Number]]:
    """The members of the groups, of whom it is settled what is told, and the seniors by school, who are
    still to be told of: the sum of all first, then the larger schools.

    ``exact`` are schools of which the number itself would be told; that of all is not where it ``leaves_few``
    who do not learn. ``heads`` are the seniors of each school, published beside those who learn: the upper
    limit of a band is no larger, and every reader knows it. Where more learn than there are seniors, the list
    is wrong and nothing is told. Members flow from the groups into their schools, and on to the sum of the
    seniors; younger ones past them.
    """
    settled: list[Number] = []
    sums: Counter[str] = Counter()
    for number, circle in enumerate(circles):
        group, size = f"group {number}", circle.total
        limits = FEW if is_small(size) else (size, size)
        settled.append(Number((group,), ALL, group, size, (limits,), is_small(size)))
        for school, grade, value, limits in _members(circle, sorted(places)):
            target = f"school {school}" if grade in (None, *senior) else YOUNGER
            settled.append(Number((group, school, grade), group, target, value, (limits,), is_small(value)))
            sums[target] += value
    settled.append(Number(YOUNGER, YOUNGER, SEATS, sums[YOUNGER], (UNTOLD,), is_small(sums[YOUNGER])))
    told = [
        Number(
            (SCHOOL, id),
            f"school {id}",
            SENIORS,
            places[id],
            _of_school(places[id], head, is_exact=id in exact),
            is_small(places[id]),
            sums[f"school {id}"] - places[id],
            None if head is None else max(head, places[id]),
        )
        for id, head in sorted(
            ((id, (heads or {}).get(id)) for id in places), key=lambda item: (-places[item[0]], item[0])
        )
    ]
    total, seats = sum(places.values()), sum(sums[f"school {id}"] for id in places)
    said = sayings(total)[1 if leaves_few else 0 :]
    most = max(total, sum(heads.values())) if heads else None
    in_all = Number(PLACES, SENIORS, SEATS, total, said, is_small(total), seats - total, most)
    return settled, [in_all, *told]


def _of_school(places: int, head: int | None, *, is_exact: bool) -> tuple[Limits, ...]:
    if head is not None and places > head:
        return (UNTOLD,)
    return ((places, places), band(places), UNTOLD) if is_exact else (band(places), UNTOLD)


SENIORS, YOUNGER = "all seniors", "all younger students"


def _members(circle: Counted, schools: Sequence[str]) -> Iterator[tuple[str, int | None, int, Limits]]:
    """School, grade (``None``: any), members, and the limits between which a reader knows them to lie."""
    shown = mask(circle.counts)
    cells = Counter(school for school, _ in circle.counts)
    for (school, grade), value in sorted(circle.counts.items()):
        if shown is not None:
            limits = _said(shown[school, grade])
        else:
            limits = (1 if circle.may_name and cells[school] == 1 else 0), None
        yield school, grade, value, limits
    if shown is None and not circle.may_name:
        for school in schools:  # for all a reader knows, they may be of any school
            if school not in cells:
                yield school, None, 0, UNTOLD


def _said(value: int | Hidden) -> Limits:
    if isinstance(value, Hidden):
        return FEW if value is Hidden.FEWER else (THRESHOLD, None)
    return value, value
