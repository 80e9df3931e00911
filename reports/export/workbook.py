"""What all workbooks have in common: properties, formats, how a page is printed, how a table is written."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from enum import IntEnum
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from models.text import Lang, Message, Text, say
from reports.export.imprint import Imprint
from reports.export.recorded import RecordedSheet
from reports.export.table import Kind, Table, Value, plain

LINE_HEIGHT = 15
"""Points a line of text takes."""
TALLEST = 409
"""Points Excel allows a row at most."""

Plain = str | int | float | bool | date | time | None


class Paper(IntEnum):
    """Excel's numbers of the paper sizes."""

    A3 = 8
    A4 = 9


@contextmanager
def open_book(path: Path, title: str) -> Iterator[xlsxwriter.Workbook]:
    """A workbook to fill; it is written when the block ends.

    The properties of the file name the program and nobody else; the date of creation is fixed, so
    that equal contents give equal files. Nothing that looks like a formula or a link becomes one.
    """
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,  # else parts with names would lie among the temporary files
    }
    content = BytesIO()  # on a full disk a half-written archive complains once more when it is forgotten
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"title": title, "author": "setka", "created": datetime(2026, 1, 1)})
        yield book
    path.write_bytes(content.getvalue())


def add_sheet(book: xlsxwriter.Workbook, name: str) -> RecordedSheet:
    """A new sheet that remembers what is written on it."""
    return cast("RecordedSheet", book.add_worksheet(name, RecordedSheet))


class Formats:
    """The formats of a workbook, each made once. Cells of a table have one a kind."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}
        cell = {"valign": "top", "border": 1, "border_color": "#BFBFBF"}
        self.mark = self.of(bold=True, font_color="#9C0006")
        self.on_screen = self.of(valign="top")
        self.header = self.of(**cell, bold=True, bg_color="#E7E6E6", text_wrap=True)
        self.kinds = {
            Kind.TEXT: self.of(**cell, text_wrap=True, num_format="@"),
            Kind.DATES: self.of(**cell, text_wrap=True),
            Kind.NUMBER: self.of(**cell, align="center"),
            Kind.SHARE: self.of(**cell, num_format="0.00%", align="center"),
            Kind.CLOCK: self.of(**cell, num_format="hh:mm", align="center"),
            Kind.DATE: self.of(**cell, num_format="dd.mm.yyyy", align="center"),
        }

    def of(self, **properties: Any) -> Any:
        """The format with such properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def set_page(
    sheet: Worksheet, lang: Lang, imprint: Imprint, paper: Paper = Paper.A4, *, landscape: bool = True
) -> None:
    """One page wide, the name of the sheet above, edition and number of the page below, the mark on both."""
    sheet.set_paper(paper)
    if landscape:
        sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    left = f"&L{imprint.mark.in_(lang)}" if imprint.mark is not None else ""
    sheet.set_header(f"{left}&R&A")
    sheet.set_footer(f"{left}&R{imprint.edition.in_(lang)} · &P / &N")


def write_table(sheet: Worksheet, table: Table, formats: Formats, lang: Lang, imprint: Imprint) -> None:
    """A list: the mark, frozen headers with a filter, the rows; printed on A4 with the headers repeated."""
    top = 0
    if imprint.mark is not None:
        sheet.write_string(0, 0, imprint.mark.in_(lang), formats.mark)
        top = 1
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(top, index, column.title.in_(lang), formats.header)
    widths = [column.width for column in table.columns[: table.printed]]
    sheet.set_row(top, row_height([column.title for column in table.columns], widths, lang))
    for number, row in enumerate(table.rows, start=top + 1):
        sheet.set_row(number, row_height(row, widths, lang))
        for index, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            on_paper = table.printed is None or index < table.printed
            form = formats.kinds[column.kind] if on_paper else formats.on_screen
            write_value(sheet, number, index, plain(value, lang), form)
    last_row, last_column = top + max(1, len(table.rows)), len(table.columns) - 1
    sheet.freeze_panes(top + 1, 1)
    sheet.autofilter(top, 0, last_row, last_column)
    set_page(sheet, lang, imprint)
    sheet.repeat_rows(top)
    sheet.print_area(0, 0, last_row, (table.printed or len(table.columns)) - 1)


def row_height(row: Sequence[Value], widths: Sequence[float], lang: Lang) -> float:
    """The height of a row; only Excel itself would find that out on opening. ``widths`` in characters."""
    lines = [
        count_lines(say(value, lang), width)
        for value, width in zip(row, widths, strict=False)
        if isinstance(value, str | Text | Message)
    ]
    return min(TALLEST, LINE_HEIGHT * max(lines, default=1))


def count_lines(text: str, width: float) -> int:
    """How many lines a text takes in so many characters."""
    return sum(len(textwrap.wrap(line, max(1, int(width)))) or 1 for line in text.split("\n"))


def write_value(sheet: Worksheet, row: int, column: int, value: Plain, format: Any) -> None:
    """A cell of the type of its value."""
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
