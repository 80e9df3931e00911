"""Applications served by rank, and applicants left with nothing, by school."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from models.text import Lang, Message, Text, say
from reports.figures.letters import width
from reports.figures.rows import GAP, rows_sheet, set_rows
from reports.figures.style import (
    BLUE,
    CORNER,
    HATCHES,
    SKY,
    SMALL,
    VERMILLION,
    outlined,
    swatch,
    whole_numbers,
    write,
)
from reports.views.public import PublicServed
from reports.views.served import Served

IN_ALL = Text("Вся сеть", "The whole network")
AXIS = Text("Удовлетворённые заявки и заявители без места", "Applications served and applicants with no seat")
RANK = Text("{rank}-я", "no. {rank}")
NOTHING = Text("без места", "no seat")
HEADING = Text("Удовлетворённые заявки по очерёдности", "Applications served, by rank")
UNTOLD = Text("н/п", "n/p")

RANK_COLOURS = (BLUE, SKY, "#BFE3F7", "#E3E3E3")
"""From dark to light as the rank falls; all ranks beyond have the last one, and hatches of their own."""

SWATCH = 6.0

Row = Served | PublicServed


@dataclass(frozen=True)
class Column:
    """A kind of outcome: its number in every row (words or ``None`` where it is not published) and how it is
    drawn."""

    heading: str
    counts: tuple[int | Message | None, ...]
    colour: str
    hatch: str


def columns(data: Sequence[Row], lang: Lang) -> list[Column]:
    """A column for every rank, and one for applicants with nothing."""
    ranks = sorted({rank.rank for item in data for rank in item.ranks})
    found = []
    for at, rank in enumerate(ranks):
        served = [{each.rank: each.served for each in item.ranks}.get(rank, 0) for item in data]
        colour = RANK_COLOURS[min(at, len(RANK_COLOURS) - 1)]
        found.append(Column(say(RANK(rank=rank), lang), tuple(served), colour, HATCHES[at % len(HATCHES)]))
    nothing = tuple(item.with_nothing for item in data)
    return [*found, Column(NOTHING.in_(lang), nothing, VERMILLION, "xxxx")]


def has_bars(data: Sequence[Row], lang: Lang) -> bool:
    """Whether any number is told that a bar can show."""
    return any(isinstance(count, int) and count for column in columns(data, lang) for count in column.counts)


def sheet(data: Sequence[Row], lang: Lang) -> Axes:
    """Axes for ``draw``."""
    right = sum(_wide(column, lang) for column in columns(data, lang)) + GAP
    heading = width(HEADING.in_(lang), SMALL) + GAP
    return rows_sheet([_name(item, lang) for item in data], right=max(right, heading), top=34)


def draw(ax: Axes, data: Sequence[Row], lang: Lang) -> Axes:
    """A bar a school, its parts side by side, and the numbers of the parts beside it."""
    set_rows(ax, [_name(item, lang) for item in data])
    lefts = [0] * len(data)
    shift = GAP
    for column in columns(data, lang):
        for row, count in enumerate(column.counts):
            if isinstance(count, int) and count:
                (bar,) = ax.barh(
                    row, count, left=lefts[row], height=0.6, color=column.colour, hatch=column.hatch
                )
                outlined(bar)
                lefts[row] += count
            _number(ax, row, _said(count, lang), shift + _wide(column, lang) - GAP)
        right = shift + _wide(column, lang) - GAP
        write(ax, column.heading, (1, 1), shift=(right, 4), size=SMALL, ha="right", **CORNER)
        swatch(ax, (right - SWATCH * 1.8, 14), (SWATCH * 1.8, SWATCH), column.colour, column.hatch)
        shift += _wide(column, lang)
    write(ax, HEADING.in_(lang), (1, 1), shift=(GAP, 24), size=SMALL, **CORNER)
    ax.set_xlim(0, max((1, *lefts)) * 1.03)
    ax.set_xlabel(AXIS.in_(lang), size=SMALL)
    whole_numbers(ax)
    return ax


def _number(ax: Axes, row: int, text: str, shift: float) -> None:
    where = (1, row)
    how = {"ha": "right", "va": "center_baseline"}
    write(ax, text, where, shift=(shift, 0), across="axes fraction", size=SMALL, **how)


def _name(item: Row, lang: Lang) -> str:
    return say(item.name, lang) if item.name else IN_ALL.in_(lang)


def _said(count: int | Message | None, lang: Lang) -> str:
    return UNTOLD.in_(lang) if count is None else say(count, lang)


def _wide(column: Column, lang: Lang) -> float:
    words = [column.heading, "10", *(_said(count, lang) for count in column.counts)]
    return max(width(text, SMALL) for text in words) + GAP
