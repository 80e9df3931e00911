"""A workbook with one sheet a table: real dates and times, frozen headers, filters, A4 landscape."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from models.text import Lang, Text
from reports.export.table import Kind, Table, plain

TITLE = Text("План сети профильных курсов", "Plan of the network of profile courses")
A4 = 9
"""Excel's number of the paper size."""


def write_xlsx(tables: Sequence[Table], path: Path, *, lang: Lang, mark: Text | None) -> None:
    """Writes the workbook. The mark stands above each table and in the footer of each page.

    The properties of the file name the program and nobody else; the date of creation is fixed, so
    that equal tables give equal files.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"title": TITLE.in_(lang), "author": "setka", "created": datetime(2026, 1, 1)})
        formats = _formats(book)
        for table in tables:
            _write_sheet(book.add_worksheet(table.title.in_(lang)), table, formats, lang, mark)


def _formats(book: xlsxwriter.Workbook) -> dict[str, Any]:
    cell = {"valign": "top", "border": 1, "border_color": "#BFBFBF"}
    return {
        "mark": book.add_format({"bold": True, "font_color": "#9C0006"}),
        "header": book.add_format(cell | {"bold": True, "bg_color": "#E7E6E6", "text_wrap": True}),
        Kind.TEXT: book.add_format(cell | {"text_wrap": True, "num_format": "@"}),
        Kind.DATES: book.add_format(cell | {"text_wrap": True}),
        Kind.NUMBER: book.add_format(cell),
        Kind.SHARE: book.add_format(cell | {"num_format": "0.0%"}),
        Kind.CLOCK: book.add_format(cell | {"num_format": "hh:mm"}),
        Kind.DATE: book.add_format(cell | {"num_format": "dd.mm.yyyy"}),
    }


def _write_sheet(
    sheet: Worksheet, table: Table, formats: dict[str, Any], lang: Lang, mark: Text | None
) -> None:
    top = 0
    if mark is not None:
        sheet.write_string(0, 0, mark.in_(lang), formats["mark"])
        top = 1
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(top, index, column.title.in_(lang), formats["header"])
    for number, row in enumerate(table.rows, start=top + 1):
        for index, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _write_cell(sheet, number, index, plain(value, lang), formats[column.kind])
    last_row, last_column = top + max(1, len(table.rows)), len(table.columns) - 1
    sheet.freeze_panes(top + 1, 1)
    sheet.autofilter(top, 0, last_row, last_column)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.print_area(0, 0, last_row, last_column)
    sheet.set_footer(f"&L{mark.in_(lang) if mark else ''}&C{table.title.in_(lang)}&R&P / &N")


def _write_cell(
    sheet: Worksheet, row: int, column: int, value: str | int | float | bool | date | time | None, format: Any
) -> None:
    if value is None:
        sheet.write_blank(row, column, None, format)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, format)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, format)
    elif isinstance(value, date | time):
        sheet.write_datetime(row, column, value, format)
    else:
        sheet.write_string(row, column, value, format)
