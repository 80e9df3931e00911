"""What may come together in one week: the sets that rows are made of, and that no plan is lost by them."""

from __future__ import annotations

import random

import pytest

from scheduler.engine.peaks import Use, peaks


def found(uses: list[tuple[str, int, str]], atoms: list[int]) -> list[set[str]]:
    """The sets of a list of (group, weeks, item)."""
    return [set(items) for items in peaks([(Use(group, weeks), item) for group, weeks, item in uses], atoms)]


@pytest.mark.parametrize(
    ("uses", "expected"),
    [
        pytest.param([("A", 3, "a"), ("B", 3, "b")], [{"a", "b"}], id="all the year"),
        pytest.param([("A", 1, "a"), ("B", 2, "b")], [{"a"}, {"b"}], id="never together"),
        pytest.param([("A", 1, "a"), ("B", 3, "b"), ("C", 3, "c")], [{"a", "b", "c"}], id="a half is full"),
        pytest.param(
            [("A", 1, "a1"), ("A", 2, "a2"), ("B", 3, "b")], [{"a1", "a2", "b"}], id="one half or the other"
        ),
        pytest.param(
            [("A", 1, "a1"), ("A", 2, "a2"), ("B", 1, "b1"), ("B", 2, "b2"), ("C", 3, "c")],
            [{"a1", "b1", "c"}, {"a2", "b2", "c"}, {"a1", "a2", "c"}, {"b1", "b2", "c"}],
            id="two groups, each in one half or the other",
        ),
        pytest.param(
            [("A", 1, "a1"), ("A", 3, "a"), ("B", 1, "b")], [{"a1", "a", "b"}], id="a half or the whole year"
        ),
        pytest.param([], [], id="nothing"),
    ],
)
def test_the_largest_sets(uses: list[tuple[str, int, str]], expected: list[set[str]]) -> None:
    """Two halves of the year, 1 and 2."""
    sets = found(uses, [1, 2])
    assert sorted(map(sorted, sets)) == sorted(map(sorted, expected))


@pytest.mark.parametrize("seed", range(50))
def test_whatever_weeks_the_groups_take_no_set_has_more_than_one_week_has(seed: int) -> None:
    """A bound on what every week needs is one on every set; and what a week needs is within a set."""
    draw = random.Random(seed)
    atoms = [1, 2, 4, 8]
    groups = {f"G{at}": draw.sample(range(1, 16), draw.randint(1, 3)) for at in range(4)}
    uses = [
        (group, weeks, f"{group}.{weeks}.{copy}")
        for group, masks in groups.items()
        for weeks in masks
        for copy in range(draw.randint(0, 2))
    ]
    sets = found(uses, atoms)
    for _ in range(20):
        taken = {group: draw.choice(masks) for group, masks in groups.items()}
        needed = [(weeks, item) for group, weeks, item in uses if taken[group] == weeks]
        a_week = [{item for weeks, item in needed if weeks & atom} for atom in atoms]
        most = max(map(len, a_week))
        assert all(len(items & {item for _, item in needed}) <= most for items in sets)
        assert all(any(items <= other for other in sets) for items in a_week if items)
