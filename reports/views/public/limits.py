"""How exactly it may be told how many seniors of each school learn, given what is told of the groups.

The members of every group are published by school and grade, small counts masked. A school's sum beside
them would often unmask them: of three cells "fewer than 3" that add up to 3, each is 1. So a sum is told
in fives ("10 to 14"), and not at all where even that would tell a small count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.export.masking import THRESHOLD, Hidden, mask
from reports.views.public.disclosure import Count, told
from reports.views.public.members import Counted

BAND = 5
"""Numbers are told in bands of so many: 0–4, 5–9, …"""

Limits = tuple[int, int | None]
"""What is told of a number: at least, at most (``None``: nothing)."""

UNTOLD: Limits = (0, None)


def band(number: int) -> Limits:
    """The band a number lies in."""
    low = number // BAND * BAND
    return low, low + BAND - 1


def place_limits(
    places: Mapping[str, int],
    circles: Sequence[Counted],
    senior: Collection[int],
    exact: Collection[str] = (),
) -> dict[str, Limits]:
    """School → what may be told of its places beside the sum of all: a band, or nothing.

    ``exact`` are schools of which a number itself would be told: they keep it where nothing speaks
    against it. What can be told whatever is said about schools is not their fault and left out.
    The less is said, the less can be told: what cannot be told once need not be asked again.
    """
    limits = {id: (places[id], places[id]) if id in exact else band(places[id]) for id in places}
    silent = _table(places, circles, senior, dict.fromkeys(places, UNTOLD))
    in_any_case = set(told([entry.count for entry in silent], range(len(silent))))
    pending = [at for at, entry in enumerate(silent) if entry.is_secret and at not in in_any_case]
    while True:
        entries = _table(places, circles, senior, limits)
        pending = told([entry.count for entry in entries], pending)
        if not pending:
            return limits
        school = _next(limits, places, entries[pending[0]].school)
        low, high = limits[school]
        limits[school] = band(low) if low == high else UNTOLD


def _next(limits: Mapping[str, Limits], places: Mapping[str, int], first: str) -> str:
    """Of whom to say less: where a number itself is told, there first; the school in question, else the
    smallest."""
    speaking = [id for id, said in limits.items() if said != UNTOLD]
    return min(speaking, key=lambda id: (limits[id][0] != limits[id][1], id != first, places[id], id))


@dataclass(frozen=True)
class _Entry:
    """A count of a school, and whether it is one to protect."""

    count: Count
    school: str
    is_secret: bool


GROUPS, SCHOOLS, YOUNGER = "all groups", "all schools", "all younger students"
"""The largest sums. That of the seniors is published; the others, and who sits in two groups, are taken
as known, to be on the safe side."""


def _table(
    places: Mapping[str, int],
    circles: Sequence[Counted],
    senior: Collection[int],
    limits: Mapping[str, Limits],
) -> list[_Entry]:
    """Members flow from the groups into their schools (younger ones past them), always in one order."""
    entries: list[_Entry] = []
    sums: Counter[str] = Counter()
    for number, circle in enumerate(circles):
        group, size = f"group {number}", circle.total
        low, high = (size, size) if size >= THRESHOLD else (0, THRESHOLD - 1)
        entries.append(_Entry(Count(GROUPS, group, size, low, high), "", False))
        for school, is_senior, value, least, most in _members(circle, senior, sorted(places)):
            target = f"school {school}" if is_senior else YOUNGER
            entries.append(_Entry(Count(group, target, value, least, most), school, _is_small(value)))
            sums[target] += value
    for school in sorted(places):
        row = f"school {school}"
        twice = sums[row] - places[school]
        at_least, at_most = limits[school]
        count = Count(row, SCHOOLS, sums[row], at_least + twice, None if at_most is None else at_most + twice)
        entries.append(_Entry(count, school, _is_small(places[school])))
    return entries


def _is_small(count: int) -> bool:
    return 0 < count < THRESHOLD


def _members(
    circle: Counted, senior: Collection[int], schools: Sequence[str]
) -> Iterator[tuple[str, bool, int, int, int | None]]:
    """School, whether they are seniors, members, and the limits between which a reader knows them to lie."""
    shown = mask(circle.counts)
    cells = Counter(school for school, _ in circle.counts)
    for (school, grade), value in sorted(circle.counts.items()):
        if shown is not None:
            low, high = _said(shown[school, grade])
        else:
            low, high = (1 if circle.may_name and cells[school] == 1 else 0), None
        yield school, grade in senior, value, low, high
    if shown is None and not circle.may_name:
        for school in schools:  # for all a reader knows, they may be of any school
            if school not in cells:
                yield school, True, 0, 0, None


def _said(value: int | Hidden) -> Limits:
    if isinstance(value, Hidden):
        return (1, THRESHOLD - 1) if value is Hidden.FEWER else (THRESHOLD, None)
    return value, value
