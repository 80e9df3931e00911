"""Looks through the sheets of an .ods before a reader opens them: how far their cells spread, which are
merged, and which are broken, which the reader would take for blank.

Names of elements are taken with their usual prefixes, as the reader takes them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from xml.parsers import expat

from models.files import texts
from models.files.content import DAMAGED
from models.files.grid import Broken, Marks, Merge, Unreadable, is_error
from models.files.spread import Spread

CONTENT = "content.xml"
CELLS = ("table:table-cell", "table:covered-table-cell")
VALUES = tuple(f"office:{name}" for name in ("value", "date-value", "time-value", "boolean-value"))
MAX_BROKEN = 100_000
CHUNK = 1 << 16


def marks_of(name: str, archive: zipfile.ZipFile) -> dict[str, Marks]:
    """Sheet → its merged and its broken cells.

    Raises ``Unreadable`` for a sheet whose cells spread so far that no table of a network can need it, and
    for a workbook that is damaged or has a password.
    """
    scan = _Scan(name)
    try:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Unreadable(name, texts.PASSWORD(), texts.NO_PASSWORD())
        with archive.open(CONTENT) as stream:
            while chunk := stream.read(CHUNK):
                scan.parser.Parse(chunk, False)
        scan.parser.Parse(b"", True)
    except (expat.ExpatError, *DAMAGED):
        raise Unreadable(name, texts.NOT_WORKBOOK(), texts.SAVE_AS()) from None
    return scan.sheets


class _Scan:
    """Follows the XML from sheet to row to cell. Rows, columns and cells may stand for many alike."""

    def __init__(self, file: str) -> None:
        self.sheets: dict[str, Marks] = {}
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._say
        self.parser.StartDoctypeDeclHandler = _refuse
        self._file = file
        self._spread: Spread | None = None
        self._marks = Marks()
        self._row = self._rows = self._column = self._columns = 0
        self._cell: Mapping[str, str] = {}
        self._path: list[str] = []
        self._shown = ""

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._path:
            self._path.append(tag)
        elif self._spread is None:
            if tag == "table:table":
                self._open(attributes.get("table:name", ""))
        elif tag == "table:table-row":
            self._column, self._rows = 0, int(attributes.get("table:number-rows-repeated", "1"))
        elif tag in CELLS:
            self._columns = int(attributes.get("table:number-columns-repeated", "1"))
            self._cell, self._path, self._shown = attributes, [tag], ""
            if "office:value-type" in attributes or "table:formula" in attributes:
                self._spread.reach(self._row + self._rows - 1, self._column + self._columns - 1)

    def _open(self, sheet: str) -> None:
        self._spread = Spread(f"{self._file}: {sheet}")
        self._marks = self.sheets[sheet] = Marks()
        self._row = 0

    def _say(self, text: str) -> None:
        """Text of the cell; not that of a note beside it, which lies deeper."""
        if self._path[1:2] == ["text:p"]:
            self._shown += text

    def _end(self, tag: str) -> None:
        if self._path:
            self._path.pop()
            if not self._path:
                self._close_cell()
        elif tag == "table:table-row":
            self._row += self._rows
        elif tag == "table:table":
            self._spread = None

    def _close_cell(self) -> None:
        found = _broken(self._cell, self._shown.strip())
        if found is not None and self._spread is not None:
            if len(self._marks.broken) + self._rows * self._columns > MAX_BROKEN:
                self._spread.refuse(self._row + self._rows - 1, self._column + self._columns - 1)
            for row in range(self._row, self._row + self._rows):
                for column in range(self._column, self._column + self._columns):
                    self._marks.broken[row, column] = found
        down, right = (int(self._cell.get(f"table:number-{way}-spanned", "1")) for way in ("rows", "columns"))
        if down > 1 or right > 1:
            last = (self._row + down - 1, self._column + right - 1)
            self._marks.merges.append(Merge((self._row, self._column), last))
        self._column += self._columns


def _broken(cell: Mapping[str, str], shown: str) -> Broken | None:
    is_formula = "table:formula" in cell
    if cell.get("calcext:value-type") == "error" or (is_formula and is_error(shown)):
        return Broken(shown, texts.BAD_FORMULA, texts.FIX_FORMULA)
    kind = cell.get("office:value-type")
    if is_formula and kind != "string" and not any(cell.get(value) for value in VALUES):
        return Broken("", texts.NO_VALUE, texts.RECALCULATE)
    return None


def _refuse(*_: object) -> None:
    """No program writes a document type, whose entities may unfold without end."""
    raise ValueError("a document type")
