"""A workbook with one sheet a table: real dates and times, frozen headers, filters, A4 landscape."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from models.plan import Plan
from models.text import Lang, Text
from reports.audit import origin
from reports.export.imprint import Imprint
from reports.export.origin_sheet import fill_origin
from reports.export.table import Table
from reports.export.tables import enrolments, groups, rides, sessions
from reports.export.workbook import Formats, add_sheet, open_book, write_table

TITLE = Text("План сети профильных курсов", "Plan of the network of profile courses")


READ = (groups.TITLE, sessions.TITLE, enrolments.TITLE, rides.TITLE)
"""The sheets that are read after editing."""


def write_xlsx(
    tables: Sequence[Table], path: Path, *, lang: Lang, imprint: Imprint, plan: Plan | None = None
) -> None:
    """Writes the workbook. The mark stands above each table, and above and below each page; there also the
    edition. One that can be edited and compared has the ``plan`` on a last sheet."""
    with open_book(path, TITLE.in_(lang)) as book:
        formats = Formats(book)
        for table in tables:
            write_table(add_sheet(book, table.title.in_(lang)), table, formats, lang, imprint)
        if plan is not None:
            read = {title.in_(lang) for title in READ}
            sheet = add_sheet(book, origin.TITLE.in_(lang))
            fill_origin(sheet, book, plan, formats, lang=lang, imprint=imprint, read=read)
