"""The weeks of several plans side by side, small: what stands elsewhere than in the first catches the eye."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import Rectangle

from models.text import Lang, Text
from models.time import SHORT_WEEKDAYS, format_clock
from reports.figures.letters import shorten, width, wrap
from reports.figures.paper import WIDE
from reports.figures.paper import sheet as paper
from reports.figures.style import FAINT, INK, LINES, PALETTE, SMALL, VERMILLION, write
from reports.views.week import Meeting, lanes

NONE = Text("занятий нет", "no sessions")

DAYS = 22.0
"""Room for the names of days on the left, in points."""

APART = 8.0
"""Between two weeks."""

BAR, LANE = 9.0, 10.4
"""The height of a session, and from one to the next below it."""

EMPTY = 12.0
HEAD = 12.0
"""Of a day without a session; of the clock times that a day begins with."""

TITLE_LINES = 3
TEXT = 6.2
"""Size of the words in bars."""

TINT = 0.72

PLACE = tuple[object, ...]


@dataclass(frozen=True)
class Panel:
    """A plan by name with its sessions."""

    name: str
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True)
class SmallWeeks:
    """The base and scenarios, and all profiles of the network, which decide on the colours."""

    panels: tuple[Panel, ...]
    profiles: tuple[str, ...]


@dataclass(frozen=True)
class Band:
    """A weekday in all weeks: points from the top, the minutes its axis spans, lanes at most."""

    weekday: int
    top: float
    high: float
    start: int
    end: int


def sheet(data: SmallWeeks) -> Axes:
    """Axes for ``draw``, one unit a point."""
    days = bands(data)
    return paper(WIDE, days[-1].top + days[-1].high, top=_title_height(data), bottom=2)


def draw(ax: Axes, data: SmallWeeks, lang: Lang) -> Axes:
    """A column a plan, a band a day, from left to right the clock from the first session of that day in any
    plan to the last. A session that the base does not have there and then has a frame."""
    days = bands(data)
    high = days[-1].top + days[-1].high
    ax.set_xlim(0, WIDE)
    ax.set_ylim(high, 0)
    ax.set_axis_off()
    wide = _wide(data)
    known = {_place(meeting) for meeting in data.panels[0].meetings}
    for day in days:
        name = SHORT_WEEKDAYS[day.weekday - 1].in_(lang)
        write(ax, name, (0, day.top), shift=(0, -3), va="top", weight="bold", size=SMALL)
    for number, panel in enumerate(data.panels):
        left = DAYS + number * (wide + APART)
        title = wrap(panel.name, wide, SMALL, lines=TITLE_LINES, bold=True)
        write(ax, "\n".join(title), (left, 0), shift=(0, 4), va="bottom", weight="bold", size=SMALL)
        by_day: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in panel.meetings:
            by_day[meeting.weekday].append(meeting)
        for day in days:
            ax.plot([left, left + wide], [day.top] * 2, color=FAINT, linewidth=0.6)
            _draw_day(ax, day, by_day[day.weekday], left, wide, known, data.profiles, lang)
    return ax


def bands(data: SmallWeeks) -> list[Band]:
    """The weekdays from the top, each high enough for the plan that has most sessions at one time."""
    by_day: dict[int, list[Meeting]] = defaultdict(list)
    deepest: dict[int, int] = defaultdict(int)
    for panel in data.panels:
        for meeting, lane, _ in lanes(panel.meetings):
            by_day[meeting.weekday].append(meeting)
            deepest[meeting.weekday] = max(deepest[meeting.weekday], lane + 1)
    found, top = [], 0.0
    for weekday in sorted({*range(1, 6), *by_day}):
        held = by_day[weekday]
        high = HEAD + deepest[weekday] * LANE + 2 if held else EMPTY
        start = min((meeting.start for meeting in held), default=0)
        end = max((meeting.end for meeting in held), default=1)
        found.append(Band(weekday, top, high, start, max(end, start + 1)))
        top += high
    return found


def _place(meeting: Meeting) -> PLACE:
    return (meeting.group, meeting.centre, meeting.room, meeting.weekday, meeting.start, meeting.end)


def _wide(data: SmallWeeks) -> float:
    number = len(data.panels)
    return (WIDE - DAYS - (number - 1) * APART) / number


def _title_height(data: SmallWeeks) -> float:
    lines = max(len(wrap(p.name, _wide(data), SMALL, lines=TITLE_LINES, bold=True)) for p in data.panels)
    return lines * SMALL * 1.22 + 6


def _draw_day(
    ax: Axes,
    day: Band,
    held: Sequence[Meeting],
    left: float,
    wide: float,
    known: set[PLACE],
    profiles: Sequence[str],
    lang: Lang,
) -> None:
    if not held:
        write(ax, NONE.in_(lang), (left, day.top), shift=(2, -3), va="top", size=TEXT, color=FAINT)
        return
    minute = wide / (day.end - day.start)
    for clock, side, x in ((day.start, "left", left), (day.end, "right", left + wide)):
        write(
            ax, format_clock(clock), (x, day.top), shift=(0, -2.5), ha=side, va="top", size=TEXT, color=FAINT
        )
    ax.plot([left + wide] * 2, [day.top, day.top + day.high], color=LINES, linewidth=0.4, zorder=0)
    for meeting, lane, _ in lanes(held):
        x = left + (meeting.start - day.start) * minute
        length = max(3.0, (meeting.end - meeting.start) * minute)
        y = day.top + HEAD + lane * LANE
        colour = (
            PALETTE[profiles.index(meeting.profile) % len(PALETTE)] if meeting.profile in profiles else FAINT
        )
        is_new = _place(meeting) not in known
        look: dict[str, Any] = {
            "edgecolor": VERMILLION if is_new else colour,
            "linewidth": 1.3 if is_new else 0.4,
        }
        ax.add_patch(Rectangle((x, y), length, BAR, facecolor=_tint(colour), zorder=2 + is_new, **look))
        text = shorten(meeting.group, length - 3, TEXT)
        if width(text, TEXT) <= length - 2:
            how: dict[str, Any] = {"va": "center", "weight": "bold" if is_new else "normal", "color": INK}
            write(ax, text, (x, y + BAR / 2), shift=(2, 0), size=TEXT, zorder=5, **how)


def _tint(colour: str) -> str:
    mixed = [TINT + (1 - TINT) * part for part in to_rgb(colour)]
    return to_hex((mixed[0], mixed[1], mixed[2]))
