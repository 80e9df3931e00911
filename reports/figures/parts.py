"""Figures of many rows in parts, each of which fits on a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

from matplotlib.axes import Axes

from models.text import Lang
from reports.figures.paper import HIGH, points_high

Row = TypeVar("Row")
Sheet = Callable[[Sequence[Row], Lang], Axes]
Draw = Callable[[Axes, Sequence[Row], Lang], Axes]


def drawn(data: Sequence[Row], lang: Lang, sheet: Sheet[Row], draw: Draw[Row]) -> list[Axes]:
    """The rows in as few parts of nearly equal length as fit, all to one scale."""
    parts = [data]
    while any(len(part) > 1 and points_high(sheet(part, lang)) > HIGH for part in parts):
        parts = _split(data, len(parts) + 1)
    found = [draw(sheet(part, lang), part, lang) for part in parts]
    right = max(ax.get_xlim()[1] for ax in found)
    for ax in found:
        ax.set_xlim(right=right)
    return found


def _split(data: Sequence[Row], number: int) -> list[Sequence[Row]]:
    """So many parts, the longer ones first."""
    least, longer = divmod(len(data), number)
    ends = [least * at + min(at, longer) for at in range(number + 1)]
    return [data[start:end] for start, end in pairwise(ends)]
