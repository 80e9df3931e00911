"""Reads what a command is given, a network or a plan, and shows what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from models.text import Message, Text
from scheduler.cli.exits import Refused
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.fault import Fault, Reading, Spot
    from models.network import Network
    from models.people import People
    from models.plan import Plan
    from reports.audit.reading import PlanReading

SET_ASIDE_AGAIN = Text(
    "Отложить строки с ошибками, как при планировании.", "Set faulty rows aside, as when the plan was made."
)
FAULTS = Text("Ошибки во входных данных ({source})", "Faults of the input ({source})")
WARNINGS = Text("Предупреждения ({source})", "Warnings ({source})")
SET_ASIDE = Text(
    "Строки с ошибками, отложенные и не вошедшие в план", "Faulty rows set aside, not part of the plan"
)
HEADERS = (
    Text("Лист", "Sheet"),
    Text("Строка", "Row"),
    Text("Столбец", "Column"),
    Text("Значение", "Value"),
    Text("Что не так", "Problem"),
    Text("Что сделать", "Cure"),
)
NOT_READ = Text(
    "во входных данных есть ошибки: {count}. Исправьте их; весь список: setka check {source}",
    "the input has errors: {count}. Correct them; the whole list: setka check {source}",
)
SOME_WARNINGS = Text(
    "Предупреждений о входных данных: {count} (setka check {source})",
    "Warnings about the input: {count} (setka check {source})",
)
PLAN_FAULTS = Text("Ошибки в файле плана ({source})", "Faults of the plan's file ({source})")
PLAN_NOT_READ = Text("план не прочитан: {source}", "the plan could not be read: {source}")


def read_network(
    screen: Screen, source: str, *, set_aside: bool = False, may_be_empty: Collection[str] = ()
) -> tuple[Network, Reading]:
    """The network; all faults go to stderr and ``Refused`` is raised if it cannot be had.

    ``may_be_empty`` are tables that need no row yet.
    """
    from instances import read

    reading = read(Path(source), set_aside=set_aside, may_be_empty=may_be_empty)
    if reading.set_aside:
        show_faults(screen, SET_ASIDE, reading.set_aside)
    errors = reading.errors
    if reading.network is None or (errors and not set_aside):
        show_faults(screen, FAULTS(source=source), errors)
        raise Refused(NOT_READ(count=len(errors), source=source))
    warnings = len(reading.faults) - len(errors)
    if warnings:
        screen.complain(SOME_WARNINGS(count=warnings, source=source))
    return reading.network, reading


def read_plan(screen: Screen, network: Network, people: People, source: str) -> tuple[Plan, PlanReading]:
    """The plan of plan.json or of a workbook; faults go to stderr and end the command."""
    from reports.audit.reading import read_plan as read

    reading = read(Path(source), network, people)
    if reading.plan is None:
        show_faults(screen, PLAN_FAULTS(source=source), reading.faults)
        raise Refused(PLAN_NOT_READ(source=source))
    for note in reading.notes:
        screen.complain(note)
    return reading.plan, reading


def show_faults(screen: Screen, title: Message | Text, faults: Sequence[Fault]) -> None:
    """A table of faults on stderr."""
    to_stderr = Screen(screen.lang, screen.err, screen.err)
    to_stderr.table(title, HEADERS, [fault_row(fault) for fault in faults])


def fault_row(fault: Fault) -> tuple[object, ...]:
    """A fault in the order of ``HEADERS``."""
    return (
        fault.spot.sheet,
        row_of(fault.spot),
        fault.spot.column,
        fault.value,
        fault.problem,
        fault.cure,
    )


def row_of(spot: Spot) -> str:
    """The row (and the cell, where it is known) as the planner finds it."""
    row = "" if spot.row is None else str(spot.row)
    return f"{row} ({spot.cell})" if spot.cell else row
