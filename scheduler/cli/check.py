"""``setka check``: everything that is wrong with an input, and everything that was assumed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE, WRONG
from scheduler.cli.inputs import FAULTS, HEADERS, WARNINGS, fault_row
from scheduler.cli.planning import PART, UNSUPPORTED
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.fault import Fault, Reading
    from models.text import Message

ABOUT = Text(
    "Показать все ошибки во входных данных и все допущения.\n\n"
    "Для каждой ошибки названы лист, строка, столбец, значение, что не так и что сделать. Код завершения 2, "
    "если есть хотя бы одна ошибка; предупреждения планированию не мешают.",
    "Show every fault of the input and every assumption.\n\n"
    "Each fault names sheet, row, column, value, what is wrong and the cure. Exit code 2 if there is any "
    "error; warnings do not stop the planning.",
)
JSON = Text("Вывести в виде JSON.", "Print as JSON.")
ASSUMED = Text(
    "Допущения (что принято вместо пустых ячеек)", "Assumptions (what was put where cells are blank)"
)
ASSUMED_HEADERS = (
    Text("Лист", "Sheet"),
    Text("Столбец", "Column"),
    Text("Ячеек", "Cells"),
    Text("Что принято", "Assumed"),
)
LATER = Text(
    "Предупреждения о сети в целом появятся, когда ошибок не останется.",
    "Warnings about the network as a whole come once there are no errors.",
)
TOTAL = Text("Ошибок: {errors}, предупреждений: {warnings}", "Errors: {errors}, warnings: {warnings}")


@click.command(
    "check",
    cls=Command,
    text=ABOUT,
    examples=("setka check district.xlsx", "setka check district.xlsx --json > faults.json"),
)
@click.argument("source", metavar="NETWORK")
@click.option("--json", "as_json", cls=Option, text=JSON, is_flag=True)
@click.pass_context
def command(ctx: click.Context, source: str, as_json: bool) -> int:
    """Lists what is wrong with the input; exit code 2 if anything is an error."""
    from instances import read, unsupported

    screen = screen_of(ctx)
    reading = read(Path(source))
    missing = list(unsupported(reading.network)) if reading.network is not None else []
    reading = replace(reading, faults=(*reading.faults, *_of_scenarios(source, reading)))
    if as_json:
        screen.print(_json(screen, reading, missing))
    else:
        _show(screen, source, reading, missing)
    return WRONG if reading.errors or missing else FINE


def _of_scenarios(source: str, reading: Reading) -> list[Fault]:
    """What is wrong with scenarios of the sheet: warnings, for the network can be planned without them."""
    from instances.scenarios import read_scenarios
    from models.finding import Severity

    if reading.network is None or not reading.network.scenarios:
        return []
    variants, faults = read_scenarios(Path(source), reading)
    found = [*faults, *(fault for variant in variants for fault in variant.faults)]
    errors = [fault for fault in found if fault.severity is Severity.ERROR]
    return [replace(fault, severity=Severity.WARNING) for fault in errors]


def _show(screen: Screen, source: str, reading: Reading, missing: list[Message]) -> None:
    warnings = [fault for fault in reading.faults if fault not in reading.errors]
    for title, faults in ((FAULTS, reading.errors), (WARNINGS, warnings)):
        if faults:
            screen.table(title(source=source), HEADERS, [fault_row(fault) for fault in faults])
            screen.print()
    if reading.assumptions:
        rows = [(item.spot.sheet, item.spot.column, item.count, item.message) for item in reading.assumptions]
        screen.table(ASSUMED, ASSUMED_HEADERS, rows)
        screen.print()
    if missing:
        screen.print(UNSUPPORTED)
        for message in missing:
            screen.print(PART(message=message))
    if any(fault.spot.row is not None for fault in reading.errors):
        screen.print(LATER)
    screen.print(TOTAL(errors=len(reading.errors) + len(missing), warnings=len(warnings)))


def _json(screen: Screen, reading: Reading, missing: list[Message]) -> str:
    content = {
        "faults": [_fault(screen, fault) for fault in reading.faults],
        "assumptions": [
            {
                "sheet": item.spot.sheet,
                "column": item.spot.column,
                "count": item.count,
                "assumed": screen.words(item.message),
            }
            for item in reading.assumptions
        ],
        "unsupported": [screen.words(message) for message in missing],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _fault(screen: Screen, fault: Fault) -> dict[str, object]:
    return {
        "severity": fault.severity.value,
        "sheet": fault.spot.sheet,
        "row": fault.spot.row,
        "cell": fault.spot.cell,
        "column": fault.spot.column,
        "value": fault.value,
        "problem": screen.words(fault.problem),
        "cure": screen.words(fault.cure),
    }
