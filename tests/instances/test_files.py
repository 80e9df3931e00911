"""Files that cannot be read at all give one clear fault, and never a traceback."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from instances import tiny
from instances.reading import read
from instances.writing import write
from models.fault import Reading
from models.files.content import MAX_MB
from models.files.workbook import read_workbook
from models.people import People

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def written(folder: Path, name: str) -> Path:
    """A sound network in a file or folder of that name."""
    write(tiny.ALL["tie"].network, People(), folder / name)
    return folder / name


def make(content: bytes, name: str) -> Callable[[Path], Path]:
    """A file with that content."""

    def fill(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return fill


def huge(folder: Path) -> Path:
    """A file of 200 MB that takes no room on the disk."""
    path = folder / "сеть.xlsx"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    return path


def repacked(
    change: Callable[[str, bytes], bytes], named: Callable[[str], str] = str
) -> Callable[[Path], Path]:
    """A workbook whose parts are changed, and maybe named anew, one by one."""

    def fill(folder: Path) -> Path:
        source, path = written(folder, "source.xlsx"), folder / "сеть.xlsx"
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for part in old.namelist():
                new.writestr(named(part), change(part, old.read(part)))
        return path

    return fill


def with_entities(part: str, content: bytes) -> bytes:
    """Puts a document type with entities before the XML of the strings."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    return content.replace(b"?>", b"?>" + bomb, 1) if part.endswith("sharedStrings.xml") else content


def far_away(part: str, content: bytes) -> bytes:
    """Fills the last cell that Excel has."""
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return content.replace(b"</sheetData>", row) if part.endswith("sheet1.xml") else content


def too_far_to_count(part: str, content: bytes) -> bytes:
    """Names a row that no number of 32 bits holds, as a damaged file may."""
    row = b'<row r="9"><c r="A99999999999"><v>1</v></c></row></sheetData>'
    return content.replace(b"</sheetData>", row) if part.endswith("sheet1.xml") else content


def far_row(part: str, content: bytes) -> bytes:
    """A cell that does not say where it stands, in a row far away."""
    row = b'<row r="99999999"><c><v>1</v></c></row></sheetData>'
    return content.replace(b"</sheetData>", row) if part.endswith("sheet1.xml") else content


def nowhere(part: str, content: bytes) -> bytes:
    """A cell whose place is none."""
    row = b'<row r="9"><c r="9A"><v>1</v></c></row></sheetData>'
    return content.replace(b"</sheetData>", row) if part.endswith("sheet1.xml") else content


def in_no_encoding(part: str, content: bytes) -> bytes:
    """A sheet that claims an encoding nobody knows."""
    return content.replace(b'"UTF-8"', b'"abc"', 1) if part.endswith("sheet1.xml") else content


def cut(part: str, content: bytes) -> bytes:
    """Tears the first sheet in two."""
    return content[: len(content) // 2] if part.endswith("sheet1.xml") else content


def unpacks_to_too_much(folder: Path) -> Path:
    """An archive whose one part is half a gigabyte of zeros."""
    path = folder / "сеть.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/a.xml", "w") as part:
        for _ in range(500):
            part.write(bytes(1_000_000))
    return path


def csv_in(encoding: str) -> Callable[[Path], Path]:
    """A CSV folder with one file in that encoding."""

    def fill(folder: Path) -> Path:
        path = written(folder, "net")
        text = (path / "courses.csv").read_text(encoding="utf-8-sig")
        (path / "courses.csv").write_bytes(text.encode(encoding, errors="replace"))
        return path

    return fill


def empty_folder(folder: Path) -> Path:
    """A folder with nothing in it."""
    (folder / "net").mkdir()
    return folder / "net"


UNREADABLE: list[tuple[str, Callable[[Path], Path], str]] = [
    ("missing file", lambda folder: folder / "нет.xlsx", "нет"),
    ("a name too long", lambda folder: folder / f"{'я' * 300}.xlsx", "слишком длинное имя"),
    ("a path that can be none", lambda folder: folder / "a\0b.xlsx", "нет"),
    ("below a file", lambda folder: make(b"", "a")(folder) / "b.xlsx", "нет"),
    ("not a workbook", make(b"hello", "сеть.xlsx"), "не книга Excel"),
    ("an empty file", make(b"", "сеть.xlsx"), "не книга Excel"),
    ("a damaged archive", make(b"PK\x03\x04" + b"x" * 100, "сеть.xlsx"), "не книга Excel"),
    ("a password", make(OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "сеть.xlsx"), "паролем"),
    ("an unknown kind", make(b"x", "сеть.docx"), "неизвестный вид"),
    ("too big", huge, "слишком велик"),
    ("a zip bomb", unpacks_to_too_much, "слишком велико"),
    ("an XML bomb", repacked(with_entities), "не книга Excel"),
    ("a cell far away", repacked(far_away), "слишком велик"),
    ("a cell beyond counting", repacked(too_far_to_count), "слишком велик"),
    ("a row beyond counting", repacked(far_row), "слишком велик"),
    ("a cell nowhere", repacked(nowhere), "не книга Excel"),
    ("an unknown encoding", repacked(in_no_encoding), "не книга Excel"),
    ("a sheet in another case", repacked(far_away, str.upper), "не книга Excel"),
    ("a torn sheet", repacked(cut), "не книга Excel"),
    ("a folder without CSV", empty_folder, "нет файлов .csv"),
    ("CSV in Windows-1251", csv_in("cp1251"), "Windows-1251"),
    ("CSV in UTF-16", csv_in("utf-16"), "не в UTF-8"),
    ("CSV in UTF-16 without a mark", csv_in("utf-16-le"), "не в UTF-8"),
    ("a file of Excel's own", make(b"\x04owner", "~$сеть.xlsx"), "книга «сеть.xlsx» открыта"),
    ("not JSON", make(b"{", "сеть.json"), "JSON"),
    ("another JSON", make(b"[1]", "сеть.json"), "JSON"),
    ("deep JSON", make(b"[" * 100_000, "сеть.json"), "JSON"),
]


def only_fault(reading: Reading) -> str:
    """The problem of the one fault; a cure must be there too."""
    assert reading.network is None
    assert len(reading.faults) == 1, [fault.problem.in_("ru") for fault in reading.faults]
    assert reading.faults[0].cure.in_("ru")
    assert reading.faults[0].spot.sheet
    return reading.faults[0].problem.in_("ru")


@pytest.mark.parametrize(("name", "fill", "words"), UNREADABLE, ids=[item[0] for item in UNREADABLE])
def test_an_unreadable_input_is_one_fault(
    name: str, fill: Callable[[Path], Path], words: str, tmp_path: Path
) -> None:
    """Whatever is wrong with the file, one sentence says it and another how to cure it."""
    del name
    assert words in only_fault(read(fill(tmp_path)))


def test_a_locked_file_is_one_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that Excel holds open cannot be read; simulated, since Windows alone locks so."""
    path = written(tmp_path, "сеть.xlsx")

    def locked(_: Path) -> bytes:
        raise PermissionError(13, "locked")

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert "занят" in only_fault(read(path))


def test_a_folder_where_nobody_may_look_is_one_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file may be there or not; simulated, since nothing is closed to an administrator."""
    paths = (tmp_path / "сеть.xlsx", Path("udomlya"))
    stat = Path.stat

    def closed(self: Path, **options: Any) -> Any:
        if self in paths:
            raise PermissionError(13, "Permission denied")
        return stat(self, **options)

    monkeypatch.setattr(Path, "stat", closed)
    for path in paths:
        (fault,) = read(path).faults
        assert fault.problem.in_("ru") == "файл нельзя прочитать: он занят или закрыт для чтения"
        assert "права доступа" in fault.cure.in_("ru")


def test_the_limit_of_size_is_far_above_real_workbooks() -> None:
    """A workbook of 1 200 applicants takes a quarter of a megabyte."""
    assert MAX_MB >= 50


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_may_use_any_usual_delimiter(delimiter: str, encoding: str, tmp_path: Path) -> None:
    """Semicolon, comma or tab, with or without a byte order mark."""
    import csv

    path = written(tmp_path, "net")
    for file in path.glob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as source:
            rows = list(csv.reader(source, delimiter=";"))
        with file.open("w", encoding=encoding, newline="") as target:
            csv.writer(target, delimiter=delimiter).writerows(rows)
    reading = read(path)
    assert reading.network is not None
    assert reading.network.sha256 == tiny.ALL["tie"].network.sha256


@pytest.mark.parametrize(
    ("wrong", "words"), [(b"\xea\xe0\xe1", "знак не в UTF-8"), (b"\x00", "нулевой знак")], ids=["byte", "nul"]
)
def test_one_wrong_character_of_a_csv_file_is_named_by_its_row(
    wrong: bytes, words: str, tmp_path: Path
) -> None:
    """The file is in UTF-8 all the same: saving it anew would not help."""
    path = written(tmp_path, "net")
    file = path / "courses.csv"
    lines = file.read_bytes().split(b"\r\n")
    lines[1] += wrong
    file.write_bytes(b"\r\n".join(lines))
    (fault,) = read(path).errors
    assert (fault.spot.sheet, fault.spot.row) == ("courses.csv", 2)
    assert words in fault.problem.in_("ru")


def test_a_fault_of_json_names_list_and_field(tmp_path: Path) -> None:
    """The data model's complaints come as faults with place, value and expectation."""
    path = written(tmp_path, "net.json")
    content = json.loads(path.read_text(encoding="utf-8"))
    content["network"]["rooms"][0]["capacity"] = "двадцать"
    path.write_text(json.dumps(content), encoding="utf-8")
    fault = read(path).faults[0]
    assert (fault.spot.sheet, fault.spot.row, fault.spot.column, fault.value) == (
        "rooms",
        1,
        "capacity",
        "двадцать",
    )
    assert fault.cure.in_("ru") == "Ожидается: целое число."


def test_json_passes_the_checks_of_a_workbook(tmp_path: Path) -> None:
    """A negative capacity, weekday 9 and an unknown goal are faults in JSON too."""
    path = written(tmp_path, "net.json")
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    content["network"]["rooms"][0]["capacity"] = -3
    content["network"]["locks"] = [{"group": "ИТ-1", "weekday": 9, "reason": "x"}]
    content["network"]["goals"] = ["happiness"]
    path.write_text(json.dumps(content), encoding="utf-8")
    places = {(fault.spot.sheet, fault.spot.column) for fault in read(path).errors}
    assert {("rooms", "capacity"), ("locks", "weekday"), ("goals", "name")} <= places


def damaged(folder: Path, change: Callable[[dict[str, Any]], Any], *, set_aside: bool = False) -> Reading:
    """The reading of a sound network's JSON, changed."""
    path = written(folder, "net.json")
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    return read(path, set_aside=set_aside)


def several(content: dict[str, Any]) -> None:
    """Faults that the data model refuses, and faults that only the checks of a workbook know."""
    network = content["network"]
    network["rooms"][0]["capacity"] = -3
    network["courses"][0] |= {"load_category": "кружок", "hours": 99_999}
    network["choices"][0]["rank"] = "первое"
    network["choices"][1]["course"] = "ИТТТ"
    network["classes"][0]["days"][0]["end"] = "25:70"


def test_json_tells_all_its_faults_at_once(tmp_path: Path) -> None:
    """Refused fields, values out of range and references to nothing stand in one list."""
    faults = damaged(tmp_path, several).errors
    assert {(fault.spot.sheet, fault.spot.row, fault.spot.column, fault.value) for fault in faults} == {
        ("rooms", 1, "capacity", "-3"),
        ("courses", 1, "load_category", "кружок"),
        ("courses", 1, "hours", "99999"),
        ("choices", 1, "rank", "первое"),
        ("choices", 2, "course", "ИТТТ"),
        ("classes", 1, "days[1].end", "25:70"),
    }


def test_faulty_records_of_json_are_set_aside_like_rows(tmp_path: Path) -> None:
    """A choice whose rank is no number is left out, and the other one keeps its number."""
    reading = damaged(
        tmp_path, lambda content: content["network"]["choices"][0].update(rank="x"), set_aside=True
    )
    assert reading.network is not None
    assert [(fault.spot.sheet, fault.spot.row) for fault in reading.set_aside] == [("choices", 1)]
    whole = tiny.ALL["tie"].network
    assert reading.network.choices == whole.choices[1:]


JSON_FAULTS: list[tuple[str, Callable[[dict[str, Any]], Any], tuple[str, int | None, str], str, str]] = [
    (
        "a time that is none",
        lambda c: c["network"]["classes"][0]["days"][0].update(end="25:70"),
        ("classes", 1, "days[1].end"),
        "значение не подходит",
        'Ожидается: время вида "14:30" от 00:00 до 24:00.',
    ),
    (
        "NaN",
        lambda c: c["network"]["rooms"][0].update(capacity=float("nan")),
        ("rooms", 1, "capacity"),
        "значение не подходит",
        "Ожидается: число, а не NaN или Infinity.",
    ),
    (
        "no network",
        lambda c: c.update(network=None),
        ("network", None, ""),
        "значение не подходит",
        "Ожидается: запись в { }.",
    ),
    (
        "names that are none",
        lambda c: c.update(people=[1]),
        ("people", None, ""),
        "значение не подходит",
        "Ожидается: запись в { }.",
    ),
    (
        "a name without an id",
        lambda c: c.update(people={"rows": [{"kind": "student", "name": "Аня"}]}),
        ("people", 1, "id"),
        "нет поля «id»",
        "Добавьте его.",
    ),
    (
        "a key misspelt",
        lambda c: c.update(poeple=c.pop("people")),
        ("net.json", None, "poeple"),
        "лишнее поле «poeple»",
        "Возможно, имелось в виду «people».",
    ),
    (
        "a key nobody knows",
        lambda c: c.update(xyz=1),
        ("net.json", None, "xyz"),
        "лишнее поле «xyz»",
        "Удалите его.",
    ),
    (
        "a table misspelt",
        lambda c: c["network"].update(wishs=[]),
        ("network", None, "wishs"),
        "лишнее поле «wishs»",
        "Возможно, имелось в виду «wishes».",
    ),
    (
        "a field misspelt",
        lambda c: c["network"]["rooms"][0].update(capacityy=3),
        ("rooms", 1, "capacityy"),
        "лишнее поле «capacityy»",
        "Возможно, имелось в виду «capacity».",
    ),
    (
        "a table missing",
        lambda c: c["network"].pop("rooms"),
        ("rooms", None, ""),
        "нет поля «rooms»",
        "Добавьте его.",
    ),
    (
        "a list that is none",
        lambda c: c["network"].update(rooms={}),
        ("rooms", None, ""),
        "значение не подходит",
        "Ожидается: список в [ ].",
    ),
    (
        "a rule without its year",
        lambda c: c["network"]["rules"].pop("school_year"),
        ("rules", None, "school_year"),
        "нет поля «school_year»",
        "Добавьте его.",
    ),
    (
        "a rule that cannot be",
        lambda c: c["network"]["rules"].update(home_by="полночь"),
        ("rules", None, "home_by"),
        "значение не подходит",
        'Ожидается: время вида "14:30" от 00:00 до 24:00.',
    ),
]


@pytest.mark.parametrize(
    ("change", "place", "problem", "cure"), [f[1:] for f in JSON_FAULTS], ids=[f[0] for f in JSON_FAULTS]
)
def test_a_fault_of_json_has_place_and_cure(
    change: Callable[[dict[str, Any]], Any],
    place: tuple[str, int | None, str],
    problem: str,
    cure: str,
    tmp_path: Path,
) -> None:
    """One fault, at its list, row and field, and what to do about it."""
    reading = damaged(tmp_path, change)
    assert reading.network is None
    (fault,) = reading.errors
    assert (fault.spot.sheet, fault.spot.row, fault.spot.column) == place
    assert (fault.problem.in_("ru"), fault.cure.in_("ru")) == (problem, cure)


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(position=st.floats(0, 1), byte=st.binary(min_size=1, max_size=8))
def test_a_damaged_byte_never_gives_a_traceback(position: float, byte: bytes, tmp_path_factory: Any) -> None:
    """Wherever a workbook is damaged, reading it ends with a network or with faults."""
    folder = tmp_path_factory.mktemp("net")
    path = written(folder, "net.xlsx")
    content = bytearray(path.read_bytes())
    start = int(position * (len(content) - len(byte)))
    content[start : start + len(byte)] = byte
    path.write_bytes(content)
    reading = read(path)
    assert reading.network is not None or reading.faults


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
