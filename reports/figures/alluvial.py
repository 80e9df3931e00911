"""Where students learn before and after: two columns of places, joined by bands as broad as they are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from models.order import natural
from models.text import Lang, Text, say
from reports.figures.letters import wrap
from reports.figures.paper import WIDE
from reports.figures.paper import sheet as paper
from reports.figures.style import (
    BLUE,
    FAINT,
    GREY,
    INK,
    ORANGE,
    PAPER,
    SIZE,
    SMALL,
    VERMILLION,
    outlined,
    write,
)

BEFORE = Text("Исходная сеть", "Base network")

NAMES = 150.0
"""Room for names on either side, in points."""

COLUMN = 11.0
"""How broad the columns are."""

HIGH = 240.0
"""What all students are high together, in points, where the gaps leave so much."""

LEAST, BETWEEN = 1.2, 15.0
"""The least height of a place and the gap between places: a name of two lines fits beside each."""

TOP = 20.0

APART, STEP = 9.0, 16.0
"""Numbers nearer to each other than this stand side by side, so far apart."""


@dataclass(frozen=True)
class Band:
    """So many students from one place to another. A place that is no centre is a ``Text``."""

    before: str | Text
    after: str | Text
    students: int


@dataclass(frozen=True)
class Alluvial:
    """The bands, sorted by where they begin and then by where they end, and the name of the scenario."""

    title: str
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class Block:
    """A place in a column: points from the top."""

    place: str | Text
    students: int
    top: float
    high: float


def sheet(data: Alluvial) -> Axes:
    """Axes for ``draw``, one unit a point."""
    high = max(_bottom(blocks) for blocks in columns(data))
    return paper(WIDE, high, top=TOP, bottom=4)


def draw(ax: Axes, data: Alluvial, lang: Lang) -> Axes:
    """Grey bands stay, orange ones go elsewhere, and bear their number; what has a seat there and none here,
    or the other way, is red or blue."""
    left, right = columns(data)
    ax.set_xlim(0, WIDE)
    ax.set_ylim(max(_bottom(left), _bottom(right)), 0)
    ax.set_axis_off()
    x0, x1 = NAMES, WIDE - NAMES
    start = _tops(left, [(band.before, band) for band in data.bands], data)
    end = _tops(
        right,
        [(band.after, band) for band in sorted(data.bands, key=lambda one: _at(left, one.before))],
        data,
    )
    last, shift = -APART, 0.0
    for band in sorted(data.bands, key=lambda one: end[one]):
        high = band.students * _scale(data)
        _draw_band(ax, band, (x0 + COLUMN, start[band]), (x1 - COLUMN, end[band]), high)
        if band.before != band.after:
            middle = end[band] + high / 2
            shift = shift + STEP if middle - last < APART else 0.0
            last = middle
            _write_number(ax, band, (x1 - COLUMN - 6 - shift, middle))
    for blocks, x, side in ((left, x0, "right"), (right, x1 - COLUMN, "left")):
        for block in blocks:
            colour = INK if isinstance(block.place, str) else GREY
            ax.add_patch(
                Rectangle((x, block.top), COLUMN, block.high, facecolor=colour, linewidth=0, zorder=3)
            )
            _write_name(ax, block, x, side, lang)
    heads: dict[str, Any] = {"size": SIZE, "weight": "bold", "va": "bottom"}
    write(ax, BEFORE.in_(lang), (x0 + COLUMN, 0), shift=(0, 6), ha="right", **heads)
    title = wrap(data.title, WIDE - NAMES, SIZE, lines=1, bold=True)[0]
    write(ax, title, (WIDE, 0), shift=(0, 6), ha="right", **heads)
    return ax


def _tops(
    blocks: Sequence[Block], ends: Sequence[tuple[str | Text, Band]], data: Alluvial
) -> dict[Band, float]:
    """Where every band begins on its place: below one another in the order given."""
    tops = {block.place: block.top for block in blocks}
    found = {}
    for place, band in ends:
        found[band] = tops[place]
        tops[place] += band.students * _scale(data)
    return found


def _at(blocks: Sequence[Block], place: str | Text) -> float:
    return next(block.top for block in blocks if block.place == place)


def columns(data: Alluvial) -> tuple[list[Block], list[Block]]:
    """The places of both plans, from the top."""
    return _column(data, [(band.before, band.students) for band in data.bands]), _column(
        data, [(band.after, band.students) for band in data.bands]
    )


def _scale(data: Alluvial) -> float:
    return HIGH / max(1, sum(band.students for band in data.bands))


def _column(data: Alluvial, parts: Sequence[tuple[str | Text, int]]) -> list[Block]:
    counts: dict[str | Text, int] = {}
    for place, students in parts:
        counts[place] = counts.get(place, 0) + students
    centres = sorted((place for place in counts if isinstance(place, str)), key=natural)
    others = sorted((place for place in counts if isinstance(place, Text)), key=lambda place: place.ru)
    ordered: list[str | Text] = [*centres, *others]
    blocks, top = [], 0.0
    for place in ordered:
        high = max(LEAST, counts[place] * _scale(data))
        blocks.append(Block(place, counts[place], top, high))
        top += max(high + 6, high / 2 + BETWEEN)
    return blocks


def _bottom(blocks: Sequence[Block]) -> float:
    return max((block.top + max(block.high, BETWEEN) for block in blocks), default=BETWEEN)


def _draw_band(
    ax: Axes, band: Band, start: tuple[float, float], end: tuple[float, float], high: float
) -> None:
    (x0, y0), (x1, y1) = start, end
    middle = (x0 + x1) / 2
    corners = [
        *((x0, y0), (middle, y0), (middle, y1), (x1, y1)),
        *((x1, y1 + high), (middle, y1 + high), (middle, y0 + high), (x0, y0 + high)),
        (x0, y0),
    ]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    stays = band.before == band.after
    colour = _colour(band)
    patch = PathPatch(Path(corners, codes), facecolor=colour, linewidth=0, alpha=0.4 if stays else 0.8)
    patch.set_zorder(1 if stays else 2)
    ax.add_patch(patch)
    if not stays:
        outlined(patch)
        if isinstance(band.after, Text):
            patch.set_hatch("////")


def _write_number(ax: Axes, band: Band, at: tuple[float, float]) -> None:
    box = {"boxstyle": "square,pad=0.08", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.85}
    how: dict[str, Any] = {"ha": "right", "va": "center", "weight": "bold", "bbox": box, "zorder": 4}
    write(ax, str(band.students), at, size=SMALL, **how)


def _colour(band: Band) -> str:
    if band.before == band.after:
        return FAINT if isinstance(band.before, Text) else GREY
    if isinstance(band.after, Text):
        return VERMILLION
    return BLUE if isinstance(band.before, Text) else ORANGE


def _write_name(ax: Axes, block: Block, x: float, side: str, lang: Lang) -> None:
    """The name with its number, beside the middle of the place."""
    lines = wrap(f"{say(block.place, lang)} — {block.students}", NAMES - 6, SMALL, lines=2)
    at = (
        (x - 4, block.top + block.high / 2)
        if side == "right"
        else (x + COLUMN + 4, block.top + block.high / 2)
    )
    write(ax, "\n".join(lines), at, size=SMALL, ha=side, va="center")
