"""What can be told is exactly what is the same in every table that fits: all of them tried one by one."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.views.public.disclosure import Count, told

KNOWN, WIDE, SMALL = "known", "wide", "small"


def limits(value: int, said: str) -> tuple[int, int | None]:
    """What is said of a value: itself, nothing, or that it is 1 or 2 (where that is true)."""
    if said == SMALL and value in (1, 2):
        return 1, 2
    return (0, None) if said == WIDE else (value, value)


SAID = st.sampled_from([KNOWN, WIDE, SMALL])
CELL = st.tuples(st.integers(0, 3), SAID)


def test_three_small_cells_that_add_up_to_three() -> None:
    """1 + 1 + 1: each is told; of 1 + 1 + 2 none is."""
    for values, expected in (((1, 1, 1), [0, 1, 2]), ((1, 1, 2), [])):
        cells = [Count(f"group {n}", "school", value, 1, 2) for n, value in enumerate(values)]
        sizes = [Count("all", f"group {n}", value, 0) for n, value in enumerate(values)]
        total = Count("school", "all", sum(values), sum(values), sum(values))
        assert told([*cells, *sizes, total], range(3)) == expected


@settings(max_examples=300)
@given(
    cells=st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=2, max_size=2),
    schools=st.lists(SAID, min_size=3, max_size=3),
)
def test_against_all_tables(cells: list[list[tuple[int, str]]], schools: list[str]) -> None:
    """Two groups of known size, three schools with sums known or not, and the sum of all known."""
    counts: list[Count] = []
    for g, row in enumerate(cells):
        size = sum(value for value, _ in row)
        counts += [
            Count(f"g{g}", f"s{s}", value, *limits(value, said)) for s, (value, said) in enumerate(row)
        ]
        counts.append(Count("all groups", f"g{g}", size, size, size))
    sums = [sum(row[s][0] for row in cells) for s in range(3)]
    counts += [Count(f"s{s}", "all schools", sums[s], *limits(sums[s], schools[s])) for s in range(3)]

    def fits(value: int, said: tuple[int, int | None]) -> bool:
        return said[0] <= value and (said[1] is None or value <= said[1])

    rows = [
        [
            way
            for way in product(range(10), repeat=3)
            if sum(way) == sum(value for value, _ in row)
            and all(fits(v, limits(value, said)) for v, (value, said) in zip(way, row, strict=True))
        ]
        for row in cells
    ]
    tables = [
        way
        for way in product(*rows)
        if all(fits(sum(row[s] for row in way), limits(sums[s], schools[s])) for s in range(3))
    ]
    expected = [4 * g + s for g in range(2) for s in range(3) if len({way[g][s] for way in tables}) == 1]
    assert told(counts, [4 * g + s for g in range(2) for s in range(3)]) == expected
