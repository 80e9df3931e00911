"""Who learns where. For the office only."""

from __future__ import annotations

from models.order import natural
from models.plan import Enrolment
from models.text import Text
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, table
from reports.export.words import MODE, NO, YES

TITLE = Text("Зачисления", "Enrolments")

COLUMNS = (
    Column("student", Text("Обучающийся", "Student"), width=14),
    Column("group", Text("Группа", "Group"), width=10),
    Column("course", Text("Курс", "Course"), width=10),
    Column("rank", Text("Очерёдность", "Rank"), Kind.NUMBER, width=12),
    Column("site", Text("Место практики", "Practice place"), width=16),
    Column("name", Text("ФИО", "Name"), width=30),
    Column("institution", Text("ОУ", "School"), width=22),
    Column("class", Text("Класс", "Class"), width=8),
    Column("title", Text("Название курса", "Title of the course"), width=34),
    Column("mode", Text("Форма", "Mode"), width=13),
    Column("held", Text("Ждёт документов", "Held for papers"), width=12),
)


def enrolments(source: Source) -> Table:
    """One row an enrolment, by group and name."""
    found = sorted(
        source.plan.enrolments,
        key=lambda seat: (natural(seat.group), source.people.student(seat.student), seat.student),
    )
    return table("enrolments", TITLE, COLUMNS, [_row(source, seat) for seat in found])


def _row(source: Source, seat: Enrolment) -> tuple[Value, ...]:
    student = source.student(seat.student)
    return (
        seat.student,
        seat.group,
        seat.course,
        seat.rank,
        seat.site or "",
        source.people.student(seat.student),
        source.institution_name(student.institution) if student else "",
        student.class_name if student else "",
        source.course_title(seat.course),
        MODE[seat.mode],
        YES if seat.held else NO,
    )
