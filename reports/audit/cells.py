"""Values of cells typed by hand: text, clock times, weekdays, lists, dates. ``ValueError`` if not one."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from typing import Any

from models.time import DAY_MINUTES, SHORT_WEEKDAYS, WEEKDAYS, parse_clock

EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""


def plain(value: str) -> str:
    """Text as it is compared: lower case, single spaces, ``ё`` as ``е``."""
    return " ".join(value.casefold().replace("ё", "е").split())


def text(cell: Any) -> str:
    """What a cell says; a whole number without its ``.0``."""
    if cell is None or (isinstance(cell, float) and not math.isfinite(cell)):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def whole(cell: Any) -> int:
    """A whole number."""
    return int(text(cell))


def clock(cell: Any) -> int:
    """Minutes from midnight of a time, a fraction of a day, or ``"14:30"``."""
    if isinstance(cell, datetime) and cell.date() < EPOCH:
        raise ValueError(f"a negative time: {cell}")
    if isinstance(cell, datetime | time):
        return cell.hour * 60 + cell.minute
    if isinstance(cell, timedelta):
        return parse_clock(round(cell.total_seconds() / 60))
    if isinstance(cell, float) and math.isfinite(cell) and 0 <= cell < 1:
        return round(cell * DAY_MINUTES)
    return parse_clock(str(cell))


def weekday(cell: Any) -> int:
    """1 (Monday) to 7 of a number, ``"Вт"``, ``"вторник"``, ``"Tue"`` or ``"Tuesday"``."""
    said = plain(text(cell)).rstrip(".")
    for names in (WEEKDAYS, SHORT_WEEKDAYS):
        for number, name in enumerate(names, start=1):
            if said in (plain(name.ru), plain(name.en)):
                return number
    number = int(said)
    if not 1 <= number <= 7:
        raise ValueError(f"not a weekday: {number}")
    return number


def items(cell: Any) -> list[str]:
    """The parts of a list separated by commas, semicolons or line breaks."""
    return [part.strip() for part in re.split(r"[,;\n]", text(cell)) if part.strip()]


def dates(cell: Any) -> list[date]:
    """One date, or a list of dates written ``2026-10-05`` or ``05.10.2026``."""
    if isinstance(cell, datetime):
        return [cell.date()]
    if isinstance(cell, date):
        return [cell]
    return [_date(part) for part in items(cell)]


def _date(said: str) -> date:
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}", said):
        day, month, year = map(int, said.split("."))
        return date(year, month, day)
    return date.fromisoformat(said)
