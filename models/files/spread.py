"""How far the cells of a sheet may spread. A lone cell at the far end of a sheet fills gigabytes of memory
once a reader makes a rectangle of it."""

from __future__ import annotations

from typing import NoReturn

from models.files import texts
from models.files.grid import Unreadable, letters

MAX_ROWS = 300_000
MAX_CELLS = 20_000_000


class Spread:
    """The rectangle from cell A1 that the cells of one sheet have reached so far."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self._rows = self._columns = 0

    def reach(self, row: int, column: int) -> None:
        """Takes in a cell; raises ``Unreadable`` if it lies too far away. Row and column count from 0."""
        if row < self._rows and column < self._columns:
            return
        self._rows, self._columns = max(self._rows, row + 1), max(self._columns, column + 1)
        if self._rows > MAX_ROWS or self._rows * self._columns > MAX_CELLS:
            self.refuse(row, column)

    def refuse(self, row: int, column: int) -> NoReturn:
        """Raises ``Unreadable`` about a cell that lies too far away."""
        cell = f"{letters(column)}{row + 1}"
        raise Unreadable(self._sheet, texts.WIDE(cell=cell), texts.CLEAR_FAR(), cell)
