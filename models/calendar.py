"""The school year: numbered weeks, working dates, and the dates of a session.

Weeks are numbered from 1, the week (Monday to Sunday) that contains 1 September. A set of weeks is
a bitmask: bit ``n - 1`` stands for week ``n``, so weekly, odd, even, half-year and "these dates"
are one thing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property

from models.time import Parity

NUM_WEEKS = 44
"""Weeks from the one with 1 September to the end of June; the most a school year is asked for."""


@cache
def parity_mask(parity: Parity) -> int:
    """All weeks of that parity over the whole year."""
    every = (1 << NUM_WEEKS) - 1
    if parity is Parity.EVERY:
        return every
    first = 1 if parity is Parity.ODD else 2
    return sum(1 << (week - 1) for week in range(first, NUM_WEEKS + 1, 2))


def weeks_of(mask: int) -> list[int]:
    """The week numbers in a mask, rising."""
    return [week for week in range(1, mask.bit_length() + 1) if mask >> (week - 1) & 1]


@dataclass(frozen=True)
class SchoolCalendar:
    """Which dates are taught, and as which weekday.

    ``first_day`` and ``last_day`` bound the network's lessons (both included). ``days_off`` are
    holidays and vacations of everybody. ``moved`` maps a working date to the date whose lessons it
    takes over: on that date the timetable of the other date is taught *instead of* its own.
    """

    school_year: int
    first_day: date
    last_day: date
    days_off: frozenset[date] = frozenset()
    moved: dict[date, date] = field(default_factory=dict)

    @cached_property
    def first_monday(self) -> date:
        september = date(self.school_year, 9, 1)
        return september - timedelta(days=september.weekday())

    def week_number(self, day: date) -> int:
        """The number of the week a date lies in; below 1 before the week of 1 September."""
        return (day - self.first_monday).days // 7 + 1

    def day_of(self, week: int, weekday: int) -> date:
        """The date of a weekday (1..7) in a numbered week."""
        return self.first_monday + timedelta(weeks=week - 1, days=weekday - 1)

    def iso_week(self, week: int) -> str:
        """``"2026-W40"`` for a numbered week."""
        year, number, _ = self.day_of(week, 1).isocalendar()
        return f"{year}-W{number:02d}"

    def week_of_iso(self, name: str) -> int:
        """The numbered week of ``"2026-W40"``; ``ValueError`` if it is not an ISO week of this year."""
        year, number = name.split("-W")
        week = self.week_number(date.fromisocalendar(int(year), int(number), 1))
        if not 1 <= week <= NUM_WEEKS:
            raise ValueError(f"week outside the school year: {name}")
        return week

    def mask_of_iso(self, names: Iterable[str]) -> int:
        mask = 0
        for name in names:
            mask |= 1 << (self.week_of_iso(name) - 1)
        return mask

    def mask_between(self, first: date, last: date) -> int:
        """The weeks that have a day between two dates, both included."""
        low, high = max(1, self.week_number(first)), min(NUM_WEEKS, self.week_number(last))
        return sum(1 << (week - 1) for week in range(low, high + 1))

    @cached_property
    def network_mask(self) -> int:
        """All weeks in which the network teaches."""
        return self.mask_between(self.first_day, self.last_day)

    @cached_property
    def _taught(self) -> dict[date, date]:
        """Timetable date → the date on which it is really taught."""
        taught: dict[date, date] = {}
        day = self.first_day
        while day <= self.last_day:
            if day not in self.days_off and day not in self.moved:
                taught[day] = day
            day += timedelta(days=1)
        for working, original in self.moved.items():
            if self.first_day <= working <= self.last_day:
                taught[original] = working
        return taught

    def dates(
        self,
        weekday: int,
        weeks: int,
        closed: Collection[date] = (),
        first: date | None = None,
        last: date | None = None,
    ) -> list[date]:
        """The usable dates of a weekday (1..7) in a set of weeks, in order of teaching.

        ``closed`` are further days off (the centre's own); ``first`` and ``last`` narrow the period.
        A moved day appears as the date on which it is really taught.
        """
        found = []
        for week in weeks_of(weeks):
            taught = self._taught.get(self.day_of(week, weekday))
            if taught is None or taught in closed:
                continue
            if (first and taught < first) or (last and taught > last):
                continue
            found.append(taught)
        return sorted(found)
