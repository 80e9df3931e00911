"""What a table and a column is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from instances.cells import Kind
from models.text import Text

NO_NOTE = Text("", "")


@dataclass(frozen=True)
class Column:
    """A column of a sheet.

    ``field`` is the field of the row (or of the parts it is made of). ``assumed`` says what stands in for
    a blank where that is worth telling the planner. ``examples`` are the cells of the example rows, as
    people type them. ``is_info`` columns are for the reader of the sheet only and hold no data.
    """

    field: str
    title: Text
    kind: Kind
    required: bool = False
    note: Text = NO_NOTE
    assumed: Text | None = None
    examples: tuple[str, ...] = ()
    is_info: bool = False


@dataclass(frozen=True)
class Table:
    """A sheet or CSV file. ``prefilled``: the template shows real rows instead of examples.
    ``kinds_by_key``: of a table of keys and values, the kind of the value by key."""

    name: str
    title: Text
    purpose: Text
    columns: tuple[Column, ...]
    required: bool = False
    prefilled: bool = False
    kinds_by_key: Mapping[str, Kind] = field(default_factory=dict)

    @cached_property
    def by_field(self) -> dict[str, Column]:
        return {column.field: column for column in self.columns}

    def kind_in(self, column: Column, values: Mapping[str, Any]) -> Kind:
        """The kind of a cell; in a table of keys and values it depends on the key."""
        if self.kinds_by_key and column.field == "value":
            return self.kinds_by_key.get(values.get("key", ""), column.kind)
        return column.kind
