"""What is published names nobody and tells of no one or two children."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reports.export.masking import THRESHOLD
from reports.export.source import Source
from reports.export.words import PERSONAL
from reports.views.public.members import public_members

Write = Callable[..., Path]
GRADE_COUNT = re.compile(r"(?:(?P<school>[^;]+), )?(?P<grade>\d+) кл\. — (?P<count>менее 3|3 и более|\d+)")


def people_in(text: str, source: Source) -> list[str]:
    """Names and ids of persons that stand in the text as whole words."""
    found = []
    for person in source.people.rows:
        for said in {person.name, person.id}:
            escaped = said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            if re.search(rf"(?<![\w-]){re.escape(escaped)}(?![\w-])", text):
                found.append(said)
    return found


@pytest.mark.parametrize("name", ["udomlya", "hostile", "one_school"])
def test_no_part_of_the_file_names_a_person(
    name: str, written: Write, unzipped: Any, request: pytest.FixtureRequest
) -> None:
    """Neither a cell, nor a property, a header, a defined name or a comment; the internal book names all."""
    source = request.getfixturevalue(name)
    assert people_in(unzipped(written(source, public=True)), source) == []
    assert len(people_in(unzipped(written(source)), source)) >= len(source.people.rows)


def test_no_sheet_of_people_is_published(written: Write, udomlya: Source, unzipped: Any) -> None:
    """Lists of members, rides and teachers are for the office; so is the mark."""
    path = written(udomlya, public=True)
    names = set(openpyxl.load_workbook(path).sheetnames)
    assert not names & {"Списки групп", "Поездки", "Учителя", "По учителям"}
    assert {"Сетка", "Рейсы", "Отказы", "Наполняемость", "Цели плана"} <= names
    assert PERSONAL.ru not in unzipped(path)


def test_counts_by_school_and_grade_are_those_published(written: Write, udomlya: Source) -> None:
    """Every count beside a school and grade is at least three or masked, as the table of members says."""
    book = openpyxl.load_workbook(written(udomlya, public=True))
    allowed = Counter(
        (cell.name, str(cell.grade), cell.count if isinstance(cell.count, int) else cell.count.in_("ru"))
        for circle in public_members(udomlya)
        for cell in circle.cells
    )
    seen = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                for match in GRADE_COUNT.finditer(str(cell.value or "")):
                    school = match["school"] or sheet.title
                    count = int(match["count"]) if match["count"].isdecimal() else match["count"]
                    assert not isinstance(count, int) or count >= THRESHOLD
                    assert allowed[school.strip(), match["grade"], count]
                    seen += 1
    assert seen > 10


def test_the_size_of_a_small_group_is_masked_everywhere(written: Write, hostile: Any) -> None:
    """All groups have one or two members: the grid and the sheets of rooms say "fewer than 3"."""
    book = openpyxl.load_workbook(written(hostile, public=True))
    sheet = book["По кабинетам"]
    header = [cell.value for cell in sheet[1]]
    sizes = {row[header.index("Человек")] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert sizes == {"менее 3"}
    grid = "\n".join(str(cell.value) for row in book["Сетка"].iter_rows() for cell in row)
    assert not re.search(r"(?<!менее )\b[12] чел\.", grid)
    assert book["Наполняемость"].max_row == 1
