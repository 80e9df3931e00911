"""Minutes on the way to sessions by the place where it starts, or home by the place where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from models.text import Lang, Text, say
from reports.figures.rows import GAP, rows_sheet, set_rows
from reports.figures.style import BLUE, INK, SMALL, key, whole_numbers, write
from reports.views.journeys import PlaceJourneys
from reports.views.public import PublicPlace

AXIS = Text("Минут в один конец", "Minutes one way")
ONE = Text("{minutes} мин", "{minutes} min")
RANGE = Text("{least}–{most} мин", "{least}–{most} min")
RIDERS = Text("{minutes}  ·  {riders} чел.", "{minutes}  ·  {riders} students")
RANGE_KEY = Text("от самой короткой дороги до самой долгой", "from the shortest way to the longest")
MEAN_KEY = Text("в среднем", "on average")

WORDS = 112.0
ENDS: dict[str, Any] = {"marker": "o", "markersize": 4, "solid_capstyle": "round"}
"""Rounded, so that a way of one length is seen as well."""
MEAN: dict[str, Any] = {
    "marker": "o",
    "markersize": 5.5,
    "markerfacecolor": "white",
    "markeredgecolor": INK,
    "linestyle": "none",
}

Row = PlaceJourneys | PublicPlace


def sheet(data: Sequence[Row], lang: Lang) -> Axes:
    """Axes for ``draw``."""
    return rows_sheet([say(place.name, lang) for place in data], right=WORDS, top=24)


def draw(ax: Axes, data: Sequence[Row], lang: Lang) -> Axes:
    """A line a place from its shortest to its longest way; a point at the mean, where that is told."""
    set_rows(ax, [say(place.name, lang) for place in data])
    for row, place in enumerate(data):
        ax.plot((place.minimum, place.maximum), (row, row), color=BLUE, linewidth=4, **ENDS)
        if isinstance(place, PlaceJourneys):
            ax.plot(place.mean, row, **MEAN)
        where, how = (1, row), {"va": "center_baseline"}
        write(ax, _words(place, lang), where, shift=(GAP, 0), across="axes fraction", size=SMALL, **how)
    entries = [Line2D([], [], color=BLUE, linewidth=4, solid_capstyle="butt", label=RANGE_KEY.in_(lang))]
    if any(isinstance(place, PlaceJourneys) for place in data):
        entries.append(Line2D([], [], label=MEAN_KEY.in_(lang), **MEAN))
    key(ax, entries)
    ax.set_xlim(0, max((1, *(place.maximum for place in data))) * 1.05)
    ax.set_xlabel(AXIS.in_(lang), size=SMALL)
    whole_numbers(ax)
    return ax


def _words(place: Row, lang: Lang) -> str:
    if place.minimum == place.maximum:
        minutes = ONE(minutes=place.minimum)
    else:
        minutes = RANGE(least=place.minimum, most=place.maximum)
    if isinstance(place, PlaceJourneys):
        return say(RIDERS(minutes=minutes, riders=place.riders), lang)
    return say(minutes, lang)
