"""A workbook with one sheet a table: real dates and times, frozen headers, filters, A4 landscape."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from models.text import Lang, Text
from reports.export.imprint import Imprint
from reports.export.table import Table
from reports.export.workbook import Formats, open_book, write_table

TITLE = Text("План сети профильных курсов", "Plan of the network of profile courses")


def write_xlsx(tables: Sequence[Table], path: Path, *, lang: Lang, imprint: Imprint) -> None:
    """Writes the workbook. The mark stands above each table, and above and below each page; there also the
    edition."""
    with open_book(path, TITLE.in_(lang)) as book:
        formats = Formats(book)
        for table in tables:
            write_table(book.add_worksheet(table.title.in_(lang)), table, formats, lang, imprint)
