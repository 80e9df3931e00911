"""Which table a sheet holds, in which row its headers stand, and which column is which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from instances.cells import Cell
from instances.cells.base import plain
from instances.fold import fold
from instances.schema import TABLES, Column, Table

SEARCHED = 30
"""Rows in which the headers are looked for, under title rows."""

MARKS = tuple(fold(word) for word in ("Пометка", "Mark"))
EXAMPLES = tuple(fold(word) for word in ("пример", "example"))
NUMBERS = tuple(fold(word) for word in ("№", "№ п/п", "п/п", "No"))
"""Headers of running numbers, which people like and nobody reads."""

OTHER_SHEETS = tuple(
    fold(name) for name in ("Как заполнять", "How to fill in", "Допущения", "Assumptions", "Списки", "Lists")
)


def find_table(name: str) -> Table | None:
    """The table a sheet or file name stands for."""
    return _tables().get(fold(re.sub(r"\.csv$", "", name, flags=re.IGNORECASE)))


@cache
def _tables() -> dict[str, Table]:
    found = {}
    for table in TABLES.values():
        for name in (table.title.ru, table.title.en, table.name, table.name.replace("_", "-")):
            found[fold(name)] = table
    return found


@cache
def columns_by_header(name: str) -> dict[str, Column]:
    """Folded header, in either language or as the field is called → column."""
    found = {}
    for column in TABLES[name].columns:
        for header in (column.field, column.title.en, column.title.ru):
            found[fold_header(header)] = column
    return found


def fold_header(header: str) -> str:
    """A header without marks that people put beside it."""
    return fold(header).strip("*:").replace("_", "")


def find_header(table: Table, rows: Sequence[Sequence[Cell]]) -> tuple[int, int]:
    """The row (from 0) with the most headers of the table, and how many these are."""
    known = columns_by_header(table.name)
    best, most = 0, 0
    for number, row in enumerate(rows[:SEARCHED]):
        matches = len({known[text].field for cell in row if (text := fold_header(plain(cell))) in known})
        if matches > most:
            best, most = number, matches
    return best, most
