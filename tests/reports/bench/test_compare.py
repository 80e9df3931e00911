"""Plans are compared level by level, and the first level that differs decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.bench import BenchRow
from reports.bench.compare import Verdict, against, best_of, compare, latest

Row = Callable[..., BenchRow]


@pytest.mark.parametrize(
    ("mine", "theirs", "verdict", "level"),
    [
        (
            (3, 480),
            (4, 490),
            Verdict.BETTER,
            "unserved",
        ),  # fewer are without anything: more points do not count
        ((4, 490), (3, 480), Verdict.WORSE, "unserved"),
        ((3, 480), (3, 479), Verdict.BETTER, "rank_points"),  # points are the more the better
        ((3, 479), (3, 480), Verdict.WORSE, "rank_points"),
        ((3, 480), (3, 480), Verdict.EQUAL, None),
    ],
)
def test_the_first_difference_decides(
    row: Row, mine: tuple[int, int], theirs: tuple[int, int], verdict: Verdict, level: str | None
) -> None:
    """By sense of the level: fewest without anything first, then most points."""
    found = compare(
        row(unserved=(mine[0], None), points=(mine[1], None)),
        row("mip", unserved=(theirs[0], None), points=(theirs[1], None)),
    )
    assert found.verdict is verdict
    assert (found.level and found.level.name) == level


def test_a_plan_is_better_than_none(row: Row) -> None:
    """Without any plan there is no level to tell."""
    plan, none = row(unserved=(100, None)), row("mip")
    assert compare(plan, none).verdict is Verdict.BETTER
    assert compare(none, plan).verdict is Verdict.WORSE
    assert compare(none, none).verdict is Verdict.EQUAL
    assert compare(plan, none).level is None


def test_the_best_of_several(row: Row) -> None:
    """One with fewest without anything; of two such the one with more points."""
    rows = [
        row("a", (3, 3), (470, 500)),
        row("b", (4, 3), (490, 500)),
        row("c", (3, 3), (480, 500)),
        row("d"),
    ]
    assert best_of(rows).task.solver == "c"


def test_only_what_was_run_alike_is_compared(row: Row) -> None:
    """The same instance, seed and limit; of two rows of one run the last counts."""
    rows = [
        row("mip", (5, None)),
        row("setka", (4, None)),
        row("setka", (3, None), version="2"),
        row("mip", (1, None), instance="x1-k1-loose-s2"),
    ]
    (found,) = against(rows, "setka")
    assert (found.one.levels[0].value, found.other.levels[0].value) == (3, 5)
    assert [item.task.solver for item in latest(rows)] == ["setka", "mip", "mip"]
