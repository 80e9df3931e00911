"""Reads the wall grid: a session is held on the weekday and at the time of its row, at the centre of its
column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from models.calendar import weeks_of
from models.fault import Fault, Spot
from models.files.grid import Broken, letters
from models.finding import Severity
from models.network import Network
from models.plan import Session, session_id
from models.tables import Course
from models.text import Message, Text
from models.time import DAY_MINUTES
from reports.audit import cells
from reports.audit.handmade import CLOCK, SOME_WEEKS, WEEKDAY, WEEKS
from reports.audit.sheets import (
    COLUMNS,
    FIX_CELL,
    FIX_COLUMN,
    NO_COLUMN,
    NOT_UNDERSTOOD,
    Directory,
    Rows,
    header_row,
)
from reports.audit.timetable.cards import Card, CardReader
from reports.audit.timetable.words import masks_meant

NO_TIME = Text(
    "Занятие стоит в строке без дня или времени.", "The session stands in a row without a day or a time."
)
GIVE_TIME = Text(
    "Впишите в строку день недели и начало или перенесите занятие в другую строку.",
    "Write weekday and start into the row, or move the session to another row.",
)
NO_CENTRE = Text(
    "Столбец «{header}» не назван ресурсным центром сети.",
    "The column {header} names no centre of the network.",
)
NAME_CENTRE = Text(
    "Назовите столбец как центр или перенесите занятие.",
    "Name the column as the centre, or move the session.",
)
PLACED = Text(
    "Занятие {session} уже стоит в строке {row}, столбец «{column}».",
    "Session {session} already stands in row {row}, column {column}.",
)
REMOVE_ONE = Text("Оставьте одну из ячеек.", "Keep one of the cells.")
TIMES = ("weekday", "start", "end")


@dataclass(frozen=True)
class Placed:
    """A card with its cell and with what row and column say."""

    card: Card
    spot: Spot
    said: str
    centre: str
    weekday: int
    start: int
    end: int | None


class Wall:
    """The grid of one sheet; faults gather as it is read."""

    def __init__(self, title: str, rows: Rows, network: Network, names: Directory) -> None:
        self.faults: list[Fault] = []
        self._title = title
        self._network = network
        top = header_row(rows)
        self._headers = [cells.text(cell) for cell in rows[top]] if rows else []
        self._rows = [(number, row) for number, row in enumerate(rows[top + 1 :], start=top + 2)]
        self._times = self._time_columns(top + 1)
        self._centres = self._centre_columns(names)

    def _time_columns(self, row: int) -> dict[str, int]:
        found = {}
        for column in TIMES:
            spellings = COLUMNS[column]
            places = [at for at, header in enumerate(self._headers) if cells.plain(header) in spellings]
            if places:
                found[column] = places[0]
            elif column != "end":
                spot = Spot(self._title, row, spellings[0])
                self._fault(spot, "", NO_COLUMN(column=spellings[0]), FIX_COLUMN())
        return found

    def _centre_columns(self, names: Directory) -> dict[int, str | None]:
        """Position → centre; ``None`` where the header names none. Only the first line of a header counts."""
        found: dict[int, str | None] = {}
        for at, header in enumerate(self._headers):
            if at not in self._times.values():
                key = cells.plain(header.partition("\n")[0])
                ids = names.centres.ids.get(key, [])
                found[at] = names.centres.own.get(key) or (ids[0] if len(ids) == 1 else None)
        return found

    def sessions(self, reader: CardReader) -> tuple[dict[str, str], dict[str, list[Session]]]:
        """Group → its course and its sessions, of all cells that were understood."""
        courses: dict[str, str] = {}
        placed: dict[str, list[Placed]] = defaultdict(list)
        for item in self._placed(reader):
            placed[item.card.group].append(item)
            courses[item.card.group] = item.card.course.id if item.card.course else ""
        return courses, {group: self._of_group(group, items) for group, items in placed.items()}

    def _placed(self, reader: CardReader) -> Iterator[Placed]:
        weekday: Any = ""
        for number, row in self._rows:
            weekday = self._cell(row, "weekday") or weekday
            for at in range(len(row)):
                said = cells.text(row[at])
                if isinstance(row[at], Broken):
                    self._broken(number, at, row[at])
                elif said and at not in self._times.values():
                    yield from self._cards(number, row, at, said, weekday, reader)

    def _broken(self, number: int, at: int, cell: Broken) -> None:
        self._fault(self._spot(number, at), cell.shown, cell.problem(), cell.cure())

    def _spot(self, number: int, at: int) -> Spot:
        """A cell below the headers, of which the first line counts."""
        header = self._headers[at] if at < len(self._headers) else ""
        return Spot(self._title, number, header.partition("\n")[0], cell_name(number, at))

    def _cards(
        self, number: int, row: Sequence[Any], at: int, said: str, weekday: Any, reader: CardReader
    ) -> Iterator[Placed]:
        """The sessions of a cell; blank lines part several of them."""
        spot = self._spot(number, at)
        centre = self._centres.get(at)
        if centre is None:
            self._fault(spot, said, NO_CENTRE(header=spot.column), NAME_CENTRE())
            return
        if any(isinstance(cell, Broken) for cell in (weekday, *(self._cell(row, time) for time in TIMES))):
            return
        if not cells.text(weekday) or not cells.text(self._cell(row, "start")):
            self._fault(spot, said, NO_TIME(), GIVE_TIME())
            return
        day = self._time(number, "weekday", weekday)
        start = self._time(number, "start", self._cell(row, "start"))
        ends = cells.text(self._cell(row, "end"))
        end = self._time(number, "end", self._cell(row, "end")) if ends else None
        if day is None or start is None or (ends and end is None):
            return
        for part in re.split(r"\n\s*\n", said):
            card = reader.read(part, partial(self._fault, spot, part))
            if card is not None:
                yield Placed(card, spot, part, centre, day, start, end)

    def _cell(self, row: Sequence[Any], column: str) -> Any:
        at = self._times.get(column)
        return row[at] if at is not None and at < len(row) else ""

    def _time(self, number: int, column: str, cell: Any) -> int | None:
        """A weekday or a clock time; a fault, once a row, if it is none."""
        try:
            return cells.weekday(cell) if column == "weekday" else cells.clock(cell)
        except (ValueError, OverflowError):
            spot = Spot(self._title, number, self._headers[self._times[column]])
            expected = WEEKDAY if column == "weekday" else CLOCK
            self._fault(spot, cells.text(cell), NOT_UNDERSTOOD(expected=expected), FIX_CELL())
            return None

    def _of_group(self, group: str, items: list[Placed]) -> list[Session]:
        """The sessions of a group by their number; cells that name the group alone take the free numbers."""
        taken: dict[int, Placed] = {}
        course = items[0].card.course
        for item in sorted(items, key=lambda item: item.card.ordinal is None):
            ordinal = item.card.ordinal or _free(taken, course)
            if ordinal in taken:
                other, session = taken[ordinal].spot, session_id(group, ordinal)
                problem = PLACED(session=session, row=other.row, column=other.column)
                self._fault(item.spot, item.said, problem, REMOVE_ONE())
            else:
                taken[ordinal] = item
        return [self._session(group, ordinal, taken[ordinal]) for ordinal in sorted(taken)]

    def _session(self, group: str, ordinal: int, item: Placed) -> Session:
        """The session on the dates that its weekday and weeks give it."""
        network, course = self._network, item.card.course
        weeks = self._weeks(item)
        end = item.end
        if end is None:
            minutes = network.session_minutes(course) if course else 0
            end = min(item.start + minutes, DAY_MINUTES)
        usable = self._usable(course, item, weeks)
        needed = course.session_dates_needed(ordinal) if course else 0
        return Session(
            id=session_id(group, ordinal),
            centre=item.centre,
            room=self._room(item),
            teachers=tuple(item.card.teachers),
            weekday=item.weekday,
            start=item.start,
            end=end,
            weeks=weeks,
            dates=tuple(usable[:needed]),
            spare=tuple(usable[needed:]),
        )

    def _room(self, item: Placed) -> str | None:
        """The room as the network spells it, else as the cell does."""
        said = item.card.room
        if said is None:
            return None
        rooms = self._network.rooms_by_centre.get(item.centre, [])
        return next((room.name for room in rooms if cells.plain(room.name) == cells.plain(said)), said)

    def _weeks(self, item: Placed) -> tuple[str, ...]:
        """ISO weeks of a list, of words, or (where nothing is said) the only weeks the course allows."""
        calendar, course = self._network.school_calendar, item.card.course
        said = tuple(cells.items(item.card.weeks))
        if said and all(re.fullmatch(r"\d{4}-W\d{2}", week.upper()) for week in said):
            return tuple(week.upper() for week in said)
        masks = self._network.week_masks(course) if course else [calendar.network_mask]
        if said:
            masks = masks_meant(self._network, course, item.card.weeks) if course else []
        if len(masks) != 1:
            expected = SOME_WEEKS if masks and not said else WEEKS
            self._fault(item.spot, item.said, NOT_UNDERSTOOD(expected=expected), FIX_CELL())
            return ()
        return tuple(calendar.iso_week(week) for week in weeks_of(masks[0]))

    def _usable(self, course: Course | None, item: Placed, weeks: tuple[str, ...]) -> list[Any]:
        if course is None:
            return []
        try:
            mask = self._network.school_calendar.mask_of_iso(weeks)
        except ValueError:  # a week outside the school year: for the audit to name
            return []
        return self._network.usable_dates(course, item.centre, item.weekday, mask)

    def _fault(self, spot: Spot, said: str, problem: Message, cure: Message) -> None:
        fault = Fault(Severity.ERROR, spot, said.partition("\n")[0], problem, cure)
        if fault not in self.faults:
            self.faults.append(fault)


def _free(taken: dict[int, Placed], course: Course | None) -> int:
    """The first free number of a session of the week; 1, though taken, where no other is free."""
    numbers = range(1, (course.weekly_sessions if course else 1) + 1)
    return next((number for number in numbers if number not in taken), 1)


def cell_name(row: int, at: int) -> str:
    """``C12`` of row 12 and the third column (position 2)."""
    return f"{letters(at)}{row}"
