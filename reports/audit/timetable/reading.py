"""A plan from timetable.xlsx: sessions from the wall grid, members from the lists, rides from theirs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from models.fault import Fault
from models.network import Network
from models.people import People
from models.plan import Enrolment, Group, Plan, Ride
from models.text import LANGS, Text
from reports.audit import cells
from reports.audit.handmade import RIDES, SheetsReading, course_in, read_rides, read_seat
from reports.audit.sheets import (
    NAMESAKES,
    USE_ID,
    Directory,
    Form,
    Row,
    Rows,
    Sheet,
    find_sheet,
    title_of,
)
from reports.audit.timetable.cards import NAME_GROUP, NO_GROUP, CardReader
from reports.audit.timetable.wall import Wall
from reports.audit.timetable.words import LISTS, WALL

WALL_TITLES = tuple(cells.plain(WALL.in_(lang)) for lang in LANGS)
LIST_FORM = Form(tuple(cells.plain(LISTS.in_(lang)) for lang in LANGS), ("group",))

NOBODY = Text("Такого обучающегося нет.", "There is no such student.")
CHECK_NAME = Text(
    "Исправьте ФИО или впишите номер обучающегося.", "Correct the name, or write the id of the student."
)
DISAGREE = Text(
    "ФИО «{name}» и номер «{id}» — разных обучающихся.", "The name {name} and the id {id} are two students'."
)
KEEP_ONE = Text("Сотрите то из двух, что неверно.", "Erase the one of the two that is wrong.")
TWICE = Text(
    "Обучающийся уже есть в этой группе: строка {row}.", "The student is in this group already: row {row}."
)
REMOVE_ROW = Text("Удалите лишнюю строку.", "Delete one of the rows.")
DROPPED = Text(
    "Сняты поездки на занятия, где обучающийся больше не занят: {count}.",
    "Rides to sessions that the student no longer attends were dropped: {count}.",
)


def is_timetable(sheets: Mapping[str, Rows]) -> bool:
    """Whether a workbook has the wall grid."""
    return title_of(WALL_TITLES, sheets) is not None


def plan_of_timetable(sheets: Mapping[str, Rows], network: Network, people: People) -> SheetsReading:
    """The plan as the grid and the lists say it after editing."""
    faults: list[Fault] = []
    lists = find_sheet(LIST_FORM, sheets, faults)
    ridden = find_sheet(RIDES, sheets, faults)
    title = title_of(WALL_TITLES, sheets)
    if lists is None or title is None or faults:
        return SheetsReading(None, tuple(faults))
    names = Directory.of(network, people)
    listed = _listed(lists, names)
    reader = CardReader(network, names, listed)
    wall = Wall(title, sheets[title], network, names)
    held, sessions = wall.sessions(reader)
    courses = {**held, **{group: course for group, course in listed.items() if course}}
    seats = _seats(lists, network, names, reader, courses)
    rides = list(read_rides(ridden, names))
    groups = tuple(
        Group(id=group, course=course, sessions=tuple(sessions.get(group, ())))
        for group, course in courses.items()
    )
    faults = [*wall.faults, *lists.faults, *(ridden.faults if ridden else ())]
    if faults:
        return SheetsReading(None, tuple(faults))
    kept = _still_ridden(rides, groups, seats)
    notes = [DROPPED(count=len(rides) - len(kept))] if len(kept) < len(rides) else []
    plan = Plan(groups=groups, enrolments=tuple(seats), rides=tuple(kept))
    return SheetsReading(plan, (), (*notes, *lists.notes))


def _listed(lists: Sheet, names: Directory) -> dict[str, str]:
    """Group → course: the one in the group's id, else the one that most of its rows name.

    A row that was moved to another group still names the course that it comes from.
    """
    known = set(names.courses.own.values())
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for row in lists:
        group, said = row.text("group"), row.text("course")
        if group:
            key = cells.plain(group)
            own = names.courses.own.get(cells.plain(course_in(group)), "")
            course = own or (names.courses.find(row, "course", said) if said else "")
            spelt[key][group] += 1
            named[key][course] += course in known
    most = {key: courses.most_common(1)[0] for key, courses in named.items()}
    return {spelt[key].most_common(1)[0][0]: course for key, (course, rows) in most.items() if rows}


def _seats(
    lists: Sheet, network: Network, names: Directory, reader: CardReader, courses: dict[str, str]
) -> list[Enrolment]:
    """One seat a row; adds the groups that have members, but no session."""
    seats: list[Enrolment] = []
    rows: dict[tuple[str, str], int] = {}
    for row in lists:
        student = _student(row, names)
        said = row.needed("group")
        known = reader.group(said)
        if said and known is None:
            row.fault("group", NO_GROUP(said=said), NAME_GROUP(example=reader.example))
        if student is None or known is None:
            continue
        group, course = known
        if (student, group) in rows:
            row.fault(_naming(row), TWICE(row=rows[student, group]), REMOVE_ROW())
            continue
        rows[student, group] = row.number
        courses.setdefault(group, course)
        seats.append(read_seat(row, network, names, student, group, courses[group]))
    return seats


def _naming(row: Row) -> str:
    """The column that names the student."""
    return "name" if row.text("name") else "student"


def _student(row: Row, names: Directory) -> str | None:
    """The student of a row by id, by name, or by both if they agree; else ``None``, and a fault."""
    id, name = row.text("student"), row.text("name")
    if not id and not name:
        row.needed(_naming(row))
        return None
    own = names.students.own.get(cells.plain(id)) if id else None
    named = names.students.ids.get(cells.plain(name), []) if name else []
    if (id and own is None) or (name and not named):
        row.fault("student" if id and own is None else "name", NOBODY(), CHECK_NAME())
        return None
    if own is not None:
        if name and own not in named:
            row.fault("name", DISAGREE(name=name, id=id), KEEP_ONE())
            return None
        return own
    if len(named) > 1:
        row.fault("name", NAMESAKES(ids=named), USE_ID())
        return None
    return named[0]


def _still_ridden(rides: list[Ride], groups: tuple[Group, ...], seats: list[Enrolment]) -> list[Ride]:
    """The rides of those who attend the session: leaving a group means leaving its bus."""
    members = {(seat.student, seat.group) for seat in seats}
    group_of = {session.id: group.id for group in groups for session in group.sessions}
    return [ride for ride in rides if (ride.student, group_of.get(ride.session, "")) in members]
