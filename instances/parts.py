"""The parts an input is taken into before a network is built: sheets, rows, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from instances.cells import Cell
from instances.cells.base import plain
from instances.schema import TABLES, Table
from models.fault import Fault, Spot
from models.finding import Severity
from models.text import Message, Text

SHOWN = 80
"""Characters of a faulty value that are shown."""


@dataclass
class Sheet:
    """A sheet, file or JSON list that holds a table.

    ``headers`` are the headers as they stand there, ``letters`` the column letters, by field. In a
    ``complete`` sheet nothing was left blank by a person (JSON).
    """

    name: str
    table: Table
    headers: dict[str, str] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    complete: bool = False


@dataclass(eq=False)
class Row:
    """One row: the values read so far and, for messages, the cells as they stand there."""

    sheet: Sheet
    number: int
    values: dict[str, Any]
    cells: dict[str, Cell] = field(default_factory=dict)

    @property
    def table(self) -> str:
        return self.sheet.table.name

    def spot(self, name: str = "") -> Spot:
        """The place of one cell of the row; of the whole row without a field."""
        column = self.sheet.table.by_field.get(name)
        header = self.sheet.headers.get(name, column.title.ru if column else "")
        letter = self.sheet.letters.get(name)
        return Spot(self.sheet.name, self.number, header, f"{letter}{self.number}" if letter else "")


@dataclass(frozen=True)
class Problem:
    """A fault and the row that it would be gone with (``None``: it concerns no row); ``field``: the one cell
    of the row that it is about, if it is no more than that."""

    fault: Fault
    row: Row | None = None
    field: str = ""

    @property
    def is_error(self) -> bool:
        return self.fault.severity is Severity.ERROR


@dataclass
class Problems:
    """Collects what is wrong."""

    found: list[Problem] = field(default_factory=list)

    def error(
        self,
        spot: Spot,
        value: Any,
        problem: Message,
        cure: Message,
        row: Row | None = None,
        field: str = "",
    ) -> None:
        self.found.append(Problem(Fault(Severity.ERROR, spot, shown(value), problem, cure), row, field))

    def warn(self, spot: Spot, value: Any, problem: Message, cure: Message, row: Row | None = None) -> None:
        self.found.append(Problem(Fault(Severity.WARNING, spot, shown(value), problem, cure), row))

    def bad(self, row: Row, name: str, problem: Message, cure: Message, value: Any = None) -> None:
        """An error in one cell of a row."""
        self.error(row.spot(name), value_of(row, name, value), problem, cure, row, name)

    def doubt(self, row: Row, name: str, problem: Message, cure: Message, value: Any = None) -> None:
        """A warning about one cell of a row."""
        self.warn(row.spot(name), value_of(row, name, value), problem, cure, row)


@dataclass
class Tables:
    """All rows by table; every table of the schema has its list.

    In a ``faulty`` table no row can be found, because of a fault that is told of its sheet as a whole: what
    refers to its rows is no fault of its own.
    """

    rows: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in TABLES})
    sheets: dict[str, Sheet] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    problems: Problems = field(default_factory=Problems)
    source_name: str = ""

    def spot_of(self, table: str, name: str = "") -> Spot:
        """The sheet of a table, for what concerns no single row."""
        sheet = self.sheets.get(table)
        column = TABLES[table].by_field.get(name)
        header = column.title.ru if column else ""
        if sheet is None:
            return Spot(TABLES[table].title.ru, None, header)
        return Spot(sheet.name, None, sheet.headers.get(name, header))


def value_of(row: Row, name: str, value: Any) -> Any:
    """What to show of a cell: as it stands there, unless a part of it is meant."""
    if value is not None:
        return value
    return row.cells.get(name, row.values.get(name, ""))


def shown(value: Any) -> str:
    """A value as a message shows it: short and printable."""
    if isinstance(value, Text | Message):
        return value.in_("ru") if isinstance(value, Message) else value.ru
    if isinstance(value, tuple | list):
        return shown("; ".join(str(item) for item in value))
    text = "".join(mark if mark.isprintable() else " " for mark in plain(value))
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
