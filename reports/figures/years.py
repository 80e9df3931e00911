"""What a network has given year by year: bars of one figure, the line of another above them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.axes import Axes

from models.text import Lang, Text
from reports.figures.paper import WIDE, sheet
from reports.figures.style import BLUE, INK, PAPER, SMALL, VERMILLION, bare, key, outlined, write

HIGH = 150.0
LEFT, RIGHT, TOP, BOTTOM = 12.0, 12.0, 34.0, 22.0
ROOM = 1.35
"""How much higher than the highest bar the axes are, for the line."""


@dataclass(frozen=True)
class Year:
    """A school year by its name; ``None`` where a figure is not known."""

    name: str
    bar: float | None
    dot: float | None


GAP = Year("…", None, None)
"""Years of which nothing is known."""


def years_sheet() -> Axes:
    """Axes for ``draw``."""
    return sheet(WIDE - LEFT - RIGHT, HIGH, left=LEFT, right=RIGHT, top=TOP, bottom=BOTTOM)


def draw(ax: Axes, data: Sequence[Year], bar: Text, dot: Text, lang: Lang) -> Axes:
    """Each bar and each point with its number; both have their own scale, which the numbers tell."""
    highest = max((year.bar for year in data if year.bar is not None), default=0) or 1
    top = max((year.dot for year in data if year.dot is not None), default=0) or 1
    bare(ax)
    ax.set_xlim(-0.6, len(data) - 0.4)
    ax.set_ylim(0, highest * ROOM)
    ax.set_yticks([])
    ax.set_xticks(range(len(data)), [year.name for year in data], size=SMALL)
    entries: list[Artist] = []
    for at, year in enumerate(data):
        if year.bar is not None:
            (rectangle,) = ax.bar(at, year.bar, width=0.6, color=BLUE)
            outlined(rectangle)
            entries = entries or [rectangle]
            rectangle.set_label(bar.in_(lang))
            write(ax, f"{year.bar:g}", (at, 0), shift=(0, 4), ha="center", color=PAPER, weight="bold")
    known = [(at, year.dot) for at, year in enumerate(data) if year.dot is not None]
    places = [(at, highest * (1.08 + 0.18 * value / top)) for at, value in known]
    if known:
        across, up = list(range(len(data))), [math.nan] * len(data)
        for at, height in places:
            up[at] = height
        (line,) = ax.plot(across, up, color=VERMILLION, marker="o", markeredgecolor=INK)
        line.set_label(dot.in_(lang))
        entries.append(line)
    for (at, value), place in zip(known, places, strict=True):
        write(ax, f"{value:g}", (at, place[1]), shift=(0, 6), size=SMALL, ha="center")
    if entries:
        key(ax, entries)
    return ax
