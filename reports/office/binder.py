"""Binds sheets into one workbook: legal names, one look, a first sheet with links to all others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xlsxwriter import Workbook

from models.text import Lang, Message, Text, say
from reports.export.imprint import Imprint
from reports.export.recorded import RecordedSheet
from reports.export.table import Table
from reports.export.workbook import Formats, add_sheet, row_height, set_page, write_table
from reports.office.sheet_names import sheet_name

CONTENTS = Text("Содержание", "Contents")
COLUMNS = (
    (Text("Раздел", "Section"), 22),
    (Text("Лист", "Sheet"), 36),
    (Text("Что на листе", "What it shows"), 70),
)


@dataclass(frozen=True)
class Entry:
    """A line of the contents."""

    section: Text
    sheet: str
    about: str


class Binder:
    """A workbook that grows sheet by sheet. ``fixed`` titles keep their names, whoever else wants them."""

    def __init__(self, book: Workbook, lang: Lang, imprint: Imprint, fixed: Iterable[Text]) -> None:
        self.lang = lang
        self.imprint = imprint
        self.formats = Formats(book)
        self._book = book
        self._entries: list[Entry] = []
        self._fixed = {title.in_(lang) for title in (CONTENTS, *fixed)}
        self._taken = set(self._fixed)
        self._contents = add_sheet(book, CONTENTS.in_(lang))

    def add(self, title: str | Text, section: Text, about: Text | Message | str) -> RecordedSheet:
        """A new sheet, entered into the contents; there a shortened name is told in full."""
        said = say(title, self.lang)
        name = said if isinstance(title, Text) and said in self._fixed else sheet_name(said, self._taken)
        self._taken.add(name)
        told = say(about, self.lang)
        self._entries.append(Entry(section, name, told if name == said else f"{said}: {told}"))
        return add_sheet(self._book, name)

    def add_table(self, table: Table, section: Text, about: Text) -> None:
        """A list on a sheet of its own."""
        write_table(self.add(table.title, section, about), table, self.formats, self.lang, self.imprint)

    def write_contents(self, title: str, notes: Iterable[Text]) -> None:
        """Fills the first sheet: title, edition, notes, and a link to every other sheet."""
        sheet, formats, lang = self._contents, self.formats, self.lang
        widths = [width for _, width in COLUMNS]
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        row = 0
        if self.imprint.mark is not None:
            sheet.write_string(row, 0, self.imprint.mark.in_(lang), formats.mark)
            row += 1
        sheet.set_row(row, 24)
        sheet.write_string(row, 0, title, formats.of(bold=True, font_size=16))
        row += 1
        edition = self.imprint.edition.in_(lang)
        sheet.write_string(row, 0, edition[:1].upper() + edition[1:], formats.of(font_color="#595959"))
        wrapped = formats.of(text_wrap=True, valign="top")
        for note in notes:
            row += 1
            sheet.set_row(row, row_height([note], [sum(widths)], lang))
            sheet.merge_range(row, 0, row, len(widths) - 1, note.in_(lang), wrapped)
        row += 2
        top = row
        for at, (header, _) in enumerate(COLUMNS):
            sheet.write_string(row, at, header.in_(lang), formats.header)
        cell = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
        for entry in self._entries:
            row += 1
            sheet.set_row(row, row_height([entry.section, entry.sheet, entry.about], widths, lang))
            sheet.write_string(row, 0, entry.section.in_(lang), formats.of(**cell))
            place = entry.sheet.replace("'", "''")
            link = formats.of(**cell, font_color="#0563C1", underline=1)
            sheet.write_url(row, 1, f"internal:'{place}'!A1", link, entry.sheet)
            sheet.write_string(row, 2, entry.about, formats.of(**cell))
        sheet.freeze_panes(top + 1, 0)
        set_page(sheet, lang, self.imprint, landscape=False)
        sheet.repeat_rows(top)
        sheet.print_area(0, 0, row, len(widths) - 1)
