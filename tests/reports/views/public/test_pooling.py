"""Nobody who knows the procedure, the sums and all that is shown can tell a small count: all tables tried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

import pytest

from reports.views.public.pooling import pooled, told_columns, withheld


def test_small_counts_take_a_cover_with_them() -> None:
    """2 is hidden together with 4, the smallest that would be large enough, and with its equals."""
    assert withheld({"А": 2, "Б": 4, "В": 9, "Г": 0}) == {"А", "Б"}
    assert withheld({"А": 2, "Б": 4, "В": 4}) == {"А", "Б", "В"}
    assert withheld({"А": 1, "Б": 2, "В": 0}) == {"А", "Б", "В"}
    assert withheld({"А": 3, "Б": 0}) == set()


@pytest.mark.parametrize(("places", "most"), [(1, 9), (2, 9), (3, 8), (4, 6)])
def test_a_withheld_count_may_always_be_another(places: int, most: int) -> None:
    """All vectors that give the same publication beside the same sum: no hidden 1 or 2 is alike in all."""
    same: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(most + 1), repeat=places):
        hidden = withheld(dict(enumerate(counts)))
        shown = tuple(None if n in hidden else count for n, count in enumerate(counts))
        same[shown, sum(counts)].append(counts)
    checked = 0
    for (shown, total), ways in same.items():
        for at in range(places):
            values = {way[at] for way in ways}
            if shown[at] is None and values & {1, 2} and places > 1:
                checked += 1
                assert len(values) > 1, (shown, total, at)
    assert checked or places == 1


def table(*rows: Iterable[int]) -> dict[int, dict[int, int]]:
    """Rows and columns by number."""
    return {at: dict(enumerate(row)) for at, row in enumerate(rows)}


def test_rows_with_small_counts_become_one() -> None:
    """The row with a 2 and the one with a 1 make 3 and 5; the smallest of the others covers them."""
    assert pooled(table((2, 0), (1, 5), (3, 3), (9, 9))) == {0, 1, 2}
    assert pooled(table((3, 3), (9, 0))) == set()


def test_a_pool_grows_until_it_is_large() -> None:
    """(1, 0) and the cover (0, 3) make (1, 3): one more row, with the equal of it."""
    assert pooled(table((1, 0), (0, 3), (4, 0), (0, 4), (9, 9))) == {0, 1, 2, 3}


def test_columns_of_a_small_sum_are_left_out() -> None:
    """Two in all is told of nobody, so that it does not make every row small."""
    rows = table((2, 5), (0, 7))
    assert told_columns(rows) == {1}
    assert pooled(rows) == set()


def test_rows_asked_for_are_in_the_pool() -> None:
    """A row that may not be told for another reason hides with a cover as well."""
    assert pooled(table((5, 5), (4, 4), (9, 9)), also={0}) == {0, 1}


@pytest.mark.parametrize(("rows", "columns", "most"), [(2, 1, 7), (3, 1, 7), (4, 1, 5), (2, 2, 4), (3, 2, 3)])
def test_a_pooled_count_may_always_be_another(rows: int, columns: int, most: int) -> None:
    """All tables that give the same publication: no 1 or 2 of a row in the pool is alike in all."""
    same: dict[object, list[tuple[tuple[int, ...], ...]]] = defaultdict(list)
    for flat in product(range(most + 1), repeat=rows * columns):
        way = tuple(flat[at * columns : (at + 1) * columns] for at in range(rows))
        told, pool = told_columns(table(*way)), pooled(table(*way))
        shown = tuple(
            None if at in pool else tuple(count for c, count in enumerate(row) if c in told)
            for at, row in enumerate(way)
        )
        same[shown, tuple(map(sum, zip(*way, strict=True)))].append(way)
    checked = 0
    for (shown, sums), ways in same.items():
        for at, column in product(range(rows), range(columns)):
            values = {way[at][column] for way in ways}
            if shown[at] is None and values & {1, 2}:
                checked += 1
                assert len(values) > 1, (shown, sums, at)
    assert checked
