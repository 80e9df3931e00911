"""Reads .xlsx, .xls and .ods."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from models.fault import Fault, Spot
from models.files import ods, texts, xlsx
from models.files.content import OLE, open_zip, read_bytes
from models.files.grid import Book, Broken, Cell, Grid, Marks, Merge, Position, Unreadable
from models.files.texts import NEGATIVE
from models.finding import Severity

LOCK = "~$"
"""How the names of files begin that Excel keeps beside an open workbook."""


def read_workbook(path: Path) -> Book:
    """The sheets in order; raises ``Unreadable``."""
    content = read_bytes(path)
    archive = open_zip(path.name, content)
    if archive is None and path.name.startswith(LOCK):
        book = path.name.removeprefix(LOCK)
        raise Unreadable(path.name, texts.LOCK_FILE(book=book), texts.GIVE_BOOK(book=book))
    if archive is not None:
        return Book(_grids(path.name, content, _marks_of(path.name, archive)))
    if content.startswith(OLE):
        warning = Fault(Severity.WARNING, Spot(path.name), path.suffix, texts.OLD_FORMAT(), texts.SAVE_AS())
        return Book(_grids(path.name, content, {}), (warning,))
    raise Unreadable(path.name, texts.NOT_WORKBOOK(), texts.SAVE_AS())


def _grids(name: str, content: bytes, marks: Mapping[str, Marks]) -> list[Grid]:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [_grid(workbook.get_sheet_by_name(sheet), marks.get(sheet)) for sheet in workbook.sheet_names]
    except PasswordError:
        raise Unreadable(name, texts.PASSWORD(), texts.NO_PASSWORD()) from None
    except (CalamineError, OSError, ValueError) as error:
        if "password" in str(error).lower():
            raise Unreadable(name, texts.PASSWORD(), texts.NO_PASSWORD()) from None
        raise Unreadable(name, texts.NOT_WORKBOOK(), texts.SAVE_AS()) from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the reader of spreadsheets gave up on odd content
            raise Unreadable(name, texts.NOT_WORKBOOK(), texts.SAVE_AS()) from None
        raise


def _grid(sheet: CalamineSheet, marks: Marks | None) -> Grid:
    """The sheet. A negative number is broken where the reader, which drops the sign, takes it for a time.

    Of an old workbook the reader itself tells the merged cells; nobody tells the broken ones.
    """
    rows: list[list[Cell]] = [[*row] for row in sheet.to_python(skip_empty_area=False)]
    if marks is None:
        merges = [Merge(first, last) for first, last in sheet.merged_cell_ranges or ()]
        return Grid(sheet.name, rows, {}, merges)

    def is_broken(place: Position, found: Broken) -> bool:
        cells = rows[place[0]] if place[0] < len(rows) else []
        cell = cells[place[1]] if place[1] < len(cells) else None
        return found.problem is not NEGATIVE or isinstance(cell, date | time)

    broken = {place: found for place, found in marks.broken.items() if is_broken(place, found)}
    return Grid(sheet.name, rows, broken, marks.merges)


def _marks_of(name: str, archive: zipfile.ZipFile) -> dict[str, Marks]:
    """Sheet → its merged and its broken cells; ``Unreadable`` for what is neither kind of workbook."""
    parts = archive.namelist()
    if xlsx.CONTENT in parts:
        return xlsx.marks_of(name, archive)
    if ods.CONTENT in parts:
        return ods.marks_of(name, archive)
    raise Unreadable(name, texts.NOT_WORKBOOK(), texts.SAVE_AS())
