"""Reads a form that came back: its stamp, its rows, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from instances.cells import BadCell, Cell, Date, IntList, Text_, YesNo
from instances.cells.base import is_blank, plain
from instances.collect import texts
from instances.collect.entries import Entry, Wanted, digest, load
from instances.collect.layout import (
    CHOICE,
    FORMAT,
    MOST_CHOICES,
    NUMBER,
    SHEET,
    STAMP,
    SUBMITTED,
    FormColumn,
    by_header,
)
from instances.collect.names import tidy
from instances.collect.offer import Offer
from instances.fold import fold, nearest
from instances.parts import Problems
from instances.reading import WORKBOOKS
from instances.reading.headers import SEARCHED, fold_header
from models.fault import Fault, Spot
from models.files.content import look, unreadable
from models.files.grid import Grid, Unreadable
from models.files.workbook import read_workbook
from models.network import Network
from models.text import LANGS, Message

FLAGS = {"may_travel_alone": True, "consent": False, "two_courses_consent": False, "another": False}
"""Columns of yes and no, and what a blank stands for."""


@dataclass(frozen=True)
class Stamp:
    """What the hidden sheet says."""

    network: str
    school_year: str
    school: str
    fields: tuple[str, ...]
    base: dict[str, Entry]


@dataclass
class FormRow:
    """A row with a student. ``said`` are the fields that are not blank; ``another`` is the school's word
    that a like name is another person's."""

    number: int
    id: str
    entry: Entry
    said: frozenset[str]
    another: bool
    spots: dict[str, Spot]


@dataclass
class Form:
    """A form as it came back."""

    file: str
    sheet: str
    stamp: Stamp
    rows: list[FormRow]
    submitted: date | None

    @property
    def school(self) -> str:
        return self.stamp.school


@dataclass
class _Lines:
    """The sheet under way: where its header stands and which column is which."""

    file: str
    grid: Grid
    header: int
    columns: dict[int, FormColumn]
    problems: Problems

    @property
    def name(self) -> str:
        return f"{self.file}: {self.grid.name}"

    def spot(self, row: int, position: int) -> Spot:
        """The place of a cell, rows and columns from 0."""
        title = plain(_cell(self.grid.rows[self.header], position))
        return Spot(self.name, row + 1, title, f"{xl_col_to_name(position)}{row + 1}")


def find_files(paths: Iterable[Path], problems: Problems) -> list[Path]:
    """The files to read: those named, and the workbooks of the folders named."""
    found: list[Path] = []
    for path in paths:
        try:
            found += _files(path, problems)
        except Unreadable as error:
            _add(problems, error.fault)
    unique: dict[Path, Path] = {}
    for path in found:
        unique.setdefault(path.resolve(), path)
    return list(unique.values())


def _files(path: Path, problems: Problems) -> list[Path]:
    """A workbook, or those of a folder; raises ``Unreadable`` where nobody may look."""
    kind = look(path)
    if kind == "folder":
        return _books_in(path, problems)
    if kind is None:
        problems.error(Spot(path.name), str(path), texts.NO_FILE(), texts.CHECK_PATH())
    elif path.suffix.lower() not in WORKBOOKS:
        problems.error(Spot(path.name), path.suffix, texts.NOT_A_BOOK(), texts.AS_BOOK())
    else:
        return [path]
    return []


def _books_in(folder: Path, problems: Problems) -> list[Path]:
    try:
        files = sorted(item for item in folder.iterdir() if item.is_file() and item.name[0] not in ".~")
    except OSError as error:
        raise unreadable(folder, error) from None
    books = [item for item in files if item.suffix.lower() in WORKBOOKS]
    for item in files:
        if item.suffix.lower() == ".csv":
            problems.error(Spot(item.name), item.suffix, texts.NOT_A_BOOK(), texts.AS_BOOK())
        elif item not in books:
            problems.warn(Spot(item.name), item.suffix, texts.NOT_READ(), texts.MOVE_AWAY())
    if not books:
        problems.error(Spot(folder.name), str(folder), texts.NO_FORMS(), texts.GIVE_FORMS())
    return books


def read_form(path: Path, offer: Offer, problems: Problems) -> Form | None:
    """The form; ``None`` if it cannot be used at all. What is wrong is added to ``problems``."""
    try:
        book = read_workbook(path)
        grids = book.grids
        stamp = _read_stamp(path.name, grids, offer.network)
        grid = _find_sheet(path.name, grids)
        lines = _find_columns(path.name, grid, stamp, problems)
    except Unreadable as error:
        _add(problems, error.fault)
        return None
    for warning in book.warnings:
        problems.warn(warning.spot, warning.value, warning.problem, warning.cure)
    form = Form(path.name, lines.name, stamp, [], _read_date(lines, offer.network))
    for number in range(lines.header + 1, len(grid.rows)):
        row = _read_row(lines, number, form, offer)
        if row is not None:
            form.rows.append(row)
    return form


def _add(problems: Problems, fault: Fault) -> None:
    problems.error(fault.spot, fault.value, fault.problem, fault.cure)


def _find_sheet(file: str, grids: list[Grid]) -> Grid:
    names = {fold(SHEET.in_(lang)) for lang in LANGS}
    found = next((grid for grid in grids if fold(grid.name) in names), None)
    if found is None:
        raise Unreadable(file, texts.NO_SHEET(sheet=SHEET), texts.USE_FORM())
    return found


def _read_stamp(file: str, grids: list[Grid], network: Network) -> Stamp:
    grid = next((grid for grid in grids if fold(grid.name) == fold(STAMP)), None)
    if grid is None:
        raise Unreadable(file, texts.NO_STAMP(sheet=STAMP), texts.USE_FORM())
    lines = {plain(_cell(row, 0)): plain(_cell(row, 1)) for row in grid.rows if not is_blank(_cell(row, 0))}
    if lines.get("format") != FORMAT:
        raise Unreadable(file, texts.OTHER_FORMAT(format=FORMAT), texts.MAKE_ANEW(), lines.get("format", ""))
    try:
        base = {
            key.removeprefix("student "): load(value)
            for key, value in lines.items()
            if key.startswith("student ")
        }
        is_whole = digest(base) == lines["digest"]
        stamp = Stamp(
            lines["network"], lines["school_year"], lines["school"], tuple(lines["fields"].split()), base
        )
    except (ValueError, TypeError, KeyError):
        is_whole = False
    if not is_whole:
        raise Unreadable(file, texts.BAD_STAMP(sheet=STAMP), texts.MAKE_ANEW())
    if stamp.network != network.name:
        cure = texts.RIGHT_NETWORK(network=stamp.network)
        raise Unreadable(file, texts.OTHER_NETWORK(network=stamp.network), cure, stamp.network)
    if stamp.school_year != str(network.rules.school_year):
        problem = texts.OTHER_YEAR(year=stamp.school_year)
        raise Unreadable(file, problem, texts.RIGHT_YEAR(), stamp.school_year)
    school = network.institution_by_id.get(stamp.school)
    if school is None or not school.participates:
        raise Unreadable(file, texts.NO_SCHOOL(), texts.CHECK_SCHOOL(), stamp.school)
    return stamp


def _find_columns(file: str, grid: Grid, stamp: Stamp, problems: Problems) -> _Lines:
    known = by_header(stamp.fields)
    header, most = 0, 0
    for number, row in enumerate(grid.rows[:SEARCHED]):
        matches = sum(fold_header(plain(cell)) in known for cell in row)
        if matches > most:
            header, most = number, matches
    name = f"{file}: {grid.name}"
    if most < 2:
        raise Unreadable(name, texts.NO_HEADER(), texts.RESTORE())
    columns: dict[int, FormColumn] = {}
    for position, cell in enumerate(grid.rows[header]):
        column = known.get(fold_header(plain(cell)))
        if column is None:
            continue
        if column in columns.values():
            raise Unreadable(name, texts.TWICE(), texts.RESTORE(), plain(cell))
        columns[position] = column
    absent = [
        column
        for column in dict.fromkeys(known.values())
        if column != NUMBER and column not in columns.values()
    ]
    if absent:
        raise Unreadable(name, texts.NO_COLUMN(column=absent[0].title), texts.RESTORE())
    return _Lines(file, grid, header, columns, problems)


def _read_date(lines: _Lines, network: Network) -> date | None:
    """The day of the application, which stands beside its label above the headers."""
    labels = {fold(SUBMITTED.in_(lang)) for lang in LANGS}
    for number, row in enumerate(lines.grid.rows[: lines.header]):
        for position, cell in enumerate(row):
            if not isinstance(cell, str) or fold(cell) not in labels:
                continue
            found = next(
                (at for at in range(position + 1, position + 5) if not is_blank(_cell(row, at))), None
            )
            spot = Spot(lines.name, number + 1, plain(cell), f"{xl_col_to_name(found or 3)}{number + 1}")
            if found is None:
                return None
            try:
                day: date = Date().parse(row[found])
            except BadCell as error:
                lines.problems.error(spot, row[found], error.problem, error.cure)
                return None
            year = network.rules.school_year
            if not date(year, 1, 1) <= day <= date(year + 1, 8, 31):
                lines.problems.error(
                    spot, row[found], texts.DAY_OUTSIDE(year=year, next=year + 1), texts.GIVE_DATE()
                )
            return day
    return None


class _RowReader:
    """Reads the cells of one row."""

    def __init__(self, lines: _Lines, number: int, form: Form, offer: Offer) -> None:
        self.lines, self.form, self.offer = lines, form, offer
        cells = lines.grid.rows[number]
        self.cells = {column.field: _cell(cells, at) for at, column in lines.columns.items()}
        self.spots = {column.field: lines.spot(number, at) for at, column in lines.columns.items()}
        self.broken = {
            column.field: lines.grid.broken[number, at]
            for at, column in lines.columns.items()
            if (number, at) in lines.grid.broken
        }

    def says(self, name: str) -> bool:
        return not is_blank(self.cells.get(name)) or name in self.broken

    def error(self, name: str, problem: Message, cure: Message, value: Any = None) -> None:
        shown = plain(self.cells.get(name)) if value is None else value
        self.lines.problems.error(self.spots[name], shown, problem, cure)

    def doubt(self, name: str, problem: Message, cure: Message) -> None:
        self.lines.problems.warn(self.spots[name], plain(self.cells.get(name)), problem, cure)

    def class_name(self, base: Entry | None) -> str:
        text = plain(self.cells["class_name"])
        if not text:
            self.error("class_name", texts.NO_CLASS(), self._classes())
            return base.class_name if base else ""
        found = self.offer.class_named(self.form.school, text)
        if found is None:
            known = [item.name for item in self.offer.classes(self.form.school)]
            near = nearest(text, known)
            self.error(
                "class_name",
                texts.UNKNOWN_CLASS(),
                texts.PERHAPS(nearest=near[0]) if near else self._classes(),
            )
            return ""
        return found.name

    def _classes(self) -> Message:
        return texts.GIVE_CLASS(classes=[item.name for item in self.offer.classes(self.form.school)])

    def choices(self, class_name: str, base: Entry | None) -> tuple[Wanted, ...]:
        additional = self._additional(base)
        former = {item.course for item in base.choices} if base else set()
        ranks = {item.rank for item in base.choices} if base else set()
        found: dict[str, Wanted] = {}
        blank = 0
        for rank in range(1, MOST_CHOICES + 1):
            name = f"{CHOICE}{rank}"
            if name not in self.cells:
                break
            if not self.says(name):
                blank = blank or rank
                continue
            id = self._course(name, class_name, former)
            if not id:
                continue
            if id in found:
                self.error(name, texts.SAME_COURSE(), texts.CLEAR_ONE())
                continue
            if blank and rank not in ranks:
                self.doubt(name, texts.GAP(rank=blank, next=rank), texts.MOVE_UP())
            blank = 0
            found[id] = Wanted(rank, id, rank in additional)
        filled = {rank for rank in additional if self.says(f"{CHOICE}{rank}")}
        for rank in sorted(set(additional) - filled):
            self.error("additional", texts.NO_SUCH_CHOICE(rank=rank), texts.GIVE_RANK())
        return tuple(found.values())

    def _additional(self, base: Entry | None) -> tuple[int, ...]:
        if "additional" not in self.cells:
            return tuple(item.rank for item in base.choices if item.additional) if base else ()
        if not self.says("additional"):
            return ()
        try:
            ranks: tuple[int, ...] = IntList(1, MOST_CHOICES, ranges=False).parse(self.cells["additional"])
        except BadCell as error:
            self.error("additional", error.problem, error.cure)
            return ()
        return ranks

    def _course(self, name: str, class_name: str, former: set[str]) -> str:
        text = plain(self.cells[name])
        ids = self.offer.find(text)
        if len(ids) > 1:
            self.error(name, texts.SEVERAL(ids=ids), texts.USE_ID())
            return ""
        if not ids:
            near = self.offer.nearest(text, self.form.school)
            self.error(
                name, texts.UNKNOWN_COURSE(), texts.PERHAPS(nearest=near) if near else texts.FROM_LIST()
            )
            return ""
        (id,) = ids
        if id not in self.offer.targets:
            programme = self.offer.label(self.offer.network.course_by_id[id].programme)
            self.error(name, texts.PART(programme=programme), texts.CHOOSE_WHOLE(programme=programme))
            return ""
        if id in former:
            return id
        target = self.offer.targets[id]
        if not target.offered:
            self.error(name, texts.NOT_OFFERED(), texts.AS_WISH())
            return ""
        school_class = self.offer.class_named(self.form.school, class_name)
        if school_class and target.grades and school_class.grade not in target.grades:
            self.doubt(name, texts.WRONG_GRADE(grade=school_class.grade), texts.CHECK_GRADE())
        return id

    def text(self, name: str) -> str:
        """The cell as one line."""
        if not self.says(name):
            return ""
        try:
            return tidy(Text_().parse(self.cells[name]))
        except BadCell as error:
            self.error(name, error.problem, error.cure, "")
            return ""

    def wishes(self, base: Entry | None) -> tuple[str, ...]:
        """The wishes, each as it was spelt before where it is the same."""
        if base and plain(self.cells["wishes"]) == "; ".join(base.wishes):
            return base.wishes
        former = {fold(wish): wish for wish in base.wishes} if base else {}
        wishes = [wish.strip() for wish in self.text("wishes").split(";")]
        return tuple(dict.fromkeys(former.get(fold(wish), wish) for wish in wishes if wish))

    def home(self) -> str:
        text = self.text("home")
        if not text:
            return ""
        known = self.offer.places.get(fold(text))
        if known is None:
            near = nearest(text, self.offer.villages)
            cure = texts.PERHAPS(nearest=near[0]) if near else texts.ADD_WAY()
            self.doubt("home", texts.UNKNOWN_PLACE(), cure)
        return known or text

    def flag(self, name: str, base: Entry | None) -> bool:
        if name not in self.cells:
            return bool(getattr(base, name)) if base else FLAGS[name]
        if not self.says(name):
            return FLAGS[name]
        try:
            return bool(YesNo().parse(self.cells[name]))
        except BadCell as error:
            self.error(name, error.problem, error.cure)
            return FLAGS[name]


def _read_row(lines: _Lines, number: int, form: Form, offer: Offer) -> FormRow | None:
    """The row; ``None`` where nobody stands."""
    reader = _RowReader(lines, number, form, offer)
    id = plain(reader.cells["id"])
    said = {name for name in reader.cells if reader.says(name)}
    if not reader.says("name"):
        wanted = [name for name in said if name.startswith(CHOICE) or name == "wishes"]
        if wanted and not id:
            reader.error("name", texts.NO_NAME(), texts.GIVE_NAME())
        return None
    for name, broken in reader.broken.items():
        reader.error(name, broken.problem(), texts.TYPE_VALUE(), broken.shown)
    if reader.broken:
        return None
    base = form.stamp.base.get(id)
    class_name = reader.class_name(base)
    entry = Entry(
        name=reader.text("name"),
        class_name=class_name,
        choices=reader.choices(class_name, base),
        wishes=reader.wishes(base),
        home=reader.home(),
        may_travel_alone=reader.flag("may_travel_alone", base),
        consent=reader.flag("consent", base),
        two_courses_consent=reader.flag("two_courses_consent", base),
    )
    if base and entry.name == tidy(base.name):
        entry = replace(entry, name=base.name)
    if any(name.startswith(CHOICE) for name in said):
        said.add("choices")
    return FormRow(number + 1, id, entry, frozenset(said), reader.flag("another", None), reader.spots)


def _cell(row: list[Cell], position: int) -> Cell:
    return row[position] if position < len(row) else None
