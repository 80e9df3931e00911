"""Where the sessions of a week stand: a band a day, time from left to right, a bar a session.

Sessions at one time stand below each other, so that forty of them are as readable as two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

from models.time import format_clock
from reports.views.week import Meeting, hours, lanes

LONGEST_AXIS = 6
"""Hours. A week that spans more (lessons on Saturday morning) shows every day on an axis of its own."""


@dataclass(frozen=True)
class Bar:
    """A session: its row, and the grid columns it spans (the second is the line it ends at)."""

    meeting: Meeting
    row: int
    first: int
    last: int


@dataclass(frozen=True)
class Tick:
    """A full hour at a grid line."""

    column: int
    label: str


@dataclass(frozen=True)
class Day:
    """One weekday with sessions: ``columns`` equal steps of time, ``rows`` of bars, a tick an hour."""

    weekday: int
    columns: int
    rows: int
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]


def week_grid(meetings: Sequence[Meeting]) -> list[Day]:
    """The weekdays with sessions, in order. All share one axis unless that would be too long."""
    by_day: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        by_day[meeting.weekday].append(meeting)
    common = hours(meetings)
    return [
        _day(weekday, held, common if len(common) <= LONGEST_AXIS else hours(held))
        for weekday, held in sorted(by_day.items())
    ]


def _day(weekday: int, held: list[Meeting], axis: range) -> Day:
    start = axis.start * 60
    step = gcd(60, *(minutes - start for m in held for minutes in (m.start, m.end)))
    bars = tuple(
        Bar(
            meeting,
            lane + 1,
            (meeting.start - start) // step + 1,
            max((meeting.end - start) // step, (meeting.start - start) // step + 1) + 1,
        )
        for meeting, lane, _ in lanes(held)
    )
    return Day(
        weekday=weekday,
        columns=len(axis) * 60 // step,
        rows=max(bar.row for bar in bars),
        ticks=tuple(
            Tick((hour * 60 - start) // step + 1, format_clock(hour * 60)) for hour in (*axis, axis.stop)
        ),
        bars=bars,
    )
