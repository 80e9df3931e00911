"""The office's workbook read back: its sheets, the types of its cells, how it is printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from instances.tiny import ALL
from models.text import LANGS, Lang
from reports.export.source import Source
from reports.export.words import PERSONAL
from reports.views.centres import centre_pages
from reports.views.schools import school_pages

Write = Callable[..., Path]
LISTS = ("Списки групп", "Отказы", "Поездки", "Учителя", "По учителям", "Кабинеты", "По кабинетам")
WITH_PLAN = [name for name, tiny in ALL.items() if tiny.plan is not None]


@pytest.fixture
def book(written: Write, udomlya: Source) -> Any:
    """The internal workbook of Udomlya."""
    return openpyxl.load_workbook(written(udomlya))


def rows_of(sheet: Any) -> list[Any]:
    """The rows below the headers of the grid."""
    rows = list(sheet.iter_rows())
    top = next(at for at, row in enumerate(rows) if row[0].value == "День недели")
    return rows[top + 1 :]


def cards(sheet: Any) -> list[str]:
    """All sessions of the wall grid."""
    return [cell.value for row in rows_of(sheet) for cell in row[3:] if cell.value]


def test_every_centre_and_school_has_a_sheet(book: Any, udomlya: Source) -> None:
    """Contents and grid first, then centres and schools, then the lists; the contents link to each."""
    assert book.sheetnames[:2] == ["Содержание", "Сетка"]
    assert {page.name for page in school_pages(udomlya)} <= set(book.sheetnames)
    assert sum(name.startswith("РЦ ") for name in book.sheetnames) == len(centre_pages(udomlya))
    assert set(LISTS) <= set(book.sheetnames)
    links = [
        cell.hyperlink.location for row in book["Содержание"].iter_rows() for cell in row if cell.hyperlink
    ]
    assert [link.rpartition("!")[0].strip("'") for link in links] == book.sheetnames[1:]


def test_the_grid_loses_no_session(book: Any, udomlya: Source) -> None:
    """As many cells as sessions, each in the row of its weekday and times."""
    sheet = book["Сетка"]
    assert len(cards(sheet)) == len(list(udomlya.plan.sessions()))
    for row in rows_of(sheet):
        assert isinstance(row[0].value, str)
        assert isinstance(row[1].value, time)
        assert isinstance(row[2].value, time)
        assert any(cell.value for cell in row[3:])


def test_practice_stands_with_its_centre_and_says_where_it_is(
    written: Write, tiny_source: Callable[[str], Source]
) -> None:
    """The grid is read back by its columns, so that practice keeps that of its centre."""
    (card,) = (
        card
        for card in cards(openpyxl.load_workbook(written(tiny_source("practice_places")))["Сетка"])
        if card.startswith("ПРАК-1")
    )
    assert card.splitlines()[1] == "практика в детских садах"


def test_forty_sessions_at_once_have_forty_cells(written: Write, hostile: Any) -> None:
    """A band of weekday and time has as many rows as sessions of one centre, in public as well."""
    for public in (True, False):
        sheet = openpyxl.load_workbook(written(hostile, public=public))["Сетка"]
        assert len(cards(sheet)) == 40


def test_lists_have_filters_frozen_headers_and_real_types(book: Any) -> None:
    """Excel can sort and count: times, dates and numbers are none of them texts."""
    for name in LISTS:
        sheet = book[name]
        assert sheet.freeze_panes == "B3"
        assert sheet.auto_filter.ref.startswith("A2:")
        assert sheet.print_title_rows == "$2:$2"
    sheet = book["По учителям"]
    row = dict(zip((cell.value for cell in sheet[2]), (cell.value for cell in sheet[3]), strict=True))
    assert isinstance(row["Начало"], time)
    assert isinstance(row["Первое занятие"], datetime)
    assert isinstance(row["Человек"], int)
    fill = book["Наполняемость"]
    assert isinstance(fill["D3"].value, int)
    assert fill["J3"].number_format == "0.00%"


def test_every_sheet_prints_one_page_wide_with_its_number_and_mark(book: Any) -> None:
    """Paper, print area, page numbers; the mark above and below each page of the office."""
    for sheet in book:
        assert sheet.page_setup.paperSize == (8 if sheet.title == "Сетка" else 9)
        assert sheet.page_setup.fitToWidth in (None, 1)  # one is what a missing number means
        assert sheet.page_setup.fitToHeight in (None, 0)  # one page high, or as many as it takes
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_area
        assert PERSONAL.ru in sheet.oddHeader.left.text
        assert PERSONAL.ru in sheet.oddFooter.left.text
        assert "&P" in sheet.oddFooter.right.text


def test_a_page_of_a_school_tells_ways_and_contacts(book: Any, udomlya: Source) -> None:
    """Students, runs with their times, whom to call and the text for the chat."""
    page = next(page for page in school_pages(udomlya) if page.name == "Брусовская школа")
    words = "\n".join(str(cell.value) for row in book[page.name].iter_rows() for cell in row if cell.value)
    for line in page.lines:
        assert line.name in words
    assert "рейс" in words
    assert page.contacts[0].coordinator in words
    assert "профильные курсы, 2026/2027 учебный год" in words


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", WITH_PLAN)
def test_every_tiny_plan_has_a_workbook(
    name: str, lang: Lang, written: Write, tiny_source: Callable[[str], Source]
) -> None:
    """Both readers open it, in both languages, public and internal."""
    for public in (True, False):
        path = written(tiny_source(name), lang=lang, public=public)
        assert CalamineWorkbook.from_path(str(path)).sheet_names == openpyxl.load_workbook(path).sheetnames


def test_hostile_names_arrive_as_they_are(written: Write, hostile: Any, unzipped: Any) -> None:
    """No formula, no outer link, no lost letter; all names of sheets are legal and differ."""
    path = written(hostile)
    book = openpyxl.load_workbook(path)
    assert max(map(len, book.sheetnames)) <= 31
    words = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    for school in hostile.network.institutions:
        assert school.name in words
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert not re.search(r'TargetMode="External"', unzipped(path))
    links = [
        cell.hyperlink.location for row in book["Содержание"].iter_rows() for cell in row if cell.hyperlink
    ]
    places = [link.rpartition("!")[0].strip("'").replace("''", "'") for link in links]
    assert places == book.sheetnames[1:]


def test_schools_named_as_the_sheets_of_the_book_do_not_replace_them(
    written: Write, tiny_source: Callable[[str], Source]
) -> None:
    """A school called «Сетка» has a sheet of another name."""
    source = tiny_source("full_buses")
    *others, last = source.network.institutions
    schools = (*others, last.replace(name="Сетка"))
    named = Source(source.network.replace(institutions=schools), source.plan, source.people)
    book = openpyxl.load_workbook(written(named))
    assert len(cards(book["Сетка"])) == 2
    assert "Сетка (2)" in book.sheetnames


def test_plans_without_groups_and_with_one_student(written: Write, one_school: Any, no_groups: Any) -> None:
    """The grid says that there are no sessions; one student is enough for a workbook."""
    empty = openpyxl.load_workbook(written(no_groups))["Сетка"]
    assert any("Занятий нет" in str(cell.value) for row in empty.iter_rows() for cell in row)
    assert len(cards(openpyxl.load_workbook(written(one_school))["Сетка"])) == 1


def test_equal_plans_give_equal_bytes(tmp_path: Path, written: Write, udomlya: Source) -> None:
    """Neither the moment nor the order of a set is in the file."""
    first = written(udomlya).read_bytes()
    assert written(Source(udomlya.network, udomlya.plan, udomlya.people)).read_bytes() == first
    assert [path.name for path in tmp_path.iterdir()] == ["timetable.xlsx"]


def test_the_file_has_the_permissions_of_any_new_file(
    tmp_path: Path, written: Write, udomlya: Source
) -> None:
    """A colleague who may read the folder may read the workbook."""
    other = tmp_path / "other"
    other.touch()
    assert written(udomlya).stat().st_mode == other.stat().st_mode
