"""A sheet for every school: its groups with their students (in public their numbers), days, ways there and
back, whom to call; below what is printed, a text for its chat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from models.text import Lang, Text
from models.time import SHORT_WEEKDAYS
from reports.audit.timetable.words import labels
from reports.export.source import Source
from reports.export.table import Column, Kind, Value, clock
from reports.export.tables.sessions import END, GROUP, START, TITLE_COLUMN
from reports.office.binder import Binder
from reports.office.page import Page, Spans
from reports.office.sections import SCHOOLS
from reports.views.attending import Attending, Place, Usual, attending
from reports.views.chat import chat_text, way_text, ways_text
from reports.views.contacts import Contact
from reports.views.public.pages import PublicSchoolGroup, PublicSchoolPage, public_school_pages
from reports.views.public.ways import PublicWays, public_ways
from reports.views.schools import SchoolPage, school_pages
from reports.views.ways import ON_SITE, REMOTE, Way
from reports.views.week import Meeting

T = TypeVar("T")

ABOUT = Text(
    "кто, где и когда учится, дорога, кому звонить, текст для чата",
    "who learns where and when, the way, whom to call, a text for the chat",
)
FULL_NAME = Text("Полное название", "Full name")
ADDRESS = Text("Адрес", "Address")
TELEPHONE = Text("Телефон", "Telephone")
LEARNING = Text("Учатся в сети", "Learn in the network")
STUDENTS = Text("Занятия и обучающиеся", "Sessions and students")
NOBODY = Text("Зачисленных обучающихся нет.", "No student has a seat.")
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
WHO = Column("who", Text("Кто", "Who"))
THERE = Column("there", Text("Туда", "There"))
BACK = Column("back", Text("Домой", "Home"))
GRADES = Column("grades", Text("Классы и число", "Grades and numbers"))
CENTRE = Column("centre", Text("РЦ", "Centre"))
COORDINATOR = Column("coordinator", Text("Координатор", "Coordinator"))
RANK = Column("rank", Text("Очерёдность", "Rank"), Kind.NUMBER)
REASON = Column("reason", Text("Причина", "Reason"))

WIDTHS = (6, 7, 7, 20, 9, 16, 12, 30, 18, 18)
TIMES: Spans = tuple((column, 1) for column in (WEEKDAY, START, END, TITLE_COLUMN, GROUP, PLACE, WEEKS))
STUDENT_COLUMNS: Spans = (*TIMES, (WHO, 1), (THERE, 1), (BACK, 1))
PUBLIC_COLUMNS: Spans = (*TIMES, (GRADES, 1), (THERE, 1), (BACK, 1))
REFUSED_COLUMNS: Spans = ((CLASS, 1), (NAME, 3), (TITLE_COLUMN, 2), (RANK, 1), (REASON, 3))
CONTACT_COLUMNS: Spans = (
    (CENTRE, 4),
    (COORDINATOR, 4),
    (Column("telephone", TELEPHONE), 1),
    (Column("address", ADDRESS), 1),
)
WAITING = Text("* не все документы получены", "* some papers are missing")
ROOM = Text("{place}, каб. {room}", "{place}, room {room}")
AFAR = Text("{place}, дистанционно", "{place}, remotely")
OF_CLASS = Text("{of}: {names}", "{of}: {names}")
BUT = Text("{names} — {what}", "{names}: {what}")
OF_GRADE = Text("{grade} кл. — {count}", "grade {grade}: {count}")
PRACTICE = Text("место практики скажет координатор", "ask the coordinator for the place of practice")


def add_schools(binder: Binder, source: Source, *, public: bool) -> None:
    """One sheet a school that sends students or might."""
    named = labels((institution.id, institution.name) for institution in source.network.institutions)
    told = {page.institution: page for page in public_school_pages(source)} if public else {}
    for page in school_pages(source):
        name = named[page.institution]
        sheet = Page(binder, binder.add(name, SCHOOLS, ABOUT), WIDTHS, name)
        if public:
            _public_sheet(sheet, source, told[page.institution], binder.lang)
            _contacts(sheet, told[page.institution].contacts)
        else:
            _sheet(sheet, page, binder.lang)
            _contacts(sheet, page.contacts)
        sheet.end_print()
        sheet.heading(CHAT)
        sheet.lines(chat_text(source, page, binder.lang, names=not public))
        sheet.close(landscape=False)


def _sheet(sheet: Page, page: SchoolPage, lang: Lang) -> None:
    sheet.facts(
        [
            (FULL_NAME, page.full_name),
            (ADDRESS, page.address),
            (TELEPHONE, page.telephone),
            (LEARNING, page.learning),
        ]
    )
    sheet.heading(STUDENTS)
    groups = attending(page.lines, page.institution)
    if groups:
        sheet.table(STUDENT_COLUMNS, _rows(groups, lang))
    else:
        sheet.note(NOBODY)
    if any(line.held for line in page.lines):
        sheet.note(WAITING)
    if page.refused:
        sheet.heading(REFUSED)
        rows = [(item.class_name, item.name, item.title, item.rank, item.reason) for item in page.refused]
        sheet.table(REFUSED_COLUMNS, rows)


def _rows(groups: Sequence[Attending], lang: Lang) -> list[tuple[Value, ...]]:
    """A row a session by weekday and time, then the groups without one."""
    held = [(meeting, group) for group in groups for meeting in group.meetings]
    held.sort(key=lambda pair: (pair[0].weekday, pair[0].start, pair[0].end, pair[0].session))
    return [
        *(_row(group, meeting, lang) for meeting, group in held),
        *(_row(group, None, lang) for group in groups if not group.meetings),
    ]


def _row(group: Attending, meeting: Meeting | None, lang: Lang) -> tuple[Value, ...]:
    return (
        *_when(meeting),
        group.title,
        group.group,
        _usual(group.place, lambda place: _place(place, lang), lang),
        meeting.weeks if meeting else None,
        _names(group, lang),
        _usual(group.there, lambda way: _way(way, lang), lang) if meeting else None,
        _usual(group.back, lambda way: _way(way, lang), lang) if meeting else None,
    )


def _when(meeting: Meeting | None) -> tuple[Value, ...]:
    if meeting is None:
        return (None, None, None)
    return (SHORT_WEEKDAYS[meeting.weekday - 1], clock(meeting.start), clock(meeting.end))


def _names(group: Attending, lang: Lang) -> str:
    """The students by class, those with a missing paper with a star."""
    parts = []
    for item in group.classes:
        names = [f"{name}*" if name in item.held else name for name in item.names]
        parts.append(
            OF_CLASS(of=item.class_name, names=names).in_(lang) if item.class_name else ", ".join(names)
        )
    return "; ".join(parts)


def _usual(usual: Usual[T], tell: Callable[[T], str], lang: Lang) -> str:
    """What holds for most, then the others by name."""
    others = [BUT(names=names, what=tell(value)).in_(lang) for value, names in usual.others]
    return "; ".join([tell(usual.value), *others])


def _place(place: Place, lang: Lang) -> str:
    if place.is_remote:
        return AFAR(place=place.name).in_(lang)
    return ROOM(place=place.name, room=place.room).in_(lang) if place.room else place.name


def _way(way: Way | None, lang: Lang) -> str:
    stays = way is not None and way.mode in (ON_SITE, REMOTE)
    return way.mode.in_(lang) if way is not None and stays else way_text(way, lang)


def _public_sheet(sheet: Page, source: Source, page: PublicSchoolPage, lang: Lang) -> None:
    sheet.facts([(FULL_NAME, page.full_name), (ADDRESS, page.address), (TELEPHONE, page.telephone)])
    sheet.heading(SESSIONS)
    groups = {group.group: group for group in page.groups}
    rows = [
        _meeting(source, page.institution, groups[meeting.group], meeting, lang)
        for meeting in page.meetings
        if meeting.group in groups
    ]
    timed = {meeting.group for meeting in page.meetings}
    rows += [
        (*_when(None), group.title, group.group, group.centre_name, None, _grades(group, lang), None, None)
        for group in page.groups
        if group.group not in timed
    ]
    if rows:
        sheet.table(PUBLIC_COLUMNS, rows)
    else:
        sheet.note(NOT_TOLD)


def _grades(group: PublicSchoolGroup, lang: Lang) -> str:
    return "; ".join(OF_GRADE(grade=cell.grade, count=cell.count).in_(lang) for cell in group.cells)


def _meeting(
    source: Source, home: str, group: PublicSchoolGroup, meeting: Meeting, lang: Lang
) -> tuple[Value, ...]:
    """A session with the ways of the school's students, as far as they may be told."""
    place: Value = PRACTICE if meeting.is_practice else meeting.centre_name
    if meeting.room and not meeting.is_practice:
        place = ROOM(place=meeting.centre_name, room=meeting.room)
    return (
        *_when(meeting),
        meeting.title,
        meeting.group,
        place,
        meeting.weeks,
        _grades(group, lang),
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
        rows = [(item.centre_name, item.coordinator, item.telephone, item.address) for item in contacts]
        sheet.table(CONTACT_COLUMNS, rows)
