"""What the data model refuses in a JSON file, each at its place; and the network without it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from instances.fold import nearest
from instances.parts import shown
from instances.reading import texts
from models.fault import Fault, Spot
from models.finding import Severity
from models.json_faults import expected
from models.network import Network
from models.people import People


@dataclass
class Sound:
    """The part of a network that the data model accepts (``None``: there is none), and what it refuses.

    ``lost``: table → the records that were taken out, by their index in the file.
    """

    network: Network | None
    refused: list[ErrorDetails] = field(default_factory=list)
    lost: dict[str, dict[int, Mapping[str, Any]]] = field(default_factory=dict)


def sound_part(given: Any) -> Sound:
    """Leaves out every record with a field that is refused, and every list that is none."""
    try:
        return Sound(Network.model_validate_json(json.dumps(given)))
    except ValidationError as error:
        refused = error.errors(include_url=False)
    if not isinstance(given, dict) or not all(detail["loc"] for detail in refused):
        return Sound(None, refused)
    kept = dict(given)
    lost: dict[str, dict[int, Mapping[str, Any]]] = {}
    for name, *rest in (detail["loc"] for detail in refused):
        table = str(name)
        if rest and isinstance(rest[0], int):
            record = given[table][rest[0]]
            lost.setdefault(table, {})[rest[0]] = record if isinstance(record, dict) else {}
        elif rest and isinstance(kept.get(table), dict):
            kept[table] = {key: value for key, value in kept[table].items() if key != rest[0]}
        else:
            kept.pop(table, None)
            if table in Network.model_fields and Network.model_fields[table].is_required():
                kept[table] = "" if table == "name" else []
    for table, records in lost.items():
        kept[table] = [record for index, record in enumerate(given[table]) if index not in records]
    try:
        return Sound(Network.model_validate_json(json.dumps(kept)), refused, lost)
    except ValidationError:
        return Sound(None, refused)


def fault_of(model: type[BaseModel], sheet: str, detail: ErrorDetails) -> Fault:
    """A fault at its list, row of the list (from 1) and field; ``sheet`` where it is in no list."""
    place = list(detail["loc"])
    if place and model is People:
        place[0] = sheet  # its one list has no name that anybody knows
    if len(place) > 1 or (place and detail["type"] != "extra_forbidden"):
        sheet = str(place.pop(0))
    row = int(place.pop(0)) + 1 if place and isinstance(place[0], int) else None
    column = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")
    value = "" if detail["type"] == "missing" else json_value(detail["input"])
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    spot = Spot(sheet, row, column)
    if detail["type"] == "missing":
        return Fault(Severity.ERROR, spot, value, texts.NO_FIELD(field=name), texts.ADD_FIELD())
    if detail["type"] == "extra_forbidden":
        return spare_field(spot, value, name, _fields_at(model, detail["loc"][:-1]))
    cure = texts.EXPECTED_JSON(expected=expected(detail))
    return Fault(Severity.ERROR, spot, value, texts.BAD_FIELD(), cure)


def spare_field(spot: Spot, value: str, name: str, known: Iterable[str]) -> Fault:
    """The fault of a field that nobody reads, with the nearest one that is read."""
    near = nearest(name, known)
    cure = texts.PERHAPS(nearest=near[0]) if near else texts.REMOVE_FIELD()
    return Fault(Severity.ERROR, spot, value, texts.SPARE_FIELD(field=name), cure)


def json_value(value: Any) -> str:
    """A value as the file has it, short; a text without its quotes."""
    return shown(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _fields_at(model: type[BaseModel], place: tuple[int | str, ...]) -> list[str]:
    """The fields of the record at a place of the model."""
    for part in place:
        if isinstance(part, str):
            inner = _record_in(model.model_fields[part].annotation)
            if inner is None:
                return []
            model = inner
    return list(model.model_fields)


def _record_in(annotation: Any) -> type[BaseModel] | None:
    """The record that a field holds, or a list of it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)
