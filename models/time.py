"""Clock times in minutes from midnight, half-open intervals, weekdays, week parity, windows."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

from models.base import Record
from models.text import Text

DAY_MINUTES = 24 * 60

WEEKDAYS: tuple[Text, ...] = (
    Text("понедельник", "Monday"),
    Text("вторник", "Tuesday"),
    Text("среда", "Wednesday"),
    Text("четверг", "Thursday"),
    Text("пятница", "Friday"),
    Text("суббота", "Saturday"),
    Text("воскресенье", "Sunday"),
)
SHORT_WEEKDAYS: tuple[Text, ...] = (
    Text("Пн", "Mon"),
    Text("Вт", "Tue"),
    Text("Ср", "Wed"),
    Text("Чт", "Thu"),
    Text("Пт", "Fri"),
    Text("Сб", "Sat"),
    Text("Вс", "Sun"),
)


class NoClockTimeError(ValueError):
    """A value that is no clock time."""


def parse_clock(value: Any) -> int:
    """Minutes from midnight of ``"14:30"``, ``"14.30"`` or a number of minutes 0..1440.

    Raises ``NoClockTimeError`` for anything else, 25:70 included.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        if 0 <= value <= DAY_MINUTES:
            return value
    elif isinstance(value, str):
        match = re.fullmatch(r"\s*(\d{1,2})[:.](\d{2})(?::00)?\s*", value)
        if match and int(match[2]) < 60:
            minutes = int(match[1]) * 60 + int(match[2])
            if minutes <= DAY_MINUTES:
                return minutes
    raise NoClockTimeError(f"not a clock time: {value!r}")


def format_clock(minutes: int) -> str:
    """``870`` as ``"14:30"``."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


ClockTime = Annotated[int, BeforeValidator(parse_clock), PlainSerializer(format_clock, when_used="json")]
"""Minutes from midnight inside, ``"HH:MM"`` in JSON."""


def overlap(start_a: int, end_a: int, start_b: int, end_b: int) -> bool:
    """Whether two half-open intervals share a moment; touching ends do not."""
    return start_a < end_b and start_b < end_a


class Parity(StrEnum):
    """Which weeks of the school year, by the number of the week (week 1 contains 1 September)."""

    EVERY = "every"
    ODD = "odd"
    EVEN = "even"


class Window(Record):
    """A stretch of clock time on one weekday (1 = Monday .. 7), in every, odd or even weeks."""

    weekday: int
    start: ClockTime
    end: ClockTime
    parity: Parity = Parity.EVERY
