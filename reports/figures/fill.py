"""How full the groups are: their size against minimum, target and maximum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from models.text import Lang, Text, say
from reports.figures.rows import GAP, rows_sheet, set_rows
from reports.figures.style import (
    BLUE,
    INK,
    SMALL,
    VERMILLION,
    key,
    outlined,
    whole_numbers,
    write,
)
from reports.views.fill import Fill

AXIS = Text("Обучающихся в группе", "Students in the group")
NAME = Text("{title} · {group}", "{title} · {group}")
SIZE_OF = Text("{size}  (от {least} до {most})", "{size}  ({least} to {most})")
FULL = Text("полна", "full")
BELOW = Text("мало", "too few")
SIZE_KEY = Text("обучающиеся", "students")
RANGE_KEY = Text("от минимума до максимума", "minimum to maximum")
TARGET_KEY = Text("желаемая наполняемость", "target size")
ROOM_KEY = Text("мест в кабинете", "seats in the room")

WORDS = 122.0
BAND = "#C9DDEB"
SEATS: dict[str, Any] = {
    "marker": "D",
    "markersize": 4.5,
    "markerfacecolor": "white",
    "markeredgecolor": VERMILLION,
    "linestyle": "none",
}


def sheet(data: Sequence[Fill], lang: Lang) -> Axes:
    """Axes for ``draw``."""
    return rows_sheet([_name(fill, lang) for fill in data], right=WORDS, top=24)


def draw(ax: Axes, data: Sequence[Fill], lang: Lang) -> Axes:
    """A bar a group upon the band of sizes it may have; a stroke marks the target, a point the room."""
    set_rows(ax, [_name(fill, lang) for fill in data])
    for row, fill in enumerate(data):
        _group(ax, row, fill)
        where = (1, row)
        how = {"weight": "bold" if fill.is_full else "normal", "va": "center_baseline"}
        write(ax, _words(fill, lang), where, shift=(GAP, 0), across="axes fraction", size=SMALL, **how)
    key(
        ax,
        [
            Patch(facecolor=BLUE, edgecolor=INK, linewidth=0.5, label=SIZE_KEY.in_(lang)),
            Patch(facecolor=BAND, label=RANGE_KEY.in_(lang)),
            Line2D([], [], marker="|", color=INK, linestyle="none", mew=1.6, label=TARGET_KEY.in_(lang)),
            Line2D([], [], label=ROOM_KEY.in_(lang), **SEATS),
        ],
    )
    ax.set_xlim(0, max((1, *(_longest(fill) for fill in data))) * 1.03)
    ax.set_xlabel(AXIS.in_(lang), size=SMALL)
    whole_numbers(ax)
    return ax


def _group(ax: Axes, row: int, fill: Fill) -> None:
    """The band of sizes that limits and room allow, the bar upon it, and the marks."""
    if fill.minimum is not None and fill.most is not None:
        wide = max(0, fill.most - fill.minimum)
        ax.barh(row, wide, left=fill.minimum, height=0.74, color=BAND, linewidth=0)
    outlined(ax.barh(row, fill.size, height=0.36, color=BLUE)[0])
    if fill.target is not None:
        ax.plot((fill.target, fill.target), (row - 0.37, row + 0.37), color=INK, linewidth=1.6)
    if fill.capacity is not None:
        ax.plot(fill.capacity, row, **SEATS)


def _longest(fill: Fill) -> int:
    return max(fill.size, fill.most or 0, fill.target or 0, fill.capacity or 0)


def _name(fill: Fill, lang: Lang) -> str:
    return say(NAME(title=fill.title, group=fill.group), lang)


def _words(fill: Fill, lang: Lang) -> str:
    if fill.minimum is None or fill.most is None:
        return str(fill.size)
    text = say(SIZE_OF(size=fill.size, least=fill.minimum, most=fill.most), lang)
    if fill.size < fill.minimum:
        return f"{text}, {BELOW.in_(lang)}"
    return f"{text}, {FULL.in_(lang)}" if fill.is_full else text
