"""A workbook remembers the plan it was written from, and notices an edit of a sheet that is not read."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from instances.tiny import ALL
from models.people import People
from models.text import LANGS, Lang
from reports.audit.fingerprint import fingerprint
from reports.audit.levels import true_levels
from reports.audit.origin import Origin, origin_of
from reports.export.folders import export

WITH_PLAN = [name for name, tiny in ALL.items() if tiny.plan is not None]
BOOKS = ("timetable.xlsx", "plan.xlsx")


def sheets(path: Path) -> dict[str, Any]:
    """All sheets as they are read."""
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def cells(rows: Any) -> list[Any]:
    """All cells of a sheet."""
    return [cell for row in rows for cell in row]


def exported(name: str, folder: Path, lang: Lang = "ru") -> Path:
    """The folder of the office, with the workbooks of a tiny plan and its levels."""
    network, plan = ALL[name].network, ALL[name].plan
    assert plan is not None
    rated = plan.replace(levels=true_levels(network, plan))
    export(network, rated, People(), folder, formats=["xlsx"], lang=lang)
    return folder / "internal"


def origin(path: Path) -> Origin:
    """What the workbook remembers."""
    found, faults = origin_of(sheets(path))
    assert faults == ()
    assert found is not None
    return found


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", WITH_PLAN)
def test_the_plan_comes_back_as_it_was(name: str, lang: Lang, tmp_path: Path) -> None:
    """Groups, seats, rides, levels, network and lottery; and no sheet seems to be edited."""
    tiny = ALL[name]
    assert tiny.plan is not None
    folder = exported(name, tmp_path, lang)
    for book in BOOKS:
        found = origin(folder / book)
        assert found.plan == tiny.plan.replace(
            network=None, run=None, status=None, refusals=(), levels=true_levels(tiny.network, tiny.plan)
        )
        assert found.sha256 == (tiny.plan.network.sha256 if tiny.plan.network else "")
        assert found.lottery_seed == tiny.plan.lottery_seed
        read = sheets(folder / book)
        assert len(found.sheets) >= 3
        for title, mark in found.sheets.items():
            assert fingerprint(cells(read[title])) == mark, title


def test_an_edit_of_any_kind_of_cell_changes_the_fingerprint(tmp_path: Path) -> None:
    """A time, a number, a word on the sheets of the office: each is noticed."""
    path = exported("unequal_rooms", tmp_path) / "timetable.xlsx"
    book = openpyxl.load_workbook(path)
    found = origin(path)
    assert isinstance(book["По кабинетам"]["D3"].value, time)
    book["По кабинетам"]["D3"].value = time(9, 30)
    book["Наполняемость"]["D3"].value += 1
    book["О плане"]["B4"].value = "другое"
    book.save(path)
    read = sheets(path)
    changed = {title for title, mark in found.sheets.items() if fingerprint(cells(read[title])) != mark}
    assert changed == {"По кабинетам", "Наполняемость", "О плане"}


def test_sorting_and_saving_elsewhere_are_no_edits() -> None:
    """Order, blank cells, line ends and the way a number is kept do not count."""
    assert fingerprint(["б", 1, None, ""]) == fingerprint([1.0, "б "])
    assert fingerprint(["строка\r\nещё"]) == fingerprint(["строка\nещё"])
    assert fingerprint([datetime(2026, 10, 5)]) == fingerprint([date(2026, 10, 5)])
    assert fingerprint([1 / 3]) == fingerprint([0.333333333333333])
    assert fingerprint([True]) != fingerprint([1])
    assert fingerprint(["1", "1"]) != fingerprint(["1"])


def test_public_workbooks_remember_nothing(tmp_path: Path) -> None:
    """The plan before the edit names students: it is for the office alone."""
    exported("full_buses", tmp_path)
    for book in BOOKS:
        assert origin_of(sheets(tmp_path / "public" / book)) == (None, ())


@pytest.mark.parametrize("line", ["{", '{"student": "О1"}', "[]", "", "null"])
@pytest.mark.parametrize("row", [3, 4])
def test_a_damaged_sheet_is_a_fault(row: int, line: str, tmp_path: Path) -> None:
    """Whatever somebody typed there: the sheet is named, and what to do about it."""
    path = exported("full_buses", tmp_path) / "timetable.xlsx"
    book = openpyxl.load_workbook(path)
    book["Исходный план"].cell(row, 2).value = line
    book.save(path)
    found, faults = origin_of(sheets(path))
    assert found is None
    assert [(fault.spot.sheet, fault.problem.in_("en")) for fault in faults] == [
        ("Исходный план", "The sheet of the program is damaged.")
    ]


def test_a_workbook_of_ones_own_has_no_origin() -> None:
    """Nothing is compared, nothing is wrong."""
    assert origin_of({"Группы": [["Группа", "Курс"]]}) == (None, ())
