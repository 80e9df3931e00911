"""Reads a plan: from plan.json, from the office's timetable.xlsx, or from a workbook of groups, sessions and
enrolments kept by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from models.fault import Fault
from models.files.grid import Grid, Unreadable
from models.files.workbook import read_workbook
from models.network import Network
from models.people import People
from models.plan import Plan
from models.text import Message, Text
from reports.audit.handmade import plan_of_sheets
from reports.audit.origin import Origin, origin_of
from reports.audit.plan_json import read_json
from reports.audit.sheets import Rows
from reports.audit.timetable.reading import is_timetable, plan_of_timetable

WARNING = Text("{file}: {problem}. {cure}", "{file}: {problem}. {cure}")


@dataclass(frozen=True)
class PlanReading:
    """A plan, or the faults that keep it from being one.

    ``origin`` is what a workbook remembers of the plan it was written from, ``sheets`` are its sheets as
    they are now; ``notes`` tell what cannot be seen in such a file and what was changed to fit an edit.
    """

    plan: Plan | None
    faults: tuple[Fault, ...] = ()
    origin: Origin | None = None
    notes: tuple[Message, ...] = ()
    sheets: Mapping[str, Rows] = field(default_factory=dict)


def read_plan(path: Path, network: Network, people: People) -> PlanReading:
    """The plan in a file. Names of people, institutions and centres are understood beside their ids.

    What the file says need not be right or even possible (the audit tells); only what cannot be
    understood at all is a fault.
    """
    try:
        if path.suffix.lower() == ".json":
            return PlanReading(*read_json(path))
        book = read_workbook(path)
    except Unreadable as error:
        return PlanReading(None, (error.fault,))
    sheets = {grid.name: _with_broken(grid) for grid in book.grids}
    reading = _read_sheets(sheets, network, people)
    warnings = [
        WARNING(file=fault.spot.sheet, problem=fault.problem, cure=fault.cure) for fault in book.warnings
    ]
    return replace(reading, notes=(*warnings, *reading.notes))


def _with_broken(grid: Grid) -> Rows:
    """The rows of a sheet, with its broken cells in their places."""
    rows: list[list[Any]] = [[*row] for row in grid.rows]
    for (row, column), broken in grid.broken.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = broken
    return rows


def _read_sheets(sheets: Mapping[str, Rows], network: Network, people: People) -> PlanReading:
    origin, damaged = origin_of(sheets)
    if is_timetable(sheets):
        reading = plan_of_timetable(sheets, network, people)
    else:
        reading = plan_of_sheets(sheets, network, people)
    faults = reading.faults + damaged
    if faults:
        return PlanReading(None, faults)
    return PlanReading(reading.plan, (), origin, reading.notes, sheets)
