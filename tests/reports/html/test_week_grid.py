"""Bars stand where the clock says, and never upon each other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reports.html.week_grid import LONGEST_AXIS, MOST_ROWS, week_grid
from reports.views.week import Meeting, meetings


def held(source: Any, *times: tuple[int, int, int]) -> list[Meeting]:
    """Meetings at (weekday, start, end), alike in all else."""
    first = meetings(source)[0]
    return [
        replace(first, session=f"С{at}", weekday=weekday, start=start, end=end)
        for at, (weekday, start, end) in enumerate(times)
    ]


def test_a_bar_spans_its_minutes(damaged: Any) -> None:
    """14:30–16:00 on an axis of 14:00–18:00: hours and half-hours divide by 30 minutes, so that there are
    8 columns, and the bar reaches from line 2 to line 5."""
    (day,) = week_grid(held(damaged, (1, 870, 960), (1, 960, 1080)))
    assert (day.columns, day.rows) == (8, 1)
    assert [(bar.first, bar.last) for bar in day.bars] == [(2, 5), (5, 9)]
    assert [(tick.column, tick.label) for tick in day.ticks] == [
        (1, "14:00"),
        (3, "15:00"),
        (5, "16:00"),
        (7, "17:00"),
        (9, "18:00"),
    ]


def test_bars_at_one_time_stand_below_each_other(damaged: Any) -> None:
    """Two that overlap take two rows; a third takes the first row again when it is free."""
    (day,) = week_grid(held(damaged, (1, 870, 960), (1, 900, 990), (1, 960, 1020)))
    assert [bar.row for bar in day.bars] == [1, 2, 1]
    assert not day.is_dense


def test_on_a_crowded_day_every_bar_has_its_own_row(damaged: Any) -> None:
    """Words then stand beside the bar: behind an early one, before a late one."""
    many = [(1, 840, 900)] * (MOST_ROWS + 1) + [(1, 1020, 1080)]
    (day,) = week_grid(held(damaged, *many))
    assert day.is_dense
    assert [bar.row for bar in day.bars] == list(range(1, len(many) + 1))
    assert [bar.is_late for bar in day.bars] == [False] * (MOST_ROWS + 1) + [True]


def test_days_share_an_axis_unless_it_would_be_long(damaged: Any) -> None:
    """Wednesday afternoon beside Tuesday afternoon: one axis. With Saturday morning: each day its own."""
    near = week_grid(held(damaged, (2, 840, 900), (3, 960, 1020)))
    assert [day.ticks[0].label for day in near] == ["14:00", "14:00"]
    far = week_grid(held(damaged, (2, 840 + 60 * LONGEST_AXIS, 900 + 60 * LONGEST_AXIS), (6, 540, 600)))
    assert [day.ticks[0].label for day in far] == ["20:00", "09:00"]


def test_a_session_that_ends_before_it_starts_is_still_seen(damaged: Any) -> None:
    """A plan made by hand may hold one; its bar is a step wide."""
    (day,) = week_grid(held(damaged, (1, 900, 900), (1, 930, 840)))
    assert all(bar.last == bar.first + 1 for bar in day.bars)
