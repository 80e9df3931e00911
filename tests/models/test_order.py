"""Names with numbers in them are in the order of the numbers."""

from __future__ import annotations

from models.order import natural


def test_numbers_count_by_their_size() -> None:
    """Two comes before ten; what stands before the number decides first."""
    names = ["Каб. 10", "Каб. 2", "Зал", "10А", "2", "Каб. 2б", "ИТ-10", "ИТ-9", ""]
    found = ["", "2", "10А", "Зал", "ИТ-9", "ИТ-10", "Каб. 2", "Каб. 2б", "Каб. 10"]
    assert sorted(names, key=natural) == found
