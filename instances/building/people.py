"""Stable ids for students and teachers who are given by name only."""

from __future__ import annotations

import hashlib
from collections import defaultdict

from instances.building import texts
from instances.building.directory import Directory
from instances.fold import fold, fold_class
from instances.parts import Row, Tables
from instances.schema import TABLES
from models.people import People, Person, PersonKind

STUDENT = "S"
KINDS = (("students", PersonKind.STUDENT, STUDENT), ("teachers", PersonKind.TEACHER, "T"))


def give_ids(tables: Tables) -> None:
    """Fills in blank ids: a digest of institution and name, of namesakes also of the class.

    The ids do not depend on the order of rows or on other people, namesakes excepted.
    """
    directory = Directory.of(tables)
    for table, _, letter in KINDS:
        namesakes: dict[tuple[str, str], list[Row]] = defaultdict(list)
        _report_same_names(tables, table, directory)
        for row in tables.rows[table]:
            if row.values.get("id"):
                continue
            if not row.values.get("person"):
                if table not in tables.faulty and not row.cells.get("id") and not row.cells.get("person"):
                    tables.problems.bad(row, "person", texts.NO_NAME(), texts.GIVE_NAME(), "")
                continue
            namesakes[_institution(directory, row), fold(row.values["person"])].append(row)
        for (institution, name), rows in namesakes.items():
            _give(tables, letter, institution, name, rows)


def _institution(directory: Directory, row: Row) -> str:
    named = row.values.get("institution", "")
    return directory.find(("institutions",), named).id or fold(named)


def _report_same_names(tables: Tables, table: str, directory: Directory) -> None:
    """A warning for a person who seems to be listed twice: a student in one class, with an id of their own at
    least once; a teacher anywhere."""
    first: dict[tuple[str, ...], Row] = {}
    for row in tables.rows[table]:
        name = row.values.get("person")
        if not name:
            continue
        institution = _institution(directory, row)
        key: tuple[str, ...] = (fold(name),)
        if table == "students":
            key = (institution, fold(name), fold_class(row.values.get("class_name", "")))
        same = first.setdefault(key, row)
        if same is row:
            continue
        has_id = row.values.get("id") or same.values.get("id")
        if table == "teachers" and (has_id or institution != _institution(directory, same)):
            cure = texts.ONE_TEACHER(also_at=TABLES["teachers"].by_field["also_at"].title)
            tables.problems.doubt(row, "person", texts.SAME_TEACHER(first=same.number), cure)
        elif table == "students" and has_id:
            tables.problems.doubt(row, "person", texts.SAME_NAME(first=same.number), texts.CHECK_PERSON())


def _give(tables: Tables, letter: str, institution: str, name: str, rows: list[Row]) -> None:
    classes: dict[str, Row] = {}
    for row in rows:
        class_name = fold_class(row.values.get("class_name", ""))
        if class_name in classes:
            first = classes[class_name].number
            tables.problems.bad(row, "person", texts.SAME_PERSON(first=first), texts.DELETE_OR_IDS())
            continue
        classes[class_name] = row
        parts = (institution, name, class_name) if len(rows) > 1 else (institution, name)
        row.values["id"] = person_id(letter, *parts)
    if len(classes) > 1:
        tables.problems.doubt(rows[-1], "person", texts.NAMESAKES(), texts.GIVE_IDS())


def person_id(letter: str, *parts: str) -> str:
    """The id that follows from what tells a person apart: institution and folded name, if need be more."""
    return f"{letter}-{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()[:8]}"


def people_of(rows: dict[str, list[Row]]) -> People:
    """The table of names: students first, in the order of the rows."""
    return People(
        rows=tuple(
            Person(id=row.values["id"], kind=kind, name=row.values["person"])
            for table, kind, _ in KINDS
            for row in rows[table]
            if row.values.get("person") and row.values.get("id")
        )
    )
