"""Russian dates, numbers and names as they stand in documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from babel.dates import format_date

from models.time import format_clock

LINE = "________________"
"""A blank to be filled in by hand."""

SHORT_LINE = "________"


def short_date(day: date) -> str:
    """``06.10.2026``"""
    return f"{day:%d.%m.%Y}"


def month_title(day: date) -> str:
    """``октябрь 2026 г.``"""
    return format_date(day, "LLLL y 'г.'", locale="ru")


def dates_by_month(days: Sequence[date]) -> str:
    """``6, 13, 20, 27 октября; 3, 10 ноября``"""
    parts = []
    for (_, _), found in groupby(sorted(days), key=lambda day: (day.year, day.month)):
        month = list(found)
        name = format_date(month[0], "d MMMM", locale="ru").split(" ", 1)[1]
        parts.append(f"{', '.join(str(day.day) for day in month)} {name}")
    return "; ".join(parts)


def unofficial(years: Sequence[int]) -> str:
    """That the moved days off of these calendar years are not known; empty for none."""
    if not years:
        return ""
    named = f"{' и '.join(map(str, years))} {'года' if len(years) == 1 else 'годов'}"
    return (
        f"Переносы выходных дней {named} не утверждены или программе не известны: проверьте даты {named} по "
        "производственному календарю."
    )


def plural(number: int, one: str, few: str, many: str) -> str:
    """``1 час``, ``2 часа``, ``5 часов``: the number with its word."""
    return f"{number} {plural_word(number, one, few, many)}"


def plural_word(number: int, one: str, few: str, many: str) -> str:
    """The word that goes with a number."""
    tens, units = abs(number) % 100, abs(number) % 10
    if 11 <= tens <= 14 or units == 0 or units > 4:
        return many
    return one if units == 1 else few


def clock_range(start: int, end: int) -> str:
    """``14:30–16:00``"""
    return f"{format_clock(start)}–{format_clock(end)}"


def school_year(first: int) -> str:
    """``2026/2027``"""
    return f"{first}/{first + 1}"


def listed(words: Sequence[str]) -> str:
    """Words by commas."""
    return ", ".join(words)
