"""Curves, growth and profile, computed by hand."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from models.bench import BenchRow
from reports.bench.data import gap_curves, growth, middle, power_law, profile, value_at

Row = Callable[..., BenchRow]

SETKA = (("unserved", 3, 3, 1.0), ("rank_points", 500, 500, 2.0))
WEIGHTED = (("unserved", 8, 0, 4.0), ("rank_points", 450, 999, 4.0))


def test_gaps_are_against_the_bounds_of_the_best_plan(row: Row) -> None:
    """Without points the gap is the whole scale; 8 instead of 3 are five per cent, 450 of 500 points ten."""
    rows = [
        row(unserved=(3, 3), points=(500, 500), told=SETKA),
        row("weighted", (8, 0), (450, 999), told=WEIGHTED),
        row("mip"),
    ]
    found = gap_curves(rows)
    assert found["setka"] == [[(1.0, 1.0), (2.0, 0.0), (9.0, 0.0), (10.0, 0.0)]]
    assert found["weighted"] == [[(4.0, 1.0), (4.0, 0.1), (9.0, 0.1), (10.0, 0.1)]]
    assert "mip" not in found


def test_the_median_of_curves_at_every_moment() -> None:
    """Before a curve begins, its gap is the whole scale."""
    curves = [[(1.0, 0.5)], [(2.0, 0.1)], [(3.0, 0.0)]]
    assert middle(curves) == [(1.0, 1.0), (2.0, 0.5), (3.0, 0.1)]
    assert value_at(curves[0], 0.5) == 1.0


def test_a_power_law_is_found_again() -> None:
    """y = 2 x^1.5 through three points; one size alone has no exponent."""
    exponent, factor = power_law([(x, 2 * x**1.5) for x in (1.0, 10.0, 100.0)])
    assert exponent == pytest.approx(1.5)
    assert factor == pytest.approx(2.0)
    assert power_law([(10.0, 1.0), (10.0, 2.0)]) == (None, None)


def test_growth_counts_who_got_there(row: Row) -> None:
    """100 applicants in 2 s and 1000 in 20 s: exponent 1; who never got there has no point."""
    rows = [
        row(unserved=(3, 3), within_1_percent_s=2.0),
        row(unserved=(3, 3), within_1_percent_s=20.0, applicants=1000, instance="x10-k1-loose-s1"),
        row("mip", (9, 3)),
    ]
    found = growth(rows)
    assert list(found) == ["setka"]
    assert found["setka"].points == [(100, 2.0), (1000, 20.0)]
    assert found["setka"].exponent == pytest.approx(1.0)


def test_a_profile_is_relative_to_the_fastest(row: Row) -> None:
    """Setka is near the best at 2 s, the other at 4 s: twice as long; by hand never."""
    late = (("unserved", 3, 0, 1.0), ("rank_points", 499, 999, 4.0))
    rows = [
        row(unserved=(3, 3), told=SETKA),
        row("weighted", (3, 0), (499, 999), told=late),
        row("by-hand", (30, None), (300, None)),
    ]
    assert profile(rows) == {"setka": [1.0], "weighted": [2.0], "by-hand": [math.inf]}
