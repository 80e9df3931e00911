"""The share of seniors who learn in the network, by school, against the share that was stated."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from models.text import Lang, Text, say
from reports.export.words import percent
from reports.figures.rows import GAP, rows_sheet, set_rows
from reports.figures.style import (
    BLUE,
    FAINT,
    INK,
    SKY,
    SMALL,
    VERMILLION,
    guide_lines,
    outlined,
    write,
)
from reports.views.public import NOT_PUBLISHED, PublicShare
from reports.views.shares import STATED_SHARE, Share

IN_ALL = Text("Вся сеть", "The whole network")
AXIS = Text(
    "Доля обучающихся старших классов, занимающихся в сети, %", "Share of seniors who learn in the network, %"
)
STATED = Text("заявлено: {share}", "stated: {share}")
OF = Text("{places} из {seniors}", "{places} of {seniors}")
BETWEEN = Text("{low}–{high} из {seniors}", "{low}–{high} of {seniors}")
NO_SENIORS = Text("старших классов нет", "no seniors")

WORDS = 112.0

Row = Share | PublicShare


def sheet(data: Sequence[Row], lang: Lang) -> Axes:
    """Axes for ``draw``."""
    return rows_sheet([_name(item, lang) for item in data], right=WORDS, top=18)


def draw(ax: Axes, data: Sequence[Row], lang: Lang) -> Axes:
    """A bar a school, in per cent; where only a range is published, from its low to its high end."""
    set_rows(ax, [_name(item, lang) for item in data])
    ax.set_xlim(0, max((25.0, *(100 * _most(item) * 1.02 for item in data))))
    for row, item in enumerate(data):
        _bar(ax, row, item)
        write(
            ax,
            _words(item, lang),
            (1, row),
            shift=(GAP, 0),
            across="axes fraction",
            size=SMALL,
            va="center_baseline",
            weight="normal" if item.institution else "bold",
        )
    ax.axvline(100 * STATED_SHARE, color=VERMILLION, linewidth=1.4, linestyle=(0, (4, 2)), zorder=3)
    write(
        ax,
        say(STATED(share=percent(STATED_SHARE, 0)), lang),
        (100 * STATED_SHARE, 1),
        shift=(0, 4),
        up="axes fraction",
        size=SMALL,
        ha="center",
    )
    ax.set_xlabel(AXIS.in_(lang), size=SMALL)
    guide_lines(ax)
    return ax


def _bar(ax: Axes, row: int, item: Row) -> None:
    if isinstance(item, Share):
        if item.share is not None:
            outlined(ax.barh(row, 100 * item.share, height=0.55, color=BLUE if item.institution else INK)[0])
    elif item.share is not None:
        low, high = (100 * end for end in item.share)
        (bar,) = ax.barh(row, max(high - low, 0.4), left=low, height=0.55, color=SKY)
        outlined(bar)
        ax.plot((0, low), (row, row), color=FAINT, linewidth=0.8, linestyle=":")


def _most(item: Row) -> float:
    share = item.share
    return max(share) if isinstance(share, tuple) else share or 0.0


def _name(item: Row, lang: Lang) -> str:
    return item.name if item.institution else IN_ALL.in_(lang)


def _words(item: Row, lang: Lang) -> str:
    if not item.seniors:
        return NO_SENIORS.in_(lang)
    if isinstance(item, Share):
        assert item.share is not None
        return (
            f"{say(OF(places=item.places, seniors=item.seniors), lang)}  ·  {percent(item.share).in_(lang)}"
        )
    if item.high is None:
        return NOT_PUBLISHED.in_(lang)
    if item.low == item.high:
        return say(OF(places=item.low, seniors=item.seniors), lang)
    return say(BETWEEN(low=item.low, high=item.high, seniors=item.seniors), lang)
