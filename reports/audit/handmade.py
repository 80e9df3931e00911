"""A plan from the sheets of a workbook: groups, sessions, enrolments and, if given, rides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from models.calendar import parity_mask, weeks_of
from models.fault import Fault
from models.network import Network, split_group_id
from models.people import People
from models.plan import Direction, Enrolment, Group, Plan, Ride, SeatMode, Session, session_id
from models.tables import Course
from models.text import Message, Text
from models.time import DAY_MINUTES
from reports.audit import cells
from reports.audit.sheets import FIX_CELL, NOT_UNDERSTOOD, Directory, Form, Row, Rows, Sheet, find_sheet
from reports.audit.week_words import PARITIES, weeks_read

T = TypeVar("T")

FORMS = {
    "groups": Form(("группы", "groups"), ("group", "course")),
    "sessions": Form(("занятия", "sessions"), ("group", "centre", "weekday", "start")),
    "enrolments": Form(("зачисления", "enrolments", "enrollments"), ("student", "group")),
}
RIDES = Form(
    ("поездки", "rides"), ("student", "session", "direction", "run", "board", "alight"), is_required=False
)
DIRECTIONS = {
    "туда": Direction.THERE,
    "there": Direction.THERE,
    "обратно": Direction.BACK,
    "домой": Direction.BACK,
    "back": Direction.BACK,
}
MODES = {
    "": SeatMode.SEAT,
    "очно": SeatMode.SEAT,
    "in the room": SeatMode.SEAT,
    "дистанционно": SeatMode.REMOTE,
    "remote": SeatMode.REMOTE,
}
ANSWERS = {"": False, "нет": False, "no": False, "да": True, "yes": True}
ALL_WEEKS = ("", "все", "каждую", "all", "every")

CLOCK = Text("нужно время, например 14:30", "a clock time such as 14:30 is")
WEEKDAY = Text("нужен день недели, например Вт", "a weekday such as Tue is")
WEEKS = Text(
    "нужны «чётные», «нечётные», «с 01.10.2026 по 25.04.2027» или недели вида 2026-W40",
    "odd, even, '2026-10-01 to 2027-04-25' or weeks such as 2026-W40 are",
)
SOME_WEEKS = Text(
    "курс допускает разные недели, укажите их", "the course allows different weeks, so a choice is"
)
DATES = Text("нужны даты вида 05.10.2026", "dates such as 2026-10-05 are")
NUMBER = Text("нужно целое число", "a whole number is")
MODE = Text("нужно «очно» или «дистанционно»", "in the room or remote is")
ANSWER = Text("нужно «да» или «нет»", "yes or no is")
DIRECTION = Text("нужно «туда» или «обратно»", "there or back is")
END = Text("нужен конец занятия: курс неизвестен", "an end is (the course is unknown), which is")
TWO_ROWS = Text("Группа указана дважды.", "The group is listed twice.")
UNLISTED = Text("Группы нет на листе групп.", "The group is not on the sheet of groups.")
GROUP_DECIDES = Text(
    "курс решает группа: у {group} это {course}", "the group decides the course: that of {group} is {course}"
)
ADD_GROUP = Text("Добавьте группу.", "Add the group.")


@dataclass(frozen=True)
class SheetsReading:
    """The plan, or the faults; ``notes`` tell what was changed to fit an edit or is not read."""

    plan: Plan | None
    faults: tuple[Fault, ...]
    notes: tuple[Message, ...] = ()


def plan_of_sheets(sheets: Mapping[str, Rows], network: Network, people: People) -> SheetsReading:
    """The plan as the sheets say it."""
    faults: list[Fault] = []
    found = {name: find_sheet(form, sheets, faults) for name, form in FORMS.items()}
    ridden = find_sheet(RIDES, sheets, faults)
    if faults:
        return SheetsReading(None, tuple(faults))
    names = Directory.of(network, people)
    courses = _group_courses(found["groups"], names)
    sessions = _sessions(found["sessions"], network, names, courses)
    plan = Plan(
        groups=tuple(
            Group(id=group, course=course, sessions=tuple(sessions.get(group, ())))
            for group, course in courses.items()
        ),
        enrolments=tuple(_enrolments(found["enrolments"], network, names, courses)),
        rides=tuple(read_rides(ridden, names)),
    )
    read = [sheet for sheet in (*found.values(), ridden) if sheet]
    faults = [fault for sheet in read for fault in sheet.faults]
    if faults:
        return SheetsReading(None, tuple(faults))
    return SheetsReading(plan, (), tuple(note for sheet in read for note in sheet.notes))


def _group_courses(sheet: Sheet | None, names: Directory) -> dict[str, str]:
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
    sheet: Sheet | None, network: Network, names: Directory, courses: Mapping[str, str]
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
                dates=_dates(row, "dates"),
                spare=_dates(row, "spare"),
            )
        )
    return sessions


def _dates(row: Row, column: str) -> tuple[date, ...]:
    """The dates of a cell, in order."""
    dates: list[date] = row.read(column, cells.dates, DATES, [])
    return tuple(sorted(dates))


def _end(row: Row, network: Network, course: Course | None, start: int) -> int:
    """The end as written, else the start and the length of a session of the course."""
    if row.text("end"):
        return row.read("end", cells.clock, CLOCK, start)
    if course is None:
        row.fault("end", NOT_UNDERSTOOD(expected=END), FIX_CELL())
        return start
    return min(start + network.session_minutes(course), DAY_MINUTES)


def _weeks(row: Row, network: Network, course: Course | None) -> tuple[str, ...]:
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
        unread: tuple[str, ...] | None = ()
        stretch = row.read("weeks", lambda cell: weeks_read(calendar, cells.text(cell)), WEEKS, unread)
        if stretch is not None:
            return stretch
        weeks = tuple(week.upper() for week in cells.items(row.raw("weeks")))
        if not all(len(week) == 8 and week[4:6] == "-W" for week in weeks):
            row.fault("weeks", NOT_UNDERSTOOD(expected=WEEKS), FIX_CELL())
        return tuple(sorted(set(weeks)))
    return tuple(calendar.iso_week(week) for week in weeks_of(mask))


def _enrolments(
    sheet: Sheet | None, network: Network, names: Directory, courses: Mapping[str, str]
) -> Iterator[Enrolment]:
    for row in sheet or ():
        student = names.students.find(row, "student", row.needed("student"))
        group = row.needed("group")
        yield read_seat(row, network, names, student, group, courses.get(group) or course_in(group))


def read_seat(
    row: Row, network: Network, names: Directory, student: str, group: str, course: str
) -> Enrolment:
    """The enrolment of a row, whose student and group are known, with what its other columns say.

    The group decides the course: another one in the row, as a move leaves behind, is noted and not read.
    """
    said = row.text("course")
    if said and said != course and not names.courses.may_be(said, course):
        row.pass_over("course", GROUP_DECIDES(group=group, course=course))
    site = row.text("site")
    return Enrolment(
        student=student,
        group=group,
        course=course,
        rank=row.read("rank", cells.whole, NUMBER, 1)
        if row.text("rank")
        else _rank(network, student, course),
        mode=row.read("mode", lambda cell: _said(cell, MODES), MODE, SeatMode.SEAT),
        site=names.institutions.find(row, "site", site) if site else None,
        held=row.read("held", lambda cell: _said(cell, ANSWERS), ANSWER, False),
    )


def _said(cell: Any, words: Mapping[str, T]) -> T:
    """What a word stands for; ``ValueError`` if it is none of them."""
    try:
        return words[cells.plain(cells.text(cell))]
    except KeyError as error:
        raise ValueError(cell) from error


def course_in(group: str) -> str:
    """The course in the id of a group; the id itself where it names none."""
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


def read_rides(sheet: Sheet | None, names: Directory) -> Iterator[Ride]:
    """The seats on runs."""
    for row in sheet or ():
        yield Ride(
            student=names.students.find(row, "student", row.needed("student")),
            session=row.needed("session"),
            direction=row.read("direction", lambda cell: _said(cell, DIRECTIONS), DIRECTION, Direction.THERE),
            run=row.needed("run"),
            board=row.needed("board"),
            alight=row.needed("alight"),
        )
