"""A plan from the sheets of a workbook: groups, sessions, enrolments and, if given, rides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from models.calendar import parity_mask, weeks_of
from models.fault import Fault, Spot
from models.finding import Severity
from models.network import Network, split_group_id
from models.people import People
from models.plan import Direction, Enrolment, Group, Plan, Ride, Session, session_id
from models.tables import Course
from models.text import Message, Text
from models.time import DAY_MINUTES, Parity
from reports.audit import cells

T = TypeVar("T")
Rows = Sequence[Sequence[Any]]

SHEETS = {
    "groups": ("группы", "groups"),
    "sessions": ("занятия", "sessions"),
    "enrolments": ("зачисления", "enrolments", "enrollments"),
    "rides": ("поездки", "rides"),
}
REQUIRED_SHEETS = ("groups", "sessions", "enrolments")

COLUMNS = {
    "group": ("группа", "group"),
    "course": ("курс", "course"),
    "session": ("занятие", "session"),
    "centre": ("рц", "ресурсный центр", "centre"),
    "room": ("кабинет", "room"),
    "teachers": ("учителя", "учитель", "teachers", "teacher"),
    "weekday": ("день недели", "день", "weekday"),
    "start": ("начало", "start"),
    "end": ("конец", "end"),
    "weeks": ("недели", "weeks"),
    "dates": ("даты", "dates"),
    "spare": ("запасные даты", "spare dates"),
    "student": ("обучающийся", "student"),
    "rank": ("очередность", "rank"),
    "site": ("место практики", "practice place", "site"),
    "direction": ("направление", "direction"),
    "run": ("рейс", "run"),
    "board": ("посадка", "board"),
    "alight": ("высадка", "alight"),
}
REQUIRED_COLUMNS = {
    "groups": ("group", "course"),
    "sessions": ("group", "centre", "weekday", "start"),
    "enrolments": ("student", "group"),
    "rides": ("student", "session", "direction", "run", "board", "alight"),
}
DIRECTIONS = {
    "туда": Direction.THERE,
    "there": Direction.THERE,
    "обратно": Direction.BACK,
    "домой": Direction.BACK,
    "back": Direction.BACK,
}
PARITIES = {
    "нечетные": Parity.ODD,
    "odd": Parity.ODD,
    "четные": Parity.EVEN,
    "even": Parity.EVEN,
}
ALL_WEEKS = ("", "все", "каждую", "all", "every")

NO_SHEET = Text("Нет листа «{sheet}».", "Sheet {sheet} is missing.")
ADD_SHEET = Text("Добавьте лист.", "Add the sheet.")
NO_COLUMN = Text("Нет столбца «{column}».", "Column {column} is missing.")
TWO_COLUMNS = Text("Столбец «{column}» повторяется.", "Column {column} is there twice.")
FIX_COLUMN = Text("Исправьте заголовки листа.", "Correct the headers of the sheet.")
BLANK = Text("Не заполнено.", "Left blank.")
FILL = Text("Заполните ячейку.", "Fill in the cell.")
NOT_UNDERSTOOD = Text("Не удалось понять: {expected}.", "Not understood: {expected} expected.")
FIX_CELL = Text("Исправьте ячейку.", "Correct the cell.")
CLOCK = Text("нужно время, например 14:30", "a clock time such as 14:30 is")
WEEKDAY = Text("нужен день недели, например Вт", "a weekday such as Tue is")
WEEKS = Text("нужны «чётные», «нечётные» или недели вида 2026-W40", "odd, even or weeks such as 2026-W40 are")
SOME_WEEKS = Text(
    "курс допускает разные недели, укажите их", "the course allows different weeks, so a choice is"
)
DATES = Text("нужны даты вида 05.10.2026", "dates such as 2026-10-05 are")
NUMBER = Text("нужно целое число", "a whole number is")
DIRECTION = Text("нужно «туда» или «обратно»", "there or back is")
END = Text("нужен конец занятия: курс неизвестен", "an end is (the course is unknown), which is")
NAMESAKES = Text("Так зовут нескольких: {ids}.", "Several have this name: {ids}.")
USE_ID = Text("Укажите номер вместо имени.", "Give the id in place of the name.")
TWO_ROWS = Text("Группа указана дважды.", "The group is listed twice.")
UNLISTED = Text("Группы нет на листе групп.", "The group is not on the sheet of groups.")
ADD_GROUP = Text("Добавьте группу.", "Add the group.")


@dataclass
class _Sheet:
    """The rows of one sheet by the program's column names; faults gather as cells are read."""

    title: str
    columns: dict[str, int]
    headers: Mapping[str, str]
    rows: list[tuple[int, Sequence[Any]]]
    faults: list[Fault] = field(default_factory=list)

    def __iter__(self) -> Iterator[_Row]:
        return (_Row(self, number, row) for number, row in self.rows)


@dataclass(frozen=True)
class _Row:
    """One row, asked cell by cell."""

    sheet: _Sheet
    number: int
    cells: Sequence[Any]

    def raw(self, column: str) -> Any:
        position = self.sheet.columns.get(column)
        return self.cells[position] if position is not None and position < len(self.cells) else ""

    def text(self, column: str) -> str:
        return cells.text(self.raw(column))

    def fault(self, column: str, problem: Message, cure: Message) -> None:
        header = self.sheet.headers.get(column, column)
        spot = Spot(self.sheet.title, self.number, header)
        self.sheet.faults.append(Fault(Severity.ERROR, spot, self.text(column), problem, cure))

    def needed(self, column: str) -> str:
        """The text of a cell that must not be blank."""
        found = self.text(column)
        if not found:
            self.fault(column, BLANK(), FILL())
        return found

    def read(self, column: str, reader: Callable[[Any], T], expected: Text, default: T) -> T:
        """What a reader makes of a cell; a fault, and the default, if it makes nothing of it."""
        try:
            return reader(self.raw(column))
        except (ValueError, OverflowError):
            self.fault(column, NOT_UNDERSTOOD(expected=expected), FIX_CELL())
            return default


class _Names:
    """Ids by id or name. A name that nobody has stays as it is, for the audit to wonder at."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.ids: dict[str, list[str]] = defaultdict(list)
        for id, name in pairs:
            for said in {cells.plain(id), cells.plain(name)} - {""}:
                if id not in self.ids[said]:
                    self.ids[said].append(id)
        self.own = {cells.plain(id): id for ids in self.ids.values() for id in ids}

    def find(self, row: _Row, column: str, said: str) -> str:
        key = cells.plain(said)
        if key in self.own:
            return self.own[key]
        found = self.ids.get(key, [])
        if len(found) > 1:
            row.fault(column, NAMESAKES(ids=found), USE_ID())
        return found[0] if found else said


@dataclass(frozen=True)
class _Directory:
    """The names of everything a plan mentions."""

    courses: _Names
    centres: _Names
    teachers: _Names
    students: _Names
    institutions: _Names

    @classmethod
    def of(cls, network: Network, people: People) -> _Directory:
        institutions = [(i.id, name) for i in network.institutions for name in {i.name, i.full_name}]
        centres = [
            (centre.id, name)
            for centre in network.centres
            for id, name in institutions
            if id == centre.institution
        ]
        return cls(
            courses=_Names((course.id, course.title) for course in network.courses),
            centres=_Names(centres),
            teachers=_Names((t.id, people.teacher(t.id)) for t in network.teachers),
            students=_Names((s.id, people.student(s.id)) for s in network.students),
            institutions=_Names(institutions),
        )


def plan_of_sheets(
    sheets: Mapping[str, Rows], network: Network, people: People
) -> tuple[Plan | None, tuple[Fault, ...]]:
    """The plan, or ``None`` and the faults of the sheets."""
    faults: list[Fault] = []
    found = {name: _sheet(name, sheets, faults) for name in SHEETS}
    if faults:
        return None, tuple(faults)
    names = _Directory.of(network, people)
    courses = _group_courses(found["groups"], names)
    sessions = _sessions(found["sessions"], network, names, courses)
    plan = Plan(
        groups=tuple(
            Group(id=group, course=course, sessions=tuple(sessions.get(group, ())))
            for group, course in courses.items()
        ),
        enrolments=tuple(_enrolments(found["enrolments"], network, names, courses)),
        rides=tuple(_rides(found["rides"], names)),
    )
    faults = [fault for sheet in found.values() if sheet for fault in sheet.faults]
    return (None if faults else plan), tuple(faults)


def _sheet(name: str, sheets: Mapping[str, Rows], faults: list[Fault]) -> _Sheet | None:
    title = next((title for title in sheets if cells.plain(title) in SHEETS[name]), None)
    if title is None:
        if name in REQUIRED_SHEETS:
            shown = SHEETS[name][0].capitalize()
            faults.append(Fault(Severity.ERROR, Spot(shown), "", NO_SHEET(sheet=shown), ADD_SHEET()))
        return None
    rows = list(sheets[title])
    top = _header_row(rows)
    headers = [cells.text(cell) for cell in rows[top]] if rows else []
    columns: dict[str, int] = {}
    for column, spellings in COLUMNS.items():
        places = [i for i, header in enumerate(headers) if cells.plain(header) in spellings]
        problem = None
        if len(places) > 1:
            problem = TWO_COLUMNS(column=spellings[0])
        elif not places and column in REQUIRED_COLUMNS[name]:
            problem = NO_COLUMN(column=spellings[0])
        if problem:
            spot = Spot(title, top + 1, spellings[0])
            faults.append(Fault(Severity.ERROR, spot, "", problem, FIX_COLUMN()))
        elif places:
            columns[column] = places[0]
    filled = [
        (number, row)
        for number, row in enumerate(rows[top + 1 :], start=top + 2)
        if any(cells.text(cell) for cell in row)
    ]
    return _Sheet(title, columns, {column: headers[i] for column, i in columns.items()}, filled)


def _header_row(rows: list[Sequence[Any]]) -> int:
    """The row with most of the sheet's headers among the first ten; titles may stand above it."""
    known = {spelling for spellings in COLUMNS.values() for spelling in spellings}
    counts = [sum(cells.plain(cells.text(cell)) in known for cell in row) for row in rows[:10]]
    return counts.index(max(counts)) if counts else 0


def _group_courses(sheet: _Sheet | None, names: _Directory) -> dict[str, str]:
    """Group → course. A group listed twice is a fault of the sheet."""
    courses: dict[str, str] = {}
    listed: Counter[str] = Counter()
    for row in sheet or ():
        group = row.needed("group")
        listed[group] += 1
        if listed[group] > 1:
            row.fault("group", TWO_ROWS(), FIX_CELL())
        courses[group] = names.courses.find(row, "course", row.needed("course"))
    return courses


def _sessions(
    sheet: _Sheet | None, network: Network, names: _Directory, courses: Mapping[str, str]
) -> dict[str, list[Session]]:
    sessions: dict[str, list[Session]] = defaultdict(list)
    for row in sheet or ():
        group = row.needed("group")
        if group and group not in courses:
            row.fault("group", UNLISTED(), ADD_GROUP())
        course = network.course_by_id.get(courses.get(group, ""))
        start = row.read("start", cells.clock, CLOCK, 0)
        sessions[group].append(
            Session(
                id=row.text("session") or session_id(group, len(sessions[group]) + 1),
                centre=names.centres.find(row, "centre", row.needed("centre")),
                room=row.text("room") or None,
                teachers=tuple(
                    names.teachers.find(row, "teachers", said) for said in cells.items(row.raw("teachers"))
                ),
                weekday=row.read("weekday", cells.weekday, WEEKDAY, 1),
                start=start,
                end=_end(row, network, course, start),
                weeks=_weeks(row, network, course),
                dates=tuple(row.read("dates", cells.dates, DATES, [])),
                spare=tuple(row.read("spare", cells.dates, DATES, [])),
            )
        )
    return sessions


def _end(row: _Row, network: Network, course: Course | None, start: int) -> int:
    """The end as written, else the start and the length of a session of the course."""
    if row.text("end"):
        return row.read("end", cells.clock, CLOCK, start)
    if course is None:
        row.fault("end", NOT_UNDERSTOOD(expected=END), FIX_CELL())
        return start
    return min(start + network.session_minutes(course), DAY_MINUTES)


def _weeks(row: _Row, network: Network, course: Course | None) -> tuple[str, ...]:
    """ISO weeks of a list, of a parity, or (left blank) the only weeks the course allows."""
    calendar = network.school_calendar
    said = cells.plain(row.text("weeks"))
    masks = network.week_masks(course) if course else [calendar.network_mask]
    if said in ALL_WEEKS:
        if len(masks) > 1:
            row.fault("weeks", NOT_UNDERSTOOD(expected=SOME_WEEKS), FIX_CELL())
        mask = masks[0] if masks else 0
    elif said in PARITIES:
        every = 0
        for allowed in masks:
            every |= allowed
        mask = every & parity_mask(PARITIES[said])
    else:
        weeks = tuple(week.upper() for week in cells.items(row.raw("weeks")))
        if not all(len(week) == 8 and week[4:6] == "-W" for week in weeks):
            row.fault("weeks", NOT_UNDERSTOOD(expected=WEEKS), FIX_CELL())
        return weeks
    return tuple(calendar.iso_week(week) for week in weeks_of(mask))


def _enrolments(
    sheet: _Sheet | None, network: Network, names: _Directory, courses: Mapping[str, str]
) -> Iterator[Enrolment]:
    for row in sheet or ():
        student = names.students.find(row, "student", row.needed("student"))
        group = row.needed("group")
        course = courses.get(group) or _course_in(group)
        site = row.text("site")
        yield Enrolment(
            student=student,
            group=group,
            course=course,
            rank=row.read("rank", cells.whole, NUMBER, 1)
            if row.text("rank")
            else _rank(network, student, course),
            site=names.institutions.find(row, "site", site) if site else None,
        )


def _course_in(group: str) -> str:
    try:
        return split_group_id(group)[0]
    except ValueError:
        return group


def _rank(network: Network, student: str, course: str) -> int:
    """The rank of the student's first choice for the course; 1 if there is none."""
    return next(
        (
            choice.rank
            for choice in network.choices_by_student.get(student, ())
            if any(course == wanted.id for wanted in network.courses_of(choice.course))
        ),
        1,
    )


def _rides(sheet: _Sheet | None, names: _Directory) -> Iterator[Ride]:
    for row in sheet or ():
        yield Ride(
            student=names.students.find(row, "student", row.needed("student")),
            session=row.needed("session"),
            direction=row.read("direction", _direction, DIRECTION, Direction.THERE),
            run=row.needed("run"),
            board=row.needed("board"),
            alight=row.needed("alight"),
        )


def _direction(cell: Any) -> Direction:
    try:
        return DIRECTIONS[cells.plain(cells.text(cell))]
    except KeyError as error:
        raise ValueError(cell) from error
