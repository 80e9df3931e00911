"""A small district as a planner's workbook, to be broken in one place at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from instances.reading import read
from instances.reading.examples import example_rows
from instances.schema import TABLES
from models.fault import Fault, Reading

TODAY = date(2026, 9, 12)
EXTRA = (
    *("programmes", "practice_places", "wishes", "priorities", "locks", "permissions"),
    *("requisites", "costs", "results", "history"),
)
"""Sheets that the small district does without."""


@dataclass
class District:
    """Sheet title → its rows as a person typed them; row 1 are the headers."""

    sheets: dict[str, list[list[Any]]]
    folder: Path

    def column(self, sheet: str, header: str) -> int:
        return self.sheets[sheet][0].index(header)

    def put(self, sheet: str, row: int, header: str, value: Any) -> District:
        """Types a value into a cell; rows count from 1 as in Excel."""
        self.sheets[sheet][row - 1][self.column(sheet, header)] = value
        return self

    def add(self, sheet: str, **cells: Any) -> District:
        """Adds a row below the last one; cells by field."""
        table = next(table for table in TABLES.values() if table.title.ru == sheet)
        headers = {column.title.ru: column.field for column in table.columns}
        if sheet not in self.sheets:
            self.sheets[sheet] = [[column.title.ru for column in table.columns if not column.is_info]]
        self.sheets[sheet].append([cells.get(headers.get(header, "")) for header in self.sheets[sheet][0]])
        return self

    def drop_column(self, sheet: str, header: str) -> District:
        position = self.column(sheet, header)
        for row in self.sheets[sheet]:
            del row[position]
        return self

    def save(self, name: str = "сеть.xlsx") -> Path:
        path = self.folder / name
        with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
            day = book.add_format({"num_format": "dd.mm.yyyy"})
            for title, rows in self.sheets.items():
                sheet = book.add_worksheet(title)
                for number, row in enumerate(rows):
                    for column, cell in enumerate(row):
                        if isinstance(cell, date):
                            sheet.write_datetime(number, column, cell, day)
                        elif isinstance(cell, tuple):
                            formula, value = cell
                            sheet.write_formula(number, column, formula, None, value)
                        elif cell is not None:
                            sheet.write(number, column, cell)
        return path

    def read(self, *, set_aside: bool = False) -> Reading:
        return read(self.save(), set_aside=set_aside, today=TODAY)


@pytest.fixture
def district(tmp_path: Path) -> District:
    """Two schools with a centre each, two courses, two applicants; the template's examples, in fact."""
    sheets: dict[str, list[list[Any]]] = {}
    for table in TABLES.values():
        rows = example_rows(table)
        columns = [column for column in table.columns if not column.is_info]
        if rows and table.name not in EXTRA:
            shown = [
                [column.examples[number] if number < len(column.examples) else None for column in columns]
                for number in range(len(rows))
            ]
            sheets[table.title.ru] = [[column.title.ru for column in columns], *shown]
    sheets["Правила сети"] = [["Правило", "Значение"], ["Учебный год", 2026]]
    return District(sheets, tmp_path)


def sentences(fault: Fault) -> str:
    """Problem and cure in both languages, to see that all their places are filled."""
    return "\n".join(message.in_(lang) for message in (fault.problem, fault.cure) for lang in ("ru", "en"))
