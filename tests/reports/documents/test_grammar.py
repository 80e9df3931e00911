"""Dates and numbers as they stand in Russian papers."""

from __future__ import annotations

from datetime import date

import pytest

from reports.documents.grammar import dates_by_month, month_title, plural


def test_dates_are_declined() -> None:
    """The month in the genitive after a day, in the nominative by itself."""
    assert month_title(date(2027, 3, 1)) == "март 2027 г."
    days = [date(2026, 11, 3), date(2026, 10, 6), date(2026, 10, 13)]
    assert dates_by_month(days) == "6, 13 октября; 3 ноября"
    assert dates_by_month([date(2026, 1, 9), date(2027, 1, 9)]) == "9 января; 9 января"
    assert dates_by_month([]) == ""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 час"),
        (2, "2 часа"),
        (5, "5 часов"),
        (11, "11 часов"),
        (12, "12 часов"),
        (21, "21 час"),
        (34, "34 часа"),
    ],
)
def test_words_agree_with_numbers(number: int, said: str) -> None:
    """One, few, many; eleven to fourteen are many."""
    assert plural(number, "час", "часа", "часов") == said
