"""The timetable: every session with its place, time, weeks, dates and spare dates."""

from __future__ import annotations

from models.order import natural
from models.plan import Group, Session
from models.text import Text
from models.time import WEEKDAYS
from reports.audit.week_words import weeks_text
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, clock, dates_text, table

TITLE = Text("Занятия", "Sessions")
DATES_TITLE = Text("Даты занятий", "Dates of sessions")

SESSION = Column("session", Text("Занятие", "Session"), width=11)
GROUP = Column("group", Text("Группа", "Group"), width=10)
CENTRE = Column("centre", Text("РЦ", "Centre"), width=9)
ROOM = Column("room", Text("Кабинет", "Room"), width=14)
TEACHERS = Column("teachers", Text("Учителя", "Teachers"), width=14)
WEEKDAY = Column("weekday", Text("День недели", "Weekday"), width=13)
START = Column("start", Text("Начало", "Start"), Kind.CLOCK, width=8)
END = Column("end", Text("Конец", "End"), Kind.CLOCK, width=8)
WEEKS = Column("weeks", Text("Недели", "Weeks"), width=26)
DATES = Column("dates", Text("Даты", "Dates"), Kind.DATES, width=60)
SPARE = Column("spare", Text("Запасные даты", "Spare dates"), Kind.DATES, width=36)
FIRST = Column("first", Text("Первое занятие", "First session"), Kind.DATE, width=12)
LAST = Column("last", Text("Последнее занятие", "Last session"), Kind.DATE, width=12)
COUNT = Column("count", Text("Всего занятий", "Sessions in all"), Kind.NUMBER, width=9)
TITLE_COLUMN = Column("title", Text("Название курса", "Title of the course"), width=32)
PLACE = Column("place", Text("Где проходит", "Held at"), width=24)
ADDRESS = Column("address", Text("Адрес", "Address"), width=30)
NAMES = Column("teacher_names", Text("ФИО учителей", "Names of the teachers"), width=32)

INTERNAL = (
    *(SESSION, GROUP, CENTRE, ROOM, TEACHERS, WEEKDAY, START, END),
    *(TITLE_COLUMN, PLACE, NAMES, COUNT, FIRST, LAST, DATES, SPARE, WEEKS),
)
PUBLIC = (WEEKDAY, START, END, GROUP, TITLE_COLUMN, PLACE, ADDRESS, ROOM, COUNT, FIRST, LAST)
BY_DATE = (GROUP, TITLE_COLUMN, WEEKDAY, START, DATES, SPARE)
ON_SCREEN_ONLY = (DATES, SPARE, WEEKS)


def sessions(source: Source, columns: tuple[Column, ...] = INTERNAL) -> Table:
    """One row a session, by weekday and time."""
    found = sorted(
        source.plan.sessions(),
        key=lambda pair: (pair[1].weekday, pair[1].start, pair[1].centre, pair[1].id),
    )
    cells = [_cells(source, group, session) for group, session in found]
    rows = [[row[column.key] for column in columns] for row in cells]
    printed = sum(column not in ON_SCREEN_ONLY for column in columns)
    return table("sessions", TITLE, columns, rows, printed)


def dates(source: Source) -> Table:
    """One row a session with all its dates and the spare ones, by group."""
    found = sorted(source.plan.sessions(), key=lambda pair: natural(pair[1].id))
    cells = [_cells(source, group, session) for group, session in found]
    rows = [[row[column.key] for column in BY_DATE] for row in cells]
    return table("dates", DATES_TITLE, BY_DATE, rows)


def _cells(source: Source, group: Group, session: Session) -> dict[str, Value]:
    return {
        "session": session.id,
        "group": group.id,
        "centre": session.centre,
        "room": session.room or "",
        "teachers": ", ".join(session.teachers),
        "weekday": WEEKDAYS[session.weekday - 1],
        "start": clock(session.start),
        "end": clock(session.end),
        "weeks": weeks_text(source.network.school_calendar, session.weeks),
        "dates": dates_text(session.dates),
        "spare": dates_text(session.spare),
        "first": min(session.dates, default=None),
        "last": max(session.dates, default=None),
        "count": len(session.dates),
        "title": source.course_title(group.course),
        "place": source.held_at(group, session.centre),
        "address": "" if source.is_practice(group) else source.centre_address(session.centre),
        "teacher_names": ", ".join(source.people.teacher(teacher) for teacher in session.teachers),
    }
