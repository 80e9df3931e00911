"""Cells as people type them are understood, and every value is written so that it is read back."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from instances import cells
from instances.cells.base import BadCell
from models.tables import DayLessons
from models.text import Lang
from models.time import Parity, Window


def window(weekday: int, start: int, end: int, parity: Parity = Parity.EVERY) -> Window:
    """A window between two full hours."""
    return Window(weekday=weekday, start=start * 60, end=end * 60, parity=parity)


UNDERSTOOD: list[tuple[cells.Kind, Any, Any]] = [
    (cells.Int(), "34,0", 34),
    (cells.Int(), 34.0, 34),
    (cells.Int(), " 1 200 ", 1200),
    (cells.Decimal(), "18,5", 18.5),
    (cells.Text_(), 12.0, "12"),
    (cells.Text_(), " две\nстроки ", "две строки"),
    (cells.Clock(), "14.30", 870),
    (cells.Clock(), time(14, 30), 870),
    (cells.Clock(), timedelta(hours=14, minutes=30), 870),
    (cells.Clock(), 0.604166666666667, 870),
    (cells.Clock(), datetime(1899, 12, 31, 14, 30), 870),
    (cells.Clock(), "24:00", 1440),
    (cells.Date(), "1.10.26", date(2026, 10, 1)),
    (cells.Date(), "2026-10-01", date(2026, 10, 1)),
    (cells.Date(), 46296, date(2026, 10, 1)),
    (cells.Date(), datetime(2026, 10, 1), date(2026, 10, 1)),
    (cells.YesNo(), "ДА ", True),
    (cells.YesNo(), False, False),
    (cells.YesNo(), "no", False),
    (cells.IntList(1, 12, ranges=True), "9-11", (9, 10, 11)),
    (cells.IntList(1, 12, ranges=True), 10.0, (10,)),
    (cells.WeekdayList(), "Пн – Ср, Сб", (1, 2, 3, 6)),
    (cells.WeekdayList(), "mon, wednesday", (1, 3)),
    (cells.TextList(), "а, б", ("а", "б")),
    (cells.TextList(), "а, б; в", ("а, б", "в")),
    (cells.DateList(), "30.11.2026-02.12.2026", tuple(date(2026, 11, 30) + timedelta(n) for n in range(3))),
    (cells.Windows(), "Пн, Ср 14:00-16:00", (window(1, 14, 16), window(3, 14, 16))),
    (cells.Windows(), "вт нечет 9.00–10.00", (window(2, 9, 10, Parity.ODD),)),
    (cells.LessonEnd(), "нечёт 14:10; чёт 15:00", {Parity.ODD: 850, Parity.EVEN: 900}),
    (cells.Lessons(), 6.0, {Parity.EVERY: 6}),
    (
        cells.DayLessonsList(),
        "Пн 14:00 (6)",
        (DayLessons(weekday=1, end=840, lessons=6),),
    ),
]


@pytest.mark.parametrize(("kind", "typed", "value"), UNDERSTOOD, ids=lambda item: str(item)[:40])
def test_what_people_type_is_understood(kind: cells.Kind, typed: Any, value: Any) -> None:
    """Excel types, numbers typed as text, commas, dots and dashes all mean the same."""
    assert kind.parse(typed) == value


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize(("kind", "typed", "value"), UNDERSTOOD, ids=lambda item: str(item)[:40])
def test_what_is_written_is_read_back(kind: cells.Kind, typed: Any, value: Any, lang: Lang) -> None:
    """In either language a shown value parses to itself."""
    assert kind.parse(kind.show(kind.parse(typed), lang)) == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (cells.Int(), float("inf")),
        (cells.Int(), "9" * 5000),
        (cells.Int(), True),
        (cells.Int(), "٣"),
        (cells.Decimal(), float("nan")),
        (cells.Clock(), 14.3),
        (cells.Clock(), datetime(1899, 12, 29, 12, 0)),
        (cells.Clock(), datetime(2026, 10, 14)),
        (cells.Date(), 1e300),
        (cells.Date(), "завтра"),
        (cells.DateList(), "01.01.1995-01.01.2095"),
        (cells.IntList(1, 12, ranges=True), "1-999999"),
        (cells.Group(), "ИТ-0"),
        (cells.Windows(), ";" * 3),
        (cells.WeekdayList(), "Пт-Пн"),
        (cells.YesNo(), 0.5),
    ],
    ids=lambda item: str(item)[:30],
)
def test_nonsense_is_refused_with_an_expectation(kind: cells.Kind, typed: Any) -> None:
    """Nothing but ``BadCell`` comes out, whatever is typed."""
    with pytest.raises(BadCell) as caught:
        kind.parse(typed)
    assert caught.value.expected.in_("ru")
    assert caught.value.cure.in_("en")


def test_an_empty_list_is_told_from_a_blank() -> None:
    """«нет» is an empty list where a blank would mean the default."""
    kind = cells.Windows(needs_none=True)
    assert kind.show((), "ru") == "нет"
    assert kind.parse("нет") == ()
