"""Reads .xlsx, .xls and .ods."""

from __future__ import annotations

import io
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from models.files import ods, texts, xlsx
from models.files.content import OLE, open_zip, read_bytes
from models.files.grid import Broken, Grid, Position, Unreadable


def read_workbook(path: Path) -> list[Grid]:
    """The sheets in order; raises ``Unreadable``."""
    content = read_bytes(path)
    broken = _broken_cells(path.name, content)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            Grid(
                name,
                [[*row] for row in workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)],
                broken.get(name, {}),
            )
            for name in workbook.sheet_names
        ]
    except PasswordError:
        raise Unreadable(path.name, texts.PASSWORD(), texts.NO_PASSWORD()) from None
    except (CalamineError, OSError, ValueError) as error:
        if "password" in str(error).lower():
            raise Unreadable(path.name, texts.PASSWORD(), texts.NO_PASSWORD()) from None
        raise Unreadable(path.name, texts.NOT_WORKBOOK(), texts.SAVE_AS()) from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the reader of spreadsheets gave up on odd content
            raise Unreadable(path.name, texts.NOT_WORKBOOK(), texts.SAVE_AS()) from None
        raise


def _broken_cells(name: str, content: bytes) -> dict[str, dict[Position, Broken]]:
    """Sheet → its broken cells; ``Unreadable`` for what is neither .xls nor can be looked through."""
    archive = open_zip(name, content)
    if archive is None and content.startswith(OLE):
        return {}
    parts = archive.namelist() if archive is not None else []
    if archive is not None and xlsx.CONTENT in parts:
        return xlsx.broken_cells(name, archive)
    if archive is not None and ods.CONTENT in parts:
        return ods.broken_cells(name, archive)
    raise Unreadable(name, texts.NOT_WORKBOOK(), texts.SAVE_AS())
