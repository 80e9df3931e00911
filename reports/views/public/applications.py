"""Applications of a school in rows and columns, and of which schools they may be told apart."""

from __future__ import annotations

from collections.abc import Mapping

from reports.export.source import Source
from reports.views.public.pooling import pooled
from reports.views.served import Fate, Served, served_by_school

Column = tuple[int, Fate] | None
"""Rank and fate; ``None`` is the column of applicants with nothing."""


def row_of(item: Served) -> dict[Column, int]:
    """The numbers of one school, or of all."""
    row: dict[Column, int] = {None: item.with_nothing}
    for count in item.ranks:
        row[count.rank, Fate.SERVED] = count.served
        row[count.rank, Fate.REFUSED] = count.refused
        row[count.rank, Fate.NOT_NEEDED] = count.not_needed
    return row


def open_schools(source: Source, places: Mapping[str, int]) -> set[str]:
    """Schools whose applications could be told, as far as they themselves are concerned.

    The applications served must be those of the seniors, one each: else the difference would tell of the
    younger ones, and of those with two courses.
    """
    rows = {item.institution: row_of(item) for item in served_by_school(source)}
    differing = {
        id
        for id, row in rows.items()
        if sum(count for column, count in row.items() if column and column[1] is Fate.SERVED)
        != places.get(id, 0)
    }
    pool: set[str] = pooled(rows, differing)
    return {id for id in rows if id in places and id not in pool}
