"""What stands in a calendar: one event a date of a session, as its owner should see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.order import natural
from models.time import format_clock
from reports.documents.common import centre_title, group_name
from reports.documents.orders import lessons
from reports.export.source import Source
from reports.views.away import is_away
from reports.views.lines import Line, lines_by_school
from reports.views.public import public_meetings
from reports.views.ways import ON_SITE, Way
from reports.views.week import Meeting, meetings

Occurrence = tuple[str, date]
"""A session and one of its dates."""


class Kind(StrEnum):
    """Whose calendar it is."""

    GROUP = "group"
    CENTRE = "centre"
    TEACHER = "teacher"
    STUDENT = "student"
    SCHOOL = "school"


PUBLIC = (Kind.GROUP, Kind.CENTRE)
"""Calendars without names and counts; the others are for the office."""


@dataclass(frozen=True)
class Event:
    """One date of a session. ``start`` and ``end`` are minutes from midnight, local time."""

    day: date
    start: int
    end: int
    summary: str
    location: str
    description: str


@dataclass
class Calendar:
    """The events of one owner. ``name`` is that of its file, ``home`` the school of a student."""

    kind: Kind
    id: str
    title: str
    name: str
    home: str = ""
    events: dict[Occurrence, Event] = field(default_factory=dict)


def calendars(source: Source) -> list[Calendar]:
    """Every calendar of a plan, by kind and name; of owners who have something in it."""
    found = [*_of_groups(source), *_of_centres(source), *_of_teachers(source)]
    for school, lines in lines_by_school(source).items():
        found += [_of_school(source, school, lines), *_of_students(source, school, lines)]
    order = list(Kind)
    kept = [calendar for calendar in found if calendar.events]
    return sorted(kept, key=lambda c: (order.index(c.kind), natural(c.title), c.id))


def _of_groups(source: Source) -> Iterable[Calendar]:
    held: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in public_meetings(source):
        held[meeting.group].append(meeting)
    for group, these in held.items():
        title = group_name(source, group, these[0].course)
        yield Calendar(Kind.GROUP, group, title, f"{group} {these[0].title}", events=_events(source, these))


def _of_centres(source: Source) -> Iterable[Calendar]:
    held: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in public_meetings(source):
        held[meeting.centre].append(meeting)
    for centre, these in held.items():
        title = centre_title(source, centre)
        yield Calendar(Kind.CENTRE, centre, title, f"{centre} {title}", events=_events(source, these))


def _of_teachers(source: Source) -> Iterable[Calendar]:
    held: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings(source):
        for teacher in meeting.teachers:
            held[teacher].append(meeting)
    for teacher, these in held.items():
        name = source.people.teacher(teacher)
        yield Calendar(Kind.TEACHER, teacher, name, name, events=_events(source, these))


def _of_school(source: Source, school: str, lines: list[Line]) -> Calendar:
    """The sessions that students of a school attend, with their names."""
    attend: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.meeting is not None:
            attend[line.meeting.session].append(line)
    events: dict[Occurrence, Event] = {}
    for these in attend.values():
        meeting = these[0].meeting
        assert meeting is not None
        for day in meeting.dates:
            there = [line for line in these if not is_away(source, line.student, day)]
            if there:
                names = ", ".join(f"{line.name} ({line.class_name})" for line in there)
                events[meeting.session, day] = _event(source, meeting, day, f"Обучающиеся: {names}")
    name = source.institution_name(school)
    return Calendar(Kind.SCHOOL, school, name, name, school, events)


def _of_students(source: Source, school: str, lines: list[Line]) -> Iterable[Calendar]:
    """Each with the place and the ways of the student, without the dates on which the class is away."""
    mine: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        mine[line.student].append(line)
    for student, these in mine.items():
        name = these[0].name
        events = {
            (held.session, day): _event(source, held, day, *_journey(line), place=_place(line))
            for line in these
            if (held := line.meeting) is not None
            for day in held.dates
            if not is_away(source, line.student, day)
        }
        yield Calendar(Kind.STUDENT, student, name, f"{these[0].class_name} {name}", school, events)


def _events(source: Source, held: Iterable[Meeting]) -> dict[Occurrence, Event]:
    return {(meeting.session, day): _event(source, meeting, day) for meeting in held for day in meeting.dates}


def _event(source: Source, meeting: Meeting, day: date, *more: str, place: str = "") -> Event:
    course = source.network.course_by_id.get(meeting.course)
    said = [f"Профиль: {meeting.profile}" if meeting.profile else ""]
    if course is not None and course.session_hours > 1:
        said.append(f"Занятие: {lessons(source, course, meeting)}")
    if meeting.teacher_names:
        said.append(f"Учитель: {', '.join(meeting.teacher_names)}")
    return Event(
        day=day,
        start=meeting.start,
        end=meeting.end,
        summary=group_name(source, meeting.group, meeting.course),
        location=place or _where(source, meeting),
        description="\n".join(part for part in (*said, *more) if part),
    )


def _where(source: Source, meeting: Meeting) -> str:
    if meeting.is_practice:
        return "место практики"
    return _joined(centre_title(source, meeting.centre), meeting.address, meeting.room)


def _place(line: Line) -> str:
    """Where the student goes to; of a remote one that is the own school."""
    place = _joined(line.place_name, line.address, line.room)
    return f"{place} (дистанционно)" if line.is_remote else place


def _joined(name: str, address: str, room: str) -> str:
    return ", ".join(part for part in (name, address, f"каб. {room}" if room else "") if part)


def _journey(line: Line) -> list[str]:
    found = (("Дорога туда", line.there), ("Дорога обратно", line.back))
    return [f"{word}: {_way(way)}" for word, way in found if way is not None and way.mode is not ON_SITE]


def _way(way: Way) -> str:
    if not way.run:
        return f"{way.mode.ru}, {way.minutes} мин" if way.minutes else way.mode.ru
    stops = [
        f"{place} {format_clock(moment)}" if moment is not None else place
        for place, moment in ((way.board, way.board_time), (way.alight, way.alight_time))
    ]
    return f"{way.mode.ru}, рейс {way.run}: {' — '.join(stops)}"
