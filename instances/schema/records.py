"""Rows of sheets from the records of a network: some records are spread over columns or sheets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from instances.schema.rules import ADD_HOLIDAYS, ADD_NORMS, NAME, SETTINGS
from instances.schema.tables import TABLES
from models.network import Network
from models.norms import merge_norms
from models.people import People, PersonKind
from models.tables import CalendarKind, DayLessons, Run, RunStop, SchoolClass
from models.time import Parity

Values = dict[str, Any]
"""Field → value of one row; a field that is absent is blank."""


def rows_of(network: Network, people: People) -> dict[str, list[Values]]:
    """Every table's rows, in order."""
    rows: dict[str, list[Values]] = {}
    for name, table in TABLES.items():
        if name in ("rules", "goals", "stops"):
            continue
        fields = table.by_field
        rows[name] = [
            {field: getattr(record, field) for field in fields if field in type(record).model_fields}
            for record in getattr(network, name)
        ]
    for row, school_class in zip(rows["classes"], network.classes, strict=True):
        row.update(_day_cells(school_class.days))
    names = {(person.kind, person.id): person.name for person in people.rows}
    for name, kind in (("students", PersonKind.STUDENT), ("teachers", PersonKind.TEACHER)):
        for row in rows[name]:
            row["person"] = names.get((kind, row["id"]))
    rows["stops"] = [
        {"run": run.id, "place": stop.place, "time": stop.time} for run in network.runs for stop in run.stops
    ]
    rows["goals"] = [{"name": goal} for goal in network.goals]
    rows["rules"] = [{"key": key, "value": value} for key, value in _settings(network).items()]
    return rows


def _settings(network: Network) -> Values:
    own: Values = {
        NAME: network.name,
        ADD_HOLIDAYS: any(entry.kind is CalendarKind.HOLIDAY for entry in network.calendar),
        ADD_NORMS: set(merge_norms(network.norms)) == set(network.norms),
    }
    return {key: own[key] if key in own else getattr(network.rules, key) for key in SETTINGS}


def _day_cells(days: tuple[DayLessons, ...]) -> Values:
    cells: dict[str, dict[Parity, int]] = {}
    for day in days:
        cells.setdefault(f"end_{day.weekday}", {})[day.parity] = day.end
        if day.lessons:
            cells.setdefault(f"lessons_{day.weekday}", {})[day.parity] = day.lessons
    return dict(cells)


def class_days(values: Mapping[str, Any]) -> tuple[DayLessons, ...]:
    """The days of a class from its columns a weekday."""
    days = []
    for weekday in range(1, 8):
        lessons = values.get(f"lessons_{weekday}", {})
        for parity, end in values.get(f"end_{weekday}", {}).items():
            count = lessons.get(parity, lessons.get(Parity.EVERY, 0))
            days.append(DayLessons(weekday=weekday, end=end, lessons=count, parity=parity))
    return tuple(days)


def class_of(values: Mapping[str, Any]) -> SchoolClass:
    """A class from the cells of its row."""
    plain = {key: value for key, value in values.items() if key in SchoolClass.model_fields}
    return SchoolClass(**plain, days=class_days(values))


def run_of(values: Mapping[str, Any], stops: list[Mapping[str, Any]]) -> Run:
    """A run from its row and the rows of its stops."""
    ordered = tuple(RunStop(place=stop["place"], time=stop["time"]) for stop in stops)
    return Run(**values, stops=ordered)
