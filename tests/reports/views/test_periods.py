"""The weeks of a session are said in the words of a school."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from instances.tiny import base
from models.network import Network
from models.plan import Session
from models.tables import CalendarEntry, CalendarKind, Period
from reports.views.periods import short_date, weeks_label

NETWORK = base.network(
    "год",
    rules=base.rules([], last_day=date(2026, 12, 27), second_half_from=date(2026, 11, 16)),
    courses=(base.course("ИТ"),),
    teachers=(),
    students=(),
    choices=(),
)
"""Twelve weeks: 41 (even, from 5 October) to 52 (from 21 December); 47 to 52 are the second half."""


def held(weeks: Sequence[int], dates: Sequence[str] = ()) -> Session:
    """A session on Mondays of ISO weeks."""
    names = tuple(f"2026-W{week}" for week in weeks)
    return base.session("ИТ-1", 1, (), 1, "15:00", dates, weeks=names)


def label(session: Session, network: Network = NETWORK, period: Period = Period.YEAR) -> tuple[str, str]:
    """What is said, in both languages."""
    said = weeks_label(network, base.course("ИТ", period=period), session, session.dates)
    return said.in_("ru"), said.in_("en")


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        (range(41, 53), ("", "")),
        (range(42, 53, 2), ("нечётные недели", "odd weeks")),
        (range(41, 53, 2), ("чётные недели", "even weeks")),
        (range(41, 47), ("I полугодие", "first half-year")),
        (range(47, 53), ("II полугодие", "second half-year")),
        (range(48, 53, 2), ("II полугодие, нечётные недели", "second half-year, odd weeks")),
        (range(42, 45), ("с 12.10 по 26.10", "12 Oct to 26 Oct")),
        (range(41, 50, 2), ("с 05.10 по 30.11, чётные недели", "5 Oct to 30 Nov, even weeks")),
        ((41, 42, 45), ("по датам, всего 3", "on 3 dates")),
        ((), ("недели не указаны", "weeks not given")),
    ],
)
def test_sets_of_weeks(weeks: Sequence[int], said: tuple[str, str]) -> None:
    """Every week, a parity, a half, a stretch, single dates, nothing."""
    assert label(held(weeks)) == said


def test_the_dates_tell_where_a_stretch_ends() -> None:
    """Weeks 42 to 50 with dates from 12 October to 9 November."""
    dates = ["2026-10-12", "2026-10-19", "2026-11-09"]
    assert label(held(range(42, 51), dates))[0] == "с 12.10 по 09.11"


def test_weeks_without_lessons_do_not_matter() -> None:
    """A planner who leaves the week of 2 November out, a vacation, still means every week."""
    off = CalendarEntry(kind=CalendarKind.VACATION, first=date(2026, 11, 2), last=date(2026, 11, 8))
    network = NETWORK.replace(calendar=(off,))
    assert label(held([*range(41, 45), *range(46, 53)]), network) == ("", "")


def test_weeks_that_are_none_leave_the_dates() -> None:
    """The weeks cannot be read, the dates can."""
    session = held([41], ["2026-10-05", "2026-10-12"]).replace(weeks=("первая",))
    assert label(session)[0] == "по датам, всего 2"


def test_weeks_outside_the_network() -> None:
    """September is not taught: the stretch is named by its dates, none here."""
    assert label(held(range(37, 40)))[0] == "недели не указаны"


def test_one_set_of_weeks_with_two_names() -> None:
    """In a year of two weeks the second is both odd and the second half: the course's form decides."""
    network = NETWORK.replace(rules=base.rules([]))
    assert label(held([42]), network)[0] == "нечётные недели"
    assert label(held([42]), network, Period.HALF)[0] == "II полугодие"


def test_short_dates() -> None:
    """Day and month."""
    said = short_date(date(2027, 1, 9))
    assert (said.ru, said.en) == ("09.01", "9 Jan")
