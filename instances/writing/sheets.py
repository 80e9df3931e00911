"""How a table becomes a sheet: frozen header, widths, notes, real types, drop-down lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from textwrap import wrap
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from instances.cells import Cell, Clock, Date, Decimal, Int, Kind, LessonEnd, Ref, TitleOf
from instances.schema import TABLES, Column, Table
from models.text import Lang, Text

MARK = Text("Пометка", "Mark")
MARK_NOTE = Text(
    "Серые строки со словом «пример» при чтении пропускаются. "
    "Удалите их или впишите свои данные и сотрите слово.",
    "Grey rows marked 'example' are skipped when read. Delete them, or overwrite them and clear the word.",
)
EXAMPLE = Text("пример", "example")
REQUIRED = Text("Обязательно.", "Required.")
OPTIONAL = Text("Можно оставить пустым.", "May be left blank.")
BLANK = Text("Пусто: {assumed}.", "Blank: {assumed}.")

LAST_ROW = 20_000
A4 = 9
SHORT_LIST = 250
"""Characters of a drop-down list that a cell may hold itself, unless one of its words has a comma."""
INFO_WIDTH, WIDEST = 45, 45
LINE_HEIGHT = 15
"""Of a line of text, in points."""
LISTS = Text("Списки", "Lists")
"""A hidden sheet, which reading passes over."""


@dataclass
class Book:
    """A workbook under way, with its formats. ``offers_names``: people are chosen by name in drop-down lists,
    as their column of ids is left blank. ``lists`` are those that no cell can hold."""

    workbook: Workbook
    lang: Lang
    mark_column: bool = False
    offers_names: bool = False
    formats: dict[str, Format] = field(default_factory=dict)
    lists: list[tuple[str, ...]] = field(default_factory=list)

    def format(self, name: str) -> Format:
        if name not in self.formats:
            self.formats[name] = self.workbook.add_format(FORMATS[name])
        return self.formats[name]


HEADER = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}
TOP = {"valign": "top"}
GREY = TOP | {"font_color": "#808080", "italic": True, "bg_color": "#F2F2F2"}
FORMATS: dict[str, dict[str, Any]] = {
    "required": HEADER | {"bg_color": "#F8CBAD"},
    "optional": HEADER | {"bg_color": "#DDEBF7"},
    "info": HEADER | {"bg_color": "#EDEDED"},
    "text": TOP | {"num_format": "@"},
    "wrapped": {"text_wrap": True, "valign": "top", "num_format": "@"},
    "general": TOP,
    "date": TOP | {"num_format": "dd.mm.yyyy", "align": "left"},
    "time": TOP | {"num_format": "hh:mm", "align": "left"},
    "note": {"text_wrap": True, "valign": "top", "font_color": "#595959"},
    "title": {"bold": True, "font_size": 14},
    "grey-text": GREY | {"num_format": "@"},
    "grey-general": GREY,
    "grey-date": GREY | {"num_format": "dd.mm.yyyy", "align": "left"},
    "grey-time": GREY | {"num_format": "hh:mm", "align": "left"},
}


def add_sheet(
    book: Book, table: Table, rows: Sequence[Mapping[str, Any]], *, num_examples: int = 0
) -> Worksheet:
    """Adds a table's sheet; the first ``num_examples`` rows are grey and marked as examples."""
    sheet = book.workbook.add_worksheet(table.title.in_(book.lang))
    shift = 1 if book.mark_column else 0
    if shift:
        sheet.write_string(0, 0, MARK.in_(book.lang), book.format("info"))
        sheet.write_comment(0, 0, MARK_NOTE.in_(book.lang), {"x_scale": 2})
        sheet.set_column(0, 0, 10)
    for number, column in enumerate(table.columns, start=shift):
        _add_header(book, sheet, number, column)
        _add_list(book, sheet, number, column)
    sheet.freeze_panes(1, 0)
    for_printing(sheet)
    sheet.repeat_rows(0)
    for row, values in enumerate(rows, start=1):
        grey = "grey-" if row <= num_examples else ""
        if grey:
            sheet.write_string(row, 0, EXAMPLE.in_(book.lang), book.format("grey-text"))
        height = 0
        for number, column in enumerate(table.columns, start=shift):
            kind = table.kind_in(column, values)
            value = kind.told(values, book.lang) if isinstance(kind, TitleOf) else values.get(column.field)
            if table.kinds_by_key and (options := kind.options(book.lang)) and column.field == "value":
                sheet.data_validation(
                    row,
                    number,
                    row,
                    number,
                    {"validate": "list", "source": list(options), "show_error": False},
                )
            if value is None or value == "":
                continue
            cell = value if column.is_info else kind.show(value, book.lang)
            if column.is_info:
                sheet.write_string(row, number, str(cell), book.format("note"))
                height = max(height, LINE_HEIGHT * len(wrap(str(cell), INFO_WIDTH - 1)))
            else:
                write_cell(book, sheet, row, number, cell, grey)
        if height > LINE_HEIGHT:  # a row is not made higher for its text where the sheet is printed
            sheet.set_row(row, height)
    return sheet


def add_lists(book: Book) -> None:
    """Adds the hidden sheet of the drop-down lists that no cell can hold; the last thing of a book."""
    if not book.lists:
        return
    sheet = book.workbook.add_worksheet(LISTS.in_(book.lang))
    sheet.hide()
    for number, options in enumerate(book.lists):
        sheet.write_column(0, number, options)


def for_printing(sheet: Worksheet) -> None:
    """Lets a sheet print on pages of its full width."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def write_cell(book: Book, sheet: Worksheet, row: int, column: int, cell: Cell, grey: str = "") -> None:
    """Writes a cell with its real type; texts always as texts, never as formulas or links."""
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell, book.format(grey + "general"))
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell, book.format(grey + "general"))
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, book.format(grey + "date"))
    elif isinstance(cell, time):
        sheet.write_datetime(row, column, cell, book.format(grey + "time"))
    elif isinstance(cell, str) and cell:
        sheet.write_string(row, column, cell, book.format(grey + "text"))


def _add_header(book: Book, sheet: Worksheet, number: int, column: Column) -> None:
    name = "info" if column.is_info else "required" if column.required else "optional"
    sheet.write_string(0, number, column.title.in_(book.lang), book.format(name))
    if column.is_info:
        sheet.set_column(number, number, INFO_WIDTH, book.format("note"))
        return
    sheet.write_comment(0, number, note_of(column, book.lang), {"x_scale": 2, "y_scale": 1.5})
    sheet.set_column(number, number, _width(column, book.lang), book.format(_column_format(column.kind)))


def note_of(column: Column, lang: Lang) -> str:
    """What the planner should know about a column."""
    lines = [
        column.note.in_(lang),
        f"{column.kind.name.in_(lang).capitalize()}.",
        (REQUIRED if column.required else OPTIONAL).in_(lang),
    ]
    if column.assumed is not None:
        lines.append(BLANK(assumed=column.assumed).in_(lang))
    return "\n".join(lines)


def _column_format(kind: Kind) -> str:
    """Blank cells of a column are ready for what is to be typed, so that 10-11 does not become a date."""
    if isinstance(kind, Int | Decimal):
        return "general"
    if isinstance(kind, Date):
        return "date"
    if isinstance(kind, Clock | LessonEnd):
        return "time"
    return "text"


def _width(column: Column, lang: Lang) -> int:
    longest = max((len(example) for example in column.examples), default=0)
    words = max((len(option) for option in column.kind.options(lang)), default=0)
    return min(WIDEST, max(10, len(column.title.in_(lang)) + 2, longest + 2, words + 2))


def _add_list(book: Book, sheet: Worksheet, number: int, column: Column) -> None:
    options = column.kind.options(book.lang)
    source: object = None
    if options:
        source = _source(book, tuple(options))
    elif isinstance(column.kind, Ref) and len(column.kind.tables) == 1:
        source = _ids_of(book, TABLES[column.kind.tables[0]])
    if source is not None:
        sheet.data_validation(
            1, number, LAST_ROW, number, {"validate": "list", "source": source, "show_error": False}
        )


def _source(book: Book, options: tuple[str, ...]) -> object:
    """The options themselves, or where they stand: a comma would part one in two."""
    is_short = sum(len(option) + 1 for option in options) < SHORT_LIST
    if is_short and not any("," in option for option in options):
        return list(options)
    if options not in book.lists:
        book.lists.append(options)
    letter = xl_col_to_name(book.lists.index(options))
    return f"='{LISTS.in_(book.lang)}'!${letter}$1:${letter}${len(options)}"


def _ids_of(book: Book, table: Table) -> str:
    """The column that others refer to: the ids; of people their names where ids are made up."""
    fields = [column.field for column in table.columns]
    by_name = book.offers_names and "person" in fields
    letter = xl_col_to_name(fields.index("person" if by_name else "id") + (1 if book.mark_column else 0))
    return f"='{table.title.in_(book.lang)}'!${letter}$2:${letter}$2000"
