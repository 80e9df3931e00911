"""A form holds its school's students, lists to choose from, and nothing of other schools."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from instances.collect import file_names, write_form
from instances.collect.layout import TOP
from instances.collect.offer import Offer
from models.tables import Institution
from models.text import Lang
from tests.instances.collect.desk import Desk

FIRST = TOP + 2
"""The first row of students."""


def sheet_of(path: Path) -> Any:
    """The sheet that a school fills in."""
    return openpyxl.load_workbook(path)["Заявка"]


def test_every_participating_school_with_senior_classes_gets_one(desk: Desk) -> None:
    """A school that stays away gets none."""
    assert {id: path.name for id, path in desk.files.items()} == {
        "Ш1": "Анкета Ш1.xlsx",
        "С1": "Анкета С1.xlsx",
    }


def test_known_students_are_filled_in_with_their_choices(desk: Desk) -> None:
    """Courses by title, also those wished for beyond the list, and the way home."""
    sheet = sheet_of(desk.files["Ш1"])
    headers = [cell.value for cell in sheet[FIRST - 1]]
    rows = [
        dict(zip(headers, (cell.value for cell in sheet[row]), strict=True))
        for row in range(FIRST, FIRST + 4)
    ]
    assert rows[0]["ФИО"] == "Первый Обучающийся Альфа"
    assert rows[0]["Выбор 1"] == "Программирование"
    assert rows[0]["Чего нет в списке"] == "физика"
    assert rows[1]["Выбор 2"] == "Педагогический класс"
    assert rows[1]["Сверх одного: № выбора"] == "2"
    assert rows[1]["Дорога: остановка или деревня"] == "Село"
    assert rows[2]["Ездит без взрослых"] == "нет"
    assert not rows[3]["ФИО"]
    assert "Выбор 3" in headers
    assert "Выбор 4" not in headers


def test_nothing_of_another_school_is_in_it(desk: Desk) -> None:
    """Neither on a visible nor on a hidden sheet."""
    book = openpyxl.load_workbook(desk.files["С1"])
    text = "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row)
    assert "Сельский Обучающийся Дельта" in text
    for other in ("Альфа", "Бета", "Гамма", "О-001"):
        assert other not in text


def test_lists_offer_the_classes_and_courses_of_the_school(desk: Desk) -> None:
    """Senior classes; no course that is not offered, is for other grades, or is part of a programme."""
    book = openpyxl.load_workbook(desk.files["С1"])
    lists = [[cell.value for cell in column if cell.value] for column in book["Списки"].iter_cols()]
    assert lists[0] == ["10"]
    assert lists[1] == ["Программирование", "Право", "Педагогический класс"]
    assert book["Списки"].sheet_state == "hidden"
    assert book["setka"].sheet_state == "veryHidden"
    sources = {item.formula1 for item in book["Заявка"].data_validations.dataValidation}
    assert "'Списки'!$B$1:$B$3" in sources
    senior = openpyxl.load_workbook(desk.files["Ш1"])["Списки"]
    assert [cell.value for cell in senior["A"] if cell.value] == ["10А", "10Б", "11А"]
    assert "Химия" in [cell.value for cell in senior["B"]]


def test_it_is_protected_where_nothing_is_typed_and_prints_on_a4(desk: Desk) -> None:
    """Without a password; headers repeat; marked as personal data."""
    sheet = sheet_of(desk.files["Ш1"])
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert sheet.cell(FIRST, 1).protection.locked
    assert not sheet.cell(FIRST, 3).protection.locked
    assert not sheet["D4"].protection.locked
    assert sheet.column_dimensions["B"].hidden
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == f"${FIRST - 1}:${FIRST - 1}"
    assert "персональные данные" in sheet.oddFooter.left.text
    assert sheet.cell(FIRST - 1, 3).comment is not None
    text = "\n".join(str(cell.value) for row in sheet["A1:O4"] for cell in row if cell.value)
    assert "Содержит персональные данные" in text
    assert "Классы: 10А, 10Б, 11А" in text


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_both_languages_are_read_back_without_a_change(desk: Desk, lang: Lang) -> None:
    """An untouched form says what the workbook says."""
    for school in desk.files:
        path = desk.folder / f"{lang}-{school}.xlsx"
        write_form(Offer(desk.network), desk.people, school, path, lang=lang)
        merged = desk.merge(path)
        assert not merged.faults
        assert not merged.changes
        assert merged.network is desk.network


def test_names_of_files_are_fit_for_any_system() -> None:
    """What no file name may hold is replaced, and no two are alike."""
    schools = [Institution(id=id, name=id) for id in ("А/1", "А:1", "а-1", "Б")]
    assert list(file_names(schools).values()) == [
        "Анкета А-1.xlsx",
        "Анкета А-1 (2).xlsx",
        "Анкета а-1 (3).xlsx",
        "Анкета Б.xlsx",
    ]


def test_where_nothing_is_offered_yet_every_course_is_listed(desk: Desk) -> None:
    """First choices are asked for before any centre is open."""
    network = desk.network.replace(teachers=())
    labels = [target.label for target in Offer(network).targets_for("С1")]
    assert labels == ["Программирование", "Право", "Педагогический класс"]


def test_courses_of_one_title_are_told_apart(desk: Desk) -> None:
    """Their ids stand beside it."""
    courses = tuple(item.replace(title="Право") if item.id == "ИТ" else item for item in desk.network.courses)
    offer = Offer(desk.network.replace(courses=courses))
    assert [offer.label(id) for id in ("ИТ", "ПРАВО")] == ["Право (ИТ)", "Право (ПРАВО)"]
    assert offer.find("право") == ("ПРАВО",) or offer.find("право") == ("ИТ", "ПРАВО")
    assert offer.find("Право (ИТ)") == ("ИТ",)
