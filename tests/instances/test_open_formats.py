"""Workbooks of open and old formats, with their faults by cell."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from instances.reading import read
from models.files.workbook import read_workbook
from tests.instances.sound import only_fault

ODS = """<?xml version="1.0" encoding="UTF-8"?>{doctype}<office:document-content office:version="1.2"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"""
ERROR = (
    '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""'
    ' calcext:value-type="error"{more}><office:annotation><text:p>note</text:p></office:annotation>'
    "<text:p>#DIV/0!</text:p></table:table-cell>"
)


def ods(folder: Path, rows: str, *, doctype: str = "", manifest: str = "") -> Path:
    """A workbook as LibreOffice saves it: rows and cells that are alike are written once."""
    path = folder / "сеть.ods"
    sheet = f'<table:table table:name="Кабинеты">{rows}</table:table>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
        archive.writestr("content.xml", ODS.format(sheets=sheet, doctype=doctype))
    return path


def text(value: str, more: str = "") -> str:
    """A cell with a text."""
    return f'<table:table-cell office:value-type="string"{more}><text:p>{value}</text:p></table:table-cell>'


def row(*cells: str, more: str = "") -> str:
    """A row of cells."""
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def blank(count: int) -> str:
    """Blank cells."""
    return f'<table:table-cell table:number-columns-repeated="{count}"/>'


def test_broken_formulas_of_an_open_workbook_have_their_cells(tmp_path: Path) -> None:
    """Blank rows and cells that stand for several are counted, and so are cells that a joined one covers."""
    twice = ' table:number-columns-repeated="2"'
    path = ods(
        tmp_path,
        row(blank(1024), more=' table:number-rows-repeated="2"')
        + row(blank(2), text("x"), "<table:covered-table-cell/>", ERROR.format(more=twice))
        + f"<table:table-header-rows>{row(text('y', twice), ERROR.format(more=''))}</table:table-header-rows>"
        + row('<table:table-cell table:formula="of:=A1"/>', more=' table:number-rows-repeated="2"')
        + row('<table:table-cell table:formula="of:=A1" office:value-type="string"/>')
        + row(
            '<table:table-cell table:formula="of:=A1" office:value-type="float" office:value="0">'
            "<text:p>Ошибка:502</text:p></table:table-cell>"
        )
        + row(blank(16384), more=' table:number-rows-repeated="1048000"'),
    )
    (grid,) = read_workbook(path).grids
    assert {place: (cell.shown, cell.problem.ru) for place, cell in grid.broken.items()} == {
        (2, 4): ("#DIV/0!", "ошибка в формуле"),
        (2, 5): ("#DIV/0!", "ошибка в формуле"),
        (3, 2): ("#DIV/0!", "ошибка в формуле"),
        (4, 0): ("", "у формулы нет сохранённого значения"),
        (5, 0): ("", "у формулы нет сохранённого значения"),
        (7, 0): ("Ошибка:502", "ошибка в формуле"),
    }
    assert grid.rows[2][2] == "x"
    assert grid.rows[3][:2] == ["y", "y"]


@pytest.mark.parametrize(
    ("rows", "more", "words"),
    [
        (row(blank(3), more=' table:number-rows-repeated="1048575"') + row(text("x")), {}, "слишком велик"),
        (row(blank(16383), text("x"), more=' table:number-rows-repeated="9999"'), {}, "слишком велик"),
        (row(ERROR.format(more=""), more=' table:number-rows-repeated="200000"'), {}, "слишком велик"),
        (row(text("x"), more=' table:number-rows-repeated="x"'), {}, "не книга Excel"),
        ("<table:table-row>", {}, "не книга Excel"),
        (row(text("x")), {"doctype": f"<!--{'x' * 5000}--><!DOCTYPE x []>"}, "не книга Excel"),
        ("", {"manifest": "<manifest:encryption-data/>"}, "паролем"),
    ],
    ids=["far row", "far column", "many errors", "no number", "torn", "document type", "password"],
)
def test_an_open_workbook_that_cannot_be_read_is_one_fault(
    rows: str, more: dict[str, str], words: str, tmp_path: Path
) -> None:
    """It is told before the reader makes a rectangle of the sheet in memory."""
    assert words in only_fault(read(ods(tmp_path, rows, **more)))


def test_old_and_open_formats_are_read(district: Any) -> None:
    """The same sheets as .xls and .ods give the same network as .xlsx; what .xls cannot tell is said."""
    import xlwt
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    expected = district.read().network
    assert expected is not None
    old = xlwt.Workbook()
    open_ = OpenDocumentSpreadsheet()
    for title, rows in district.sheets.items():
        sheet, table = old.add_sheet(title), Table(name=title)
        for number, row in enumerate(rows):
            line = TableRow()
            for column, cell in enumerate(row):
                text = "" if cell is None else str(cell)
                sheet.write(number, column, text)
                item = TableCell(valuetype="string")
                item.addElement(P(text=text))
                line.addElement(item)
            table.addElement(line)
        open_.spreadsheet.addElement(table)
    old.save(str(district.folder / "сеть.xls"))
    open_.save(str(district.folder / "сеть.ods"))
    for suffix in (".xls", ".ods"):
        reading = read(district.folder / f"сеть{suffix}")
        assert reading.network is not None
        assert reading.network.sha256 == expected.sha256
        warned = [fault.problem.in_("ru") for fault in reading.faults]
        assert any("не видны ошибки формул" in words for words in warned) == (suffix == ".xls")
