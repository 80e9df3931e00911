"""Weeks on a sheet are dates for people, and come back as they were."""

from __future__ import annotations

from datetime import date

import pytest

from models.calendar import SchoolCalendar
from models.text import LANGS
from reports.audit.week_words import weeks_read, weeks_text

CALENDAR = SchoolCalendar(2026, date(2026, 10, 1), date(2027, 4, 25))
"""Week 5, odd, begins on 28 September: the network's first day is its Thursday."""


def iso(*numbers: int) -> tuple[str, ...]:
    """Numbered weeks by their ISO names."""
    return tuple(CALENDAR.iso_week(number) for number in numbers)


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        (iso(*range(5, 35)), ("с 01.10.2026 по 25.04.2027", "2026-10-01 to 2027-04-25")),
        (iso(*range(5, 35, 2)), ("с 01.10.2026 по 18.04.2027, нечётные", "2026-10-01 to 2027-04-18, odd")),
        (iso(*range(6, 11, 2)), ("с 05.10.2026 по 08.11.2026, чётные", "2026-10-05 to 2026-11-08, even")),
        (iso(6), ("с 05.10.2026 по 11.10.2026", "2026-10-05 to 2026-10-11")),
        (iso(6, 7, 9), ("2026-W41, 2026-W42, 2026-W44",) * 2),
        ((), ("", "")),
        (("2026-W42", "2026-W41"), ("2026-W42, 2026-W41",) * 2),
        (("2031-W99",), ("2031-W99",) * 2),
    ],
)
def test_weeks_are_told_and_read(weeks: tuple[str, ...], said: tuple[str, str]) -> None:
    """Stretches as dates, in both languages; what is none of them by its ISO weeks."""
    found = weeks_text(CALENDAR, weeks)
    assert (found.ru, found.en) == said
    for lang in LANGS:
        read = weeks_read(CALENDAR, found.in_(lang))
        assert read == (None if "W" in said[0] or not weeks else weeks)


@pytest.mark.parametrize(
    "said", ["01.10.2026 – 18.04.2027, нечетные недели", "С 1.10.2026  по 18.04.2027 нечётные"]
)
def test_stretches_typed_by_hand(said: str) -> None:
    """A dash, a blank too many, capitals, the letter ё."""
    assert weeks_read(CALENDAR, said) == iso(*range(5, 35, 2))


def test_what_is_no_stretch_is_left() -> None:
    """Other words are for others to read; a date that does not exist is a fault."""
    assert weeks_read(CALENDAR, "с 01.10.2026 по 18.04.2027, иногда") is None
    with pytest.raises(ValueError, match="day"):
        weeks_read(CALENDAR, "с 31.09.2026 по 18.04.2027")
