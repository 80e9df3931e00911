"""Reads a network from a workbook, a folder of CSV files, JSON, or from those that come with setka."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from instances.bundled import bundled, bundled_path
from instances.parts import Tables
from instances.reading import texts
from instances.reading.assemble import assemble
from instances.reading.csv_folder import read_csv_folder
from instances.reading.json_file import read_json
from instances.reading.tables import read_tables
from models.fault import Fault, Reading
from models.files.content import look
from models.files.grid import Unreadable
from models.files.workbook import read_workbook
from models.people import People

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


def read(
    path: Path,
    *,
    set_aside: bool = False,
    today: date | None = None,
    may_be_empty: Collection[str] = (),
) -> Reading:
    """The network at ``path`` with every fault of the input and every assumption.

    ``network`` is ``None`` while an error stands. With ``set_aside`` the faulty rows and all that depend
    on them are left out, and their faults are listed apart. ``today`` decides the school year when
    nothing in the input does. ``may_be_empty`` are tables that may have no row yet though planning needs
    some.
    """
    try:
        path = locate(Path(path))
        tables, people, faults = parse(path)
    except Unreadable as error:
        return Reading(None, People(), (error.fault,))
    if tables is None:
        return Reading(None, People(), tuple(faults))
    tables.source_name = path.stem
    return assemble(
        tables,
        people,
        faults,
        set_aside=set_aside,
        today=today or date.today(),
        may_be_empty=may_be_empty,
    )


def locate(path: Path) -> Path:
    """The file or folder meant: a bundled network's workbook if there is nothing else of that name.

    Raises ``Unreadable`` where nobody may look.
    """
    if str(path) in bundled() and look(path) is None:
        return bundled_path(str(path))
    return path


def parse(path: Path) -> tuple[Tables | None, People | None, list[Fault]]:
    """The rows; the names if they came apart from the rows; faults of files as a whole."""
    kind = look(path)
    if kind is None:
        cure = texts.CHECK_PATH(names=list(bundled()) or "—")
        raise Unreadable(path.name, texts.NOTHING(), cure, str(path))
    if kind == "folder":
        grids, faults = read_csv_folder(path)
        return read_tables(grids, [fault.spot.sheet for fault in faults]), None, faults
    suffix = path.suffix.lower()
    if suffix == ".json":
        tables, people, faults = read_json(path)
        return tables, people, faults
    if suffix not in WORKBOOKS:
        raise Unreadable(path.name, texts.SUFFIX(), texts.USE_SUFFIX(), path.suffix)
    book = read_workbook(path)
    return read_tables(book.grids), None, list(book.warnings)
