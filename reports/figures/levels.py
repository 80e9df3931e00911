"""The goals: what the plan reaches, and how far at most the best possible plan is from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from models.text import Lang, Text, say
from reports.export.words import percent
from reports.figures.letters import wrap
from reports.figures.rows import GAP, rows_sheet, set_rows
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
HEADING = Text("Достигнуто и что об этом доказано", "What is reached, and what is proven about it")
NAME = Text("{number}. {title}", "{number}. {title}")
STEP = Text("{title} (ступень {step} из {steps})", "{title} (step {step} of {steps})")

WORDS = 262.0
LINES_EACH = 2
ROW = 42.0
"""Two lines for the value and two for what is proven, in points."""

MOST = 100.0
"""Per cent that the axis shows; a gap beyond is a number beside an arrow."""


def sheet(data: Sequence[GoalLine], lang: Lang) -> Axes:
    """Axes for ``draw``."""
    return rows_sheet(_names(data, lang), right=WORDS, top=18, least=ROW)


def draw(ax: Axes, data: Sequence[GoalLine], lang: Lang) -> Axes:
    """A bar as long as the gap, in per cent of the scale; where there is none a tick, in a full disc if that
    is proven for every plan; a question mark where the gap is not known. Beside it both in words."""
    set_rows(ax, _names(data, lang))
    gaps = [line.level.gap for line in data]
    farthest = max((0.0, *(100 * gap for gap in gaps if gap is not None)))
    ax.set_xlim(0, min(farthest, MOST) * 1.6 or 1.0)
    for row, (line, gap) in enumerate(zip(data, gaps, strict=True)):
        if gap is None:
            _mark(ax, row, "?", PAPER, INK)
        elif gap > 0:
            _gap(ax, row, gap, lang)
        else:
            _mark(ax, row, "✓", GREEN if line.proven else PAPER, PAPER if line.proven else INK)
        _words(ax, row, line, lang)
    write(ax, HEADING.in_(lang), (1, 1), shift=(GAP, 5), size=SMALL, **CORNER)
    ax.set_xlabel(AXIS.in_(lang), size=SMALL)
    ticks = MaxNLocator(nbins=4, steps=[1, 2, 5, 10]).tick_values(0, min(farthest, MOST)) if farthest else [0]
    shown = [tick for tick in ticks if tick <= MOST]
    ax.set_xticks(shown, [_short(tick, lang) for tick in shown])
    guide_lines(ax)
    return ax


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


def _mark(ax: Axes, row: int, mark: str, colour: str, ink: str) -> None:
    """A sign in a disc at the beginning of the row."""
    disc = {"boxstyle": "circle,pad=0.25", "facecolor": colour, "edgecolor": INK, "linewidth": 0.8}
    how = {"ha": "center", "va": "center", "weight": "bold", "color": ink}
    write(ax, mark, (0, row), shift=(12, 0), size=9, bbox=disc, **how)


def _words(ax: Axes, row: int, line: GoalLine, lang: Lang) -> None:
    """The value above the middle of the row, what is proven below it."""
    room = WORDS - GAP
    value = wrap(say(line.value, lang), room, SMALL, lines=LINES_EACH, bold=True)
    verdict = wrap(say(line.verdict, lang), room, SMALL, lines=LINES_EACH)
    how: dict[str, Any] = {"across": "axes fraction", "size": SMALL}
    write(ax, "\n".join(value), (1, row), shift=(GAP, 1), va="bottom", weight="bold", **how)
    write(ax, "\n".join(verdict), (1, row), shift=(GAP, -1), va="top", **how)


def _names(data: Sequence[GoalLine], lang: Lang) -> list[str]:
    return [_name(number, line, lang) for number, line in enumerate(data, start=1)]


def _name(number: int, line: GoalLine, lang: Lang) -> str:
    title = line.title.in_(lang)
    if line.steps > 1 and not line.proven:
        title = say(STEP(title=title, step=line.step, steps=line.steps), lang)
    return say(NAME(number=number, title=title), lang)
