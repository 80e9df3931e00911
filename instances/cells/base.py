"""The common face of all kinds of cells."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date, time, timedelta
from typing import Any

from models.files.grid import Cell as Cell
from models.text import Lang, Message, Text

EMPTY_WORDS = ("нет", "none")
"""Said of a list that is meant to be empty where a blank would mean the default."""

NONE_WORD = Text("нет", "none")


EXPECTED = Text("ожидается {expected}", "expected {expected}")
EXPECTED_MANY = Text("ожидаются {expected}", "expected {expected}")


class BadCell(ValueError):
    """A cell that is not of its kind: what was expected (``many``: in the plural), and how to cure it.

    ``shown``: what to show of the cell, where it seems to hold something else.
    """

    def __init__(
        self, expected: Message, cure: Message, *, many: bool = False, shown: str | None = None
    ) -> None:
        super().__init__(expected.in_("en"))
        self.expected = expected
        self.cure = cure
        self.shown = shown
        self._many = many

    @property
    def problem(self) -> Message:
        """What is wrong, as a sentence."""
        return (EXPECTED_MANY if self._many else EXPECTED)(expected=self.expected)


class Kind(ABC):
    """One grammar of cells. ``name`` is what the planner reads about it."""

    name: Text

    @abstractmethod
    def parse(self, cell: Cell) -> Any:
        """The value of a cell that is not blank; raises ``BadCell``."""

    @abstractmethod
    def show(self, value: Any, lang: Lang) -> Cell:
        """The cell that ``parse`` reads back to the value."""

    def options(self, lang: Lang) -> tuple[str, ...]:
        """The words of a drop-down list; none where anything may be typed."""
        del lang
        return ()


def is_blank(cell: Cell) -> bool:
    """Whether the cell holds nothing but spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip("\ufeff \t\r\n\u00a0"))


def plain(cell: Cell) -> str:
    """The cell as the text one sees: whole numbers without a point, dates as 01.10.2026, times as 14:30."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "да" if cell else "нет"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y")
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    if isinstance(cell, str):
        return cell.replace("\u00a0", " ").replace("\ufeff", "").strip()
    return str(cell)


def pieces(text: str) -> list[str]:
    """The items of a list: divided by semicolons if there is one (or a line break), else by commas."""
    text = text.replace("\r", "").replace("\n", ";")
    mark = ";" if ";" in text else ","
    return [item.strip() for item in text.split(mark) if item.strip()]


def joined(items: list[str]) -> str:
    """The items as one cell; a lone item with a comma gets a semicolon so that it stays one."""
    text = "; ".join(items)
    return text + ";" if len(items) == 1 and "," in text else text
