"""How full the groups are, against what they may be."""

from __future__ import annotations

from models.text import Text
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, table
from reports.views.fill import Fill, fills
from reports.views.public.week import public_fills

TITLE = Text("Наполняемость", "Fill of groups")

COLUMNS = (
    Column("group", Text("Группа", "Group"), width=11),
    Column("title", Text("Название курса", "Title of the course"), width=38),
    Column("place", Text("Где проходит", "Held at"), width=28),
    Column("size", Text("Человек", "Students"), Kind.NUMBER, width=9),
    Column("minimum", Text("Не менее", "At least"), Kind.NUMBER, width=9),
    Column("target", Text("Желательно", "Target"), Kind.NUMBER, width=12),
    Column("maximum", Text("Не более", "At most"), Kind.NUMBER, width=9),
    Column("capacity", Text("Мест в кабинете", "Seats in the room"), Kind.NUMBER, width=10),
    Column("free", Text("Свободно", "Free"), Kind.NUMBER, width=10),
    Column("share", Text("Заполнено", "Full"), Kind.SHARE, width=11),
    Column("limits", Text("Чем ограничено", "Limited by"), width=30),
    Column("verdict", Text("Замечание", "Remark"), width=18),
)

FULL = Text("мест нет", "full")
BELOW = Text("меньше наименьшей", "below the minimum")
ABOVE = Text("больше наибольшей", "above the maximum")


def group_fill(source: Source, *, public: bool) -> Table:
    """One row a group, by title; in public those whose size may be told."""
    found = public_fills(source) if public else fills(source)
    return table("fill", TITLE, COLUMNS, [_row(source, fill) for fill in found])


def _row(source: Source, fill: Fill) -> tuple[Value, ...]:
    most = fill.most
    return (
        fill.group,
        fill.title,
        source.held_at(source.plan.group_by_id[fill.group], fill.centre),
        fill.size,
        fill.minimum,
        fill.target,
        most,
        fill.capacity,
        None if most is None else max(0, most - fill.size),
        fill.size / most if most else None,
        fill.limits,
        _verdict(fill),
    )


def _verdict(fill: Fill) -> Text | None:
    if fill.minimum is not None and fill.size < fill.minimum:
        return BELOW
    if fill.most is not None and fill.size > fill.most:
        return ABOVE
    return FULL if fill.is_full else None
