"""The network from rows without fault."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from instances.building.last_buses import assume_last_buses
from instances.building.link import Rows
from instances.building.norms import assume_norms, build_norms
from instances.building.people import people_of
from instances.building.texts import AWAY, BLANK_COLUMN, GOALS_DEFAULT
from instances.building.year import assume_holidays, assume_rules, build_rules, public_holidays, settings_of
from instances.parts import Row, Tables
from instances.schema import TABLES
from instances.schema.records import class_of, run_of
from instances.schema.rules import ADD_HOLIDAYS, ADD_NORMS, NAME
from models.base import Record
from models.fault import Assumption, Spot
from models.network import DEFAULT_GOALS, Network
from models.people import People
from models.scenario import ScenarioRow
from models.tables import (
    CalendarEntry,
    CalendarKind,
    Centre,
    Choice,
    Cost,
    Course,
    CourseResult,
    HistoryFigure,
    Institution,
    LastBus,
    Lock,
    Permission,
    PracticePlace,
    Priority,
    Programme,
    Requisite,
    Room,
    Student,
    Teacher,
    Wish,
)
from models.travel import Travel

RECORDS: dict[str, type[Record]] = {
    "institutions": Institution,
    "centres": Centre,
    "rooms": Room,
    "courses": Course,
    "programmes": Programme,
    "teachers": Teacher,
    "students": Student,
    "choices": Choice,
    "wishes": Wish,
    "travel": Travel,
    "last_buses": LastBus,
    "calendar": CalendarEntry,
    "priorities": Priority,
    "locks": Lock,
    "permissions": Permission,
    "practice_places": PracticePlace,
    "requisites": Requisite,
    "costs": Cost,
    "results": CourseResult,
    "history": HistoryFigure,
    "scenarios": ScenarioRow,
}
"""Tables whose rows are records as they stand."""


@dataclass(frozen=True)
class Built:
    """The network, its people, what was assumed for blanks, and where each lock stands."""

    network: Network
    people: People
    assumptions: tuple[Assumption, ...]
    lock_spots: tuple[Spot, ...]


def build_network(tables: Tables, rows: Rows, today: date) -> Built:
    """The network of the rows; they must be linked and without errors."""
    settings = settings_of(rows)
    rules = build_rules(rows, settings, today)
    parts: dict[str, Any] = {name: tuple(_record(name, row) for row in rows[name]) for name in RECORDS}
    parts["classes"] = tuple(class_of(row.values) for row in rows["classes"])
    stops: dict[str, list[Row]] = defaultdict(list)
    for stop in rows["stops"]:
        stops[stop.values["run"]].append(stop)
    parts["runs"] = tuple(
        run_of(row.values, [stop.values for stop in stops[row.values["id"]]]) for row in rows["runs"]
    )
    parts["goals"] = tuple(row.values["name"] for row in rows["goals"]) or DEFAULT_GOALS
    parts["norms"] = build_norms(rows, add_shipped=settings.get(ADD_NORMS, True))
    assumptions = _assume_blanks(tables, rows) + assume_rules(tables, settings, rules)
    assumptions += assume_norms(tables, rows, parts["norms"])
    away = sum(bool(one.absent) for one in parts["classes"])
    if away:
        assumptions.append(Assumption(tables.spot_of("classes", "absent"), AWAY(), away))
    if not rows["goals"]:
        assumptions.append(Assumption(tables.spot_of("goals"), GOALS_DEFAULT()))
    has_holidays = any(entry.kind is CalendarKind.HOLIDAY for entry in parts["calendar"])
    if not has_holidays and settings.get(ADD_HOLIDAYS, True):
        added = public_holidays(rules)
        parts["calendar"] += tuple(added)
        assumptions += assume_holidays(tables, added, rules)
    name = settings.get(NAME) or tables.source_name
    network = Network(name=name, rules=rules, **parts)
    assumptions += assume_last_buses(tables, network)
    return Built(network, people_of(rows), tuple(assumptions), tuple(row.spot() for row in rows["locks"]))


def _record(table: str, row: Row) -> Record:
    record = RECORDS[table]
    return record(**{name: value for name, value in row.values.items() if name in record.model_fields})


def _assume_blanks(tables: Tables, rows: Rows) -> list[Assumption]:
    """One line for every column in which blanks were filled."""
    found = []
    for name, table in TABLES.items():
        sheet = tables.sheets.get(name)
        if sheet is None or sheet.complete or not rows[name]:
            continue
        for column in table.columns:
            if column.assumed is None:
                continue
            count = sum(column.field not in row.cells for row in rows[name])
            if count:
                message = BLANK_COLUMN(column=column.title, value=column.assumed)
                found.append(Assumption(tables.spot_of(name, column.field), message, count))
    return found
