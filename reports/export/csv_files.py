"""A folder of CSV files as Excel opens them: semicolons, UTF-8 with BOM, decimal commas in Russian.

Texts that Excel would take for formulas have an apostrophe in front, as in the CSV files of a network.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

from models.files.shield import shielded
from models.text import Lang, Text
from reports.export.table import Table, Value, plain

MARK_FILE = {"ru": "ПЕРСОНАЛЬНЫЕ ДАННЫЕ.txt", "en": "PERSONAL DATA.txt"}


def write_csv(tables: Sequence[Table], folder: Path, *, lang: Lang, mark: Text | None) -> None:
    """One file a table, named by its key. The mark is the first line of each and a file of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in tables:
        with (folder / f"{table.key}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            if mark is not None:
                writer.writerow([mark.in_(lang)])
            writer.writerow([shielded(column.title.in_(lang)) for column in table.columns])
            writer.writerows([_cell(value, lang) for value in row] for row in table.rows)
    if mark is not None:
        (folder / MARK_FILE[lang]).write_text(mark.in_(lang) + "\n", encoding="utf-8-sig")


def _cell(value: Value, lang: Lang) -> str:
    value = plain(value, lang)
    if value is None:
        return ""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}" if lang == "ru" else value.isoformat()
    if isinstance(value, float):
        text = f"{value:.6g}"
        return text.replace(".", ",") if lang == "ru" else text
    return shielded(value) if isinstance(value, str) else str(value)
