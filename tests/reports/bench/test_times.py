"""Times are read off the steps of a search."""

from __future__ import annotations

from collections.abc import Callable

from models.bench import BenchRow
from reports.bench.times import time_near, time_within

Row = Callable[..., BenchRow]

TOLD = (
    ("unserved", 5, 0, 1.0),  # 5 of 100: five per cent
    ("unserved", 3, 3, 2.0),
    ("rank_points", 480, 500, 3.0),  # 20 of 500: four per cent
    ("rank_points", 490, 494, 4.0),  # 4 of 500: less than one
    ("travel", 1000, 0, 5.0),
)


def test_time_to_one_per_cent_needs_both_levels_and_their_bounds(row: Row) -> None:
    """At 2 s the first level is there, at 4 s the second one, too."""
    found = row(unserved=(3, 3), points=(490, 494), told=TOLD)
    assert time_within(found.levels, found.steps, found.wall_s) == 4.0


def test_what_only_the_end_brought_counts_from_the_end(row: Row) -> None:
    """The last step is four per cent off, the plan is not."""
    found = row(unserved=(3, 3), points=(498, 500), told=TOLD[:3])
    assert time_within(found.levels, found.steps, found.wall_s) == 9.0


def test_without_bounds_nothing_is_near(row: Row) -> None:
    """A plan by hand has values only; a run without a plan not even these."""
    found = row("by-hand", unserved=(3, None), points=(500, None))
    assert time_within(found.levels, found.steps, found.wall_s) is None
    assert time_within((), (), 9.0) is None


def test_near_the_best_values_known(row: Row) -> None:
    """The best known are 3 and 485; at 3 s both levels are within one and five of them."""
    found = row(unserved=(3, None), points=(480, None), told=TOLD)
    assert time_near(found, {"unserved": 3, "rank_points": 485}) == 3.0
    assert time_near(found, {"unserved": 0, "rank_points": 485}) is None
    by_hand = row("by-hand", unserved=(4, None), points=(481, None))
    assert time_near(by_hand, {"unserved": 3, "rank_points": 485}) == 9.0
