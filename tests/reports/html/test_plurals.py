"""Numbers ask for the right form of a noun."""

from __future__ import annotations

import pytest

from reports.html.plurals import SEAT


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (0, "мест"),
        (1, "место"),
        (2, "места"),
        (4, "места"),
        (5, "мест"),
        (11, "мест"),
        (12, "мест"),
        (14, "мест"),
        (21, "место"),
        (22, "места"),
        (101, "место"),
        (111, "мест"),
        (112, "мест"),
    ],
)
def test_russian_forms(number: int, form: str) -> None:
    """1 место, 2 места, 5 мест; eleven to fourteen are like five, also after hundreds."""
    assert SEAT.form(number, "ru") == form


def test_english_forms_and_thousands() -> None:
    """Only one is singular; number and noun do not part, thousands stand apart."""
    assert [SEAT(n).in_("en") for n in (0, 1, 2)] == ["0\u00a0seats", "1\u00a0seat", "2\u00a0seats"]
    assert SEAT(1200).in_("ru") == "1\u00a0200\u00a0мест"
