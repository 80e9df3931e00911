"""From rows to a reading: link, check, build; with or without the rows that have faults."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from dataclasses import replace
from datetime import date

from instances.building import texts
from instances.building.contradictions import find_contradictions
from instances.building.duplicates import find_duplicates
from instances.building.keys import check_keys
from instances.building.link import Rows, link
from instances.building.network import Built, build_network
from instances.building.norms import check_complete, check_norms
from instances.building.people import give_ids
from instances.building.year import check_rules
from instances.parts import Problem, Problems, Row, Tables
from instances.validate import Draft, validate
from models.fault import Fault, Reading
from models.finding import Severity
from models.people import People

Cell = tuple[Row, str]
"""One cell of a row, by its field."""

NEEDED = ("institutions", "centres", "rooms", "classes", "courses", "teachers", "students", "choices")


def assemble(
    tables: Tables,
    people: People | None,
    faults: list[Fault],
    *,
    set_aside: bool,
    today: date,
    may_be_empty: Collection[str] = (),
) -> Reading:
    """The network of the rows, if it can be had, and all that is wrong.

    Rows with errors are taken out, then those that refer to them, until the rest is sound. Unless they
    are to be set aside, only the faults of the first round count: the others follow from them. The rest
    is checked as a network all the same, so that all faults are reported at once: a row is then kept without
    a faulty cell that may be blank, and rules of the network that cannot be are taken for blank. So are cells
    that refer to a sheet with a fault of its own, which are none. Such a fault, which no row can be set aside
    for, makes ``set_aside`` void.
    """
    needed = tuple(name for name in NEEDED if name not in may_be_empty)
    _find_empty(tables, needed)
    give_ids(tables)
    set_aside = set_aside and not any(item.is_error and item.row is None for item in tables.problems.found)
    set_aside = set_aside and not any(fault.severity is Severity.ERROR for fault in faults)
    found = list(tables.problems.found)
    contradictions: list[Problem] = []
    is_first = True
    gone: set[Row] = set()
    blanked: set[Cell] = set()
    while True:
        copies, rows = _copies(tables, gone, blanked)
        checked, dangling = _check_rows(tables, rows)
        problems = [_of(copies, item) for item in checked]
        if is_first or set_aside:
            found += problems
        if is_first and not set_aside:
            contradictions = [_of(copies, item) for item in find_contradictions(rows).found]
        is_first = False
        errors = [item for item in (*tables.problems.found, *problems) if item.is_error]
        cells = {(i.row, i.field) for i in errors if i.row} | {(copies[row], name) for row, name in dangling}
        blank = set() if set_aside else {cell for cell in cells if _may_be_blank(*cell)}
        bad = {row for row, name in cells if (row, name) not in blank}
        bad, blank = (bad | _incomplete(tables)) - gone, blank - blanked
        built: Built | None = None
        if not bad and not blank:
            is_whole = not gone and not blanked and not tables.faulty
            built, late = _build(tables, rows, today, needed, set_aside=set_aside)
            late = [_of(copies, item) for item in late]
            if not is_whole and not set_aside:
                told = rows_in_error(found)
                late = [item for item in late if item.is_error and item.row and item.row not in told]
            bad = rows_in_error(late)
            if not set_aside:
                bad = {row for row in bad if row.table == "rules"}
            if not bad:
                found += late
                break
            found += [item for item in late if item.is_error]
        gone |= bad
        blanked |= blank
    return _reading(built, people, faults, found + contradictions, set_aside=set_aside)


def _copies(tables: Tables, gone: Collection[Row], blanked: Collection[Cell]) -> tuple[dict[Row, Row], Rows]:
    """Copies of the rows that are left, without the cells taken for blank: copy → row, and by table."""
    copies = {copy(row): row for table in tables.rows.values() for row in table if row not in gone}
    for row, original in copies.items():
        row.values = {k: value for k, value in row.values.items() if (original, k) not in blanked}
    return copies, {name: [row for row in copies if row.table == name] for name in tables.rows}


def _may_be_blank(row: Row, name: str) -> bool:
    """Whether the row could do without one of its cells. Not without its id, which others refer to."""
    column = row.sheet.table.by_field.get(name)
    return column is not None and not column.required and name != "id"


def rows_in_error(problems: list[Problem]) -> set[Row]:
    """The rows that some error concerns."""
    return {item.row for item in problems if item.row is not None and item.is_error}


def _incomplete(tables: Tables) -> set[Row]:
    """Rows that lack a required value or an id, be it only because the whole column is missing."""
    return {
        row
        for table in tables.rows.values()
        for row in table
        if any(
            column.field not in row.values
            for column in row.sheet.table.columns
            if column.required or column.field == "id"
        )
    }


def _of(copies: dict[Row, Row], problem: Problem) -> Problem:
    """The problem of a copy as one of the row it was copied from."""
    return replace(problem, row=copies[problem.row]) if problem.row is not None else problem


def _check_rows(tables: Tables, rows: Rows) -> tuple[list[Problem], set[Cell]]:
    """What is wrong with the rows one by one, and the cells that refer to a table whose rows nobody finds."""
    linked, dangling = link(tables, rows)
    checked = (linked, find_duplicates(rows), check_norms(rows), check_keys(rows))
    return [problem for problems in checked for problem in problems.found], dangling


def _build(
    tables: Tables, rows: Rows, today: date, needed: tuple[str, ...], *, set_aside: bool
) -> tuple[Built | None, list[Problem]]:
    """The network, and what is wrong with it as a whole; no network while a table that is needed is empty."""
    built = build_network(tables, rows, today)
    found = [
        *check_rules(tables, rows, built.network.rules).found,
        *check_complete(tables, built.network.norms, built.network.rules).found,
    ]
    if not any(item.is_error for item in found):
        found += validate(Draft(built.network, rows, tables, is_final=set_aside)).found
    if set_aside:
        found += find_contradictions(rows).found
    empty = [name for name in needed if not rows[name]]
    problems = Problems()
    for name in empty:
        if tables.rows[name] and name not in ("teachers", "rooms"):
            problems.error(tables.spot_of(name), "", texts.NO_ROWS(), texts.ADD_ROWS())
    if any(not tables.rows[name] or name not in ("teachers", "rooms") for name in empty):
        return None, [*problems.found, *found]
    return built, found


def _find_empty(tables: Tables, needed: tuple[str, ...]) -> None:
    for name in needed:
        if not tables.rows[name]:
            tables.faulty.add(name)
        if name in tables.sheets and not tables.rows[name]:
            spot = tables.spot_of(name)
            if not any(p.is_error and p.fault.spot.sheet == spot.sheet for p in tables.problems.found):
                tables.problems.error(spot, "", texts.NO_ROWS(), texts.ADD_ROWS())


def _reading(
    built: Built | None, people: People | None, faults: list[Fault], found: list[Problem], *, set_aside: bool
) -> Reading:
    kept: list[Fault] = list(faults)
    aside: list[Fault] = []
    for problem in found:
        movable = set_aside and problem.is_error and problem.row is not None
        target = aside if movable else kept
        if problem.fault not in target:
            target.append(problem.fault)
    stopped = any(fault.severity.value == "error" for fault in kept) or built is None
    names = _names(built, people)
    return Reading(
        network=None if stopped or built is None else built.network,
        people=names,
        faults=tuple(kept),
        assumptions=built.assumptions if built else (),
        set_aside=tuple(aside),
        lock_spots=built.lock_spots if built else (),
    )


def _names(built: Built | None, people: People | None) -> People:
    if people is not None:
        return people
    return built.people if built else People()
