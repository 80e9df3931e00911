"""The two folders: the same plan with names for the office and without them for everybody."""

from __future__ import annotations

import csv
import json
import zipfile
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest

from instances.tiny import ALL
from models.fault import Assumption, Spot
from models.people import People, Person, PersonKind
from models.text import Text
from reports.export.folders import USUAL, export
from reports.export.words import PERSONAL

TINY = ALL["full_buses"]
PEOPLE = People(
    rows=(
        *(Person(id=f"О{n}", kind=PersonKind.STUDENT, name=f"Обучающийся-00{n}") for n in (1, 2, 3)),
        *(Person(id=f"У{n}", kind=PersonKind.TEACHER, name=f"Учитель-00{n}") for n in (1, 2)),
    )
)
ASSUMED = Assumption(
    Spot(sheet="Кабинеты", column="Вместимость"), Text("принято: 20", "assumed: 20")(), count=3
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan of three students with two buses, exported in every kind of file."""
    folder = tmp_path_factory.mktemp("export")
    assert TINY.plan is not None
    export(TINY.network, TINY.plan, PEOPLE, folder, assumptions=[ASSUMED], formats=(*USUAL, "svg"))
    return folder


def contents(path: Path) -> str:
    """All text in a file; of a workbook, that of all its parts."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as parts:
            return "\n".join(parts.read(name).decode("utf-8") for name in parts.namelist())
    return path.read_text(encoding="utf-8-sig")


def files(folder: Path) -> list[Path]:
    """All files below a folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_which_files_there_are(folder: Path) -> None:
    """Each folder has two workbooks, a report, a JSON file, a CSV file a table and the figures asked for."""
    for name in ("public", "internal"):
        found = {path.relative_to(folder / name).as_posix() for path in files(folder / name)}
        assert {"plan.xlsx", "timetable.xlsx", "report.html", "tables.json"} <= found
        assert {"csv/groups.csv", "csv/sessions.csv", "figures/week-1.svg"} <= found


def test_no_name_and_no_id_of_a_person_is_published(folder: Path) -> None:
    """Neither in a cell, nor in the properties, of any public file."""
    for path in files(folder / "public"):
        text = contents(path)
        for person in PEOPLE.rows:
            assert person.name not in text, path
            assert f">{person.id}<" not in text
            assert f'"{person.id}"' not in text
            assert person.id not in text.replace("\n", ";").split(";"), path


def test_every_internal_file_is_marked(folder: Path) -> None:
    """The mark stands in each file of the office, and in none that is published."""
    for path in files(folder / "internal"):
        assert PERSONAL.ru in contents(path), path
    for path in files(folder / "public"):
        assert PERSONAL.ru not in contents(path), path


def test_a_workbook_has_real_dates_times_and_numbers(folder: Path) -> None:
    """Excel can sort and count: no cell of time, date or number is a text."""
    book = openpyxl.load_workbook(folder / "internal" / "plan.xlsx")
    sheet = book["Занятия"]
    header = [cell.value for cell in sheet[2]]
    row = dict(zip(header, (cell.value for cell in sheet[3]), strict=True))
    assert (row["Занятие"], row["Начало"], row["Конец"]) == ("ИТ-1.1", time(15, 30), time(16, 10))
    assert row["Первое занятие"].date() == date(2026, 10, 5)
    assert row["Всего занятий"] == 2
    assert sheet.freeze_panes == "B3"
    assert sheet.auto_filter.ref.startswith("A2:")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_the_properties_name_the_program_only(folder: Path) -> None:
    """Author and title say nothing about a person or a computer."""
    for name in ("public", "internal"):
        properties = openpyxl.load_workbook(folder / name / "plan.xlsx").properties
        assert properties.creator == "setka"
        assert properties.lastModifiedBy in (None, "setka")


def test_tables_csv_and_json_have_the_same_rows(folder: Path) -> None:
    """One definition of the rows: the enrolments of all three kinds are equal."""
    sheet = openpyxl.load_workbook(folder / "internal" / "plan.xlsx")["Зачисления"]
    from_xlsx = [[str(cell or "") for cell in row] for row in sheet.iter_rows(min_row=3, values_only=True)]
    with (folder / "internal/csv/enrolments.csv").open(encoding="utf-8-sig", newline="") as file:
        from_csv = list(csv.reader(file, delimiter=";"))[2:]
    tables = json.loads((folder / "internal/tables.json").read_text(encoding="utf-8"))
    from_json = [[str(value) for value in row.values()] for row in tables["enrolments"]]
    assert from_xlsx == from_csv == from_json
    assert [row[:3] for row in from_csv] == [
        ["О1", "ИТ-1", "ИТ"],
        ["О2", "ИТ-1", "ИТ"],
        ["О3", "КРАЙ-1", "КРАЙ"],
    ]


def test_small_counts_are_masked_in_public(folder: Path) -> None:
    """Groups of two and one are "fewer than 3"; their runs would name the village, which may not be named."""
    tables = json.loads((folder / "public/tables.json").read_text(encoding="utf-8"))
    assert [row["size"] for row in tables["groups"]] == ["менее 3", "менее 3"]
    assert {row["count"] for row in tables["members"]} == {"менее 3"}
    assert tables["runs"] == []


def test_only_the_kinds_asked_for(tmp_path: Path) -> None:
    """``formats`` leaves the other kinds out; the language chooses sheet names."""
    assert TINY.plan is not None
    export(TINY.network, TINY.plan, PEOPLE, tmp_path, formats=["xlsx"], lang="en")
    assert [path.name for path in files(tmp_path)] == ["plan.xlsx", "timetable.xlsx"] * 2
    assert "Sessions" in openpyxl.load_workbook(tmp_path / "public" / "plan.xlsx").sheetnames


def test_the_same_plan_gives_the_same_files(folder: Path, tmp_path: Path) -> None:
    """No file carries the moment it was made."""
    assert TINY.plan is not None
    export(TINY.network, TINY.plan, PEOPLE, tmp_path, assumptions=[ASSUMED], formats=(*USUAL, "svg"))
    for path in files(folder):
        assert path.read_bytes() == (tmp_path / path.relative_to(folder)).read_bytes(), path


@pytest.mark.parametrize("name", [name for name, tiny in ALL.items() if tiny.plan is not None])
def test_every_tiny_plan_can_be_exported(name: str, tmp_path: Path) -> None:
    """Programmes, practice without a room, odd weeks and plans without a run stamp all have a row."""
    plan = ALL[name].plan
    assert plan is not None
    export(ALL[name].network, plan, People(), tmp_path, formats=["json"])
    tables = json.loads((tmp_path / "internal/tables.json").read_text(encoding="utf-8"))
    assert len(tables["enrolments"]) == len(plan.enrolments)
    assert len(tables["sessions"]) == len(list(plan.sessions()))


def test_names_that_look_like_markup_or_formulas(tmp_path: Path) -> None:
    """Whatever a cell says, it arrives as that text: no formula, no link, no lost letter."""
    assert TINY.plan is not None
    hostile = ["=1+1", "&<>\"'{{}}%{name}", "http://example.org/" + "Ж" * 60]
    people = People(
        rows=tuple(
            Person(id=f"О{n}", kind=PersonKind.STUDENT, name=name) for n, name in enumerate(hostile, start=1)
        )
    )
    courses = [course.replace(title=hostile[1]) for course in TINY.network.courses]
    export(TINY.network.replace(courses=courses), TINY.plan, people, tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "internal" / "plan.xlsx")["Зачисления"]
    header = [cell.value for cell in sheet[2]]
    names = [row[header.index("ФИО")] for row in sheet.iter_rows(min_row=3)]
    assert sorted(cell.value for cell in names) == sorted(hostile)
    assert {cell.data_type for cell in names} == {"s"}
    with (tmp_path / "internal/csv/enrolments.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    said = [row[rows[1].index("ФИО")] for row in rows[2:]]
    assert sorted(said) == sorted(["'=1+1", *hostile[1:]])
    assert (
        hostile[1] in json.loads((tmp_path / "public/tables.json").read_text("utf-8"))["groups"][0]["title"]
    )
