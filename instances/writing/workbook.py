"""A network as the workbook a planner keeps."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

from instances.schema import SETTINGS, TABLES
from instances.schema.records import rows_of
from instances.writing.sheets import Book, add_sheet
from models.goals import GOALS
from models.network import Network
from models.people import People

OPTIONS = {
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "remove_timezone": True,
}


def write_workbook(network: Network, people: People, path: Path) -> None:
    """Writes the file anew: all sheets, the empty ones with their headers."""
    with xlsxwriter.Workbook(str(path), OPTIONS) as workbook:
        book = Book(workbook, "ru")
        for name, rows in rows_of(network, people).items():
            if name == "rules":
                rows = [row | _explained(row["key"]) for row in rows]
            if name == "goals":
                rows = [
                    row | {"note": GOALS[row["name"]].sentence.ru} for row in rows if row["name"] in GOALS
                ]
            add_sheet(book, TABLES[name], rows)


def _explained(key: str) -> dict[str, str]:
    return {"default": SETTINGS[key].blank.ru, "note": SETTINGS[key].note.ru}
