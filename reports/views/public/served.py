"""Applications served, by school and in all, as they may be published."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from models.text import Message, Text
from reports.export.masking import masked
from reports.export.source import Source
from reports.views.public.applications import Column, row_of
from reports.views.public.disclosure import UNTOLD, Limits
from reports.views.public.limits import SCHOOL
from reports.views.public.pooling import told_columns
from reports.views.public.totals import Sum, public_totals, said
from reports.views.served import Fate, served_by_school, served_in_all

OTHERS = Text("прочие ОУ ({count})", "other schools ({count})")


@dataclass(frozen=True)
class PublicRank:
    """Applications of one rank; ``None``: so few in all that they are not told (by school)."""

    rank: int
    served: int | Message | None
    refused: int | Message | None
    not_needed: int | Message | None


@dataclass(frozen=True)
class PublicServed:
    """The applications of a school, of several together or of all (both without an id; of all without a
    name)."""

    institution: str
    name: str | Message
    with_nothing: int | Message | None
    ranks: tuple[PublicRank, ...]


def public_served(source: Source) -> list[PublicServed]:
    """Schools of which every number may be told, by name, then all others as one.

    A column of which the sum is not told is told of no school. Empty where no school can be told apart:
    then there is only the sum of all.
    """
    found = served_by_school(source)
    totals = public_totals(source)
    rows = {item.institution: row_of(item) for item in found}
    alone = [item for item in found if _is_exact(totals.get((SCHOOL, item.institution), UNTOLD))]
    rest = [item.institution for item in found if item not in alone]
    columns = {column for column in told_columns(rows) if isinstance(_in_all(source, column), int)}

    def entry(institution: str, name: str | Message, ids: Collection[str]) -> PublicServed:
        def told(column: Column) -> int | None:
            return sum(rows[id][column] for id in ids) if column in columns else None

        return _entry(source, institution, name, told)

    entries = [entry(item.institution, item.name, [item.institution]) for item in alone]
    if alone and rest:
        entries.append(entry("", OTHERS(count=len(rest)), rest))
    return entries


def public_served_in_all(source: Source) -> PublicServed:
    """All applications together."""
    return _entry(source, "", "", lambda column: _in_all(source, column))


def _is_exact(limits: Limits) -> bool:
    return limits[0] == limits[1]


def _in_all(source: Source, column: Column) -> int | Message | None:
    """What is told of a column in all. Nothing adds up to the choices that were not needed."""
    if column is None:
        return said(public_totals(source)[Sum.WITH_NOTHING])
    if column[1] is Fate.NOT_NEEDED:
        return masked(row_of(served_in_all(source))[column])
    return said(public_totals(source)[column])


def _entry(
    source: Source, institution: str, name: str | Message, told: Callable[[Column], int | Message | None]
) -> PublicServed:
    ranks = [item.rank for item in served_in_all(source).ranks]
    return PublicServed(
        institution,
        name,
        told(None),
        tuple(PublicRank(rank, *(told((rank, fate)) for fate in Fate)) for rank in ranks),
    )
