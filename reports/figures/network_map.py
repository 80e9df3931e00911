"""A schematic map of who travels where: lines as broad as the students on them are many."""

from __future__ import annotations

from math import dist
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from models.text import Lang, Text, say
from reports.figures.paper import sheet as paper
from reports.figures.placing import Box
from reports.figures.scene import BEND, KEY_SIZE, MARK, Scene, scene
from reports.figures.style import BLUE, INK, ORANGE, PAPER, SMALL, key, write
from reports.figures.trips import Place, Trips

STAYS = Text("{name} (у себя: {stay})", "{name} (stay: {stay})")
HOST_KEY = Text("здесь проходят занятия", "sessions are held here")
HOME_KEY = Text("отсюда едут", "students come from here")
LINE_KEY = Text("{students} чел.", "{students} students")
LEAST_KEY = Text("не менее {students} чел.", "at least {students} students")

BROADEST, THINNEST = 7.0, 0.7
"""Of lines, in points."""

MANY = 8
"""So many students or more make the broadest line: where all are few, all lines are thin."""

FAR = MARK + 7.0
"""A name farther from the middle of its mark has a thin line to it."""

HALO: dict[str, Any] = {"boxstyle": "square,pad=0.08", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.8}
"""Keeps words apart from the lines below them."""


def sheet(data: Trips, lang: Lang) -> Axes:
    """Axes for ``draw``, one unit a point."""
    arranged = scene(data, _names(data, lang))
    return paper(arranged.wide, arranged.high, top=16)


def draw(ax: Axes, data: Trips, lang: Lang) -> Axes:
    """Squares where sessions are held, circles elsewhere, and bent lines with arrows between them."""
    arranged = scene(data, _names(data, lang))
    ax.set_xlim(0, arranged.wide)
    ax.set_ylim(0, arranged.high)
    ax.set_axis_off()
    most = max((trip.students for trip in data.trips), default=1)
    for trip in data.trips:
        ax.add_patch(
            FancyArrowPatch(
                arranged.marks[trip.origin],
                arranged.marks[trip.place],
                connectionstyle=f"arc3,rad={BEND}",
                arrowstyle="-|>",
                mutation_scale=6 + broad(trip.students, most),
                shrinkA=MARK,
                shrinkB=MARK + 1,
                linewidth=broad(trip.students, most),
                color=BLUE,
                alpha=0.55,
                zorder=1,
            )
        )
    for at, (place, mark) in enumerate(zip(data.places, arranged.marks, strict=True)):
        how: dict[str, Any] = {
            "marker": "s" if place.hosts else "o",
            "markersize": 2 * MARK,
            "markeredgecolor": INK,
        }
        ax.plot(*mark, markerfacecolor=ORANGE if place.hosts else PAPER, zorder=3, **how)
        if not arranged.labels:
            write(ax, str(at + 1), mark, size=SMALL, ha="center", va="center", zorder=4)
    _write_names(ax, arranged)
    _key(ax, data, most, lang)
    return ax


def broad(students: int, most: int) -> float:
    """How broad a line is, in points: in proportion, but never too thin to see."""
    return max(THINNEST, BROADEST * students / max(most, MANY))


def _write_names(ax: Axes, arranged: Scene) -> None:
    for mark, label in zip(arranged.marks, arranged.labels, strict=False):
        near = _nearest(label.box, mark)
        if dist(mark, near) > FAR:
            ax.plot(*zip(mark, near, strict=True), color=INK, linewidth=0.5, zorder=2)
        how: dict[str, Any] = {"ha": "center", "va": "center", "bbox": HALO}
        write(ax, "\n".join(label.lines), label.box.middle, size=SMALL, zorder=5, **how)
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
    for students in sorted({trip.students for trip in data.trips} and {1, most}):
        label, line = say(text(students=students), lang), broad(students, most)
        entries.append(
            Line2D([], [], color=BLUE, alpha=0.55, linewidth=line, solid_capstyle="butt", label=label)
        )
    key(ax, entries)


def _names(data: Trips, lang: Lang) -> tuple[str, ...]:
    return tuple(_name(place, data, lang) for place in data.places)


def _name(place: Place, data: Trips, lang: Lang) -> str:
    stay = data.said(place.stay) if place.stay else ""
    return say(STAYS(name=place.name, stay=stay), lang) if stay else place.name
