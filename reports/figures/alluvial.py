"""Where students learn before and after: two columns of places, joined by bands as broad as they are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from models.text import Lang, Text, say
from reports.figures.letters import wrap
from reports.figures.paper import WIDE
from reports.figures.paper import sheet as paper
from reports.figures.style import BLUE, FAINT, GREY, INK, ORANGE, SIZE, SMALL, VERMILLION, outlined, write

BEFORE = Text("Исходная сеть", "Base network")

NAMES = 150.0
"""Room for names on either side, in points."""

COLUMN = 11.0
"""How broad the columns are."""

HIGH = 300.0
"""What all students are high together, in points, where the gaps leave so much."""

LEAST, BETWEEN = 1.2, 15.0
"""The least height of a place and the gap between places: a name of two lines fits beside each."""

TOP = 20.0


@dataclass(frozen=True)
class Band:
    """So many students from one place to another. A place that is no centre is a ``Text``."""

    before: str | Text
    after: str | Text
    students: int


@dataclass(frozen=True)
class Alluvial:
    """The bands in the order in which both columns stand, and the name of the scenario."""

    title: str
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class Block:
    """A place in a column: points from the top."""

    place: str | Text
    students: int
    top: float
    high: float


def sheet(data: Alluvial, lang: Lang) -> Axes:
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
    start = {block.place: block.top for block in left}
    end = {block.place: block.top for block in right}
    scale = _scale(data)
    for band in data.bands:
        high = band.students * scale
        top, below = start[band.before], end[band.after]
        start[band.before] += high
        end[band.after] += high
        _draw_band(ax, band, (x0 + COLUMN, top), (x1 - COLUMN, below), high)
    for blocks, x, side in ((left, x0, "right"), (right, x1 - COLUMN, "left")):
        for block in blocks:
            colour = INK if isinstance(block.place, str) else GREY
            ax.add_patch(Rectangle((x, block.top), COLUMN, block.high, facecolor=colour, linewidth=0, zorder=3))
            _write_name(ax, block, x, side, lang)
    heads: dict[str, Any] = {"size": SIZE, "weight": "bold", "va": "bottom"}
    write(ax, BEFORE.in_(lang), (x0 + COLUMN, 0), shift=(0, 6), ha="right", **heads)
    title = wrap(data.title, WIDE - NAMES, SIZE, lines=1, bold=True)[0]
    write(ax, title, (WIDE, 0), shift=(0, 6), ha="right", **heads)
    return ax


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
    centres = [place for place in counts if isinstance(place, str)]
    ordered = [*centres, *(place for place in counts if not isinstance(place, str))]
    blocks, top = [], 0.0
    for place in ordered:
        high = max(LEAST, counts[place] * _scale(data))
        blocks.append(Block(place, counts[place], top, high))
        top += max(high + 6, high / 2 + BETWEEN)
    return blocks


def _bottom(blocks: Sequence[Block]) -> float:
    return max((block.top + max(block.high, BETWEEN) for block in blocks), default=BETWEEN)


def _draw_band(ax: Axes, band: Band, start: tuple[float, float], end: tuple[float, float], high: float) -> None:
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
        at = (x1 - 14, y1 + high / 2)
        box = {"boxstyle": "square,pad=0.08", "facecolor": "white", "edgecolor": "none", "alpha": 0.85}
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
    at = (x - 4, block.top + block.high / 2) if side == "right" else (x + COLUMN + 4, block.top + block.high / 2)
    write(ax, "\n".join(lines), at, size=SMALL, ha=side, va="center")
