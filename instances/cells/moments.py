"""Dates and clock times: real ones of a spreadsheet, or typed as text."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from instances.cells.base import BadCell, Cell, Kind, plain
from models.text import Lang, Text
from models.time import DAY_MINUTES, format_clock, parse_clock

DATE = Text("дата вида 01.10.2026", "a date like 01.10.2026")
TYPE_DATE = Text("Введите дату: день, месяц и год.", "Enter a date: day, month and year.")
CLOCK = Text("время от 00:00 до 24:00, вида 14:30", "a clock time from 00:00 to 24:00, like 14:30")
TYPE_CLOCK = Text("Введите часы и минуты через двоеточие.", "Enter hours and minutes with a colon.")

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)
EPOCH = date(1899, 12, 30)


def date_of(text: str) -> date | None:
    """``01.10.2026``, ``1.10.26`` or ``2026-10-01`` as a date; ``None`` for anything else."""
    if match := re.fullmatch(
        r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?: г\.?)?(?: 0{1,2}:00(?::00)?)?", text
    ):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
        year += 2000 if len(match[3]) == 2 else 0
    elif match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?", text):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


class Date(Kind):
    name = Text("дата", "date")

    def parse(self, cell: Cell) -> date:
        found: date | None = None
        if isinstance(cell, datetime):
            found = cell.date()
        elif isinstance(cell, date):
            found = cell
        elif isinstance(cell, str):
            found = date_of(plain(cell))
        elif isinstance(cell, int | float) and not isinstance(cell, bool) and cell == cell // 1:
            found = EPOCH + timedelta(days=int(cell)) if 32_000 < cell < 80_000 else None
        if found is None or not FIRST <= found <= LAST:
            raise BadCell(DATE(), TYPE_DATE())
        return found

    def show(self, value: Any, lang: Lang) -> Cell:
        del lang
        assert isinstance(value, date)
        return value


class Clock(Kind):
    """A clock time; minutes from midnight."""

    name = Text("время", "clock time")

    def parse(self, cell: Cell) -> int:
        if isinstance(cell, datetime) and EPOCH <= cell.date() < date(1901, 1, 1):
            cell = cell.time()
        if isinstance(cell, time):
            return cell.hour * 60 + cell.minute
        if isinstance(cell, timedelta) and timedelta(0) <= cell <= timedelta(days=1):
            return round(cell.total_seconds() / 60)
        if isinstance(cell, float) and (0 < cell < 1 or cell == 1.0):
            return round(cell * DAY_MINUTES)
        if isinstance(cell, str):
            return clock_of(plain(cell))
        raise BadCell(CLOCK(), TYPE_CLOCK(), shown=_number_behind(cell))

    def show(self, value: Any, lang: Lang) -> Cell:
        del lang
        return time(value // 60, value % 60) if value < DAY_MINUTES else format_clock(value)


def _number_behind(cell: Cell) -> str | None:
    """The number that a spreadsheet shows as a date that nobody can mean: 1450 as 20.12.1903."""
    if not isinstance(cell, date):
        return None
    day = cell.date() if isinstance(cell, datetime) else cell
    return None if FIRST <= day <= LAST else str((day - EPOCH).days)


def clock_of(text: str) -> int:
    """Minutes from midnight of ``14:30``; raises ``BadCell``."""
    try:
        return parse_clock(text)
    except ValueError:
        raise BadCell(CLOCK(), TYPE_CLOCK()) from None
