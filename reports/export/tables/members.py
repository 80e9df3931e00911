"""Where the members of each group come from, by school and grade, with small counts masked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from models.text import Message, Text
from reports.export.masking import mask, masked, published
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, table

TITLE = Text("Состав групп", "Members of groups")
TOGETHER = Text("{names} — вместе", "{names} together")

COLUMNS = (
    Column("groups", Text("Группы", "Groups"), width=20),
    Column("title", Text("Курс или программа", "Course or programme"), width=40),
    Column("institution", Text("ОУ", "School"), width=40),
    Column("grade", Text("Параллель", "Grade"), Kind.NUMBER, width=11),
    Column("count", Text("Человек", "Students"), width=12),
)


def members(source: Source) -> Table:
    """One row a group, school and grade.

    The courses of a programme are taken together: their groups share their members, so that a
    small count of one could be had from the counts of the others.
    """
    rows: list[tuple[Value, ...]] = []
    for groups, title in _circles(source):
        students = {seat.student for group in groups for seat in source.members(group)}
        rows += [(", ".join(groups), title, *row) for row in _breakdown(source, students)]
    return table("members", TITLE, COLUMNS, rows)


def _circles(source: Source) -> list[tuple[list[str], str]]:
    """Groups that are counted together, with the title of their course or programme."""
    circles: dict[str, tuple[list[str], str]] = {}
    for group in source.plan.groups:
        course = source.network.course_by_id.get(group.course)
        programme = course.programme if course else ""
        key = f"programme {programme}" if programme else f"group {group.id}"
        title = source.course_title(programme or group.course)
        circles.setdefault(key, ([], title))[0].append(group.id)
    return list(circles.values())


def _breakdown(source: Source, students: Iterable[str]) -> list[tuple[Value, Value, Value]]:
    counts: Counter[tuple[str, int]] = Counter()
    for id in students:
        student, grade = source.student(id), source.grade(id)
        if student is not None and grade is not None:
            counts[source.institution_name(student.institution), grade] += 1
    shown = mask(counts)
    if shown is None:
        names = ", ".join(sorted({name for name, _ in counts}))
        total: int | Message = masked(counts.total())
        return [(TOGETHER(names=names) if len(counts) > 1 else names, None, total)]
    return [(name, grade, published(shown[name, grade])) for name, grade in sorted(counts)]
