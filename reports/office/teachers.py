"""The teachers: who they are and how much they teach, and their weeks. For the office only."""

from __future__ import annotations

from models.text import Text
from models.time import WEEKDAYS
from reports.audit.facts import Meeting as Held
from reports.audit.loads import single_weeks
from reports.audit.teaching import meetings_by_teacher
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, clock, table
from reports.export.tables.sessions import (
    COUNT,
    END,
    FIRST,
    GROUP,
    LAST,
    PLACE,
    ROOM,
    START,
    TITLE_COLUMN,
    WEEKDAY,
)
from reports.views.week import by_teacher, meetings

TITLE = Text("Учителя", "Teachers")
WEEK_TITLE = Text("По учителям", "By teacher")

NAME = Column("name", Text("ФИО", "Name"), width=28)
COLUMNS = (
    NAME,
    Column("teacher", Text("Учитель", "Teacher"), width=12),
    Column("institution", Text("ОУ", "School"), width=24),
    Column("position", Text("Должность", "Post"), width=22),
    Column("groups", Text("Групп", "Groups"), Kind.NUMBER, width=8),
    Column("sessions", Text("Занятий в неделю", "Sessions a week"), Kind.NUMBER, width=10),
    Column("weekly", Text("Часов в неделю (не больше)", "Hours a week (at most)"), Kind.NUMBER, width=12),
    Column("cap", Text("Предел часов в неделю", "Cap of hours a week"), Kind.NUMBER, width=12),
    Column("yearly", Text("Часов в год", "Hours a year"), Kind.NUMBER, width=9),
    Column("load", Text("Основная нагрузка, ч", "Base load, h"), Kind.NUMBER, width=11),
    Column("since", Text("В сети с года", "In the network since"), Kind.NUMBER, width=10),
)
WEEKS = Column("weeks", Text("Недели", "Weeks"), width=17)
SIZE = Column("size", Text("Человек", "Students"), Kind.NUMBER, width=9)
WEEK_COLUMNS = (
    *(NAME, WEEKDAY, START, END, GROUP, TITLE_COLUMN, PLACE, ROOM, SIZE, WEEKS, COUNT, FIRST, LAST),
)


def teacher_list(source: Source) -> Table:
    """One row a teacher of the network, by name, also those without a session."""
    given = meetings_by_teacher(source.network, source.plan)
    rows: list[tuple[Value, ...]] = []
    for teacher in sorted(source.network.teachers, key=lambda t: (source.people.teacher(t.id), t.id)):
        held = given.get(teacher.id, [])
        sessions, hours = _busiest(held)
        rows.append(
            (
                source.people.teacher(teacher.id),
                teacher.id,
                source.institution_name(teacher.institution),
                teacher.position,
                len({meeting.group.id for meeting in held}),
                sessions,
                hours,
                teacher.max_hours,
                sum(meeting.course.session_hours * len(meeting.dates) for meeting in held),
                teacher.base_load,
                teacher.since,
            )
        )
    return table("teachers", TITLE, COLUMNS, rows)


def _busiest(held: list[Held]) -> tuple[int, int]:
    """Sessions and academic hours of the fullest week."""
    weeks = single_weeks(meeting.when.weeks for meeting in held)
    counts = [
        (len(these), sum(meeting.course.session_hours for meeting in these))
        for week in weeks
        if (these := [meeting for meeting in held if meeting.when.weeks & week])
    ]
    return max((number for number, _ in counts), default=0), max((hours for _, hours in counts), default=0)


def teacher_weeks(source: Source) -> Table:
    """One row a teacher and session, by name and time."""
    held = meetings(source)
    teachers = {teacher for meeting in held for teacher in meeting.teachers}
    rows: list[tuple[Value, ...]] = [
        (
            source.people.teacher(teacher),
            WEEKDAYS[meeting.weekday - 1],
            clock(meeting.start),
            clock(meeting.end),
            meeting.group,
            meeting.title,
            meeting.held_at,
            meeting.room,
            meeting.size,
            meeting.weeks,
            len(meeting.dates),
            meeting.first,
            meeting.last,
        )
        for teacher in sorted(teachers, key=lambda id: (source.people.teacher(id), id))
        for meeting in by_teacher(held, teacher)
    ]
    return table("by_teacher", WEEK_TITLE, WEEK_COLUMNS, rows)
