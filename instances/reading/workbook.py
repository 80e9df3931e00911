"""Reads .xlsx, .xls and .ods."""

from __future__ import annotations

import io
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from instances.reading import texts
from instances.reading.files import open_zip, read_bytes
from instances.reading.formulas import bad_formulas
from instances.reading.raw import Grid, Unreadable


def read_workbook(path: Path) -> list[Grid]:
    """The sheets in order; raises ``Unreadable``."""
    content = read_bytes(path)
    archive = open_zip(path.name, content)
    bad: dict[str, dict[tuple[int, int], str]] = {}
    if archive is not None and "xl/workbook.xml" in archive.namelist():
        bad = bad_formulas(path.name, archive)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            Grid(
                name,
                [[*row] for row in workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)],
                bad.get(name, {}),
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
