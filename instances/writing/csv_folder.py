"""A folder of CSV files: one a table, semicolons, UTF-8 with a byte order mark."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from instances.cells import Cell
from instances.schema import TABLES
from instances.schema.records import rows_of
from models.files.shield import shielded
from models.network import Network
from models.people import People


@dataclass(frozen=True)
class FileNames:
    """Which files were written, and which tables have none because they are empty."""

    written: tuple[str, ...]
    absent: tuple[str, ...]


def write_csv_folder(network: Network, people: People, folder: Path) -> FileNames:
    """Writes the tables that have rows (and the required ones) into a folder that exists."""
    written, absent = [], []
    for name, rows in rows_of(network, people).items():
        table = TABLES[name]
        file_name = f"{name}.csv"
        if not rows and not table.required:
            absent.append(file_name)
            continue
        columns = [column for column in table.columns if not column.is_info]
        with (folder / file_name).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow([column.title.ru for column in columns])
            for values in rows:
                kinds = [table.kind_in(column, values) for column in columns]
                cells = [values.get(column.field) for column in columns]
                shown = [
                    None if cell is None or cell == "" else kind.show(cell, "ru")
                    for kind, cell in zip(kinds, cells, strict=True)
                ]
                writer.writerow([in_csv(cell) for cell in shown])
        written.append(file_name)
    return FileNames(tuple(written), tuple(absent))


def in_csv(cell: Cell) -> str:
    """The cell as a CSV file holds it."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y")
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, str):
        return shielded(cell)
    return str(cell)
