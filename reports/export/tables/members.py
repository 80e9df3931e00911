"""Where the members of each group come from, by school and grade, with small counts masked."""

from __future__ import annotations

from models.text import Text
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, table
from reports.views.public.members import PublicMembers, public_members

TITLE = Text("Состав групп", "Members of groups")
TOGETHER = Text("{names} — вместе", "{names} together")
NOT_NAMED = Text("ОУ не названы", "schools not named")

COLUMNS = (
    Column("groups", Text("Группы", "Groups"), width=20),
    Column("title", Text("Курс или программа", "Course or programme"), width=40),
    Column("institution", Text("ОУ", "School"), width=40),
    Column("grade", Text("Параллель", "Grade"), Kind.NUMBER, width=11),
    Column("count", Text("Человек", "Students"), width=12),
)


def members(source: Source) -> Table:
    """One row a group (or all of a programme), school and grade; a single one where no parts are told."""
    rows: list[tuple[Value, ...]] = []
    for circle in public_members(source):
        rows += [(", ".join(circle.groups), circle.title, *row) for row in _breakdown(circle)]
    return table("members", TITLE, COLUMNS, rows)


def _breakdown(circle: PublicMembers) -> list[tuple[Value, Value, Value]]:
    if circle.cells:
        return [(cell.name, cell.grade, cell.count) for cell in circle.cells]
    if not circle.schools:
        return [(NOT_NAMED, None, circle.total)]
    names = ", ".join(circle.school_names)
    return [(TOGETHER(names=names) if len(circle.schools) > 1 else names, None, circle.total)]
