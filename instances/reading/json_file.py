"""Reads the JSON that ``instances.write`` makes; its rows pass the same checks as a workbook's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from instances.parts import Row, Sheet, Tables
from instances.reading import texts
from instances.reading.tables import parse_cell
from instances.schema import TABLES
from instances.schema.records import rows_of
from instances.writing.json_file import NETWORK_FORMAT
from models.fault import Fault, Spot
from models.files.content import read_bytes
from models.files.grid import Unreadable
from models.finding import Severity
from models.network import Network
from models.people import People
from models.text import Message, Text


def read_json(path: Path) -> tuple[Tables | None, People, list[Fault]]:
    """The rows of all tables, the names, and the faults that prevent the former."""
    content = _load(path)
    try:
        network = Network.model_validate_json(json.dumps(content["network"]))
        people = People.model_validate_json(json.dumps(content.get("people") or {}))
    except ValidationError as error:
        return None, People(), [_fault(detail) for detail in error.errors()]
    return _tables_of(network, people), people, []


def _load(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(read_bytes(path).decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable(path.name, texts.BAD_JSON(), texts.WRITE_JSON()) from None
    if not isinstance(content, dict) or content.get("format") != NETWORK_FORMAT or "network" not in content:
        raise Unreadable(path.name, texts.BAD_JSON(), texts.WRITE_JSON())
    return content


def _fault(detail: Any) -> Fault:
    """A fault of the data model at its place: list, row of the list from 1, field."""
    place = [part for part in detail["loc"] if isinstance(part, str)]
    numbers = [part for part in detail["loc"] if isinstance(part, int)]
    spot = Spot(place[0] if place else "network", numbers[0] + 1 if numbers else None, ".".join(place[1:]))
    value = "" if detail["type"] == "missing" else str(detail["input"])[:80]
    cure = texts.EXPECTED_JSON(expected=_expected(detail))
    return Fault(Severity.ERROR, spot, value, texts.BAD_FIELD(), cure)


def _expected(detail: Any) -> Message | Text:
    """What the data model wants of a field. Its own sentences are English."""
    kind, bounds = str(detail["type"]), detail.get("ctx", {})
    if "expected" in bounds:
        return Text(str(bounds["expected"]).replace(" or ", " или "), str(bounds["expected"]))
    for name, text in texts.JSON_LIMITS.items():
        if name in bounds:
            return text(limit=bounds[name])
    known = (text for start, text in texts.JSON_KINDS.items() if kind.startswith(start))
    return next(known, texts.AS_WRITTEN)


def _tables_of(network: Network, people: People) -> Tables:
    tables = Tables()
    for name, rows in rows_of(network, people).items():
        table = TABLES[name]
        sheet = Sheet(name, table, {column.field: column.field for column in table.columns}, complete=True)
        tables.sheets[name] = sheet
        for number, values in enumerate(rows, start=1):
            row = Row(sheet, number, {})
            for column in table.columns:
                value = values.get(column.field)
                if column.is_info or value is None or value == "":
                    continue
                try:
                    row.cells[column.field] = table.kind_in(column, values).show(value, "en")
                except (LookupError, ValueError, TypeError, OverflowError):
                    row.cells[column.field] = str(value)
            for column in table.columns:
                if not column.is_info:
                    parse_cell(tables.problems, row, column)
            tables.rows[name].append(row)
    return tables
