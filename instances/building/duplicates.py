"""Rows that say the same thing twice."""

from __future__ import annotations

from collections.abc import Hashable

from instances.building import texts
from instances.building.link import Rows
from instances.cells.base import plain
from instances.fold import fold, fold_class
from instances.parts import Problems, Row

KEYS: dict[str, tuple[str, ...]] = {
    "rooms": ("centre", "name"),
    "classes": ("institution", "name"),
    "travel": ("origin", "destination", "mode"),
    "practice_places": ("institution",),
    "rules": ("key",),
    "goals": ("name",),
    "permissions": ("group",),
}
"""Table without ids → the fields that together may occur once."""


def find_duplicates(rows: Rows) -> Problems:
    """An error for every row after the first of its key; a warning for an id that only looks different."""
    problems = Problems()
    for table, table_rows in rows.items():
        fields = KEYS.get(table)
        if fields is None and not any("id" in row.values for row in table_rows):
            continue
        names = fields or ("id",)
        first: dict[Hashable, int] = {}
        for row in table_rows:
            columns = row.sheet.table.by_field
            if any(n not in row.values and (n == "id" or columns[n].required) for n in names):
                continue
            key = tuple(_folded(table, name, row.values.get(name)) for name in names)
            if key in first:
                if fields is None:
                    problem, cure = texts.SAME_ID(id=row.values["id"], first=first[key]), texts.OTHER_ID()
                else:
                    said = [plain(row.cells[name]) for name in names if name in row.cells]
                    problem, cure = texts.SAME_ROW(first=first[key], key=said), texts.KEEP_ONE()
                problems.bad(row, names[-1] if len(names) < 3 else names[0], problem, cure)
            first.setdefault(key, row.number)
        if fields is None:
            _report_lookalikes(problems, table_rows)
    return problems


def _report_lookalikes(problems: Problems, rows: list[Row]) -> None:
    """Ids that are told apart by case, spaces or the alphabet of a letter only."""
    first: dict[str, Row] = {}
    for row in rows:
        id = row.values.get("id")
        if not id:
            continue
        like = first.setdefault(fold(id), row)
        if like.values["id"] != id:
            problem = texts.LOOKS_ALIKE(id=like.values["id"], first=like.number)
            problems.doubt(row, "id", problem, texts.TELL_APART())


def _folded(table: str, name: str, value: Hashable) -> Hashable:
    """Names of classes and rooms count as one however they are spelt: 10А, 10 а."""
    if name == "name" and isinstance(value, str):
        return fold_class(value) if table == "classes" else fold(value)
    return value
