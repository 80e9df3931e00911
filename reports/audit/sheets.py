"""Sheets kept by hand: rows by the program's column names, names for ids, faults with their cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from models.fault import Fault, Spot
from models.files.grid import Broken, letters
from models.finding import Severity
from models.network import Network
from models.people import People
from models.text import Message, Text
from reports.audit import cells

T = TypeVar("T")
SEARCHED = 30
"""Rows in which the headers are looked for."""

Rows = Sequence[Sequence[Any]]

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
    "name": ("фио", "name"),
    "site": ("место практики", "practice place", "site"),
    "mode": ("форма", "mode"),
    "held": ("ждет документов", "held for papers"),
    "level": ("уровень", "level"),
    "value": ("значение", "value"),
    "bound": ("граница", "bound"),
    "proven": ("доказано", "proven"),
    "scope": ("граница верна для", "bound holds for"),
    "direction": ("направление", "direction"),
    "run": ("рейс", "run"),
    "board": ("посадка", "board"),
    "alight": ("высадка", "alight"),
}

NO_SHEET = Text("Нет листа «{sheet}».", "Sheet {sheet} is missing.")
ADD_SHEET = Text("Добавьте лист.", "Add the sheet.")
NO_COLUMN = Text("Нет столбца «{column}».", "Column {column} is missing.")
TWO_COLUMNS = Text("Столбец «{column}» повторяется.", "Column {column} is there twice.")
FIX_COLUMN = Text("Исправьте заголовки листа.", "Correct the headers of the sheet.")
BLANK = Text("Не заполнено.", "Left blank.")
FILL = Text("Заполните ячейку.", "Fill in the cell.")
NOT_UNDERSTOOD = Text("Не удалось понять: {expected}.", "Not understood: {expected} expected.")
FIX_CELL = Text("Исправьте ячейку.", "Correct the cell.")
PASSED_OVER = Text(
    "«{sheet}», строка {row}, столбец «{column}»: «{said}» не читается; {why}.",
    "{sheet}, row {row}, column {column}: {said} is not read; {why}.",
)
NAMESAKES = Text("Так зовут нескольких: {ids}.", "Several have this name: {ids}.")
USE_ID = Text("Укажите номер вместо имени.", "Give the id in place of the name.")


@dataclass
class Sheet:
    """The rows of one sheet by the program's column names; faults gather as cells are read, and notes of
    cells that are passed over."""

    title: str
    columns: dict[str, int]
    headers: Mapping[str, str]
    rows: list[tuple[int, Sequence[Any]]]
    faults: list[Fault] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)

    def __iter__(self) -> Iterator[Row]:
        return (Row(self, number, row) for number, row in self.rows)


@dataclass(frozen=True)
class Row:
    """One row, asked cell by cell."""

    sheet: Sheet
    number: int
    cells: Sequence[Any]

    def raw(self, column: str) -> Any:
        position = self.sheet.columns.get(column)
        return self.cells[position] if position is not None and position < len(self.cells) else ""

    def text(self, column: str) -> str:
        return cells.text(self.raw(column))

    def fault(self, column: str, problem: Message, cure: Message) -> None:
        """A fault of a cell; none of what follows from its being broken, which is told by itself."""
        if isinstance(self.raw(column), Broken):
            return
        header = self.sheet.headers.get(column, column)
        spot = Spot(self.sheet.title, self.number, header)
        self.sheet.faults.append(Fault(Severity.ERROR, spot, self.text(column), problem, cure))

    def pass_over(self, column: str, why: Message) -> None:
        """Notes that a cell says what is not read."""
        header = self.sheet.headers.get(column, column)
        note = PASSED_OVER(
            sheet=self.sheet.title, row=self.number, column=header, said=self.text(column), why=why
        )
        self.sheet.notes.append(note)

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


class Names:
    """Ids by id, by name, or by both: ``Name (id)``. A name that nobody has stays as it is, for the audit to
    wonder at."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.ids: dict[str, list[str]] = defaultdict(list)
        labelled = {}
        for id, name in pairs:
            labelled[cells.plain(f"{name} ({id})")] = id
            for said in {cells.plain(id), cells.plain(name)} - {""}:
                if id not in self.ids[said]:
                    self.ids[said].append(id)
        self.own = labelled | {cells.plain(id): id for ids in self.ids.values() for id in ids}

    def may_be(self, said: str, id: str) -> bool:
        """Whether somebody may have meant an id by what he wrote."""
        key = cells.plain(said)
        return self.own.get(key, id) == id and (key in self.own or id in self.ids.get(key, ()))

    def find(self, row: Row, column: str, said: str) -> str:
        key = cells.plain(said)
        if key in self.own:
            return self.own[key]
        found = self.ids.get(key, [])
        if len(found) > 1:
            row.fault(column, NAMESAKES(ids=found), USE_ID())
        return found[0] if found else said


@dataclass(frozen=True)
class Directory:
    """The names of everything a plan mentions."""

    courses: Names
    centres: Names
    teachers: Names
    students: Names
    institutions: Names

    @classmethod
    def of(cls, network: Network, people: People) -> Directory:
        institutions = [(i.id, name) for i in network.institutions for name in {i.name, i.full_name}]
        centres = [
            (centre.id, name)
            for centre in network.centres
            for id, name in institutions
            if id == centre.institution
        ]
        return cls(
            courses=Names((course.id, course.title) for course in network.courses),
            centres=Names(centres),
            teachers=Names((t.id, people.teacher(t.id)) for t in network.teachers),
            students=Names((s.id, people.student(s.id)) for s in network.students),
            institutions=Names(institutions),
        )


@dataclass(frozen=True)
class Form:
    """What a sheet must look like: the spellings of its title, the columns it cannot do without."""

    titles: tuple[str, ...]
    columns: tuple[str, ...]
    is_required: bool = True


def find_sheet(form: Form, sheets: Mapping[str, Rows], faults: list[Fault]) -> Sheet | None:
    """The sheet of a form with its headers understood; ``None`` and maybe faults where there is none."""
    title = title_of(form.titles, sheets)
    if title is None:
        if form.is_required:
            shown = form.titles[0].capitalize()
            faults.append(Fault(Severity.ERROR, Spot(shown), "", NO_SHEET(sheet=shown), ADD_SHEET()))
        return None
    rows = list(sheets[title])
    top = header_row(rows)
    headers = [cells.text(cell) for cell in rows[top]] if rows else []
    columns: dict[str, int] = {}
    for column, spellings in COLUMNS.items():
        places = [i for i, header in enumerate(headers) if cells.plain(header) in spellings]
        problem = None
        if len(places) > 1:
            problem = TWO_COLUMNS(column=spellings[0])
        elif not places and column in form.columns:
            problem = NO_COLUMN(column=spellings[0])
        if problem:
            spot = Spot(title, top + 1, spellings[0])
            faults.append(Fault(Severity.ERROR, spot, "", problem, FIX_COLUMN()))
        elif places:
            columns[column] = places[0]
    filled = [
        (number, row)
        for number, row in enumerate(rows[top + 1 :], start=top + 2)
        if any(cells.text(cell) or isinstance(cell, Broken) for cell in row)
    ]
    sheet = Sheet(title, columns, {column: headers[i] for column, i in columns.items()}, filled)
    sheet.faults += _broken(sheet)
    return sheet


def _broken(sheet: Sheet) -> Iterator[Fault]:
    """Faults of the broken cells in columns that are read."""
    for number, row in sheet.rows:
        for column, at in sheet.columns.items():
            cell = row[at] if at < len(row) else None
            if isinstance(cell, Broken):
                spot = Spot(sheet.title, number, sheet.headers[column], f"{letters(at)}{number}")
                yield Fault(Severity.ERROR, spot, cell.shown, cell.problem(), cell.cure())


def title_of(spellings: Collection[str], sheets: Collection[str]) -> str | None:
    """The title of the first sheet that is spelt so."""
    return next((title for title in sheets if cells.plain(title) in spellings), None)


def header_row(rows: Sequence[Sequence[Any]]) -> int:
    """The row with most of the known headers of the first ones; titles and blank rows may stand above."""
    known = {spelling for spellings in COLUMNS.values() for spelling in spellings}
    counts = [sum(cells.plain(cells.text(cell)) in known for cell in row) for row in rows[:SEARCHED]]
    return counts.index(max(counts)) if counts else 0
