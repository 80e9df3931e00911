"""Reads the JSON that ``instances.write`` makes; its rows pass the same checks as a workbook's."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from instances.cells import Cell, Kind
from instances.parts import Problem, Problems, Row, Sheet, Tables
from instances.reading import texts
from instances.reading.json_faults import Sound, fault_of, json_value, sound_part, spare_field
from instances.reading.tables import parse_cell
from instances.schema import TABLES
from instances.schema.records import rows_of
from instances.writing.json_file import NETWORK_FORMAT
from models.fault import Fault, Spot
from models.files.content import read_bytes
from models.files.grid import Unreadable
from models.network import Network
from models.people import People

KEYS = ("format", "network", "people")


def read_json(path: Path) -> tuple[Tables | None, People, list[Fault]]:
    """The rows of all tables, the names, and the faults that are of no row."""
    content = _load(path)
    faults = [
        spare_field(Spot(path.name, None, key), json_value(value), key, set(KEYS) - set(content))
        for key, value in content.items()
        if key not in KEYS
    ]
    people = People()
    try:
        names = content.get("people")
        people = People.model_validate_json(json.dumps({} if names is None else names))
    except ValidationError as error:
        found = (fault_of(People, "people", detail) for detail in error.errors(include_url=False))
        faults += found
    sound = sound_part(content["network"])
    if sound.network is None:
        return None, people, faults + [fault_of(Network, "network", detail) for detail in sound.refused]
    return _tables_of(sound, sound.network, people), people, faults


def _load(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(read_bytes(path).decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable(path.name, texts.BAD_JSON(), texts.WRITE_JSON()) from None
    if not isinstance(content, dict) or content.get("format") != NETWORK_FORMAT or "network" not in content:
        raise Unreadable(path.name, texts.OTHER_JSON(), texts.WRITE_JSON())
    return content


def _tables_of(sound: Sound, network: Network, people: People) -> Tables:
    """The rows of the sound part, each by its number in the file, and those that were taken out."""
    tables = Tables()
    for name, rows in rows_of(network, people).items():
        table = TABLES[name]
        sheet = Sheet(name, table, {column.field: column.field for column in table.columns}, complete=True)
        tables.sheets[name] = sheet
        lost = sound.lost.get(name, {})
        numbers = (number for number in range(1, len(rows) + len(lost) + 1) if number - 1 not in lost)
        for number, values in zip(numbers, rows, strict=True):
            row = Row(sheet, number, {})
            for column in table.columns:
                value = values.get(column.field)
                if not column.is_info and value is not None and value != "":
                    row.cells[column.field] = _cell(table.kind_in(column, values), value)
            for column in table.columns:
                if not column.is_info:
                    parse_cell(tables.problems, row, column)
            tables.rows[name].append(row)
    _report_refused(tables, sound)
    return tables


def _report_refused(tables: Tables, sound: Sound) -> None:
    """An error for everything that was refused, with the row that it is about."""
    rows: dict[tuple[str, int], Row] = {}
    for table, records in sound.lost.items():
        for index, record in records.items():
            refused = {d["loc"][2] for d in sound.refused if d["loc"][:2] == (table, index) and d["loc"][2:]}
            row = _lost_row(tables, table, index, record, {str(name) for name in refused})
            rows[table, index] = row
            tables.rows[table].append(row)
        tables.rows[table].sort(key=lambda row: row.number)
    for detail in sound.refused:
        place = (*detail["loc"], "", "", "")
        lost = rows.get((str(place[0]), place[1])) if isinstance(place[1], int) else None
        if len(detail["loc"]) == 1 and place[0] in tables.sheets:
            tables.faulty.add(str(place[0]))
        is_own = lost is not None and lost.table != "runs"  # a run without its stops is none
        name = str(place[2]) if is_own else ""
        tables.problems.found.append(Problem(fault_of(Network, "network", detail), lost, name))


def _lost_row(
    tables: Tables, name: str, index: int, record: Mapping[str, Any], refused: Collection[str]
) -> Row:
    """The row of a record that was taken out, as far as its cells can be read one by one."""
    row = Row(tables.sheets[name], index + 1, {})
    for column in row.sheet.table.columns:
        value = record.get(column.field)
        if column.is_info or value is None or value in ("", []) or column.field in refused:
            continue
        row.cells[column.field] = _cell(row.sheet.table.kind_in(column, record), value)
        parse_cell(Problems() if isinstance(value, list | dict) else tables.problems, row, column)
    return row


def _cell(kind: Kind, value: Any) -> Cell:
    """The cell that stands for a value."""
    if type(value) is str:  # and no member of an enumeration, which has a word
        return value
    try:
        return kind.show(value, "en")
    except (LookupError, ValueError, TypeError, AttributeError, AssertionError, OverflowError):
        return str(value)
