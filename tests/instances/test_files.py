"""Files that cannot be read at all give one clear fault, and never a traceback."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from instances import tiny
from instances.reading import read
from models.files.content import MAX_MB
from tests.instances.sound import only_fault, written

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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
