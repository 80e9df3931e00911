"""The groups with their size and place. Names nobody, so it is published too."""

from __future__ import annotations

from collections.abc import Callable

from models.order import natural
from models.plan import Group
from models.text import Message, Text
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, table
from reports.export.words import LOAD
from reports.views.fill import fill_of

TITLE = Text("Группы", "Groups")

COLUMNS = (
    Column("group", Text("Группа", "Group"), width=10),
    Column("course", Text("Курс", "Course"), width=10),
    Column("title", Text("Название курса", "Title of the course"), width=36),
    Column("profile", Text("Профиль", "Profile"), width=22),
    Column("place", Text("Где проходит", "Held at"), width=24),
    Column("size", Text("Человек", "Students"), Kind.NUMBER, width=9),
    Column("minimum", Text("Не менее", "At least"), Kind.NUMBER, width=9),
    Column("maximum", Text("Не более", "At most"), Kind.NUMBER, width=9),
    Column("limits", Text("Чем ограничено", "Limited by"), width=30),
    Column("hours", Text("Часов всего", "Hours in all"), Kind.NUMBER, width=11),
    Column("load", Text("Вид нагрузки", "Load category"), width=24),
)


def groups(source: Source, count: Callable[[int], int | Message] = int) -> Table:
    """One row a group; ``count`` turns its size into what is shown (masks it, in public)."""
    found = sorted(source.plan.groups, key=lambda group: natural(group.id))
    return table("groups", TITLE, COLUMNS, [_row(source, group, count) for group in found])


def _row(source: Source, group: Group, count: Callable[[int], int | Message]) -> tuple[Value, ...]:
    course = source.network.course_by_id.get(group.course)
    fill = fill_of(source, group)
    return (
        group.id,
        group.course,
        source.course_title(group.course),
        source.profile(group.course),
        source.held_at(group, fill.centre),
        count(fill.size),
        fill.minimum,
        fill.most,
        fill.limits,
        course.hours if course else None,
        LOAD[course.load_category] if course else "",
    )
