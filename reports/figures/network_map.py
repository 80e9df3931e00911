"""A schematic map of who travels where: lines as broad as the students on them are many."""

from __future__ import annotations

from math import dist
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from models.text import Lang, Message, Text, say
from reports.export.masking import THRESHOLD
from reports.figures.paper import sheet as paper
from reports.figures.placing import Box
from reports.figures.scene import KEY_SIZE, MARK, Scene, broad, scene
from reports.figures.style import BLUE, INK, ORANGE, PAPER, SMALL, key, write
from reports.figures.trips import Place, Trips

STAY = Text("у себя: {count}", "own: {count}")
NEAR = Text("из города: {count}", "from the town: {count}")
NEAR_RURAL = Text("из села: {count}", "from the village: {count}")
LEAVE = Text("в городе: {count}", "within the town: {count}")
LEAVE_RURAL = Text("в селе: {count}", "within the village: {count}")
HOST_KEY = Text("здесь проходят занятия", "sessions are held here")
HOME_KEY = Text("отсюда едут", "students come from here")
FEW_KEY = Text("1–2 чел.", "1 or 2 students")
LINE_KEY = Text("{students} чел.", "{students} students")
LEAST_KEY = Text("не менее {students} чел.", "at least {students} students")

FAR = MARK + 7.0
"""A name farther from the middle of its mark has a thin line to it."""

HALO: dict[str, Any] = {"boxstyle": "square,pad=0.08", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.8}
"""Keeps words apart from the lines below them."""


def sheet(data: Trips, lang: Lang) -> Axes:
    """Axes for ``draw``, one unit a point."""
    arranged = scene(data, _words(data, lang))
    return paper(arranged.wide, arranged.high, top=16)


def draw(ax: Axes, data: Trips, lang: Lang) -> Axes:
    """Squares where sessions are held, circles elsewhere, and bent lines with arrows between them."""
    arranged = scene(data, _words(data, lang))
    ax.set_xlim(0, arranged.wide)
    ax.set_ylim(0, arranged.high)
    ax.set_axis_off()
    most = max((trip.students for trip in data.trips), default=1)
    for trip, bend in zip(data.trips, arranged.bends, strict=True):
        wide = broad(trip.students, most)
        ax.add_patch(
            FancyArrowPatch(
                arranged.marks[trip.origin],
                arranged.marks[trip.place],
                connectionstyle=f"arc3,rad={bend}",
                arrowstyle=f"simple,head_length={5 + wide},head_width={4 + 1.6 * wide},tail_width={wide}",
                mutation_scale=1,
                shrinkA=MARK,
                shrinkB=MARK + 1,
                linewidth=0,
                color=BLUE,
                alpha=0.6,
                zorder=1,
            )
        )
    for at, (place, mark) in enumerate(zip(data.places, arranged.marks, strict=True)):
        if place.shown:
            how: dict[str, Any] = {
                "marker": "s" if place.hosts else "o",
                "markersize": 2 * MARK,
                "markeredgecolor": INK,
            }
            ax.plot(*mark, markerfacecolor=ORANGE if place.hosts else PAPER, zorder=3, **how)
            if at in arranged.digits:
                write(ax, arranged.digits[at], mark, size=SMALL, ha="center", va="center", zorder=4)
    _write_names(ax, arranged)
    _key(ax, data, most, lang)
    return ax


def _write_names(ax: Axes, arranged: Scene) -> None:
    for at, label in arranged.labels.items():
        mark = arranged.marks[at]
        near = _nearest(label.box, mark)
        if dist(mark, near) > FAR:
            ax.plot(*zip(mark, near, strict=True), color=INK, linewidth=0.5, zorder=2)
        side = "left" if label.box.x0 > mark[0] else "right" if label.box.x1 < mark[0] else "center"
        x = {"left": label.box.x0 + 1, "right": label.box.x1 - 1, "center": label.box.middle[0]}[side]
        how: dict[str, Any] = {"ha": side, "va": "center", "bbox": HALO}
        write(ax, "\n".join(label.lines), (x, label.box.middle[1]), size=SMALL, zorder=5, **how)
    for label in arranged.numbers.values():
        how = {"ha": "center", "va": "center", "weight": "bold", "color": BLUE, "bbox": HALO}
        write(ax, label.lines[0], label.box.middle, size=SMALL, zorder=4, **how)
    for corner, lines in arranged.key:
        write(ax, "\n".join(lines), corner, va="top", size=KEY_SIZE)


def _nearest(box: Box, point: tuple[float, float]) -> tuple[float, float]:
    """The point of a box that is nearest to another one."""
    return min(max(point[0], box.x0), box.x1), min(max(point[1], box.y0), box.y1)


def _key(ax: Axes, data: Trips, most: int, lang: Lang) -> None:
    how: dict[str, Any] = {"linestyle": "none", "markersize": 7, "markeredgecolor": INK}
    entries = [
        Line2D([], [], marker="s", markerfacecolor=ORANGE, label=HOST_KEY.in_(lang), **how),
        Line2D([], [], marker="o", markerfacecolor=PAPER, label=HOME_KEY.in_(lang), **how),
    ]
    text = LEAST_KEY if data.at_least else LINE_KEY
    lines: list[tuple[Text | Message, float]] = (
        [(text(students=most), broad(most, most))] if data.trips else []
    )
    if most >= THRESHOLD and any(trip.students < THRESHOLD for trip in data.trips):
        lines.insert(0, (text(students=1) if data.at_least else FEW_KEY, broad(1, most)))
    for label, line in lines:
        how = {"color": BLUE, "alpha": 0.6, "linewidth": line, "solid_capstyle": "butt"}
        entries.append(Line2D([], [], label=say(label, lang), **how))
    key(ax, entries)


def _words(data: Trips, lang: Lang) -> tuple[tuple[str, str], ...]:
    return tuple((place.name, _more(place, data, lang)) for place in data.places)


def _more(place: Place, data: Trips, lang: Lang) -> str:
    """Who learns there and comes from nearby; of a place where nobody does, who goes to places nearby."""
    counts = [
        (STAY, place.stay),
        (NEAR_RURAL if place.is_rural else NEAR, place.near),
        (LEAVE_RURAL if place.is_rural else LEAVE, 0 if place.hosts else place.leave),
    ]
    return ", ".join(
        say(text(count=data.said(count)), lang) for text, count in counts if count and data.said(count)
    )
