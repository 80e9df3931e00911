"""A table before it becomes a sheet, a file or a list: columns with their kinds, rows of plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from models.text import Lang, Message, Text, say

Value = str | int | float | bool | date | time | Text | Message | None


class Kind(StrEnum):
    """What a column holds; decides the format of its cells."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"
    CLOCK = "clock"
    DATE = "date"
    DATES = "dates"


@dataclass(frozen=True)
class Column:
    """``key`` names it in JSON, ``width`` is in characters. A ``DATES`` cell is a text of several dates."""

    key: str
    title: Text
    kind: Kind = Kind.TEXT
    width: int = 12


@dataclass(frozen=True)
class Table:
    """``key`` names the CSV file, ``title`` the sheet. Rows follow the columns.

    ``printed`` is the number of columns that go on paper (``None``: all); the rest is for the screen.
    """

    key: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    printed: int | None = None

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"table {self.key}: a row of {len(row)} for {len(self.columns)} columns")


def table(
    key: str,
    title: Text,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Value]],
    printed: int | None = None,
) -> Table:
    """A table of any sequences."""
    return Table(key, title, tuple(columns), tuple(tuple(row) for row in rows), printed)


def plain(value: Value, lang: Lang) -> str | int | float | bool | date | time | None:
    """A cell as it is written: texts in the language of the file."""
    return say(value, lang) if isinstance(value, Text | Message) else value


def clock(minutes: int) -> time:
    """Minutes from midnight as a clock time; midnight itself, the end of the day, as 23:59."""
    return time(23, 59) if minutes >= 24 * 60 else time(minutes // 60, minutes % 60)


def dates_text(days: Sequence[date]) -> str:
    """Dates as a list to read: ``06.10.2026, 13.10.2026``."""
    return ", ".join(f"{day:%d.%m.%Y}" for day in days)
