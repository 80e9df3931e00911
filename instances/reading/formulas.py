"""Formula cells of an .xlsx that show an error or have no stored value, which a reader sees as blank.

Read from the sheets' XML in one pass, because opening the whole workbook a second time takes seconds.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from xml.etree import ElementTree

from instances.reading import texts
from instances.reading.raw import Unreadable

MAX_ROWS = 300_000
MAX_CELLS = 20_000_000
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def bad_formulas(name: str, archive: zipfile.ZipFile) -> dict[str, dict[tuple[int, int], str]]:
    """Sheet → its bad cells (row, column from 0), ``"error"`` or ``"blank"``.

    Raises ``Unreadable`` for a sheet whose cells spread so far that no table of a network can need it.
    """
    try:
        return {sheet: _scan(name, sheet, archive, part) for sheet, part in _sheet_parts(archive).items()}
    except (ElementTree.ParseError, KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        raise Unreadable(name, texts.NOT_WORKBOOK(), texts.SAVE_AS()) from None


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    parts = {}
    for element in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        if _tag(element) == "sheet":
            target = targets.get(element.get(OFFICE), "")
            part = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            if part in archive.namelist():
                parts[element.get("name", "")] = part
    return parts


def _scan(file: str, sheet: str, archive: zipfile.ZipFile, part: str) -> dict[tuple[int, int], str]:
    bad: dict[tuple[int, int], str] = {}
    rows = columns = 0
    with archive.open(part) as stream:
        for _, element in ElementTree.iterparse(stream):
            tag = _tag(element)
            if tag == "row":
                element.clear()
            if tag != "c" or len(element) == 0:
                continue
            children = {_tag(child): child for child in element}
            kind = element.get("t")
            spot = _position(element.get("r", ""))
            if spot is None:
                continue
            rows, columns = max(rows, spot[0] + 1), max(columns, spot[1] + 1)
            if rows > MAX_ROWS or rows * columns > MAX_CELLS:
                problem = texts.WIDE(cell=element.get("r", ""))
                raise Unreadable(f"{file}: {sheet}", problem, texts.CLEAR_FAR(), element.get("r", ""))
            if kind == "e":
                bad[spot] = "error"
            elif "f" in children and kind != "str" and not (children["v"].text if "v" in children else ""):
                bad[spot] = "blank"
    return bad


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _position(reference: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", reference)
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
