"""What a file gives before anybody knows what it means: named grids of cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from models.fault import Fault, Spot
from models.finding import Severity
from models.text import Message, Text

Cell = str | int | float | bool | date | time | timedelta | None
"""A cell as a file holds it; blank cells are ``None`` or ``""``."""

Position = tuple[int, int]
"""Row and column, both from 0."""


ERRORS = {
    word.casefold()
    for word in (
        *("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#ERROR!"),
        *("#ССЫЛКА!", "#Н/Д", "#ЗНАЧ!", "#ДЕЛ/0!", "#ИМЯ?", "#ПУСТО!", "#ЧИСЛО!"),
    )
}
NUMBERED = re.compile(r"(err|ошибка|ош\.?):\s?\d{3}", re.IGNORECASE)
"""Errors of LibreOffice that have no name."""


def is_error(text: str) -> bool:
    """Whether a text is what a formula with an error shows."""
    said = text.strip()
    return said.casefold() in ERRORS or NUMBERED.fullmatch(said) is not None


@dataclass(frozen=True)
class Broken:
    """A cell that has no value though it is not blank: what it shows, what is wrong, and the cure."""

    shown: str
    problem: Text
    cure: Text

    def __str__(self) -> str:
        return self.shown


@dataclass(frozen=True)
class Merge:
    """Merged cells, from one to the other. Only the first holds a value; the others read as blank."""

    first: Position
    last: Position

    @property
    def name(self) -> str:
        """``G2:G3``."""
        return ":".join(f"{letters(column)}{row + 1}" for row, column in (self.first, self.last))


@dataclass
class Marks:
    """What a reader of a sheet's values does not see: broken cells and merged ones."""

    broken: dict[Position, Broken] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)


@dataclass
class Grid:
    """The cells of one sheet or file from row 1 and column A on, those that are broken, those merged."""

    name: str
    rows: list[list[Cell]]
    broken: Mapping[Position, Broken] = field(default_factory=dict)
    merges: Sequence[Merge] = ()


def letters(column: int) -> str:
    """``C`` of the third column (2)."""
    found, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


@dataclass(frozen=True)
class Book:
    """The sheets of a workbook in their order, and warnings about the file as a whole."""

    grids: list[Grid]
    warnings: tuple[Fault, ...] = ()


class Unreadable(Exception):
    """A file that cannot be read at all, with its one fault (and the row it begins in)."""

    def __init__(
        self, name: str, problem: Message, cure: Message, value: str = "", row: int | None = None
    ) -> None:
        super().__init__(problem.in_("en"))
        self.fault = Fault(Severity.ERROR, Spot(name, row), value, problem, cure)
