"""Merged cells where a table stands: all but the first read as blank, whatever the planner sees."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from instances.cells.base import is_blank, plain
from instances.parts import Problems
from instances.reading import texts
from instances.schema import Column
from models.fault import Spot
from models.files.grid import Cell, Grid, Merge, Position


def merges_from(grid: Grid, header: int) -> list[Merge]:
    """The merged cells with a value that reach the headers or the rows below them."""
    return [
        merge
        for merge in grid.merges
        if merge.last[0] >= header
        and merge.first != merge.last
        and (merge.first in grid.broken or not is_blank(_cell(grid, merge.first)))
    ]


def hidden_headers(merges: Sequence[Merge], header: int) -> int:
    """How many cells of the row of headers are merged into others."""
    return sum(
        merge.last[1] - merge.first[1] + (merge.first[0] < header)
        for merge in merges
        if merge.first[0] <= header
    )


def report_merges(
    problems: Problems, grid: Grid, header: int, columns: Mapping[int, Column], merges: Sequence[Merge]
) -> Collection[Position]:
    """An error for every merge in the headers or in columns that are read; the cells that these cover."""
    covered: set[Position] = set()
    for merge in merges:
        within = [position for position in columns if merge.first[1] <= position <= merge.last[1]]
        if merge.first[0] > header and not within:
            continue
        covered.update(
            (row, column)
            for row in range(merge.first[0], min(merge.last[0] + 1, len(grid.rows)))
            for column in within
            if (row, column) != merge.first
        )
        title = plain(_cell(grid, (header, within[0]))) if within else ""
        spot = Spot(grid.name, merge.first[0] + 1, title, merge.name)
        value = grid.broken.get(merge.first) or _cell(grid, merge.first)
        problems.error(spot, value, texts.MERGED(range=merge.name), texts.UNMERGE())
    return covered


def _cell(grid: Grid, place: Position) -> Cell:
    row = grid.rows[place[0]] if place[0] < len(grid.rows) else []
    return row[place[1]] if place[1] < len(row) else None
