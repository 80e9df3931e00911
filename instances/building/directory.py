"""Finds rows by id, name, title or ФИО, however they are spelled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from instances.fold import fold, nearest
from instances.parts import Row, Tables

NAMES = {
    "institutions": ("name", "full_name"),
    "centres": (),
    "courses": ("title",),
    "programmes": ("title",),
    "teachers": ("person",),
    "students": ("person",),
    "runs": (),
    "priorities": ("title",),
}
"""Table → the fields that name its rows besides ``id``."""


@dataclass(frozen=True)
class Found:
    """The id found; else the ids that all fit (none or several)."""

    id: str = ""
    several: tuple[str, ...] = ()


@dataclass
class Directory:
    """Exact ids, folded names, and the spellings to suggest, by table."""

    ids: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    folded: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(dict))
    spellings: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    homes: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Tables, rows: Mapping[str, Iterable[Row]] | None = None) -> Directory:
        directory = cls()
        for table, fields in NAMES.items():
            for row in (rows or tables.rows)[table]:
                directory.add(table, row, fields)
        return directory

    def add(self, table: str, row: Row, fields: Iterable[str]) -> None:
        """Makes a row known; a row without id is not."""
        id = row.values.get("id")
        if not id:
            return
        self.ids[table].add(id)
        for name in (id, *(row.values.get(part) for part in fields)):
            if name:
                self.folded[table].setdefault(fold(name), set()).add(id)
                self.spellings[table].append(name)
        if table == "students":
            self.homes[id] = (row.values.get("institution", ""), row.values.get("class_name", ""))

    def find(self, tables: Collection[str], text: str) -> Found:
        """The row that a text means: by its exact id, else by any folded name."""
        for table in tables:
            if text in self.ids[table]:
                return Found(text)
        several = {id for table in tables for id in self.folded[table].get(fold(text), ())}
        if len(several) == 1:
            return Found(several.pop())
        return Found("", tuple(sorted(several)))

    def nearest(self, tables: Collection[str], text: str) -> str:
        """The nearest spelling; empty if nothing is near."""
        near = nearest(text, [name for table in tables for name in self.spellings[table]])
        return near[0] if near else ""
