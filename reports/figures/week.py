"""The week of one centre: its days from top to bottom, clock time from left to right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import Rectangle

from models.text import Lang, Message, Text, say
from models.time import WEEKDAYS, format_clock
from reports.audit.timetable.words import PRACTICE
from reports.figures.letters import height, shorten, width, wrap
from reports.figures.paper import WIDE, points_wide
from reports.figures.paper import sheet as paper
from reports.figures.style import (
    FAINT,
    HATCHES,
    LINES,
    PALETTE,
    SIZE,
    SMALL,
    bare,
    outlined,
    write,
)
from reports.views.week import Meeting, hours, lanes

GROUP = Text("гр. {group}", "group {group}")
ROOM = Text("каб. {room}", "room {room}")
STUDENTS = Text("{size} чел.", "{size} students")
NONE = Text("занятий нет", "no sessions")

WORKING_DAYS = range(1, 6)
"""Shown even without a session."""

STRIPE, PAD = 5.0, 3.0
"""Of a box: the stripe in the colour of its profile, and the margin around its words, in points."""

EMPTY = 16.0
"""The height of a day without a session, in points."""

LEAST, MOST = 74.0, 1100.0
"""The shortest session is at least so wide, as long as the figure does not get wider than that; points."""

SHORTEST = 15
"""Minutes that a session is drawn with even if the plan says less."""

TINT = 0.82
"""How much white there is in a box."""


@dataclass(frozen=True)
class Week:
    """The meetings of one centre, and all profiles of the network, which decide on the colours."""

    meetings: tuple[Meeting, ...]
    profiles: tuple[str, ...]


@dataclass(frozen=True)
class Box:
    """A meeting with its words, ``top`` points from the top of the figure. Times are minutes."""

    meeting: Meeting
    start: int
    end: int
    top: float
    high: float
    head: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Day:
    weekday: int
    top: float
    high: float
    boxes: tuple[Box, ...]


def sheet(data: Week, lang: Lang) -> Axes:
    """Axes for ``draw``, wide enough for the shortest session and high enough for all words."""
    left = max(width(name.in_(lang).capitalize(), SIZE, True) for name in WEEKDAYS) + 12
    span = len(hours(data.meetings)) * 60
    shortest = min(_ends(meeting) - meeting.start for meeting in data.meetings)
    wide = min(MOST, max(WIDE - left - 14, LEAST * span / shortest))
    days = arranged(data, lang, wide)
    return paper(wide, days[-1].top + days[-1].high, left=left, right=14, top=18, bottom=6)


def draw(ax: Axes, data: Week, lang: Lang) -> Axes:
    """A box a session, as long as it lasts; sessions at one time lie below each other.

    The colour and hatch of its stripe tell the profile, which stands there in words, too.
    """
    shown = hours(data.meetings)
    days = arranged(data, lang, points_wide(ax))
    ax.set_xlim(shown.start * 60, shown.stop * 60)
    ax.set_ylim(days[-1].top + days[-1].high, 0)
    _clock(ax, shown)
    for day in days:
        ax.axhline(day.top, color=FAINT, linewidth=0.6, zorder=1)
        name = WEEKDAYS[day.weekday - 1].in_(lang).capitalize()
        _beside(ax, day, name, -6, ha="right", weight="bold", size=SIZE)
        for box in day.boxes:
            _draw_box(ax, box, data.profiles)
        if not day.boxes:
            _beside(ax, day, NONE.in_(lang), 6, color=FAINT, size=SMALL)
    return ax


def _beside(ax: Axes, day: Day, text: str, shift: float, **how: Any) -> None:
    """Words at the left edge of the axes, below the line that the day begins with."""
    write(ax, text, (0, day.top), shift=(shift, -4), across="axes fraction", va="top", **how)


def arranged(data: Week, lang: Lang, wide: float) -> list[Day]:
    """The days from the top, each as high as its words need in boxes on an axis of ``wide`` points."""
    by_day: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in data.meetings:
        by_day[meeting.weekday].append(meeting)
    minute = wide / (len(hours(data.meetings)) * 60)
    days: list[Day] = []
    top = 0.0
    for weekday in sorted({*WORKING_DAYS, *by_day}):
        boxes, high = _boxes(by_day[weekday], top, minute, lang)
        days.append(Day(weekday, top, high, tuple(boxes)))
        top += high
    return days


def _boxes(meetings: Sequence[Meeting], top: float, minute: float, lang: Lang) -> tuple[list[Box], float]:
    """The boxes of one day, lane below lane, and the height of the day."""
    by_lane: dict[int, list[tuple[Meeting, list[str], list[str]]]] = defaultdict(list)
    for meeting, lane, _ in lanes(meetings):
        room = (_ends(meeting) - meeting.start) * minute - STRIPE - 3 * PAD
        by_lane[lane].append((meeting, *_words(meeting, room, lang)))
    boxes: list[Box] = []
    down = 3.0
    for lane in sorted(by_lane):
        high = max(height([*head, *words], SMALL) for _, head, words in by_lane[lane]) + 2 * PAD
        boxes += [
            Box(meeting, meeting.start, _ends(meeting), top + down, high, tuple(head), tuple(words))
            for meeting, head, words in by_lane[lane]
        ]
        down += high + 3
    return boxes, down if by_lane else EMPTY


def _words(meeting: Meeting, room: float, lang: Lang) -> tuple[list[str], list[str]]:
    """The time and title, printed bold, and the rest."""
    time = f"{format_clock(meeting.start)}–{format_clock(meeting.end)}"
    facts: list[Text | Message | str] = [meeting.profile, GROUP(group=meeting.group)]
    if meeting.is_practice:
        facts.append(PRACTICE)
    elif meeting.room:
        facts.append(ROOM(room=meeting.room))
    facts.append(STUDENTS(size=meeting.size))
    head = wrap(time, room, SMALL, lines=1, bold=True) + wrap(meeting.title, room, SMALL, lines=3, bold=True)
    words = _facts([say(fact, lang) for fact in facts if fact], room)
    for more in (", ".join(meeting.teacher_names), say(meeting.weeks, lang)):
        words += wrap(more, room, SMALL, lines=2) if more else []
    return head, words


def _facts(facts: Sequence[str], room: float) -> list[str]:
    """Facts in lines: as many in one as fit, none broken, each shortened for itself."""
    lines: list[str] = []
    for fact in facts:
        short = shorten(fact, room, SMALL)
        joined = f"{lines[-1]} · {short}" if lines else short
        if lines and width(joined, SMALL) <= room:
            lines[-1] = joined
        else:
            lines.append(short)
    return lines


def _draw_box(ax: Axes, box: Box, profiles: Sequence[str]) -> None:
    number = profiles.index(box.meeting.profile) if box.meeting.profile in profiles else len(profiles)
    colour = PALETTE[number % len(PALETTE)]
    hatch = HATCHES[(number + number // len(PALETTE)) % len(HATCHES)]
    stripe = STRIPE * (ax.get_xlim()[1] - ax.get_xlim()[0]) / points_wide(ax)
    body = Rectangle(
        (box.start, box.top), box.end - box.start, box.high, facecolor=_pale(colour), clip_on=False
    )
    mark = Rectangle((box.start, box.top), stripe, box.high, facecolor=colour, hatch=hatch, clip_on=False)
    for patch in (body, mark):
        outlined(patch)
        ax.add_patch(patch)
    left, down = STRIPE + PAD, PAD
    how: dict[str, Any] = {"va": "top", "size": SMALL}
    write(ax, "\n".join(box.head), (box.start, box.top), shift=(left, -down), weight="bold", **how)
    down += height(box.head, SMALL)
    write(ax, "\n".join(box.words), (box.start, box.top), shift=(left, -down), **how)


def _clock(ax: Axes, shown: range) -> None:
    """Full hours above, and lines down from them; fainter ones at half past."""
    full = [hour * 60 for hour in (*shown, shown.stop)]
    ax.set_xticks(full, [format_clock(time) for time in full])
    ax.set_yticks([])
    bare(ax, keep=("top", "bottom"))
    ax.xaxis.tick_top()
    for time in full:
        ax.axvline(time, color=LINES, linewidth=0.8, zorder=0)
    for time in full[:-1]:
        ax.axvline(time + 30, color=LINES, linewidth=0.4, zorder=0, linestyle=":")


def _ends(meeting: Meeting) -> int:
    return max(meeting.end, meeting.start + SHORTEST)


def _pale(colour: str) -> str:
    red, green, blue = (part + (1 - part) * TINT for part in to_rgb(colour))
    return to_hex((red, green, blue))
