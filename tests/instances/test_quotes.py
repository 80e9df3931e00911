"""A quote that is never closed in a CSV file is a fault of its row; texts of several lines are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from instances import tiny
from instances.reading import read
from instances.reading.quotes import find_open_quote
from instances.writing import write
from models.people import People
from models.tables import Institution

OPEN = [
    ("to the end", 'Код;Имя\n1;"Аня\n2;Боря\n', 2, 2),
    ("in the last row", 'Код;Имя\n1;Аня\n2;"Боря', 2, 3),
    ("up to the quote of a cell below", 'Код;Имя\n1;"Аня\n2;"Боря; Вера"\n', 2, 2),
    ("up to a stray quote, same column", 'А;Б;В;Г\n1;"а;в;г\n2;б";в;г\n', 4, 2),
    ("up to a stray quote, other column", 'А;Б;В;Г\n1;"а;в;г\n2;б;в";г\n', 4, 2),
    ("over several rows", 'А;Б;В;Г\n1;"а;в;г\n2;б;в;г\n3;б;в;г"\n', 4, 2),
    ("below a text of two lines", 'Код;Имя\n1;"Аня\nиз 10А"\n2;"Боря\n3;Вера', 2, 3),
    ("lines of an old Mac", 'Код;Имя\r1;"Аня\r2;Боря\r', 2, 2),
    ("lines of Windows", 'Код;Имя\r\n1;"Аня\r\n2;Боря\r\n', 2, 2),
    ("doubled quotes", 'Код;Имя\n1;"Школа ""Луч""\n2;Боря\n', 2, 2),
]
CLOSED = [
    ("no quotes", "Код;Имя\n1;Аня\n", 2),
    ("a quote within a cell", 'Код;Имя\n1;Школа "Луч"\n2;б "в\n', 2),
    ("one line", 'Код;Имя\n1;"Аня; Боря"\n', 2),
    ("text after the quote", 'Код;Имя\n1;"Школа" №1\n2;Боря\n', 2),
    ("several lines", 'Код;Имя\n1;"Аня\nБоря\n\nВера"\n', 2),
    ("lines with semicolons", 'А;Б;В;Г\n1;"а; б;\nв; г; д; е; ж";в;г\n', 4),
    ("doubled quotes", 'Код;Имя\n1;"""Луч""\n""Свет"""\n', 2),
    ("an empty cell", 'Код;Имя\n1;""\n2;""', 2),
    ("headers of two lines", '"Код\nучреждения";Имя\n1;Аня\n', 2),
]


@pytest.mark.parametrize(("text", "columns", "row"), [case[1:] for case in OPEN], ids=[c[0] for c in OPEN])
def test_an_open_quote_is_found_where_it_opens(text: str, columns: int, row: int) -> None:
    """However the cell ends that it opened, if it does."""
    found = find_open_quote(text, ";", columns)
    assert found is not None
    assert found.row == row
    assert found.start.startswith('"')
    assert len(found.start.splitlines()) == 1


@pytest.mark.parametrize(("text", "columns"), [case[1:] for case in CLOSED], ids=[c[0] for c in CLOSED])
def test_what_is_closed_is_no_fault(text: str, columns: int) -> None:
    """Neither texts of several lines nor quotes that open nothing."""
    assert find_open_quote(text, ";", columns) is None


def test_a_file_with_an_open_quote_is_not_read(tmp_path: Path) -> None:
    """The rows it swallowed would be missing from the plan, and nobody would know."""
    folder = tmp_path / "net"
    write(tiny.ALL["tie"].network, People(), folder)
    file = folder / "choices.csv"
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    cells = lines[1].split(";")
    lines[1] = ";".join([*cells[:-1], '"' + cells[-1]])
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    reading = read(folder)
    assert reading.network is None
    (fault,) = reading.errors
    assert (fault.spot.sheet, fault.spot.row) == ("choices.csv", 2)
    assert "нет закрывающей кавычки" in fault.problem.in_("ru")
    assert "no closing quote" in fault.problem.in_("en")


def test_a_swallowed_cell_too_long_to_parse_is_told_by_its_row_too(tmp_path: Path) -> None:
    """The parser gives up on a cell of 130 000 characters, wherever the quote stands."""
    folder = tmp_path / "net"
    write(tiny.ALL["tie"].network, People(), folder)
    file = folder / "students.csv"
    head, *rows = file.read_text(encoding="utf-8-sig").splitlines()
    file.write_text("\n".join([head, '"' + rows[0], *rows * 20_000]), encoding="utf-8")
    (fault,) = [fault for fault in read(folder).errors if fault.spot.sheet == "students.csv"]
    assert (fault.spot.row, fault.problem.in_("en")[:27]) == (2, "there is no closing quote: ")


def test_an_address_of_several_lines_comes_back(tmp_path: Path) -> None:
    """With quotes and semicolons in it, as a planner types it."""
    network = tiny.ALL["tie"].network
    address = 'ул. "Мира", 5;\nвход; со двора; 2; 3; 4\n"звонок"; «5»'
    first: Institution = network.institutions[0].replace(address=address)
    write(network.replace(institutions=(first, *network.institutions[1:])), People(), tmp_path / "net")
    again = read(tmp_path / "net").network
    assert again is not None
    assert again.institutions[0].address == address
