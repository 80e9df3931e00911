"""Lists in one cell: texts, numbers, weekdays, dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from instances.cells.base import EMPTY_WORDS, NONE_WORD, BadCell, Cell, Kind, joined, pieces, plain
from instances.cells.moments import FIRST, LAST, Date, date_of
from instances.cells.text import MAX_TEXT, checked
from models.text import Lang, Text
from models.time import SHORT_WEEKDAYS, WEEKDAYS

NUMBERS = Text("числа через запятую, вида {example}", "numbers with commas, like {example}")
TYPE_NUMBERS = Text(
    "Введите числа цифрами через запятую или промежуток через дефис.",
    "Enter numbers in digits with commas, or a range with a hyphen.",
)
DAYS = Text("дни недели вида «Пн, Ср» или «Пн-Пт»", "weekdays like 'Mon, Wed' or 'Mon-Fri'")
TYPE_DAYS = Text(
    "Введите сокращённые дни недели: Пн, Вт, Ср, Чт, Пт, Сб, Вс.",
    "Enter short weekdays: Mon, Tue, Wed, Thu, Fri, Sat, Sun.",
)
DATES = Text(
    "даты через точку с запятой, вида «12.10.2026-18.10.2026; 01.12.2026»",
    "dates with semicolons, like '12.10.2026-18.10.2026; 01.12.2026'",
)
TYPE_DATES = Text(
    "Введите даты: день, месяц и год; промежуток — через дефис.",
    "Enter dates: day, month and year; a stretch with a hyphen.",
)

DAY_NUMBERS = {
    name.in_(lang).lower().rstrip("."): number
    for names in (WEEKDAYS, SHORT_WEEKDAYS)
    for number, name in enumerate(names, start=1)
    for lang in ("ru", "en")
} | {str(number): number for number in range(1, 8)}


def says_none(text: str) -> bool:
    """Whether the cell says that a list is empty on purpose."""
    return text.strip().lower() in EMPTY_WORDS


class TextList(Kind):
    name = Text("слова через точку с запятой", "words with semicolons")

    def parse(self, cell: Cell) -> tuple[str, ...]:
        return tuple(pieces(checked(plain(cell), MAX_TEXT, "\n\r")))

    def show(self, value: Any, lang: Lang) -> Cell:
        del lang
        return joined(list(value)) or None


class IntList(Kind):
    """Whole numbers; with ``ranges`` also «10-11». An empty list is written «нет» where ``needs_none``."""

    name = Text("числа через запятую", "numbers with commas")

    def __init__(self, low: int, high: int, *, ranges: bool, needs_none: bool = False) -> None:
        self.low, self.high, self.ranges, self.needs_none = low, high, ranges, needs_none

    def parse(self, cell: Cell) -> tuple[int, ...]:
        text = plain(cell)
        if self.needs_none and says_none(text):
            return ()
        numbers: list[int] = []
        for item in re.split(r"[,;\s]+", re.sub(r"\s*[-–—]\s*", "-", text).strip()):
            match = re.fullmatch(r"(\d{1,6})(?:-(\d{1,6}))?", item, re.ASCII)
            if not match or (match[2] and not self.ranges):
                raise self._bad()
            first, last = int(match[1]), int(match[2] or match[1])
            if not self.low <= first <= last <= self.high:
                raise self._bad()
            numbers.extend(range(first, last + 1))
        return tuple(numbers)

    def _bad(self) -> BadCell:
        example = "10, 11" if self.ranges else "5, 3, 2"
        return BadCell(NUMBERS(example=example), TYPE_NUMBERS(), many=True)

    def show(self, value: Any, lang: Lang) -> Cell:
        if not value:
            return NONE_WORD.in_(lang) if self.needs_none else None
        return value[0] if len(value) == 1 else ", ".join(str(number) for number in value)


def weekdays_of(text: str) -> list[int] | None:
    """The weekdays of «Пн, Ср» or «Пн-Пт»; ``None`` if it says something else."""
    days: list[int] = []
    for item in re.split(r"[,;\s]+", re.sub(r"\s*[-–—]\s*", "-", text).strip().lower()):
        ends = [DAY_NUMBERS.get(end.rstrip(".")) for end in item.split("-")]
        if not 1 <= len(ends) <= 2 or ends[0] is None or ends[-1] is None or ends[0] > ends[-1]:
            return None
        days.extend(range(ends[0], ends[-1] + 1))
    return days


def show_weekdays(days: Sequence[int], lang: Lang) -> str:
    """«Пн-Пт» for a run of three days and more, «Пн, Вт» otherwise."""
    names = [SHORT_WEEKDAYS[day - 1].in_(lang) for day in days]
    if len(days) > 2 and list(days) == list(range(days[0], days[0] + len(days))):
        return f"{names[0]}-{names[-1]}"
    return ", ".join(names)


class WeekdayList(Kind):
    name = Text("дни недели", "weekdays")

    def __init__(self, *, needs_none: bool = False) -> None:
        self.needs_none = needs_none

    def parse(self, cell: Cell) -> tuple[int, ...]:
        text = plain(cell)
        if self.needs_none and says_none(text):
            return ()
        days = weekdays_of(text)
        if days is None:
            raise BadCell(DAYS(), TYPE_DAYS(), many=True)
        return tuple(days)

    def show(self, value: Any, lang: Lang) -> Cell:
        if not value:
            return NONE_WORD.in_(lang) if self.needs_none else None
        return show_weekdays(value, lang)


class DateList(Kind):
    """Dates and stretches of dates."""

    name = Text("даты и промежутки дат", "dates and stretches of dates")

    def parse(self, cell: Cell) -> tuple[date, ...]:
        if not isinstance(cell, str):
            return (Date().parse(cell),)
        days: list[date] = []
        for item in pieces(re.sub(r"\s*[-–—]\s*(?=\d{1,2}\.)", "~", plain(cell))):
            ends = [date_of(end) for end in item.split("~")]
            first, last = ends[0], ends[-1]
            if len(ends) > 2 or first is None or last is None or not FIRST <= first <= last <= LAST:
                raise BadCell(DATES(), TYPE_DATES(), many=True)
            if (last - first).days > 400:
                raise BadCell(DATES(), TYPE_DATES(), many=True)
            days.extend(first + timedelta(days=n) for n in range((last - first).days + 1))
        return tuple(days)

    def show(self, value: Any, lang: Lang) -> Cell:
        del lang
        stretches: list[list[date]] = []
        for day in value:
            if stretches and day - stretches[-1][1] == timedelta(days=1):
                stretches[-1][1] = day
            else:
                stretches.append([day, day])
        texts = []
        for first, last in stretches:
            text = first.strftime("%d.%m.%Y")
            texts.append(text if first == last else f"{text}-{last.strftime('%d.%m.%Y')}")
        return "; ".join(texts) or None
