"""Everything that can be wrong with a form: where, what, and the cure; with a fault nothing is merged."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from instances.collect.layout import TOP
from models.fault import Fault
from models.finding import Severity
from tests.instances.collect.desk import Desk

FREE = 10
NEW = {"ФИО": "Новый Учащийся Эпсилон", "Класс": "10Б", "Выбор_1": "Право"}
CASES: list[tuple[int, dict[str, Any], str, str, str]] = [
    (
        FREE,
        NEW | {"Выбор_1": "Програмирование"},
        "Выбор 1",
        "такого курса или программы",
        "«Программирование»",
    ),
    (FREE, NEW | {"Выбор_1": "qwerty"}, "Выбор 1", "такого курса или программы", "Выберите курс из списка"),
    (FREE, NEW | {"Выбор_1": "Психология"}, "Выбор 1", "часть программы «Педагогический класс»", "программу"),
    (FREE, NEW | {"Выбор_1": "Журналистика"}, "Выбор 1", "не предлагается", "«Чего нет в списке»"),
    (FREE, NEW | {"Выбор_2": "право"}, "Выбор 2", "выбран дважды", "Сотрите один"),
    (FREE, NEW | {"Класс": "10В"}, "Класс", "нет такого класса", "«10"),
    (FREE, NEW | {"Класс": "Ы"}, "Класс", "нет такого класса", "10А, 10Б, 11А"),
    (FREE, NEW | {"Класс": None}, "Класс", "не указан класс", "10А, 10Б, 11А"),
    (FREE, NEW | {"ФИО": None}, "ФИО", "пожелания есть, а ФИО нет", "Впишите ФИО"),
    (FREE, NEW | {"ФИО": "Ы" * 600}, "ФИО", "не длиннее", "Сократите"),
    (FREE, NEW | {"Сверх_одного:_№_выбора": 3}, "Сверх одного: № выбора", "нет выбора с номером 3", "номера"),
    (FREE, NEW | {"Сверх_одного:_№_выбора": "второй"}, "Сверх одного: № выбора", "ожидаются", "запятую"),
    (FREE, NEW | {"Ездит_без_взрослых": "иногда"}, "Ездит без взрослых", "ожидается", "Выберите слово"),
    (FREE, NEW | {"Выбор_1": "=1/"}, "Выбор 1", "формулы", "Впишите значение"),
    (1, {"ФИО": "Совсем Иной Человек"}, "ФИО", "вписано другое ФИО", "Верните прежнее ФИО"),
    (1, {"ФИО": "Третий Обучающийся Гамма"}, "ФИО", "вписано другое ФИО", "Верните прежнее ФИО"),
    (1, {"Код": "О-002"}, "ФИО", "другое ФИО", "Верните прежнее ФИО"),
    (1, {"Код": "О-999"}, "Код", "такого кода нет", "свободную строку"),
    (FREE, NEW | {"ФИО": "Первый Обучающийся Альфа", "Класс": "10А"}, "ФИО", "повторяет", "Другой человек"),
]


def errors(faults: tuple[Fault, ...]) -> list[Fault]:
    """Those that stop the merge."""
    return [fault for fault in faults if fault.severity is Severity.ERROR]


@pytest.mark.parametrize(("row", "cells", "column", "problem", "cure"), CASES)
def test_a_faulty_cell_is_named(
    desk: Desk, row: int, cells: dict[str, Any], column: str, problem: str, cure: str
) -> None:
    """With file, sheet, row, column, what is wrong and what to do, in both languages."""
    number = desk.fill("Ш1", row, **cells)
    merged = desk.merge()
    fault = errors(merged.faults)[0]
    assert fault.spot.sheet == "Анкета Ш1.xlsx: Заявка"
    assert fault.spot.row == number
    assert fault.spot.column == column
    assert fault.spot.cell.endswith(str(number))
    assert problem in fault.problem.in_("ru")
    assert cure in fault.cure.in_("ru")
    assert fault.problem.in_("en")
    assert fault.cure.in_("en")
    assert merged.network is desk.network


def test_a_student_entered_twice_is_a_fault(desk: Desk) -> None:
    """The same name and class in two free rows; the first row is named."""
    first = desk.fill("Ш1", FREE, **NEW)
    desk.fill("Ш1", FREE + 1, **NEW)
    (fault,) = errors(desk.merge().faults)
    assert fault.problem.in_("ru").startswith(f"строка повторяет обучающегося из строки {first}")
    desk.fill("Ш1", FREE + 1, Другой_человек="да")
    merged = desk.merge()
    assert not merged.errors
    assert len({change.student for change in merged.changes}) == 2


def test_an_id_twice_is_a_fault(desk: Desk) -> None:
    """A row copied with its hidden id."""
    desk.fill("Ш1", FREE, **(NEW | {"Код": "О-001", "ФИО": "Первый Обучающийся Альфа"}))
    (fault,) = errors(desk.merge().faults)
    assert "код уже есть в строке" in fault.problem.in_("ru")


def test_doubtful_cells_are_warnings(desk: Desk) -> None:
    """A course for another grade, a gap in the choices, a village nobody knows, no date."""
    way = {"Дорога:_остановка_или_деревня": "Селло"}
    desk.fill("Ш1", FREE, **(NEW | {"Выбор_1": None, "Выбор_2": "Химия"} | way))
    merged = desk.merge()
    assert not merged.errors
    told = " | ".join(f"{fault.problem.in_('ru')} {fault.cure.in_('ru')}" for fault in merged.faults)
    for words in ("не для параллели 10", "выбор 1 пуст", "«Село»", "нет даты подачи"):
        assert words in told


@pytest.mark.parametrize(
    ("day", "problem"), [("вчера", "ожидается дата"), ("01.02.2031", "не для учебного года")]
)
def test_a_bad_date_is_a_fault(desk: Desk, day: str, problem: str) -> None:
    """It decides who is late."""
    desk.edit("Ш1", lambda book: book["Заявка"].cell(4, 4, day))
    (fault,) = errors(desk.merge().faults)
    assert (fault.spot.row, fault.value) == (4, day)
    assert problem in fault.problem.in_("ru")


def _drop(name: str) -> Any:
    return lambda book: book.remove(book[name])


def _stamp(key: str, value: str) -> Any:
    def change(book: openpyxl.Workbook) -> None:
        for row in book["setka"].iter_rows():
            if row[0].value == key:
                row[1].value = value

    return change


def _retitle(title: str | None) -> Any:
    return lambda book: book["Заявка"].cell(TOP + 1, 4).__setattr__("value", title)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (_drop("Заявка"), "нет листа «Заявка»"),
        (_drop("setka"), "это не анкета"),
        (_stamp("format", "setka-form/9"), "вид анкеты не тот"),
        (_stamp("digest", "0"), "скрытый лист «setka» изменён"),
        (_stamp("student О-001", "{}"), "скрытый лист «setka» изменён"),
        (_stamp("network", "иная"), "анкета другой сети: «иная»"),
        (_stamp("school_year", "2025"), "анкета другого учебного года: 2025"),
        (_stamp("school", "П1"), "такой школы в книге нет или она не участвует"),
        (_stamp("school", "Ш9"), "такой школы в книге нет или она не участвует"),
        (_retitle("Кол-во"), "нет столбца «Класс»"),
        (_retitle("ФИО"), "столбец повторяется"),
        (lambda book: book["Заявка"].delete_rows(TOP + 1), "не найдена строка заголовков"),
    ],
)
def test_a_form_that_is_not_one_is_refused(desk: Desk, change: Any, problem: str) -> None:
    """One fault that names the file; the other forms are read all the same."""
    desk.edit("Ш1", change)
    merged = desk.merge()
    (fault,) = errors(merged.faults)
    assert problem in fault.problem.in_("ru")
    assert fault.spot.sheet.startswith("Анкета Ш1.xlsx")
    assert [school.id for school in merged.silent] == ["Ш1"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.xlsx", b"no workbook", "это не книга Excel"),
        ("a.xlsx", b"", "это не книга Excel"),
        ("a.csv", "ФИО;Класс".encode(), "анкета должна быть книгой Excel"),
        ("a.docx", b"PK", "анкета должна быть книгой Excel"),
    ],
)
def test_other_files_are_refused(desk: Desk, tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    """Also a form saved as CSV, which has lost its ids."""
    (tmp_path / name).write_bytes(content)
    (fault,) = errors(desk.merge(tmp_path / name).faults)
    assert problem in fault.problem.in_("ru")
    assert fault.spot.sheet == name


def test_a_folder_is_read_whole(desk: Desk, tmp_path: Path) -> None:
    """Its forms; CSV is a fault, other files are told; what Excel keeps of an open file is passed over."""
    folder = tmp_path / "ответы"
    folder.mkdir()
    (fault,) = errors(desk.merge(folder).faults)
    assert "нет анкет" in fault.problem.in_("ru")
    for path in desk.files.values():
        shutil.copy(path, folder)
    (folder / "~$Анкета Ш1.xlsx").write_bytes(b"lock")
    (folder / "письмо.pdf").write_bytes(b"%PDF")
    merged = desk.merge(folder)
    assert (merged.num_forms, len(merged.faults), len(merged.errors)) == (2, 1, 0)
    (folder / "a.csv").write_text("a;b", encoding="utf-8")
    assert len(desk.merge(folder).errors) == 1
    (fault,) = desk.merge(tmp_path / "нет").errors
    assert "такого файла или папки нет" in fault.problem.in_("ru")


def test_two_forms_of_one_school_are_a_fault(desk: Desk, tmp_path: Path) -> None:
    """The same file named twice is one form."""
    path = desk.files["Ш1"]
    assert desk.merge(path, path).num_forms == 1
    copy = shutil.copy(path, tmp_path / "копия.xlsx")
    (fault,) = desk.merge(path, Path(copy)).errors
    assert fault.problem.in_("ru") == "вторая анкета той же школы; первая — Анкета Ш1.xlsx"
