"""Merged cells of a table are a fault with their range: a reader sees the value of the first one only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from instances.reading import read
from instances.writing.template import write_template
from models.fault import Fault
from models.files.grid import Merge
from models.files.workbook import read_workbook


def merged(district: Any, sheet: str, *ranges: str) -> list[Fault]:
    """The errors of the district once cells are merged."""
    path = district.save()
    book = openpyxl.load_workbook(path)
    for name in ranges:
        book[sheet].merge_cells(name)
    book.save(path)
    return list(read(path).errors)


def test_an_optional_value_over_two_rows_is_no_default_for_the_second(district: Any) -> None:
    """Windows of a teacher merged over the row of another one."""
    district.add("Учителя", id="У9", institution="Ш1", courses="ИТ")
    district.put("Учителя", 2, "Когда свободен", "Ср 14:30-16:10")
    column = openpyxl.utils.get_column_letter(district.column("Учителя", "Когда свободен") + 1)
    (fault,) = merged(district, "Учителя", f"{column}2:{column}3")
    assert (fault.spot.sheet, fault.spot.row, fault.spot.column) == ("Учителя", 2, "Когда свободен")
    assert fault.spot.cell == f"{column}2:{column}3"
    assert fault.value == "Ср 14:30-16:10"
    assert "объединены" in fault.problem.in_("ru")
    assert fault.cure.in_("ru") == "Разъедините ячейки и впишите значение в каждую."


def test_a_required_value_over_two_rows_is_one_fault(district: Any) -> None:
    """Nobody is told to fill in a cell that seems to be filled."""
    district.add("Кабинеты", centre="РЦ1", name="99", capacity=20)
    faults = merged(district, "Кабинеты", "A2:A3")
    assert [fault.spot.cell for fault in faults] == ["A2:A3"]


def test_a_merged_header_is_one_fault(district: Any) -> None:
    """The header that it hides is not missed besides."""
    faults = merged(district, "Кабинеты", "B1:C1")
    assert [fault.spot.cell for fault in faults if fault.spot.sheet == "Кабинеты"] == ["B1:C1"]


def test_a_header_over_two_rows_is_a_fault(district: Any) -> None:
    """The headers stand in the lower row; what is merged from above reads as no header."""
    rows = district.sheets["Кабинеты"]
    rows.insert(0, ["Центр"])
    faults = merged(district, "Кабинеты", "A1:A2")
    assert [fault.spot.cell for fault in faults if fault.spot.sheet == "Кабинеты"] == ["A1:A2"]


def test_titles_blanks_and_unread_columns_may_be_merged(district: Any) -> None:
    """None of them holds a value that anybody would miss."""
    rows = district.sheets["Кабинеты"]
    rows[0].append("Примечание для себя")
    rows[1].append("корпус 2")
    rows.insert(0, ["Кабинеты района"])
    last = openpyxl.utils.get_column_letter(len(rows[1]))
    assert merged(district, "Кабинеты", "A1:D1", f"{last}3:{last}4", "A20:C22") == []


def test_the_template_has_no_merged_cells_in_its_tables(tmp_path: Path) -> None:
    """Only its notes have."""
    path = tmp_path / "template.xlsx"
    write_template(path, lang="ru")
    assert not any("объединены" in fault.problem.in_("ru") for fault in read(path).errors)


def test_old_and_open_workbooks_tell_their_merged_cells(tmp_path: Path) -> None:
    """However far each format says they reach."""
    import xlwt
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P

    old = xlwt.Workbook()
    old.add_sheet("Кабинеты").write_merge(1, 2, 2, 3, "РЦ1")
    old.save(str(tmp_path / "сеть.xls"))
    open_, table = OpenDocumentSpreadsheet(), Table(name="Кабинеты")
    for line in range(3):
        row = TableRow()
        row.addElement(TableCell(numbercolumnsrepeated=2))
        cell = TableCell(numberrowsspanned=2, numbercolumnsspanned=2) if line == 1 else CoveredTableCell()
        if line == 1:
            cell.addElement(P(text="РЦ1"))
        row.addElement(cell)
        row.addElement(CoveredTableCell())
        table.addElement(row)
    open_.spreadsheet.addElement(table)
    open_.save(str(tmp_path / "сеть.ods"))
    for name in ("сеть.xls", "сеть.ods"):
        (grid,) = read_workbook(tmp_path / name).grids
        assert list(grid.merges) == [Merge((1, 2), (2, 3))]
        assert grid.merges[0].name == "C2:D3"


@pytest.mark.parametrize("reference", ["A1", "B2:B2"])
def test_a_merge_of_one_cell_is_none(reference: str, district: Any) -> None:
    """Some programs write them."""
    import zipfile

    path = district.save()
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            mark = f'</sheetData><mergeCells count="1"><mergeCell ref="{reference}"/></mergeCells>'
            parts[name] = parts[name].replace(b"</sheetData>", mark.encode())
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    assert read(path).network is not None
