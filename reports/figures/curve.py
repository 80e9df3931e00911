"""A curve of plans: what is reached for each setting, full points where that is proven, hollow bars where it
lies between proven limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import MaxNLocator

from models.text import Lang, Message, Text, say
from reports.export.words import grouped
from reports.figures.paper import WIDE, sheet
from reports.figures.style import (
    BLUE,
    FAINT,
    GREY,
    INK,
    LINES,
    PAPER,
    SKY,
    SMALL,
    VERMILLION,
    bare,
    key,
    write,
)

PROVEN = Text("доказано", "proven")
INTERVAL = Text("доказанные границы", "proven limits")
OUT_OF_REACH = Text("недостижимо (доказано)", "out of reach (proven)")
FOUND = Text("в этих планах", "in these plans")

HIGH = 170.0
LEFT, RIGHT, TOP, BOTTOM = 44.0, 24.0, 44.0, 36.0
LABELLED = 10
"""So many points have their number beside them and their place below; more have a scale."""

BAR = 9.0
"""How wide a hollow bar is, in points."""


@dataclass(frozen=True)
class Point:
    """What is reached ``at`` a setting: between ``low`` and ``high``, ``None`` where the setting cannot be.
    ``is_certain``: the ends are proven, and not just those of the plan that was found."""

    at: float
    place: Text | Message | str
    low: int | None
    high: int | None
    is_certain: bool = True


@dataclass(frozen=True)
class Curve:
    """``across`` and ``up`` name the axes. ``all_of``: no more than so many can be reached, by name.
    ``diagonal``: the name of the line on which all that is asked for is reached. ``is_linked``: the points
    are settings of one thing, from less to more."""

    across: Text
    up: Text
    points: tuple[Point, ...]
    all_of: tuple[int, Text | Message] | None = None
    diagonal: Text | None = None
    is_linked: bool = True


def curve_sheet() -> Axes:
    """Axes for ``draw``."""
    return sheet(WIDE - LEFT - RIGHT, HIGH, left=LEFT, right=RIGHT, top=TOP, bottom=BOTTOM)


def draw(ax: Axes, data: Curve, lang: Lang) -> Axes:
    """Points from the left to the right; those that cannot be are crosses on the line below."""
    reached = [
        (point, point.low, point.high)
        for point in data.points
        if point.low is not None and point.high is not None
    ]
    _set_scales(ax, data, lang)
    if data.all_of is not None:
        number, name = data.all_of
        ax.axhline(number, color=FAINT, linewidth=0.8, dashes=(4, 3), zorder=1)
        write(ax, say(name, lang), (1, number), shift=(0, 3), across="axes fraction", size=SMALL, ha="right")
    if data.diagonal is not None:
        ends = [min(point.at for point in data.points), max(point.at for point in data.points)]
        ax.plot(ends, ends, color=FAINT, linewidth=0.8, dashes=(4, 3), zorder=1)
        write(ax, say(data.diagonal, lang), (ends[1], ends[1]), shift=(0, 5), size=SMALL, ha="right")
    if data.is_linked and len(reached) > 1:
        places = [point.at for point, _, _ in reached]
        ax.plot(places, [low for _, low, _ in reached], color=SKY, linewidth=1.2, zorder=2)
        ax.fill_between(
            places, [low for _, low, _ in reached], [high for _, _, high in reached], color=SKY, alpha=0.25
        )
    for point, low, high in reached:
        _draw_point(ax, point, low, high)
        if len(data.points) <= LABELLED:
            said = (
                grouped(low).in_(lang)
                if low == high
                else f"{grouped(low).in_(lang)}–{grouped(high).in_(lang)}"
            )
            write(ax, said, (point.at, high), shift=(0, 6), size=SMALL, ha="center", zorder=5)
    for point in data.points:
        if point.low is None:
            mark: dict[str, Any] = {"marker": "x", "color": VERMILLION, "markersize": 6, "clip_on": False}
            ax.plot([point.at], [ax.get_ylim()[0]], linestyle="", zorder=5, **mark)
    write(
        ax,
        say(data.up, lang),
        (0, 1),
        shift=(-LEFT + 4, 8),
        across="axes fraction",
        up="axes fraction",
        size=SMALL,
    )
    write(
        ax,
        say(data.across, lang),
        (0.5, 0),
        shift=(0, -BOTTOM + 6),
        across="axes fraction",
        up="axes fraction",
        size=SMALL,
        ha="center",
    )
    key(ax, _key(data, lang))
    return ax


def _draw_point(ax: Axes, point: Point, low: int, high: int) -> None:
    if low == high:
        colour = BLUE if point.is_certain else GREY
        ax.plot(
            [point.at],
            [low],
            marker="o",
            markersize=5.5,
            color=colour,
            markeredgecolor=INK,
            markeredgewidth=0.5,
            zorder=4,
        )
        return
    left, right = ax.get_xlim()
    half = BAR / 2 * (right - left) / (WIDE - LEFT - RIGHT)
    box = Rectangle((point.at - half, low), 2 * half, high - low)
    box.set(facecolor=PAPER, edgecolor=BLUE, linewidth=1.4, zorder=4)
    ax.add_patch(box)


def _set_scales(ax: Axes, data: Curve, lang: Lang) -> None:
    """Round numbers of what is reached, with faint lines; places below their points."""
    bare(ax, keep=("bottom", "left"))
    numbers = [end for point in data.points for end in (point.low, point.high) if end is not None]
    if data.all_of is not None:
        numbers.append(data.all_of[0])
    places = [point.at for point in data.points]
    if data.diagonal is not None:
        numbers += [int(max(places))]
    low, high = min(numbers, default=0), max(numbers, default=1)
    room = max(1.0, 0.12 * (high - low))
    ax.set_ylim(low - room, high + 1.4 * room)
    across = 0.05 * ((max(places) - min(places)) or 1.0)
    ax.set_xlim(min(places) - across, max(places) + across)
    ax.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=6, min_n_ticks=1, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_formatter(lambda value, _: grouped(round(value)).in_(lang))
    ax.grid(axis="y", color=LINES, linewidth=0.6)
    ax.set_axisbelow(True)
    if len(data.points) <= LABELLED:
        ax.set_xticks(places, [say(point.place, lang) for point in data.points], size=SMALL)
    else:
        ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=8, min_n_ticks=1, steps=[1, 2, 5, 10]))
        ax.xaxis.set_major_formatter(lambda value, _: grouped(round(value)).in_(lang))


def _key(data: Curve, lang: Lang) -> list[Line2D | Patch]:
    """Only what is there."""
    dot: dict[str, Any] = {"linestyle": "", "marker": "o", "markersize": 5.5, "markeredgecolor": INK}
    points = data.points
    entries: list[Line2D | Patch] = []
    if any(point.low is not None and point.low == point.high and point.is_certain for point in points):
        entries.append(Line2D([], [], color=BLUE, label=PROVEN.in_(lang), **dot))
    if any(point.low != point.high for point in points):
        entries.append(Patch(facecolor=PAPER, edgecolor=BLUE, linewidth=1.4, label=INTERVAL.in_(lang)))
    if any(point.low is not None and not point.is_certain for point in points):
        entries.append(Line2D([], [], color=GREY, label=FOUND.in_(lang), **dot))
    if any(point.low is None for point in points):
        cross = Line2D([], [], linestyle="", marker="x", color=VERMILLION, label=OUT_OF_REACH.in_(lang))
        entries.append(cross)
    return entries
