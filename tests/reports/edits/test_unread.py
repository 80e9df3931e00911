"""Cells that somebody edited although nobody reads them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from instances.tiny import ALL
from models.people import People, Person, PersonKind
from models.text import LANGS, Lang
from reports.audit.levels import true_levels
from reports.audit.reading import read_plan
from reports.edits.unread import unread_edits
from reports.export.folders import export
from reports.export.source import Source

PEOPLE = People(
    rows=tuple(Person(id=f"О{n}", kind=PersonKind.STUDENT, name=f"Обучающийся-00{n}") for n in (1, 2, 3))
)
WITH_PLAN = [name for name, tiny in ALL.items() if tiny.plan is not None]
Edit = Callable[[Any], None]


class Book:
    """A workbook of a tiny plan that can be edited."""

    def __init__(self, folder: Path, name: str, file: str, lang: Lang = "ru") -> None:
        plan = ALL[name].plan
        assert plan is not None
        self.network = ALL[name].network
        rated = plan.replace(levels=true_levels(self.network, plan))
        export(self.network, rated, PEOPLE, folder, formats=["xlsx"], lang=lang)
        self.path = folder / "internal" / file

    def told(self, *edits: Edit, lang: Lang = "ru") -> list[str]:
        """What is written in vain after the edits."""
        if edits:
            book = openpyxl.load_workbook(self.path)
            for edit in edits:
                edit(book)
            book.save(self.path)
        reading = read_plan(self.path, self.network, PEOPLE)
        assert reading.plan is not None, reading.faults
        assert reading.origin is not None
        sources = [Source(self.network, plan, PEOPLE) for plan in (reading.origin.plan, reading.plan)]
        return [message.in_(lang) for message in unread_edits(reading.sheets, reading.origin, *sources)]


def card(book: Any, start: str) -> Any:
    """The cell of the grid that begins so."""
    return next(
        cell
        for row in book["Сетка"].iter_rows(min_col=4)
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(start)
    )


@pytest.mark.parametrize("file", ["timetable.xlsx", "plan.xlsx"])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", WITH_PLAN)
def test_an_untouched_workbook_has_none(name: str, lang: Lang, file: str, tmp_path: Path) -> None:
    """Of every tiny plan, both workbooks, in both languages."""
    assert Book(tmp_path, name, file, lang).told() == []


def test_the_number_on_a_card_is_not_read(tmp_path: Path) -> None:
    """Nor is a number that was right before or is right now an edit in vain."""
    book = Book(tmp_path, "unequal_rooms", "timetable.xlsx")

    def write(number: int) -> Edit:
        def edit(workbook: Any) -> None:
            cell = card(workbook, "ИТ-1")
            *lines, _ = cell.value.splitlines()
            cell.value = "\n".join([*lines, f"{number} чел."])

        return edit

    (line,) = book.told(write(25))
    assert line.startswith("«Сетка», ячейка ")
    assert line.endswith(": «25 чел.» не читается; сколько в группе человек, решают списки (2 чел.)")

    def drop(workbook: Any) -> None:
        sheet = workbook["Списки групп"]
        sheet.delete_rows(
            next(row[0].row for row in sheet.iter_rows(min_row=3) if row[3].value == "Обучающийся-001")
        )

    assert book.told(drop, write(1)) == []
    assert book.told(write(2)) == []


def test_names_and_numbers_beside_what_is_read(tmp_path: Path) -> None:
    """The class in the list of members; the name, the title and the first date in plan.xlsx."""
    timetable = Book(tmp_path, "unequal_rooms", "timetable.xlsx")

    def other_class(workbook: Any) -> None:
        workbook["Списки групп"]["E3"].value = "11Я"

    (line,) = timetable.told(other_class, lang="en")
    assert line.startswith("Списки групп, row 3, column Класс: 11Я is not read; by network and plan it is ")
    plan = Book(tmp_path / "2", "unequal_rooms", "plan.xlsx")

    def other_names(workbook: Any) -> None:
        workbook["Зачисления"]["F3"].value = "Обучающийся-777"
        workbook["Группы"]["C3"].value = "Другое название"
        workbook["Группы"]["F3"].value = 7

    assert [line.partition(" не чит")[0] for line in plan.told(other_names)] == [
        "«Зачисления», строка 3, столбец «ФИО»: «Обучающийся-777»",
        "«Группы», строка 3, столбец «Название курса»: «Другое название»",
        "«Группы», строка 3, столбец «Человек»: «7»",
    ]


def test_what_follows_from_an_edit_that_is_read_is_none(tmp_path: Path) -> None:
    """A session moved in plan.xlsx keeps its first date and its count of old in cells beside it."""

    def move(workbook: Any) -> None:
        workbook["Занятия"]["F3"].value = "Вт"
        workbook["Занятия"]["G3"].value = time(15, 30)
        workbook["Занятия"]["H3"].value = time(16, 10)

    assert Book(tmp_path, "unequal_rooms", "plan.xlsx").told(move) == []


def test_sheets_that_are_not_read(tmp_path: Path) -> None:
    """Another word on the sheet of a school."""

    def write(workbook: Any) -> None:
        workbook["Школа С1"]["A1"].value = "Заметка"

    assert Book(tmp_path, "full_buses", "timetable.xlsx").told(write) == [
        "«Школа С1»: на этом листе что-то изменено, но он не читается"
    ]
