"""The file of raw rows: one JSON object a line, only ever added to."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from models.bench import BenchRow
from models.text import Text
from scheduler.cli.exits import Refused
from scheduler.cli.screen import Screen

NOT_READ = Text("нет такого файла: {path}", "no such file: {path}")
BROKEN = Text("{path}: строка {line} не читается и пропущена", "{path}: line {line} cannot be read; left out")
NOTHING = Text("в файлах нет ни одной строки: {paths}", "the files hold no rows: {paths}")


def read_rows(path: Path) -> tuple[list[BenchRow], list[int]]:
    """The rows of a file, and the numbers of lines that are none (a write that was cut off)."""
    rows, broken = [], []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if not line.strip():
            continue
        try:
            rows.append(BenchRow.model_validate_json(line))
        except ValidationError:
            broken.append(number)
    return rows, broken


def append_row(path: Path, row: BenchRow) -> None:
    """Adds a line in one write and waits until it is on the disk; after half a line it begins a new one."""
    data = row.model_dump_json().encode() + b"\n"
    with path.open("ab+") as file:
        if file.tell():
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                data = b"\n" + data
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def rows_of(screen: Screen, paths: Sequence[str]) -> list[BenchRow]:
    """The rows of several files, one after the other; complains about what cannot be read.

    Raises ``Refused`` if a file is missing or there are no rows.
    """
    found: list[BenchRow] = []
    for name in paths:
        path = Path(name)
        if not path.is_file():
            raise Refused(NOT_READ(path=name))
        rows, broken = read_rows(path)
        for line in broken:
            screen.complain(BROKEN(path=name, line=line))
        found += rows
    if not found:
        raise Refused(NOTHING(paths=list(paths)))
    return found
