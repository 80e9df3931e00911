"""What a scenario asks for, before anybody knows whether it can be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from instances.cells import Cell
from models.fault import Spot


@dataclass(frozen=True)
class Do:
    """An action in words (see ``instances.schema.actions``) done to a target with a value, as typed."""

    action: str
    target: str
    value: Cell
    spot: Spot


@dataclass(frozen=True)
class RowEdit:
    """A row added to a table, changed, or taken out of it.

    ``table`` and the keys of ``cells`` and ``key`` are as typed: titles in either language, or names.
    ``spots`` are the places of the cells.
    """

    how: Literal["add", "change", "remove"]
    table: str
    key: Mapping[str, Cell]
    cells: Mapping[str, Cell]
    spot: Spot
    spots: Mapping[str, Spot] = field(default_factory=dict)


Edit = Do | RowEdit


@dataclass(frozen=True)
class Scenario:
    """A named list of edits, applied in order."""

    name: str
    title: str
    edits: tuple[Edit, ...]
    spot: Spot
