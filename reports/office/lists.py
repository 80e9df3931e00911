"""The members of every group: one row a student and group, to sort, to edit, to read back."""

from __future__ import annotations

from collections import Counter

from models.order import natural
from models.text import Text
from reports.audit.timetable.words import LISTS, labels
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, table
from reports.export.words import MODE, NO, YES

COLUMNS = (
    Column("group", Text("Группа", "Group"), width=11),
    Column("title", Text("Название курса", "Title of the course"), width=44),
    Column("number", Text("№", "No."), Kind.NUMBER, width=6),
    Column("name", Text("ФИО", "Name"), width=32),
    Column("class", Text("Класс", "Class"), width=9),
    Column("institution", Text("ОУ", "School"), width=24),
    Column("site", Text("Место практики", "Practice place"), width=30),
    Column("held", Text("Ждёт документов", "Held for papers"), width=12),
    Column("student", Text("Обучающийся", "Student"), width=14),
    Column("course", Text("Курс", "Course"), width=10),
    Column("rank", Text("Очерёдность", "Rank"), Kind.NUMBER, width=13),
    Column("mode", Text("Форма", "Mode"), width=14),
)
PRINTED = 8
"""The ids and the rank are for the screen: without them a list is read easier on paper."""


def member_lists(source: Source) -> Table:
    """By group and name; numbered within the group."""
    people, network = source.people, source.network
    places = labels((institution.id, institution.name) for institution in network.institutions)
    found = sorted(
        source.plan.enrolments,
        key=lambda seat: (
            source.course_title(seat.course),
            natural(seat.group),
            people.student(seat.student),
            seat.student,
        ),
    )
    numbers: Counter[str] = Counter()
    rows: list[tuple[Value, ...]] = []
    for seat in found:
        numbers[seat.group] += 1
        student = source.student(seat.student)
        rows.append(
            (
                seat.group,
                source.course_title(seat.course),
                numbers[seat.group],
                people.student(seat.student),
                student.class_name if student else "",
                source.institution_name(student.institution) if student else "",
                places.get(seat.site, seat.site) if seat.site else "",
                YES if seat.held else NO,
                seat.student,
                seat.course,
                seat.rank,
                MODE[seat.mode],
            )
        )
    return table("lists", LISTS, COLUMNS, rows, PRINTED)
