"""A workbook with one sheet a table: real dates and times, frozen headers, filters, A4 landscape."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from models.text import Lang, Message, Text
from reports.export.table import Kind, Table, Value, plain

TITLE = Text("План сети профильных курсов", "Plan of the network of profile courses")
A4 = 9
"""Excel's number of the paper size."""
LINE_HEIGHT = 15
"""Points a line of text takes."""


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
        "on screen": book.add_format({"valign": "top"}),
        "header": book.add_format(cell | {"bold": True, "bg_color": "#E7E6E6", "text_wrap": True}),
        Kind.TEXT: book.add_format(cell | {"text_wrap": True, "num_format": "@"}),
        Kind.DATES: book.add_format(cell | {"text_wrap": True}),
        Kind.NUMBER: book.add_format(cell | {"align": "center"}),
        Kind.SHARE: book.add_format(cell | {"num_format": "0.00%", "align": "center"}),
        Kind.CLOCK: book.add_format(cell | {"num_format": "hh:mm", "align": "center"}),
        Kind.DATE: book.add_format(cell | {"num_format": "dd.mm.yyyy", "align": "center"}),
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
    titles = [column.title for column in table.columns]
    sheet.set_row(top, LINE_HEIGHT * _lines(table, titles, lang))
    for number, row in enumerate(table.rows, start=top + 1):
        sheet.set_row(number, LINE_HEIGHT * _lines(table, row, lang))
        for index, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            on_paper = table.printed is None or index < table.printed
            form = formats[column.kind] if on_paper else formats["on screen"]
            _write_cell(sheet, number, index, plain(value, lang), form)
    last_row, last_column = top + max(1, len(table.rows)), len(table.columns) - 1
    sheet.freeze_panes(top + 1, 1)
    sheet.autofilter(top, 0, last_row, last_column)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.print_area(0, 0, last_row, (table.printed or len(table.columns)) - 1)
    sheet.set_header(f"&R&A&L{mark.in_(lang)}" if mark else "&R&A")
    sheet.set_footer("&R&P / &N")


def _lines(table: Table, row: Sequence[Value], lang: Lang) -> int:
    """How many lines the fullest cell of a row takes; only Excel itself would find that out on opening."""
    return max(
        len(textwrap.wrap(str(plain(value, lang)), column.width)) or 1
        for column, value in zip(table.columns[: table.printed], row, strict=False)
        if isinstance(value, str | Text | Message)
    )


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
