"""Reads a folder of CSV files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from instances.cells import Cell
from instances.reading import texts
from instances.reading.headers import find_header, find_table
from models.fault import Fault
from models.files.content import read_bytes, unreadable
from models.files.grid import Grid, Unreadable
from models.files.shield import unshielded
from models.text import Text

DELIMITERS = (";", ",", "\t")


def read_csv_folder(path: Path) -> tuple[list[Grid], list[Fault]]:
    """The files in order of their names, and the faults of those that cannot be read."""
    try:
        files = sorted(file for file in path.iterdir() if file.suffix.lower() == ".csv" and file.is_file())
    except OSError as error:
        raise unreadable(path, error) from None
    if not files:
        raise Unreadable(path.name, texts.NO_CSV(), texts.GIVE_CSV(), str(path))
    grids: list[Grid] = []
    faults: list[Fault] = []
    for file in files:
        try:
            grids.append(Grid(file.name, _rows(file)))
        except Unreadable as error:
            faults.append(error.fault)
    return grids, faults


def _rows(file: Path) -> list[list[Cell]]:
    text = _decode(file.name, read_bytes(file))
    table = find_table(file.name)
    try:
        if table is None:
            return _parse(text, ";")
        parsed = [(_parse(text, mark), mark) for mark in DELIMITERS]
    except csv.Error:
        raise Unreadable(file.name, texts.BAD_CSV(), texts.CHECK_QUOTES()) from None
    return max(parsed, key=lambda item: find_header(table, item[0])[1])[0]


def _parse(text: str, delimiter: str) -> list[list[Cell]]:
    return [
        [unshielded(cell) for cell in row]
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    ]


def _decode(name: str, content: bytes) -> str:
    problem: Text = texts.NOT_UTF8
    try:
        text = content.decode("utf-8-sig")
        if "\x00" not in text:
            return text
    except UnicodeDecodeError:
        if not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            decoded = content.decode("cp1251", errors="replace")
            letters = sum("а" <= mark.lower() <= "я" for mark in decoded)
            if letters > sum(mark == "\ufffd" for mark in decoded):
                problem = texts.CP1251
    raise Unreadable(name, problem(), texts.SAVE_UTF8())
