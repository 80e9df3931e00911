"""Whole and decimal numbers, as numbers or typed as text, with point or comma."""

from __future__ import annotations

import math
import re
from typing import Any

from instances.cells.base import BadCell, Cell, Kind, plain
from models.text import Lang, Text

INT = Text("целое число от {low} до {high}", "a whole number from {low} to {high}")
DECIMAL = Text("число от {low} до {high}", "a number from {low} to {high}")
TYPE_DIGITS = Text(
    "Введите число цифрами, без слов и единиц измерения.",
    "Enter the number in digits, without words or units.",
)
TYPE_WHOLE = Text("Введите целое число, без дробной части.", "Enter a whole number, without a fraction.")
IN_RANGE = Text("Введите число в этих пределах.", "Enter a number within these limits.")


def number_of(cell: Cell) -> float | int | None:
    """The number in a cell; ``None`` if it holds none."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int):
        return cell
    if isinstance(cell, float):
        return cell if math.isfinite(cell) else None
    if not isinstance(cell, str):
        return None
    text = re.sub(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}\b)", "", plain(cell)).replace(",", ".")
    text = text.replace("−", "-")
    if len(text) > 40 or not re.fullmatch(r"[+-]?\d+(\.\d*)?([eE][+-]?\d{1,3})?", text, re.ASCII):
        return None
    if re.fullmatch(r"[+-]?\d+", text):
        return int(text)
    value = float(text)
    return value if math.isfinite(value) else None


class Int(Kind):
    """A whole number within limits, both included."""

    name = Text("целое число", "whole number")

    def __init__(self, low: int = 0, high: int = 1_000_000) -> None:
        self.low, self.high = low, high

    def parse(self, cell: Cell) -> int:
        expected = INT(low=self.low, high=self.high)
        value = number_of(cell)
        if value is None:
            raise BadCell(expected, TYPE_DIGITS())
        if value != int(value):
            raise BadCell(expected, TYPE_WHOLE())
        if not self.low <= value <= self.high:
            raise BadCell(expected, IN_RANGE())
        return int(value)

    def show(self, value: Any, lang: Lang) -> Cell:
        del lang
        return int(value)


class Decimal(Kind):
    """A number within limits, both included."""

    name = Text("число", "number")

    def __init__(self, low: float = 0, high: float = 1e12) -> None:
        self.low, self.high = low, high

    def parse(self, cell: Cell) -> float:
        expected = DECIMAL(low=plain(float(self.low)), high=plain(float(self.high)))
        value = number_of(cell)
        if value is None:
            raise BadCell(expected, TYPE_DIGITS())
        if not self.low <= value <= self.high:
            raise BadCell(expected, IN_RANGE())
        return float(value)

    def show(self, value: Any, lang: Lang) -> Cell:
        del lang
        return float(value)
