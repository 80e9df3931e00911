"""What the site search may say: intervals from bounds, the ranking, the fewest places for a share."""

from __future__ import annotations

from models.plan import Level, Plan, Sense
from models.sites import Site, SiteKind
from reports.compare.certain import Interval
from reports.compare.sites import SitePoint, base_point, fewest_for, ranked, site_point
from tests.village import VILLAGE

SITE = Site("РЦ9", "Ш1", SiteKind.LISTED)


def plan(value: int, bound: int, points: int = 10) -> Plan:
    """A plan of the village with so many of twelve left with nothing."""
    return Plan(
        levels=(
            Level(name="unserved", sense=Sense.MINIMISE, value=value, bound=bound, proven=value == bound),
            Level(name="rank_points", sense=Sense.MAXIMISE, value=points, bound=points + 2),
        )
    )


def test_differences_lie_between_the_far_ends() -> None:
    """Base 12 − 5 … 12 − 4 served, with the place 12 − 3 … 12 − 1: at least 9 − 8, at most 11 − 7 more."""
    point = site_point(VILLAGE, plan(5, 4), VILLAGE, plan(3, 1), (SITE,), (SITE,), 1)
    assert point is not None
    assert point.served == Interval(9, 11)
    assert point.gain == Interval(1, 4)
    assert point.points_gain is None
    proven = site_point(VILLAGE, plan(5, 5), VILLAGE, plan(3, 3, 20), (SITE,), (SITE,), 1)
    assert proven is not None
    assert proven.gain == Interval(2, 2)
    assert proven.points_gain == Interval(20 - 12, 22 - 10)
    assert site_point(VILLAGE, Plan(), VILLAGE, plan(3, 3), (SITE,), (SITE,), 1) is None
    start = base_point(VILLAGE, plan(5, 4))
    assert start is not None
    assert start.served == Interval(7, 8)


def curve_point(most: int, low: int, high: int) -> SitePoint:
    """A point of the curve with ten applicants."""
    return SitePoint(most, (SITE,), (), 10, Interval(low, high), Interval(low - 5, high - 5), None)


def test_the_fewest_places() -> None:
    """Eight of ten: with one place at most 7, with two perhaps, with three for sure."""
    curve = [curve_point(3, 8, 10), curve_point(0, 5, 6), curve_point(2, 7, 8), curve_point(1, 6, 7)]
    assert fewest_for(curve, 0.8) == (2, 3)
    assert fewest_for(curve, 0.75) == (2, 3)  # 7.5 of ten are eight
    assert fewest_for(curve, 0.5) == (0, 0)
    assert fewest_for(curve, 1.0) == (3, None)


def test_the_best_place_comes_first() -> None:
    """By what it serves for sure."""
    first, second = curve_point(1, 8, 8), curve_point(1, 7, 9)
    assert ranked([second, first]) == [first, second]
