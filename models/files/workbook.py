"""Reads .xlsx, .xls and .ods."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from models.fault import Fault, Spot
from models.files import ods, texts, xlsx
from models.files.content import OLE, open_zip, read_bytes
from models.files.grid import Book, Broken, Grid, Position, Unreadable
from models.finding import Severity


def read_workbook(path: Path) -> Book:
    """The sheets in order; raises ``Unreadable``."""
    content = read_bytes(path)
    archive = open_zip(path.name, content)
    if archive is not None:
        return Book(_grids(path.name, content, _broken_cells(path.name, archive)))
    if content.startswith(OLE):
        warning = Fault(Severity.WARNING, Spot(path.name), path.suffix, texts.OLD_FORMAT(), texts.SAVE_AS())
        return Book(_grids(path.name, content, {}), (warning,))
    raise Unreadable(path.name, texts.NOT_WORKBOOK(), texts.SAVE_AS())


def _grids(name: str, content: bytes, broken: Mapping[str, Mapping[Position, Broken]]) -> list[Grid]:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            Grid(
                sheet,
                [[*row] for row in workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)],
                broken.get(sheet, {}),
            )
            for sheet in workbook.sheet_names
        ]
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


def _broken_cells(name: str, archive: zipfile.ZipFile) -> dict[str, dict[Position, Broken]]:
    """Sheet → its broken cells; ``Unreadable`` for what is neither kind of workbook."""
    parts = archive.namelist()
    if xlsx.CONTENT in parts:
        return xlsx.broken_cells(name, archive)
    if ods.CONTENT in parts:
        return ods.broken_cells(name, archive)
    raise Unreadable(name, texts.NOT_WORKBOOK(), texts.SAVE_AS())
