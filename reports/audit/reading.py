"""Reads a plan: from plan.json, from the office's timetable.xlsx, or from a workbook of groups, sessions and
enrolments kept by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from models.fault import Fault, Spot
from models.files.content import read_bytes
from models.files.grid import Grid, Unreadable
from models.files.workbook import read_workbook
from models.finding import Severity
from models.network import Network
from models.people import People
from models.plan import Plan
from models.text import Message, Text
from reports.audit.handmade import plan_of_sheets
from reports.audit.origin import Origin, origin_of
from reports.audit.sheets import Rows
from reports.audit.timetable.reading import is_timetable, plan_of_timetable

WARNING = Text("{file}: {problem}. {cure}", "{file}: {problem}. {cure}")
WRONG_FIELD = Text("Поле «{field}» неверно: {why}.", "Field {field} is wrong: {why}.")
NOT_JSON = Text("Файл повреждён: это не JSON.", "The file is damaged: it is not JSON.")
OTHER_COPY = Text(
    "Возьмите неповреждённую копию файла или составьте план заново.",
    "Take an undamaged copy of the file, or make the plan anew.",
)
WHY = {
    "extra_forbidden": Text("такого поля в плане нет", "a plan has no such field"),
    "missing": Text("его нет в файле", "it is missing"),
}
BAD_VALUE = Text("недопустимое значение", "{why}")
SEE_SCHEMA = Text(
    "Исправьте поле по описанию файла plan.json.", "Correct the field by the description of plan.json."
)


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
            return _read_json(path)
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
        plan, faults, notes = reading.plan, reading.faults + damaged, reading.notes
    else:
        plan, found = plan_of_sheets(sheets, network, people)
        faults, notes = found + damaged, ()
    return PlanReading(None, faults) if faults else PlanReading(plan, (), origin, notes, sheets)


def _read_json(path: Path) -> PlanReading:
    try:
        return PlanReading(Plan.model_validate_json(read_bytes(path).removeprefix(b"\xef\xbb\xbf")))
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)
        if any(detail["type"] == "json_invalid" for detail in details):
            return _failed(path, NOT_JSON(), OTHER_COPY())
        return PlanReading(
            None,
            tuple(
                Fault(
                    Severity.ERROR,
                    Spot(sheet=path.name, column=".".join(map(str, detail["loc"]))),
                    str(detail["input"])[:80],
                    WRONG_FIELD(field=".".join(map(str, detail["loc"])) or "—", why=_why(detail)),
                    SEE_SCHEMA(),
                )
                for detail in details
            ),
        )


def _why(detail: ErrorDetails) -> Message:
    return WHY.get(detail["type"], BAD_VALUE)(why=detail["msg"])


def _failed(path: Path, problem: Message, cure: Message) -> PlanReading:
    return PlanReading(None, (Fault(Severity.ERROR, Spot(sheet=path.name), "", problem, cure),))
