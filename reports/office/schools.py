"""A sheet for every school: its students (in public its groups), days, ways there and back, whom to call,
and a text for its chat."""

from __future__ import annotations

from collections.abc import Sequence

from models.text import Lang, Text
from models.time import SHORT_WEEKDAYS
from reports.audit.timetable.words import labels
from reports.export.source import Source
from reports.export.table import Column, Kind, Value, clock
from reports.export.tables.sessions import END, GROUP, START, TITLE_COLUMN
from reports.office.binder import Binder
from reports.office.page import Page, Spans
from reports.office.sections import SCHOOLS
from reports.views.chat import chat_text, way_text, ways_text
from reports.views.contacts import Contact
from reports.views.lines import Line
from reports.views.public.pages import PublicSchoolPage, public_school_pages
from reports.views.public.ways import PublicWays, public_ways
from reports.views.schools import SchoolPage, school_pages
from reports.views.ways import ON_SITE
from reports.views.week import Meeting

ABOUT = Text(
    "кто, где и когда учится, дорога, кому звонить, текст для чата",
    "who learns where and when, the way, whom to call, a text for the chat",
)
FULL_NAME = Text("Полное название", "Full name")
ADDRESS = Text("Адрес", "Address")
TELEPHONE = Text("Телефон", "Telephone")
LEARNING = Text("Учатся в сети", "Learn in the network")
STUDENTS = Text("Обучающиеся и занятия", "Students and sessions")
NOBODY = Text("Зачисленных обучающихся нет.", "No student has a seat.")
GROUPS = Text("Группы, в которых учатся от школы", "Groups with students of the school")
NOT_TOLD = Text("Сведения о группах не публикуются.", "What groups there are is not published.")
SESSIONS = Text("Занятия и дорога", "Sessions and ways")
REFUSED = Text("Отказы", "Refusals")
CALL = Text("Кому звонить", "Whom to call")
CHAT = Text("Текст для чата", "A text for the chat")

NAME = Column("name", Text("ФИО", "Name"))
CLASS = Column("class", Text("Класс", "Class"))
WEEKDAY = Column("weekday", Text("День", "Day"))
PLACE = Column("place", Text("Где", "Where"))
WEEKS = Column("weeks", Text("Недели", "Weeks"))
THERE = Column("there", Text("Туда", "There"))
BACK = Column("back", Text("Домой", "Home"))
HELD = Column("held", Text("Документы", "Papers"))
GRADES = Column("grades", Text("Классы и число", "Grades and numbers"))
CENTRE = Column("centre", Text("РЦ", "Centre"))
COORDINATOR = Column("coordinator", Text("Координатор", "Coordinator"))
RANK = Column("rank", Text("Очерёдность", "Rank"), Kind.NUMBER)
REASON = Column("reason", Text("Причина", "Reason"))

WIDTHS = (22, 7, 9, 27, 6, 8, 7, 22, 11, 23, 23, 10)
LINE_COLUMNS: Spans = tuple(
    (column, 1)
    for column in (
        *(NAME, CLASS, GROUP, TITLE_COLUMN, WEEKDAY, START, END),
        *(PLACE, WEEKS, THERE, BACK, HELD),
    )
)
MEETING_COLUMNS: Spans = (
    *((TITLE_COLUMN, 2), (GROUP, 1), (PLACE, 1), (WEEKDAY, 1), (START, 1), (END, 1)),
    *((WEEKS, 2), (THERE, 1), (BACK, 2)),
)
GROUP_COLUMNS: Spans = ((TITLE_COLUMN, 2), (GROUP, 1), (CENTRE, 4), (GRADES, 5))
REFUSED_COLUMNS: Spans = ((NAME, 1), (CLASS, 1), (TITLE_COLUMN, 2), (RANK, 2), (REASON, 6))
CONTACT_COLUMNS: Spans = (
    (CENTRE, 3),
    (Column("address", ADDRESS), 4),
    (COORDINATOR, 3),
    (Column("telephone", TELEPHONE), 2),
)
WAITING = Text("не все получены", "some are missing")
ROOM = Text("{place}, каб. {room}", "{place}, room {room}")
OF_GRADE = Text("{grade} кл. — {count}", "grade {grade}: {count}")
PRACTICE = Text("место практики скажет координатор", "ask the coordinator for the place of practice")


def add_schools(binder: Binder, source: Source, *, public: bool) -> None:
    """One sheet a school that sends students or might."""
    named = labels((institution.id, institution.name) for institution in source.network.institutions)
    told = {page.institution: page for page in public_school_pages(source)} if public else {}
    for page in school_pages(source):
        name = named[page.institution]
        if public:
            chat = chat_text(source, page, binder.lang, names=False)
            _public_sheet(binder, source, told[page.institution], name, chat)
        else:
            _sheet(binder, source, page, name)


def _sheet(binder: Binder, source: Source, page: SchoolPage, name: str) -> None:
    lang = binder.lang
    sheet = Page(binder, binder.add(name, SCHOOLS, ABOUT), WIDTHS, name)
    sheet.facts(
        [
            (FULL_NAME, page.full_name),
            (ADDRESS, page.address),
            (TELEPHONE, page.telephone),
            (LEARNING, page.learning),
        ]
    )
    sheet.heading(STUDENTS)
    if page.lines:
        sheet.table(LINE_COLUMNS, [_line(line, page.institution, lang) for line in page.lines])
    else:
        sheet.note(NOBODY)
    if page.refused:
        sheet.heading(REFUSED)
        rows = [(item.name, item.class_name, item.title, item.rank, item.reason) for item in page.refused]
        sheet.table(REFUSED_COLUMNS, rows)
    _contacts(sheet, page.contacts)
    sheet.heading(CHAT)
    sheet.lines(chat_text(source, page, lang, names=True))
    sheet.close()


def _line(line: Line, home: str, lang: Lang) -> tuple[Value, ...]:
    meeting = line.meeting
    place: Value = line.place_name
    if line.room:
        place = ROOM(place=line.place_name, room=line.room)
    is_away = meeting is not None and line.place != home
    return (
        line.name,
        line.class_name,
        line.group,
        line.title,
        SHORT_WEEKDAYS[meeting.weekday - 1] if meeting else None,
        clock(meeting.start) if meeting else None,
        clock(meeting.end) if meeting else None,
        place,
        meeting.weeks if meeting else None,
        way_text(line.there, lang) if is_away else ON_SITE if meeting else None,
        way_text(line.back, lang) if is_away else ON_SITE if meeting else None,
        WAITING if line.held else None,
    )


def _public_sheet(binder: Binder, source: Source, page: PublicSchoolPage, name: str, chat: str) -> None:
    lang = binder.lang
    sheet = Page(binder, binder.add(name, SCHOOLS, ABOUT), WIDTHS, name)
    sheet.facts([(FULL_NAME, page.full_name), (ADDRESS, page.address), (TELEPHONE, page.telephone)])
    sheet.heading(GROUPS)
    if page.groups:
        rows: list[tuple[Value, ...]] = [
            (
                group.title,
                group.group,
                group.centre_name,
                "; ".join(OF_GRADE(grade=cell.grade, count=cell.count).in_(lang) for cell in group.cells),
            )
            for group in page.groups
        ]
        sheet.table(GROUP_COLUMNS, rows)
    else:
        sheet.note(NOT_TOLD)
    if page.meetings:
        sheet.heading(SESSIONS)
        sheet.table(
            MEETING_COLUMNS, [_meeting(source, page.institution, held, lang) for held in page.meetings]
        )
    _contacts(sheet, page.contacts)
    sheet.heading(CHAT)
    sheet.lines(chat)
    sheet.close()


def _meeting(source: Source, home: str, meeting: Meeting, lang: Lang) -> tuple[Value, ...]:
    """A session with the ways of the school's students, as far as they may be told."""
    place: Value = PRACTICE if meeting.is_practice else meeting.centre_name
    if meeting.room and not meeting.is_practice:
        place = ROOM(place=meeting.centre_name, room=meeting.room)
    return (
        meeting.title,
        meeting.group,
        place,
        SHORT_WEEKDAYS[meeting.weekday - 1],
        clock(meeting.start),
        clock(meeting.end),
        meeting.weeks,
        *_ways(source, home, meeting, lang),
    )


def _ways(source: Source, home: str, meeting: Meeting, lang: Lang) -> tuple[Value, Value]:
    """Nothing for practice: where it is held differs from student to student."""
    if meeting.is_practice:
        return None, None
    told = public_ways(source).get((home, meeting.session), PublicWays())
    return ways_text(told.there, lang), ways_text(told.back, lang)


def _contacts(sheet: Page, contacts: Sequence[Contact]) -> None:
    if contacts:
        sheet.heading(CALL)
        rows = [(item.centre_name, item.address, item.coordinator, item.telephone) for item in contacts]
        sheet.table(CONTACT_COLUMNS, rows)
