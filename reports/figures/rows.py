"""Figures of one row a thing: names on the left, a scale in the middle, words on the right."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from reports.figures.letters import FAMILY, LINE, width, wrap
from reports.figures.paper import WIDE, sheet
from reports.figures.style import LINES, SIZE, bare

NAMES = 165.0
"""The most room that names take, in points."""

NAME_LINES = 2
GAP = 7.0
"""Between the parts, in points."""

ONE_LINE, TWO_LINES = 18.0, 25.0
"""From row to row, in points."""

AXIS_ROOM = 34.0
"""Below the rows, for the numbers and the name of the scale, in points."""


def rows_sheet(
    names: Sequence[str], *, right: float, top: float = 6, bottom: float = AXIS_ROOM, least: float = 0
) -> Axes:
    """Axes for rows of these names, with ``right`` points for words; rows are at least ``least`` high."""
    wrapped = [wrap(name, NAMES, SIZE, lines=NAME_LINES) for name in names]
    left = max((width(line, SIZE) for lines in wrapped for line in lines), default=0) + GAP
    pitch = max(least, TWO_LINES if any(len(lines) > 1 for lines in wrapped) else ONE_LINE)
    wide = WIDE - left - right
    return sheet(wide, max(1, len(names)) * pitch, left=left, right=right, top=top, bottom=bottom)


def set_rows(ax: Axes, names: Sequence[str]) -> None:
    """Names beside the rows 0, 1, … from the top, and faint lines between the rows."""
    ax.set_ylim(max(1, len(names)) - 0.5, -0.5)
    labels = ["\n".join(wrap(name, NAMES, SIZE, lines=NAME_LINES)) for name in names]
    ax.set_yticks(
        range(len(names)), labels, parse_math=False, family=FAMILY, size=SIZE, linespacing=LINE, ha="right"
    )
    bare(ax, keep=("bottom",))
    ax.tick_params(axis="y", pad=GAP, labelsize=SIZE)
    for row in range(1, len(names)):
        ax.axhline(row - 0.5, color=LINES, linewidth=0.4, zorder=0)
