"""Intervals of differences, computed by hand."""

from __future__ import annotations

from itertools import product
from typing import Any

from models.plan import Level, Sense
from reports.compare.certain import Interval, certain_levels, optimum, served


def level(name: str, value: int, bound: int | None, *, proven: bool = False) -> Level:
    """A level that is minimised."""
    return Level(name=name, sense=Sense.MINIMISE, value=value, bound=bound, proven=proven)


def test_an_optimum_lies_between_value_and_bound() -> None:
    """Minimised: from the bound up to the value; maximised: from the value up to the bound."""
    assert optimum(level("unserved", 8, 6)) == Interval(6, 8)
    assert optimum(Level(name="points", sense=Sense.MAXIMISE, value=25, bound=35)) == Interval(25, 35)
    assert optimum(level("unserved", 8, None)) is None


def test_served_are_the_others() -> None:
    """Of 13 applicants 6 to 8 have nothing, so 5 to 7 are served."""
    assert served(13, level("unserved", 8, 6)) == Interval(5, 7)
    assert served(13, level("unserved", 8, None)) is None


def test_a_difference_holds_every_pair_of_optima() -> None:
    """[20, 22] less [13, 13] is [7, 9]: at least +7, at most +9. Every pair lies inside, the ends are met."""
    here, there = Interval(11, 13), Interval(20, 22)
    assert there.minus(Interval(13, 13)) == Interval(7, 9)
    pairs = [b - a for a, b in product(range(11, 14), range(20, 23))]
    assert there.minus(here) == Interval(min(pairs), max(pairs)) == Interval(7, 11)


def test_intervals_overlap_where_their_difference_holds_nought() -> None:
    """Also where they touch in one number."""
    cases = [Interval(low, low + length) for low in range(4) for length in range(3)]
    for one, other in product(cases, repeat=2):
        difference = one.minus(other)
        assert one.overlaps(other) == (difference.low <= 0 <= difference.high)


def test_a_later_level_is_compared_after_proven_ones_alone() -> None:
    """The first is open in the scenario: it has an interval, and the second has none."""
    base = [level("unserved", 3, 3, proven=True), level("travel", 100, 100, proven=True)]
    open_first = [level("unserved", 5, 4), level("travel", 90, 90)]
    found = certain_levels(base, open_first)
    assert [(entry.level.name, entry.difference) for entry in found] == [("unserved", Interval(1, 2))]
    closed = [level("unserved", 5, 5, proven=True), level("travel", 90, 80)]
    found = certain_levels(base, closed)
    assert [entry.difference for entry in found] == [Interval(2, 2), Interval(-20, -10)]


def test_nothing_is_compared_without_a_bound_or_beyond_other_names() -> None:
    """A level without a bound ends the list, and so does the first that is another goal."""
    proven = level("unserved", 3, 3, proven=True)
    assert certain_levels([proven], [level("unserved", 3, None)]) == []
    here = [proven, level("fairness.1", 1, 1, proven=True), level("fairness.2", 2, 2, proven=True)]
    there = [proven, level("fairness.1", 1, 1, proven=True), level("travel", 5, 5, proven=True)]
    assert [entry.level.name for entry in certain_levels(here, there)] == ["unserved", "fairness.1"]


def test_the_pair_counted_by_hand(opened: Any, lost: Any) -> None:
    """Base: 10 of 13, proven. "open": 14 of 14, proven, so +4. "lose": 5 to 7, so at least −5, at most −3."""
    assert opened.served == Interval(4, 4)
    assert lost.served == Interval(-5, -3)
    assert [entry.difference for entry in opened.levels] == [Interval(-3, -3), Interval(18, 21)]
    assert [entry.difference for entry in lost.levels] == [Interval(3, 5)]
