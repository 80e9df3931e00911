"""``setka collect``: forms for the schools, and their answers in a new workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from instances import read, write
from instances.collect.layout import TOP
from tests.instances.collect.desk import NETWORK, PEOPLE

Run = Callable[..., Any]
FORM = Path("forms") / "Анкета Ш1.xlsx"


@pytest.fixture
def office(setka: Run) -> Run:
    """The command line beside a workbook and its forms."""
    write(NETWORK, PEOPLE, Path("district.xlsx"))
    assert setka("collect", "make", "district.xlsx", "-o", "forms", "--lang", "ru").code == 0
    return setka


def fill(row: int, column: int, value: object) -> None:
    """Types into the form of Ш1; row 1 is the first below the headers."""
    book = openpyxl.load_workbook(FORM)
    book["Заявка"].cell(TOP + 1 + row, column).value = value
    book.save(FORM)


def test_make_writes_a_form_a_school(setka: Run) -> None:
    """The table names the files; the words remind of personal data."""
    write(NETWORK, PEOPLE, Path("district.xlsx"))
    done = setka("collect", "make", "district.xlsx", "-o", "forms", "--lang", "ru")
    assert done.code == 0
    assert "персональные данные" in done.out
    assert {path.name for path in Path("forms").iterdir()} == {"Анкета Ш1.xlsx", "Анкета С1.xlsx"}
    assert "Анкета С1.xlsx" in done.out


def test_make_for_some_schools_only(setka: Run) -> None:
    """An unknown school is told with those there are."""
    write(NETWORK, PEOPLE, Path("district.xlsx"))
    assert setka("collect", "make", "district.xlsx", "-o", "f", "--school", "С1").code == 0
    assert [path.name for path in Path("f").iterdir()] == ["Form С1.xlsx"]
    done = setka("collect", "make", "district.xlsx", "-o", "g", "--school", "П1")
    assert done.code == 2
    assert "no school 'П1' that needs a form; there are: Ш1, С1" in done.err
    assert not Path("g").exists()


def test_make_does_not_replace_forms_unasked(office: Run) -> None:
    """They may be filled in already."""
    before = FORM.read_bytes()
    done = office("collect", "make", "district.xlsx", "-o", "forms", "--lang", "ru")
    assert done.code == 2
    assert "--force" in done.err
    assert FORM.read_bytes() == before
    assert office("collect", "make", "district.xlsx", "-o", "forms", "--lang", "ru", "--force").code == 0


def test_make_without_students(setka: Run) -> None:
    """The sheets of students and choices may be empty; planning still needs them."""
    write(NETWORK.replace(students=(), choices=(), wishes=()), PEOPLE, Path("district.xlsx"))
    assert setka("check", "district.xlsx").code == 2
    assert setka("collect", "make", "district.xlsx", "-o", "forms").code == 0
    assert len(list(Path("forms").iterdir())) == 2


def test_merge_writes_a_new_workbook(office: Run) -> None:
    """The source stays; before and after are told; the same forms again change nothing."""
    before = Path("district.xlsx").read_bytes()
    fill(1, 5, "Право")
    done = office("collect", "merge", "district.xlsx", "forms", "-o", "new.xlsx", "--lang", "ru")
    assert done.code == 0
    assert "Было / Стало" in done.out
    assert "1. Программирование" in done.out
    assert "1. Право" in done.out
    assert "оформление" in done.err
    assert Path("district.xlsx").read_bytes() == before
    network = read(Path("new.xlsx")).network
    assert network is not None
    assert network.choices_by_student["О-001"][0].course == "ПРАВО"
    again = office("collect", "merge", "new.xlsx", "forms", "-o", "newer.xlsx", "--lang", "ru")
    assert again.code == 0
    assert "Изменений нет" in again.out
    assert not Path("newer.xlsx").exists()


def test_dry_run_shows_only(office: Run) -> None:
    """It needs no name for a new workbook."""
    fill(1, 5, "Право")
    done = office("collect", "merge", "district.xlsx", "forms", "--dry-run")
    assert done.code == 0
    assert "Before / After" in done.out
    assert {path.name for path in Path().iterdir()} == {"district.xlsx", "forms"}


def test_faults_are_code_2_and_nothing_is_written(office: Run) -> None:
    """File, sheet, row, column, value, cure."""
    fill(2, 5, "Програмирование")
    done = office("collect", "merge", "district.xlsx", "forms", "-o", "new.xlsx", "--lang", "ru")
    assert (done.code, done.out) == (2, "")
    for words in ("Анкета Ш1.xlsx: Заявка", "7 (E7)", "Выбор 1", "Програмирование", "«Программирование»"):
        assert words in done.err
    assert not Path("new.xlsx").exists()


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        ([], "name the new workbook (-o), or give --dry-run"),
        (["-o", "new.csv"], "must end in .xlsx"),
        (["-o", "district.xlsx"], "already there"),
        (["-o", "forms/Анкета Ш1.xlsx", "--force"], "one of the forms"),
    ],
)
def test_nothing_is_overwritten_unasked(office: Run, args: list[str], complaint: str) -> None:
    """Neither the workbook, nor, ever, a form."""
    fill(1, 5, "Право")
    before = [Path("district.xlsx").read_bytes(), FORM.read_bytes()]
    done = office("collect", "merge", "district.xlsx", "forms", str(FORM), *args)
    assert done.code == 2
    assert complaint in done.err
    assert [Path("district.xlsx").read_bytes(), FORM.read_bytes()] == before


def test_who_is_missing_doubtful_or_withdrawn_is_listed(office: Run) -> None:
    """Schools without a form, classes without applications, like names, and who is left in the workbook."""
    fill(1, 3, None)
    for column, value in ((3, "Бета Второй Обучающийся"), (4, "10Б"), (5, "Право")):
        fill(9, column, value)
    done = office("collect", "merge", "district.xlsx", str(FORM), "--dry-run", "--lang", "ru")
    assert done.code == 0
    for words in (
        *("Не ответили школы", "Школа С1", "Нет заявок из классов", "Сомнительные: похожие ФИО"),
        *("не внесён", "--doubtful-as-new", "отозвано", "--remove-withdrawn"),
    ):
        assert words in done.out
    options = ("--doubtful-as-new", "--remove-withdrawn", "--prefer-forms")
    assert office("collect", "merge", "district.xlsx", str(FORM), "-o", "new.xlsx", *options).code == 0
    network = read(Path("new.xlsx")).network
    assert network is not None
    assert "О-001" not in network.student_by_id
    assert len(network.students) == 4


def test_what_a_workbook_loses_is_said(office: Run) -> None:
    """Sheets and columns that setka does not know are not in the new one."""
    book = openpyxl.load_workbook("district.xlsx")
    book["Обучающиеся"].cell(1, 30).value = "Классный руководитель"
    book.create_sheet("Мои заметки")["A1"] = "позвонить"
    book.save("district.xlsx")
    fill(1, 5, "Право")
    done = office("collect", "merge", "district.xlsx", "forms", "-o", "new.xlsx", "--lang", "ru")
    assert done.code == 0
    assert "Не перенесены" in done.err
    assert "Классный руководитель" in done.err
    assert "Мои заметки" in done.err
