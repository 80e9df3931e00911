"""Refused choices: each with its code and cure for the office, counted in words for the public."""

from __future__ import annotations

from models.plan import Refusal
from models.text import Text
from reports.export.reasons import general_reason
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, table
from reports.export.words import cure_said, why
from reports.views.public.refusals import public_refusals

TITLE = Text("Отказы", "Refusals")

COLUMNS = (
    Column("student", Text("Обучающийся", "Student"), width=14),
    Column("name", Text("ФИО", "Name"), width=30),
    Column("institution", Text("ОУ", "School"), width=22),
    Column("class", Text("Класс", "Class"), width=8),
    Column("course", Text("Курс", "Course"), width=10),
    Column("title", Text("Название курса", "Title of the course"), width=34),
    Column("rank", Text("Очерёдность", "Rank"), Kind.NUMBER, width=12),
    Column("code", Text("Код", "Code"), width=18),
    Column("text", Text("Причина", "Reason"), width=60),
)
CURE = Column("cure", Text("Что нужно изменить", "What would have to change"), width=44)

PUBLIC_COLUMNS = (
    Column("title", Text("Название курса", "Title of the course"), width=40),
    Column("reason", Text("Причина", "Reason"), width=56),
    Column("count", Text("Заявок", "Choices"), width=12),
)


def refusals(source: Source) -> Table:
    """One row a refused choice, by student and rank; with a column for cures if they were looked for."""
    found = sorted(source.plan.refusals, key=lambda item: (item.student, item.rank, item.course))
    rows = [_row(source, refusal) for refusal in found]
    if not has_cures(source):
        return table("refusals", TITLE, COLUMNS, rows)
    cured = [(*row, cure_said(refusal)) for row, refusal in zip(rows, found, strict=True)]
    return table("refusals", TITLE, (*COLUMNS, CURE), cured)


def has_cures(source: Source) -> bool:
    """Whether the plan says of any refusal what would have to change, or that nothing would help."""
    return any(refusal.cure is not None for refusal in source.plan.refusals)


def refusal_counts(source: Source) -> Table:
    """Refused choices by course and reason, small counts masked; neither codes nor students."""
    rows = [(item.title, item.reason, item.count) for item in public_refusals(source)]
    return table("refusals", TITLE, PUBLIC_COLUMNS, rows)


def _row(source: Source, refusal: Refusal) -> tuple[Value, ...]:
    student = source.student(refusal.student)
    return (
        refusal.student,
        source.people.student(refusal.student),
        source.institution_name(student.institution) if student else "",
        student.class_name if student else "",
        refusal.course,
        source.course_title(refusal.course),
        refusal.rank,
        refusal.code.value,
        why(refusal, general_reason(source.network, source.plan, refusal)),
    )
