"""Applications served, by school, as it may be published."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from models.text import Message, Text
from reports.audit.memo import remembered
from reports.export.source import Source
from reports.views.public.limits import Limits, place_limits
from reports.views.public.members import counted_members
from reports.views.public.pooling import pooled, told_columns
from reports.views.served import Fate, Served, served_by_school
from reports.views.shares import shares

OTHERS = Text("прочие ОУ ({count})", "other schools ({count})")

Column = tuple[int, Fate] | None
"""Rank and fate; ``None`` is the column of applicants with nothing."""


@dataclass(frozen=True)
class PublicRank:
    """Applications of one rank; ``None``: so few in all that they are not told by school."""

    rank: int
    served: int | None
    refused: int | None
    not_needed: int | None


@dataclass(frozen=True)
class PublicServed:
    """The applications of a school, or of several together (then without an id)."""

    institution: str
    name: str | Message
    with_nothing: int | None
    ranks: tuple[PublicRank, ...]


def public_served(source: Source) -> list[PublicServed]:
    """Schools of which every number may be told, by name, then all others as one.

    Empty where no school can be told apart: then there is only the sum of all.
    """
    found = served_by_school(source)
    limits = public_limits(source)
    rows = {item.institution: _row(item) for item in found}
    alone = [item for item in found if _is_exact(limits.get(item.institution))]
    rest = [item.institution for item in found if item not in alone]
    columns = told_columns(rows)
    entries = [_entry(item.institution, item.name, [rows[item.institution]], columns) for item in alone]
    if alone and rest:
        entries.append(_entry("", OTHERS(count=len(rest)), [rows[id] for id in rest], columns))
    return entries


@remembered
def public_limits(source: Source) -> dict[str, Limits]:
    """School → what is told of its seniors who learn: the number itself only where its applications are
    told too, since these add up to it."""
    places = {item.institution: item.places for item in shares(source)}
    return place_limits(
        places, counted_members(source), source.network.rules.senior_grades, _open(source, places)
    )


def _open(source: Source, places: Mapping[str, int]) -> set[str]:
    """Schools whose applications could be told, as far as they themselves are concerned.

    The applications served must be those of the seniors, one each: else the difference would tell of the
    younger ones, and of those with two courses.
    """
    rows = {item.institution: _row(item) for item in served_by_school(source)}
    differing = {
        id
        for id, row in rows.items()
        if sum(count for column, count in row.items() if column and column[1] is Fate.SERVED)
        != places.get(id, 0)
    }
    pool: set[str] = pooled(rows, differing)
    return {id for id in rows if id in places and id not in pool}


def _is_exact(limits: Limits | None) -> bool:
    return limits is not None and limits[0] == limits[1]


def _row(item: Served) -> dict[Column, int]:
    row: dict[Column, int] = {None: item.with_nothing}
    for count in item.ranks:
        row[count.rank, Fate.SERVED] = count.served
        row[count.rank, Fate.REFUSED] = count.refused
        row[count.rank, Fate.NOT_NEEDED] = count.not_needed
    return row


def _entry(
    institution: str, name: str | Message, rows: list[dict[Column, int]], columns: Collection[Column]
) -> PublicServed:
    def told(column: Column) -> int | None:
        return sum(row[column] for row in rows) if column in columns else None

    ranks = sorted({column[0] for column in rows[0] if column})
    return PublicServed(
        institution,
        name,
        told(None),
        tuple(
            PublicRank(
                rank, told((rank, Fate.SERVED)), told((rank, Fate.REFUSED)), told((rank, Fate.NOT_NEEDED))
            )
            for rank in ranks
        ),
    )
