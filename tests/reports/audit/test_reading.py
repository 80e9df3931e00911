"""Plans are read from plan.json and from workbooks filled in by hand; what is wrong is told by cell."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from instances.tiny import base
from models.people import People, Person, PersonKind
from models.plan import Direction, Plan
from reports.audit import audit
from reports.audit.reading import PlanReading, read_plan

PEOPLE = People(
    rows=(
        Person(id="О1", kind=PersonKind.STUDENT, name="Обучающийся-001"),
        Person(id="О2", kind=PersonKind.STUDENT, name="Обучающийся-002"),
        Person(id="У1", kind=PersonKind.TEACHER, name="Учитель-01"),
    )
)
GROUPS = [["Группа", "Курс"], ["ИТ-1", "Курс ИТ"]]
SESSIONS = [
    ["Группа", "РЦ", "Кабинет", "Учителя", "День недели", "Начало"],
    ["ИТ-1", "Школа Ш1", 1, "Учитель-01", "Пн", "15:00"],
]
ENROLMENTS = [["Обучающийся", "Группа"], ["Обучающийся-001", "ИТ-1"], ["о2", "ИТ-1"]]


def write(path: Path, **sheets: list[list[Any]]) -> Path:
    """A workbook of the sheets; blank ones are left out. A formula comes with its stored value."""
    with xlsxwriter.Workbook(path) as book:
        formats = {time: book.add_format({"num_format": "hh:mm"}), date: book.add_format({"num_format": 14})}
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, tuple):
                        sheet.write_formula(number, column, cell[0], None, cell[1])
                    elif isinstance(cell, time | date):
                        sheet.write_datetime(number, column, cell, formats[type(cell)])
                    else:
                        sheet.write(number, column, cell)
    return path


def read(path: Path, scene: Any, **tables: Any) -> PlanReading:
    """The reading against the scene's network."""
    return read_plan(path, scene.network(**tables), PEOPLE)


def test_a_workbook_with_names_gives_a_plan_that_passes(scene: Any, tmp_path: Path) -> None:
    """End, weeks, dates and ranks are left blank; names stand for ids; the audit asks for nothing more."""
    path = write(tmp_path / "план.xlsx", Группы=GROUPS, Занятия=SESSIONS, Зачисления=ENROLMENTS)
    found = read(path, scene)
    assert found.faults == ()
    assert found.plan is not None
    session = found.plan.groups[0].sessions[0]
    assert (session.id, session.centre, session.room, session.teachers) == ("ИТ-1.1", "РЦ1", "1", ("У1",))
    assert (session.weekday, session.start, session.end) == (1, 15 * 60, 15 * 60 + 40)
    assert session.weeks == base.WEEKS
    assert [(e.student, e.rank) for e in found.plan.enrolments] == [("О1", 1), ("О2", 1)]
    report = audit(scene.network(), found.plan)
    assert report.findings == ()
    assert {level.name: level.value for level in report.levels}["rank_points"] == 10


def test_english_headers_titles_above_and_real_times(scene: Any, tmp_path: Path) -> None:
    """Sheets in English below a title row, with true times and dates, a parity and a ride."""
    sessions = [
        ["Timetable of the network"],
        ["Session", "Group", "Centre", "Room", "Teachers", "Weekday", "Start", "End", "Weeks", "Dates"],
        ["ИТ-1.1", "ИТ-1", "РЦ1", "1", "У1", "Monday", time(15, 0), time(15, 40), "even", date(2026, 10, 5)],
    ]
    rides = [
        ["Student", "Session", "Direction", "Run", "Board", "Alight"],
        ["О3", "ИТ-1.1", "back", "Р2", "Ш1", "Ш2"],
    ]
    path = write(tmp_path / "plan.xlsx", Groups=GROUPS, Sessions=sessions, Enrolments=ENROLMENTS, Rides=rides)
    found = read(path, scene)
    assert found.faults == ()
    assert found.plan is not None
    session = found.plan.groups[0].sessions[0]
    assert (session.start, session.end, session.weeks) == (900, 940, ("2026-W41",))
    assert session.dates == (date(2026, 10, 5),)
    assert found.plan.rides[0].direction is Direction.BACK


def test_faults_name_sheet_row_and_column(scene: Any, tmp_path: Path) -> None:
    """A time 25:70, a day that is none, an unlisted group: each is told with its place."""
    sessions = [
        SESSIONS[0],
        ["ИТ-1", "РЦ1", "1", "У1", "Пт", "25:70"],
        ["ИТ-9", "РЦ1", "1", "У1", "Шб", "15:00"],
    ]
    path = write(tmp_path / "план.xlsx", Группы=GROUPS, Занятия=sessions, Зачисления=ENROLMENTS)
    found = read(path, scene)
    assert found.plan is None
    spots = {(fault.spot.sheet, fault.spot.row, fault.spot.column, fault.value) for fault in found.faults}
    assert ("Занятия", 2, "Начало", "25:70") in spots
    assert ("Занятия", 3, "День недели", "Шб") in spots
    assert ("Занятия", 3, "Группа", "ИТ-9") in spots


def test_rows_are_those_of_the_sheet_below_blank_ones(scene: Any, tmp_path: Path) -> None:
    """Twelve blank rows above the headers, a blank column before them: row 15 is told, as Excel shows it."""
    sessions = [*[[]] * 12, *(["", *row] for row in [*SESSIONS, ["ИТ-1", "РЦ1", 1, "У1", "Шб", "15:00"]])]
    path = write(tmp_path / "план.xlsx", Группы=GROUPS, Занятия=sessions, Зачисления=ENROLMENTS)
    assert [(fault.spot.row, fault.value) for fault in read(path, scene).faults] == [(15, "Шб")]


def test_broken_formulas_are_faults_with_their_cells(scene: Any, tmp_path: Path) -> None:
    """An error and a formula without a stored value are no blanks, which would mean the usual; nothing that
    follows from them is told beside them, and columns that are not read may hold what they like."""
    groups = [[*GROUPS[0], "Примечание"], [*GROUPS[1], ("=NA()", "#N/A")]]
    sessions = [[*SESSIONS[0], "Конец"], [*SESSIONS[1], ("=1/0", "#DIV/0!")]]
    sessions[1][4] = ("=A1", "")
    path = write(tmp_path / "план.xlsx", Группы=groups, Занятия=sessions, Зачисления=ENROLMENTS)
    found = read(path, scene)
    assert found.plan is None
    assert [(f.spot.sheet, f.spot.cell, f.value, f.problem.in_("ru")) for f in found.faults] == [
        ("Занятия", "E2", "", "у формулы нет сохранённого значения"),
        ("Занятия", "G2", "#DIV/0!", "ошибка в формуле"),
    ]


def test_a_negative_time_is_a_fault(scene: Any, tmp_path: Path) -> None:
    """Half a day before midnight shows as ######## in Excel and is not noon; -3 beside it is a number."""
    with xlsxwriter.Workbook(tmp_path / "план.xlsx") as book:
        clock = book.add_format({"num_format": "h:mm"})
        for title, rows in (("Группы", GROUPS), ("Занятия", SESSIONS), ("Зачисления", ENROLMENTS)):
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            sheet.write_number(1, 9, -3)
            if title == "Занятия":
                sheet.write_number(1, 5, -0.5, clock)
    (fault,) = read(tmp_path / "план.xlsx", scene).faults
    assert (fault.spot.cell, fault.value) == ("F2", "-0.5")
    assert fault.problem.in_("ru") == "отрицательное время или отрицательная дата"
    assert fault.spot.sheet == "Занятия"


def test_what_an_old_workbook_cannot_tell_is_noted(scene: Any, tmp_path: Path) -> None:
    """An .xls is read, but errors of its formulas look blank."""
    import xlwt

    book = xlwt.Workbook()
    for title, rows in (("Группы", GROUPS), ("Занятия", SESSIONS), ("Зачисления", ENROLMENTS)):
        sheet = book.add_sheet(title)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell)
    book.save(str(tmp_path / "план.xls"))
    found = read(tmp_path / "план.xls", scene)
    assert found.plan is not None
    (note,) = found.notes
    assert note.in_("ru").startswith("план.xls: в книге старого вида (.xls) не видны ошибки")


def test_a_cell_far_away_is_one_fault(scene: Any, tmp_path: Path) -> None:
    """A stray cell in the last corner of a sheet is told before the rectangle is made in memory."""
    far = [*[[]] * 1_048_575, ["x"]]
    path = write(tmp_path / "план.xlsx", Группы=GROUPS, Занятия=SESSIONS, Зачисления=ENROLMENTS, Черновик=far)
    (fault,) = read(path, scene).faults
    assert fault.problem.in_("ru") == "лист слишком велик: занята ячейка A1048576"
    assert fault.spot.sheet == "план.xlsx: Черновик"


def test_a_missing_sheet_and_a_missing_column_are_faults(scene: Any, tmp_path: Path) -> None:
    """Without enrolments, and without the column of groups, there is no plan."""
    path = write(tmp_path / "план.xlsx", Группы=GROUPS, Занятия=[["РЦ", "День", "Начало"]])
    found = read(path, scene)
    assert [(fault.spot.sheet, fault.spot.column) for fault in found.faults] == [
        ("Занятия", "группа"),
        ("Зачисления", ""),
    ]


def test_unknown_names_are_left_to_the_audit(scene: Any, tmp_path: Path) -> None:
    """A student nobody knows is read as written, and `records` names him."""
    enrolments = [*ENROLMENTS, ["О77", "ИТ-1"]]
    path = write(tmp_path / "план.xlsx", Группы=GROUPS, Занятия=SESSIONS, Зачисления=enrolments)
    plan = read(path, scene).plan
    assert plan is not None
    assert scene.errors(scene.network(), plan) == ["records"]


def test_another_course_beside_an_enrolment_is_noted(scene: Any, tmp_path: Path) -> None:
    """The group decides; its course may be named by id or title."""
    enrolments = [["Обучающийся", "Группа", "Курс"], ["О1", "ИТ-1", "ХИМ"], ["О2", "ИТ-1", "Курс ИТ"]]
    path = write(tmp_path / "план.xlsx", Группы=GROUPS, Занятия=SESSIONS, Зачисления=enrolments)
    found = read(path, scene)
    assert found.plan is not None, found.faults
    assert {seat.course for seat in found.plan.enrolments} == {"ИТ"}
    (note,) = found.notes
    assert note.in_("en") == (
        "Зачисления, row 2, column Курс: ХИМ is not read; the group decides the course: that of ИТ-1 is ИТ."
    )


def test_plan_json_comes_back_as_written(scene: Any, tmp_path: Path) -> None:
    """What a run wrote is read without loss, with or without a byte order mark."""
    plan: Plan = scene.made(scene.network(), scene.plan())
    path = tmp_path / "plan.json"
    path.write_text(plan.model_dump_json(), encoding="utf-8")
    assert read(path, scene) == PlanReading(plan)
    path.write_text(plan.model_dump_json(), encoding="utf-8-sig")
    assert read(path, scene) == PlanReading(plan)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.json", b"{"),
        ("plan.json", b"\xff\xfe\x00"),
        ("plan.json", b'{"groups": [{"id": 1}], "extra": NaN}'),
        ("plan.json", b'{"groups": [{"id": "a", "course": "b", "sessions": [{"weekday": 9}]}]}'),
        ("plan.json", b"[" * 5000),
        ("plan.xlsx", b"no workbook"),
        ("plan.txt", b""),
    ],
)
def test_what_is_no_plan_is_a_fault(scene: Any, tmp_path: Path, name: str, content: bytes) -> None:
    """Broken files give faults that can be said, never an exception."""
    path = tmp_path / name
    path.write_bytes(content)
    found = read(path, scene)
    assert found.plan is None
    assert found.faults
    for fault in found.faults:
        assert fault.problem.in_("ru")
        assert fault.cure.in_("en")


def test_no_words_of_the_parser_in_russian_faults(scene: Any, tmp_path: Path) -> None:
    """A truncated file and a field that is none are named in plain Russian."""
    path = tmp_path / "plan.json"
    path.write_bytes(b'{"groups": [')
    assert [f.problem.in_("ru") for f in read(path, scene).faults] == ["Файл повреждён: это не JSON."]
    plan = json.loads(scene.plan().model_dump_json())
    plan["groups"][0]["sessions"][0] |= {"start": "25:70", "weekday": 9}
    path.write_text(json.dumps(plan | {"extra": 1}), encoding="utf-8")
    assert [(f.spot.column, f.value, f.problem.in_("ru")) for f in read(path, scene).faults] == [
        (
            "groups.0.sessions.0.weekday",
            "9",
            "Поле «groups.0.sessions.0.weekday» неверно: ожидается число не больше 7.",
        ),
        (
            "groups.0.sessions.0.start",
            "25:70",
            'Поле «groups.0.sessions.0.start» неверно: ожидается время вида "14:30" от 00:00 до 24:00.',
        ),
        ("extra", "1", "Поле «extra» неверно: такого поля в плане нет."),
    ]


@pytest.mark.parametrize("key", ["format", "network", "groups", "enrolments"])
def test_a_plan_has_what_makes_it_one(key: str, scene: Any, tmp_path: Path) -> None:
    """Without groups every plan would be sound; each key that is missing is named, with other faults."""
    path = tmp_path / "plan.json"
    plan = json.loads(scene.plan().model_dump_json())
    del plan[key]
    path.write_text(json.dumps(plan), encoding="utf-8")
    assert [fault.spot.column for fault in read(path, scene).faults] == [key]
    path.write_text(json.dumps(plan | {"extra": 1}), encoding="utf-8")
    assert [fault.spot.column for fault in read(path, scene).faults] == [key, "extra"]


def test_an_empty_record_is_no_plan(scene: Any, tmp_path: Path) -> None:
    """What it lacks is named key by key."""
    path = tmp_path / "plan.json"
    path.write_bytes(b"{}")
    found = read(path, scene)
    assert found.plan is None
    assert [fault.problem.in_("ru") for fault in found.faults] == [
        f"Поле «{key}» неверно: его нет в файле." for key in ("format", "network", "groups", "enrolments")
    ]


def test_levels_and_run_are_computed_not_demanded(scene: Any, tmp_path: Path) -> None:
    """A plan without a stamp of its own, as programs other than setka may write it."""
    path = tmp_path / "plan.json"
    plan = json.loads(scene.plan().model_dump_json())
    keys = ("format", "network", "groups", "enrolments")
    path.write_text(json.dumps({key: plan[key] for key in keys}), encoding="utf-8")
    found = read(path, scene).plan
    assert found is not None
    assert found.groups == scene.plan().groups


@pytest.mark.parametrize("content", ["null", "[]", "5", '{"format": "setka-network/1", "network": {}}'])
def test_another_json_is_no_plan_file_of_setka(content: str, scene: Any, tmp_path: Path) -> None:
    """One sentence says so, instead of a fault for every field."""
    path = tmp_path / "plan.json"
    path.write_text(content, encoding="utf-8")
    (fault,) = read(path, scene).faults
    assert fault.problem.in_("ru") == "Это не файл плана setka."
    assert "setka plan" in fault.cure.in_("ru")


def test_a_file_that_is_not_there_is_a_fault(scene: Any, tmp_path: Path) -> None:
    """A missing file is told, not raised; so is a folder, and a name that can be none."""
    for name, problem in (
        ("plan.json", "такого файла нет"),
        ("plan.xlsx", "такого файла нет"),
        ("", "это папка, а не файл"),
        ("я" * 300, "слишком длинное имя файла"),
    ):
        (fault,) = read(tmp_path / name, scene).faults
        assert fault.problem.in_("ru") == problem
