"""Home lessons: their end and number, by weekday and by parity of the week."""

from __future__ import annotations

import re
from datetime import time
from typing import Any

from instances.cells.base import BadCell, Cell, Kind, pieces, plain
from instances.cells.lists import weekdays_of
from instances.cells.moments import Clock, clock_of
from instances.cells.numbers import number_of
from instances.cells.windows import PARITY, PARITY_WORDS, parity_of
from models.tables import DayLessons
from models.text import Lang, Text
from models.time import SHORT_WEEKDAYS, Parity, format_clock

END = Text("время вида 14:10 или «нечёт 14:10; чёт 15:00»", "a time like 14:10, or 'odd 14:10; even 15:00'")
TYPE_END = Text(
    "Введите время конца последнего урока; если недели различаются, обе чётности.",
    "Enter the end of the last lesson; both parities if the weeks differ.",
)
COUNT = Text(
    "число уроков от 0 до 14 или «нечёт 6; чёт 7»", "a number of lessons from 0 to 14, or 'odd 6; even 7'"
)
TYPE_COUNT = Text("Введите число уроков цифрами.", "Enter the number of lessons in digits.")
ENDS = Text("дни и время вида «Пн 14:10; Вт нечёт 15:00»", "days and times like 'Mon 14:10; Tue odd 15:00'")
TYPE_ENDS = Text(
    "Введите день недели и время конца уроков; несколько дней — через точку с запятой.",
    "Enter the weekday and the end of lessons; several days with semicolons.",
)


class LessonEnd(Kind):
    """End of lessons of one weekday, by parity."""

    name = Text("время, при надобности по чётности недель", "clock time, by parity of weeks if need be")

    def parse(self, cell: Cell) -> dict[Parity, int]:
        if not isinstance(cell, str):
            return {Parity.EVERY: Clock().parse(cell)}
        ends = {}
        for item in pieces(plain(cell)):
            match = re.fullmatch(rf"{PARITY}(\d{{1,2}}[:.]\d\d(?::00)?)", item, re.IGNORECASE)
            if not match or parity_of(match[1]) in ends:
                raise BadCell(END(), TYPE_END())
            ends[parity_of(match[1])] = clock_of(match[2])
        return ends

    def show(self, value: Any, lang: Lang) -> Cell:
        if list(value) == [Parity.EVERY] and value[Parity.EVERY] < 24 * 60:
            minutes = value[Parity.EVERY]
            return time(minutes // 60, minutes % 60)
        return "; ".join(_prefixed(parity, format_clock(end), lang) for parity, end in value.items())


class Lessons(Kind):
    """Number of lessons of one weekday, by parity."""

    name = Text("число уроков, при надобности по чётности недель", "lessons, by parity of weeks if need be")

    def parse(self, cell: Cell) -> dict[Parity, int]:
        counts = {}
        for item in pieces(cell) if isinstance(cell, str) else [plain(cell)]:
            match = re.fullmatch(rf"{PARITY}(.*)", item, re.IGNORECASE)
            number = number_of(match[2]) if match else None
            if match is None or number is None or number != int(number) or not 0 <= number <= 14:
                raise BadCell(COUNT(), TYPE_COUNT())
            counts[parity_of(match[1])] = int(number)
        return counts

    def show(self, value: Any, lang: Lang) -> Cell:
        if list(value) == [Parity.EVERY]:
            return int(value[Parity.EVERY])
        return "; ".join(_prefixed(parity, str(count), lang) for parity, count in value.items())


class DayLessonsList(Kind):
    """A student's own ends of lessons: «Пн 14:10; Вт нечёт 15:00 (6)», the number of lessons in brackets."""

    name = Text("конец уроков по дням недели", "end of lessons by weekday")

    def parse(self, cell: Cell) -> tuple[DayLessons, ...]:
        rows: list[DayLessons] = []
        for item in pieces(plain(cell)):
            match = re.fullmatch(
                rf"([^\d]+?)\s+{PARITY}(\d{{1,2}}[:.]\d\d)(?:\s*\((\d{{1,2}})\))?", item, re.IGNORECASE
            )
            days = weekdays_of(match[1]) if match else None
            if not match or not days:
                raise BadCell(ENDS(), TYPE_ENDS(), many=True)
            end, lessons = clock_of(match[3]), int(match[4] or 0)
            rows.extend(
                DayLessons(weekday=day, end=end, lessons=lessons, parity=parity_of(match[2])) for day in days
            )
        return tuple(rows)

    def show(self, value: Any, lang: Lang) -> Cell:
        texts = []
        for row in value:
            text = _prefixed(row.parity, format_clock(row.end), lang)
            lessons = f" ({row.lessons})" if row.lessons else ""
            texts.append(f"{SHORT_WEEKDAYS[row.weekday - 1].in_(lang)} {text}{lessons}")
        return "; ".join(texts) or None


def _prefixed(parity: Parity, text: str, lang: Lang) -> str:
    return f"{PARITY_WORDS[parity].in_(lang)} {text}".strip()
