"""The goals: what the plan reaches, and how far at most the best possible plan is from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from models.text import Lang, Text, say
from reports.export.words import percent
from reports.figures.letters import LINE, wrap
from reports.figures.paper import points_wide
from reports.figures.rows import AXIS_ROOM, GAP, rows_sheet, set_rows
from reports.figures.style import (
    CORNER,
    GREEN,
    INK,
    PAPER,
    SMALL,
    VERMILLION,
    guide_lines,
    outlined,
    write,
)
from reports.views.bounds import GoalLine

AXIS = Text("Разрыв, %", "Gap, %")
REACHED = Text("Достигнуто", "Reached")
HEADING = Text("Что посчитано и что об этом доказано", "What is counted, and what is proven about it")
NAME = Text("{number}. {title}", "{number}. {title}")

WORDS = 262.0
COUNTED, PROVEN = 4, 2
"""Lines for what is counted and for what is proven."""

ROW = 54.0
"""Room for all of them, in points."""

DISC = 24.0
"""What a sign takes beside the words that follow it."""

MOST = 100.0
"""Per cent that the axis shows; a gap beyond is a number beside an arrow."""


def sheet(data: Sequence[GoalLine], lang: Lang) -> Axes:
    """Axes for ``draw``."""
    is_closed = not _gaps(data)
    return rows_sheet(
        _names(data, lang), right=WORDS, top=18, bottom=6 if is_closed else AXIS_ROOM, least=ROW
    )


def draw(ax: Axes, data: Sequence[GoalLine], lang: Lang) -> Axes:
    """A bar as long as the gap, in per cent of the scale; where there is none the value behind a tick, in a
    full disc if that is proven for every plan; behind a question mark where the gap is not known. Beside it
    all in words. Without any bar there is no scale either."""
    set_rows(ax, _names(data, lang))
    gaps = _gaps(data)
    farthest = min(max(gaps, default=0.0), MOST)
    ax.set_xlim(0, farthest * 1.6 or 1.0)
    for row, line in enumerate(data):
        gap = line.level.gap
        if gap:
            _gap(ax, row, gap, lang)
        elif gap is None:
            _mark(ax, row, "?", PAPER, INK, say(line.value, lang))
        else:
            fill, ink = (GREEN, PAPER) if line.proven else (PAPER, INK)
            _mark(ax, row, "✓", fill, ink, say(line.value, lang))
        _words(ax, row, line, lang)
    write(ax, HEADING.in_(lang), (1, 1), shift=(GAP, 5), size=SMALL, **CORNER)
    if gaps:
        _scale(ax, farthest, lang)
    else:
        ax.set_xticks([])
        ax.spines["bottom"].set_visible(False)
        write(ax, REACHED.in_(lang), (0, 1), shift=(0, 5), size=SMALL, **CORNER)
    return ax


def _gaps(data: Sequence[GoalLine]) -> list[float]:
    """The gaps to be drawn as bars, in per cent."""
    return [100 * line.level.gap for line in data if line.level.gap]


def _scale(ax: Axes, farthest: float, lang: Lang) -> None:
    """The axis below the bars."""
    ax.set_xlabel(AXIS.in_(lang), size=SMALL)
    ticks = MaxNLocator(nbins=4, steps=[1, 2, 5, 10]).tick_values(0, farthest)
    shown = [tick for tick in ticks if tick <= MOST]
    ax.set_xticks(shown, [_short(tick, lang) for tick in shown])
    guide_lines(ax)


def _short(number: float, lang: Lang) -> str:
    """A number with as many digits as it needs."""
    return f"{number:g}".replace(".", "," if lang == "ru" else ".")


def _gap(ax: Axes, row: int, gap: float, lang: Lang) -> None:
    """The bar with its number. One that leaves the axes has an arrow for its end."""
    (bar,) = ax.barh(row, min(100 * gap, MOST), height=0.36, color=VERMILLION, hatch="////")
    outlined(bar)
    number = _said(gap).in_(lang) if 100 * gap <= MOST else f"→ {percent(gap, 0).in_(lang)}"
    write(ax, number, (min(100 * gap, MOST), row), shift=(3, 0), size=SMALL, va="center_baseline")


def _said(gap: float) -> Text:
    """A gap in per cent; one that would be rounded to nought is not nought."""
    if round(gap, 3):
        return percent(gap)
    least = percent(0.001)
    return Text(f"< {least.ru}", f"< {least.en}")


def _mark(ax: Axes, row: int, mark: str, colour: str, ink: str, value: str) -> None:
    """A sign in a disc at the beginning of the row, and what is reached."""
    disc = {"boxstyle": "circle,pad=0.25", "facecolor": colour, "edgecolor": INK, "linewidth": 0.8}
    how = {"ha": "center", "va": "center", "weight": "bold", "color": ink}
    write(ax, mark, (0, row), shift=(12, 0), size=9, bbox=disc, **how)
    lines = wrap(value, points_wide(ax) - DISC, SMALL, lines=COUNTED, bold=True)
    write(ax, "\n".join(lines), (0, row), shift=(DISC, 0), size=SMALL, va="center", weight="bold")


def _words(ax: Axes, row: int, line: GoalLine, lang: Lang) -> None:
    """What is counted, and below it what is proven, around the middle of the row."""
    room = WORDS - GAP
    counted = wrap(say(line.counted, lang), room, SMALL, lines=COUNTED)
    verdict = wrap(say(line.verdict, lang), room, SMALL, lines=PROVEN, bold=True)
    top = (len(counted) + len(verdict)) * SMALL * LINE / 2
    how: dict[str, Any] = {"across": "axes fraction", "size": SMALL, "va": "top"}
    write(ax, "\n".join(counted), (1, row), shift=(GAP, top), **how)
    below = top - len(counted) * SMALL * LINE
    write(ax, "\n".join(verdict), (1, row), shift=(GAP, below), weight="bold", **how)


def _names(data: Sequence[GoalLine], lang: Lang) -> list[str]:
    return [say(NAME(number=number, title=line.title), lang) for number, line in enumerate(data, start=1)]
