"""Where the sessions of a week stand: a band a day, time from left to right, a bar a session.

Sessions at one time stand below each other. On a day with many of them every session has a row of its own
and its words stand beside the bar, so that forty are as readable as two.
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


MOST_ROWS = 5
"""Rows of a day in which words stand inside the bars."""


@dataclass(frozen=True)
class Bar:
    """A session: its row, and the grid columns it spans (the second is the line it ends at).

    ``is_late``: there is more room for words before the bar than behind it.
    """

    meeting: Meeting
    row: int
    first: int
    last: int
    is_late: bool


@dataclass(frozen=True)
class Tick:
    """A full hour at a grid line."""

    column: int
    label: str


@dataclass(frozen=True)
class Day:
    """One weekday with sessions: ``columns`` equal steps of time, ``rows`` of bars, a tick an hour.

    ``is_dense``: every bar has a row of its own, and its words stand beside it.
    """

    weekday: int
    columns: int
    rows: int
    is_dense: bool
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
    columns = len(axis) * 60 // step
    placed = [(meeting, lane + 1) for meeting, lane, _ in lanes(held)]
    is_dense = max(row for _, row in placed) > MOST_ROWS
    if is_dense:
        placed = [(meeting, row) for row, (meeting, _) in enumerate(placed, start=1)]
    bars = tuple(
        _bar(meeting, row, (meeting.start - start) // step, (meeting.end - start) // step, columns)
        for meeting, row in placed
    )
    return Day(
        weekday=weekday,
        columns=columns,
        rows=max(bar.row for bar in bars),
        is_dense=is_dense,
        ticks=tuple(
            Tick((hour * 60 - start) // step + 1, format_clock(hour * 60)) for hour in (*axis, axis.stop)
        ),
        bars=bars,
    )


def _bar(meeting: Meeting, row: int, begin: int, end: int, columns: int) -> Bar:
    """A bar of at least one step: a plan made by hand may end before it starts."""
    end = max(end, begin + 1)
    return Bar(meeting, row, begin + 1, end + 1, is_late=begin > columns - end)
