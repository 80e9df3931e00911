"""Looks through the sheets of an .xlsx before a reader opens them: how far their cells spread, which are
merged, and which are broken, which the reader would take for blank or for something else.

Read from the sheets' XML in one pass, because opening the whole workbook a second time takes seconds.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from xml.etree import ElementTree

from models.files import texts
from models.files.content import DAMAGED
from models.files.grid import Broken, Marks, Merge, Position, Unreadable
from models.files.spread import Spread

CONTENT = "xl/workbook.xml"
REFERENCE = re.compile(r"([A-Za-z]{1,7})([1-9][0-9]{0,17})")
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def marks_of(name: str, archive: zipfile.ZipFile) -> dict[str, Marks]:
    """Sheet → its merged cells and its broken ones, among them all negative numbers: whether they are times,
    formats decide.

    Raises ``Unreadable`` for a sheet whose cells spread so far that no table of a network can need it, and
    for one that is damaged.
    """
    try:
        return {
            sheet: _scan(Spread(f"{name}: {sheet}"), archive, part)
            for sheet, part in _sheet_parts(archive).items()
        }
    except (ElementTree.ParseError, *DAMAGED):
        raise Unreadable(name, texts.NOT_WORKBOOK(), texts.SAVE_AS()) from None


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet → the part that holds it; case counts as little as it does for the reader."""
    parts = {part.casefold(): part for part in archive.namelist()}
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    found = {}
    for element in ElementTree.fromstring(archive.read(CONTENT)).iter():
        if _tag(element) == "sheet":
            target = targets.get(element.get(OFFICE), "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            if path.casefold() in parts:
                found[element.get("name", "")] = parts[path.casefold()]
    return found


def _scan(spread: Spread, archive: zipfile.ZipFile, part: str) -> Marks:
    marks = Marks()
    row = -1
    with archive.open(part) as stream:
        for _, element in ElementTree.iterparse(stream):
            tag = _tag(element)
            if tag == "mergeCell":
                first, _, last = element.get("ref", "").partition(":")
                marks.merges.append(Merge(_position(first), _position(last or first)))
            elif tag == "row":
                row = int(element.get("r", row + 2)) - 1
                for position, cell in _cells(element, row):
                    spread.reach(*position)
                    found = _broken(cell)
                    if found is not None:
                        marks.broken[position] = found
                element.clear()
    return marks


def _cells(line: ElementTree.Element, row: int) -> Iterator[tuple[Position, ElementTree.Element]]:
    """The cells that hold something. One that does not say where it stands follows the one before it."""
    column = -1
    for cell in line:
        reference = cell.get("r")
        place = _position(reference) if reference else (row, column + 1)
        column = place[1]
        if len(cell):
            yield place, cell


def _broken(cell: ElementTree.Element) -> Broken | None:
    kind, value, is_formula = cell.get("t"), "", False
    for child in cell:
        tag = _tag(child)
        if tag == "v":
            value = child.text or ""
        is_formula = is_formula or tag == "f"
    if kind == "e":
        return Broken(value, texts.BAD_FORMULA, texts.FIX_FORMULA)
    if is_formula and kind != "str" and not value:
        return Broken("", texts.NO_VALUE, texts.RECALCULATE)
    if kind in (None, "n") and value.startswith("-") and float(value) < 0:
        return Broken(value, texts.NEGATIVE, texts.TYPE_MOMENT)
    return None


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _position(reference: str) -> Position:
    """Row and column of ``B12``, however far away; ``ValueError`` if it is no reference."""
    match = REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(reference)
    return int(match[2]) - 1, _column(match[1])


@lru_cache(maxsize=20_000)
def _column(name: str) -> int:
    """2 of ``C``."""
    column = 0
    for letter in name.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
