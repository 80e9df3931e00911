"""A network as the workbook a planner keeps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import xlsxwriter

from instances.schema import SETTINGS, TABLES
from instances.schema.records import rows_of
from instances.writing.sheets import Book, add_lists, add_sheet
from models.goals import GOALS
from models.network import Network
from models.people import People

OPTIONS = {
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "remove_timezone": True,
    "in_memory": True,  # else parts with names would lie among the temporary files
}


@contextmanager
def open_workbook(path: Path) -> Iterator[xlsxwriter.Workbook]:
    """A workbook to fill, written when the block ends."""
    content = BytesIO()  # on a full disk a half-written archive complains once more when it is forgotten
    with xlsxwriter.Workbook(content, OPTIONS) as workbook:
        yield workbook
    path.write_bytes(content.getvalue())


def write_workbook(network: Network, people: People, path: Path) -> None:
    """Writes the file anew: all sheets, the empty ones with their headers."""
    with open_workbook(path) as workbook:
        book = Book(workbook, "ru")
        for name, rows in rows_of(network, people).items():
            if name == "rules":
                rows = [row | _explained(row["key"]) for row in rows]
            if name == "goals":
                rows = [
                    row | {"note": GOALS[row["name"]].sentence.ru} for row in rows if row["name"] in GOALS
                ]
            add_sheet(book, TABLES[name], rows)
        add_lists(book)


def _explained(key: str) -> dict[str, str]:
    return {"default": SETTINGS[key].blank.ru, "note": SETTINGS[key].note.ru}
