"""Rows with small counts are added up to one, so that no count of theirs can be told."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

from reports.export.masking import THRESHOLD

Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)


def withheld(counts: Mapping[Row, int], threshold: int = THRESHOLD) -> set[Row]:
    """Which counts not to publish beside their sum, so that "not published" does not mean "small".

    The small ones, and with them every count equal to the smallest that would be large enough; where
    none is, all counts. (Of equals none may stay: the one shown would tell which of the others is small.)
    """
    hidden = {key for key, count in counts.items() if 0 < count < threshold}
    if not hidden:
        return set()
    large = [count for count in counts.values() if count >= threshold]
    if not large:
        return set(counts)
    return hidden | {key for key, count in counts.items() if count == min(large)}


def told_columns(rows: Mapping[Row, Mapping[Column, int]], threshold: int = THRESHOLD) -> set[Column]:
    """The columns that may be told by row: of a small sum in all only the sum is told, and no part."""
    columns = {column for row in rows.values() for column in row}
    return {
        column for column in columns if not 0 < sum(row.get(column, 0) for row in rows.values()) < threshold
    }


def pooled(
    rows: Mapping[Row, Mapping[Column, int]], also: Collection[Row] = (), threshold: int = THRESHOLD
) -> set[Row]:
    """The rows to tell as one: those with a small count (and those asked for), the next larger rows as a
    cover, and as many more as it takes until no count of the pool is small. Empty if nothing is small.

    Rows are taken by their sum, equal ones together: otherwise the choice itself would tell something.
    """
    columns = told_columns(rows, threshold)
    told = {key: {column: row.get(column, 0) for column in columns} for key, row in rows.items()}
    pool = {key for key, row in told.items() if _has_small(row, threshold)} | set(also)
    covered = not pool
    while not covered or _has_small(_sum(told, pool), threshold):
        rest = [key for key in told if key not in pool]
        if not rest:
            break
        least = min(sum(told[key].values()) for key in rest)
        pool |= {key for key in rest if sum(told[key].values()) == least}
        covered = True
    return pool


def _has_small(row: Mapping[Column, int], threshold: int) -> bool:
    return any(0 < count < threshold for count in row.values())


def _sum(rows: Mapping[Row, Mapping[Column, int]], keys: Collection[Row]) -> dict[Column, int]:
    columns = {column for row in rows.values() for column in row}
    return {column: sum(rows[key][column] for key in keys) for column in columns}
