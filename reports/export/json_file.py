"""All tables in one JSON file, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

from models.text import Lang, Text
from reports.export.table import Table, Value, plain


def write_json(tables: Sequence[Table], path: Path, *, lang: Lang, mark: Text | None) -> None:
    """An object of tables by key; each a list of rows by column key. Dates ISO, times ``HH:MM``."""
    content: dict[str, object] = {"mark": mark.in_(lang)} if mark is not None else {}
    for table in tables:
        keys = [column.key for column in table.columns]
        content[table.key] = [
            dict(zip(keys, (_cell(value, lang) for value in row), strict=True)) for row in table.rows
        ]
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _cell(value: Value, lang: Lang) -> str | int | float | bool | None:
    value = plain(value, lang)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return value
