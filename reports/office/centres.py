"""A sheet for every resource centre: whom to call, its week, its groups, where they come from, its rooms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from models.order import natural
from models.tables import Room
from models.text import LANGS, Message, Text
from models.time import WEEKDAYS
from reports.audit.timetable.words import PRACTICE, centre_labels
from reports.export.source import Source
from reports.export.table import Column, Kind, Value, clock
from reports.export.tables.members import NOT_NAMED, TOGETHER
from reports.export.tables.sessions import COUNT, END, FIRST, GROUP, LAST, START, TITLE_COLUMN, WEEKDAY
from reports.office.binder import Binder
from reports.office.page import Page, Spans
from reports.office.sections import CENTRES
from reports.views.centres import CentrePage, centre_pages
from reports.views.fill import Fill
from reports.views.public.members import PublicMembers
from reports.views.public.pages import PublicCentrePage, public_centre_pages
from reports.views.week import Meeting

TITLE = Text("РЦ {name}", "Centre {name}")
ABOUT = Text("неделя, группы, кабинеты, координатор", "week, groups, rooms, coordinator")
ADDRESS = Text("Адрес", "Address")
COORDINATOR = Text("Координатор", "Coordinator")
TELEPHONE = Text("Телефон", "Telephone")
PROFILES = Text("Профили", "Profiles")
STATUS = Text("Состояние", "Status")
WEEK = Text("Неделя центра", "The week of the centre")
NO_WEEK = Text("Занятий здесь нет.", "No sessions are held here.")
GROUPS = Text("Группы", "Groups")
ROOMS = Text("Кабинеты", "Rooms")
NO_ROOMS = Text("Кабинеты не указаны.", "No rooms are given.")

ROOM = Column("room", Text("Кабинет", "Room"))
TEACHERS = Column("teachers", Text("Учителя", "Teachers"))
SIZE = Column("size", Text("Человек", "Students"), Kind.NUMBER)
WEEKS = Column("weeks", Text("Недели", "Weeks"))
MEMBERS = Column("members", Text("Из каких ОУ", "From which schools"))
TARGET = Column("target", Text("Желательно", "Target"), Kind.NUMBER)
LIMITS = Column("limits", Text("Пределы", "Limits"))
KIND = Column("kind", Text("Вид", "Kind"))
EQUIPMENT = Column("equipment", Text("Оборудование", "Equipment"))
SEATS = Column("seats", Text("Мест", "Seats"), Kind.NUMBER)
USES = Column("uses", Text("Занятий в неделю", "Sessions a week"), Kind.NUMBER)

WIDTHS = (13, 8, 7, 10, 30, 13, 25, 9, 17, 12, 11, 9)
SENDS = Text("{name} — {count}", "{name}: {count}")
SENDS_GRADE = Text("{name}, {grade} кл. — {count}", "{name}, grade {grade}: {count}")


def add_centres(binder: Binder, source: Source, *, public: bool) -> None:
    """One sheet a centre, also of those without sessions."""
    pages = public_centre_pages(source) if public else centre_pages(source)
    named = centre_labels(source.network)
    for page in pages:
        name = TITLE(name=named.get(page.centre, page.name)).in_(binder.lang)
        sheet = Page(binder, binder.add(name, CENTRES, ABOUT), WIDTHS, name)
        sheet.facts(
            [
                (ADDRESS, page.address),
                (COORDINATOR, page.coordinator),
                (TELEPHONE, page.telephone),
                (PROFILES, ", ".join(page.profiles)),
                (STATUS, page.status),
            ]
        )
        sheet.heading(WEEK)
        if page.meetings:
            sheet.table(_week_columns(public=public), _week(page.meetings, public=public))
        else:
            sheet.note(NO_WEEK)
        rows = _public_groups(page) if isinstance(page, PublicCentrePage) else _groups(page)
        if rows:
            sheet.heading(GROUPS)
            sheet.table(GROUP_COLUMNS, rows)
        sheet.heading(ROOMS)
        if page.rooms:
            sheet.table(ROOM_COLUMNS, _rooms(page.rooms, page.meetings))
        else:
            sheet.note(NO_ROOMS)
        sheet.close()


def _week_columns(*, public: bool) -> Spans:
    """The public week has no teachers: their place goes to the room."""
    people = [(ROOM, 2)] if public else [(ROOM, 1), (TEACHERS, 1)]
    times = [(WEEKDAY, 1), (START, 1), (END, 1), (GROUP, 1), (TITLE_COLUMN, 1)]
    return [*times, *people, (SIZE, 1), (WEEKS, 1), (FIRST, 1), (LAST, 1), (COUNT, 1)]


def _week(held: Sequence[Meeting], *, public: bool) -> list[tuple[Value, ...]]:
    return [
        (
            WEEKDAYS[meeting.weekday - 1],
            clock(meeting.start),
            clock(meeting.end),
            meeting.group,
            meeting.title,
            PRACTICE if meeting.is_practice else meeting.room,
            *(() if public else (", ".join(meeting.teacher_names),)),
            meeting.size,
            meeting.weeks,
            meeting.first,
            meeting.last,
            len(meeting.dates),
        )
        for meeting in held
    ]


GROUP_COLUMNS: Spans = (
    (GROUP, 1),
    (TITLE_COLUMN, 4),
    (MEMBERS, 2),
    (SIZE, 1),
    (TARGET, 1),
    (LIMITS, 3),
)


def _groups(page: CentrePage) -> list[tuple[Value, ...]]:
    rows = []
    for group in page.groups:
        members = [SENDS(name=item.name, count=item.count) for item in group.members]
        rows.append(_group(group.fill.group, group.fill.title, _listed(members), group.fill.size, group.fill))
    return rows


def _public_groups(page: PublicCentrePage) -> list[tuple[Value, ...]]:
    """A group of one or two has no limits beside it, and its size only as "fewer than 3"."""
    told = {fill.group: fill for fill in page.fills}
    circles = {group: circle for circle in page.members for group in circle.groups}
    first = {meeting.group: meeting for meeting in reversed(page.meetings)}
    return [
        _group(group, meeting.title, _origin(circles[group]), meeting.size, told.get(group))
        for group, meeting in sorted(first.items(), key=lambda item: (item[1].title, natural(item[0])))
    ]


def _group(
    group: str, title: str, members: Value, size: int | Message, fill: Fill | None
) -> tuple[Value, ...]:
    limits = (fill.target, fill.limits) if fill else (None, None)
    return (group, title, members, size, *limits)


def _origin(circle: PublicMembers) -> Value:
    """What may be told of where the members come from."""
    if circle.cells:
        return _listed(
            [SENDS_GRADE(name=cell.name, grade=cell.grade, count=cell.count) for cell in circle.cells]
        )
    if not circle.schools:
        return NOT_NAMED
    names = ", ".join(circle.school_names)
    return TOGETHER(names=names) if len(circle.schools) > 1 else names


def _listed(items: Sequence[Message]) -> Text:
    """Items parted by semicolons."""
    return Text(*("; ".join(item.in_(lang) for item in items) for lang in LANGS))


ROOM_COLUMNS: Spans = ((ROOM, 4), (KIND, 1), (EQUIPMENT, 2), (SEATS, 1), (USES, 1))


def _rooms(rooms: Sequence[Room], held: Sequence[Meeting]) -> list[tuple[Value, ...]]:
    uses = Counter(meeting.room for meeting in held)
    return [
        (room.name, room.kind, ", ".join(room.equipment), room.capacity, uses[room.name]) for room in rooms
    ]
