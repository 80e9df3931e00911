"""The rooms: how much they are used, and their weeks."""

from __future__ import annotations

from collections import defaultdict

from models.order import natural
from models.text import Text
from models.time import WEEKDAYS
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, clock, table
from reports.export.tables.sessions import (
    COUNT,
    END,
    FIRST,
    GROUP,
    LAST,
    START,
    TITLE_COLUMN,
    WEEKDAY,
)
from reports.office.teachers import SIZE, WEEKS
from reports.views.public.week import public_meetings
from reports.views.week import Meeting, meetings

TITLE = Text("Кабинеты", "Rooms")
WEEK_TITLE = Text("По кабинетам", "By room")

PLACE = Column("place", Text("Где", "Where"), width=28)
TEACHERS = Column("teachers", Text("Учителя", "Teachers"), width=30)
ROOM = Column("room", Text("Кабинет", "Room"), width=18)
COLUMNS = (
    PLACE,
    ROOM,
    Column("kind", Text("Вид", "Kind"), width=18),
    Column("equipment", Text("Оборудование", "Equipment"), width=28),
    Column("capacity", Text("Мест", "Seats"), Kind.NUMBER, width=8),
    Column("groups", Text("Групп", "Groups"), Kind.NUMBER, width=8),
    Column("sessions", Text("Занятий в неделю", "Sessions a week"), Kind.NUMBER, width=10),
    Column("days", Text("Дней в неделю", "Days a week"), Kind.NUMBER, width=9),
    Column("hours", Text("Часов в год", "Hours a year"), Kind.NUMBER, width=9),
)


def room_list(source: Source) -> Table:
    """One row a room of the network; centres of one institution that list the same name share it."""
    network = source.network
    used: dict[tuple[str, str], list[Meeting]] = defaultdict(list)
    for meeting in meetings(source):
        used[meeting.institution, meeting.room].append(meeting)
    rows: dict[tuple[str, str], tuple[Value, ...]] = {}
    for room in network.rooms:
        centre = network.centre_by_id[room.centre]
        key = (centre.institution, room.name)
        held = used.get(key, [])
        rows[key] = (
            source.institution_name(centre.institution),
            room.name,
            room.kind,
            ", ".join(room.equipment),
            room.capacity,
            len({meeting.group for meeting in held}),
            len(held),
            len({meeting.weekday for meeting in held}),
            sum(_hours(source, meeting) for meeting in held),
        )
    by_place = sorted(
        rows, key=lambda key: (natural(source.institution_name(key[0])), key[0], natural(key[1]))
    )
    return table("rooms", TITLE, COLUMNS, [rows[key] for key in by_place])


def _hours(source: Source, meeting: Meeting) -> int:
    course = source.network.course_by_id.get(meeting.course)
    return course.session_hours * len(meeting.dates) if course else 0


def room_weeks(source: Source, *, public: bool) -> Table:
    """One row a room and session, by place, room and time; teachers for the office only."""
    held = public_meetings(source) if public else meetings(source)
    in_rooms = sorted(
        (meeting for meeting in held if meeting.room),
        key=lambda m: (natural(m.centre_name), natural(m.room), m.weekday, m.start, m.session),
    )
    teachers = () if public else (TEACHERS,)
    columns = (
        *(PLACE, ROOM, WEEKDAY, START, END, GROUP, TITLE_COLUMN),
        *teachers,
        *(SIZE, WEEKS, COUNT, FIRST, LAST),
    )
    rows: list[tuple[Value, ...]] = []
    for meeting in in_rooms:
        names = () if public else (", ".join(meeting.teacher_names),)
        rows.append(
            (
                meeting.centre_name,
                meeting.room,
                WEEKDAYS[meeting.weekday - 1],
                clock(meeting.start),
                clock(meeting.end),
                meeting.group,
                meeting.title,
                *names,
                meeting.size,
                meeting.weeks,
                len(meeting.dates),
                meeting.first,
                meeting.last,
            )
        )
    return table("by_room", WEEK_TITLE, columns, rows)
