"""Reads a folder of CSV files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from instances.cells import Cell
from instances.parts import shown
from instances.reading import texts
from instances.reading.headers import SEARCHED, find_header, find_table
from instances.reading.quotes import find_open_quote
from models.fault import Fault
from models.files.content import read_bytes, unreadable
from models.files.grid import Grid, Unreadable
from models.files.shield import unshielded
from models.text import Text

DELIMITERS = (";", ",", "\t")
WRONG, NUL = "\ufffd", "\x00"
FEW = 10
"""A file with more null characters than one of so many is in another encoding."""


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
    mark = DELIMITERS[0]
    if table is not None:
        tops = {delimiter: _top(text, delimiter) for delimiter in DELIMITERS}
        mark = max(DELIMITERS, key=lambda delimiter: find_header(table, tops[delimiter])[1])
        header, _ = find_header(table, tops[mark])
        found = find_open_quote(text, mark, len(tops[mark][header]) if tops[mark] else 0)
        if found is not None:
            value = shown(found.start)
            raise Unreadable(file.name, texts.OPEN_QUOTE(), texts.CLOSE_QUOTE(), value, found.row)
    try:
        return list(_parse(text, mark))
    except csv.Error:
        raise Unreadable(file.name, texts.BAD_CSV(), texts.CHECK_QUOTES()) from None


def _top(text: str, delimiter: str) -> list[list[Cell]]:
    """The rows among which the headers are, as far as they can be parsed."""
    rows: list[list[Cell]] = []
    with suppress(csv.Error):
        rows.extend(islice(_parse(text, delimiter), SEARCHED))
    return rows


def _parse(text: str, delimiter: str) -> Iterator[list[Cell]]:
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        yield [unshielded(cell) for cell in row]


def _decode(name: str, content: bytes) -> str:
    """The text. Of a file that is UTF-8 but for a few characters the row of the first of these is told."""
    text = content.decode("utf-8-sig", errors="replace")
    try:
        content.decode("utf-8")
        at, problem = text.find(NUL), texts.NUL
        is_other = text.count(NUL) * FEW > len(text)
    except UnicodeDecodeError as error:
        at, problem = len(content[: error.start].decode("utf-8-sig")), texts.BAD_BYTE
        is_other = _letters(text) <= text.count(WRONG)
    if at < 0:
        return text
    if is_other:
        raise Unreadable(name, _encoding(content)(), texts.SAVE_UTF8())
    row = len((text[:at] + NUL).splitlines())
    raise Unreadable(name, problem(), texts.RETYPE_ROW(), shown(text.splitlines()[row - 1]), row)


def _encoding(content: bytes) -> Text:
    """What a file seems to be saved in that is not in UTF-8."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return texts.NOT_UTF8
    decoded = content.decode("cp1251", errors="replace")
    return texts.CP1251 if _letters(decoded) > decoded.count(WRONG) else texts.NOT_UTF8


def _letters(text: str) -> int:
    return sum("а" <= mark.lower() <= "я" for mark in text)
