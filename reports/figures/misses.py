"""How little was missing: students to open a course, seats in full groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from models.text import Lang, Message, Text, say
from reports.figures.letters import wrap
from reports.figures.rows import GAP, rows_sheet, set_rows
from reports.figures.style import BLUE, INK, PAPER, SMALL, VERMILLION, key, outlined, whole_numbers, write
from reports.views.near_misses import FullCourse, UnopenedCourse
from reports.views.public import PublicFull, PublicUnopened

AXIS = Text("Обучающихся", "Students")
ONE_OF = Text("{title} ({which})", "{title} ({which})")
NOT_OPENED = Text("{title} — не открыт", "{title} — not opened")
NO_SEATS = Text("{title} — мест нет", "{title} — full")
SHORT_OF = Text(
    "ждут курс {wanting} из {minimum}: не хватило {missing}",
    "{wanting} of {minimum} wait for it: {missing} short",
)
ENOUGH = Text(
    "ждут курс {wanting} (нужно {minimum}), но собраться вместе они не могут",
    "{wanting} wait for it ({minimum} needed), but cannot come together",
)
FEW = Text("ждут курс {wanting}, нужно {minimum}", "{wanting} wait for it, {minimum} needed")
FULL = Text("не хватило мест", "seats were short")
SEATS_SHORT = Text("не хватило мест: {missing}", "seats short: {missing}")
WANTING_KEY = Text("ждут курс", "wait for the course")
MISSING_KEY = Text("не хватило до наименьшей группы", "short of the smallest group")
SEATS_KEY = Text("не хватило мест в группах", "seats short in the groups")

ONE_STUDENT = Text("не хватило одного обучающегося (курсов: {count})", "one student short (courses: {count})")
ONE_SEAT = Text("не хватило одного места (курсов: {count})", "one seat short (courses: {count})")

WORDS = 176.0
ROW = 22.0
"""Two lines of words, in points."""

LACK: dict[str, Any] = {"color": PAPER, "hatch": "////"}
SEATS: dict[str, Any] = {"color": VERMILLION, "hatch": "...."}

Row = UnopenedCourse | FullCourse | PublicUnopened | PublicFull


def has_bars(data: Sequence[Row]) -> bool:
    """Whether any number is told that a bar can show."""
    numbers = [number for item in data for number in (item.missing, getattr(item, "wanting", None))]
    return any(isinstance(number, int) and number for number in numbers)


def sheet(data: Sequence[Row], lang: Lang) -> Axes:
    """Axes for ``draw``."""
    return rows_sheet(_names(data, lang), right=WORDS, top=24, least=ROW)


def draw(ax: Axes, data: Sequence[Row], lang: Lang) -> Axes:
    """A bar a course: who wants it and how many were missing, or how many seats its groups were short of.

    Numbers too small to publish have words and no bar.
    """
    set_rows(ax, _names(data, lang))
    longest = [_bar(ax, row, item) for row, item in enumerate(data)]
    for row, item in enumerate(data):
        where, how = (1, row), {"va": "center"}
        words = "\n".join(wrap(_words(item, lang), WORDS - GAP, SMALL, lines=2))
        write(ax, words, where, shift=(GAP, 0), across="axes fraction", size=SMALL, **how)
    key(ax, _entries(data, lang))
    ax.set_xlim(0, max((1, *longest)) * 1.03)
    ax.set_xlabel(AXIS.in_(lang), size=SMALL)
    whole_numbers(ax)
    return ax


def _entries(data: Sequence[Row], lang: Lang) -> list[Patch]:
    """What the parts of the bars mean, as far as there are any."""
    lines: dict[str, Any] = {"edgecolor": INK, "linewidth": 0.5}
    entries = []
    if any(isinstance(item, UnopenedCourse | PublicUnopened) for item in data):
        entries.append(Patch(facecolor=BLUE, label=WANTING_KEY.in_(lang), **lines))
        entries.append(Patch(facecolor=PAPER, hatch="////", label=MISSING_KEY.in_(lang), **lines))
    if any(isinstance(item, FullCourse | PublicFull) for item in data):
        entries.append(Patch(facecolor=VERMILLION, hatch="....", label=SEATS_KEY.in_(lang), **lines))
    return entries


def _bar(ax: Axes, row: int, item: Row) -> int:
    """Draws what is known of a course, and says how far it reaches."""
    if isinstance(item, FullCourse | PublicFull):
        return _piece(ax, row, 0, item.missing, SEATS)
    wanting = _piece(ax, row, 0, item.wanting, {"color": BLUE})
    return _piece(ax, row, wanting, item.missing or 0, LACK)


def _piece(ax: Axes, row: int, left: int, number: int | Message | None, how: dict[str, Any]) -> int:
    if isinstance(number, Message) or not number:
        return left
    outlined(ax.barh(row, number, left=left, height=0.5, **how)[0])
    return left + number


def _names(data: Sequence[Row], lang: Lang) -> list[str]:
    """The titles; those that stand there more than once with groups or course, where these are told."""
    times = Counter(item.title for item in data)
    return [_name(item, lang, times[item.title] > 1) for item in data]


def _name(item: Row, lang: Lang, repeated: bool) -> str:
    is_full = isinstance(item, FullCourse | PublicFull)
    which = ", ".join(item.groups) if isinstance(item, FullCourse | PublicFull) else ""
    if isinstance(item, UnopenedCourse):
        which = item.course
    title = ONE_OF(title=item.title, which=which) if repeated and which else item.title
    return say((NO_SEATS if is_full else NOT_OPENED)(title=title), lang)


def _words(item: Row, lang: Lang) -> str:
    if isinstance(item, FullCourse | PublicFull):
        return say(FULL if item.missing is None else SEATS_SHORT(missing=item.missing), lang)
    if item.missing is None:
        return say(FEW(wanting=item.wanting, minimum=item.minimum), lang)
    text = SHORT_OF if item.missing else ENOUGH
    return say(text(wanting=item.wanting, minimum=item.minimum, missing=item.missing), lang)


def nearest(data: Sequence[Row]) -> tuple[Message, ...]:
    """How many courses were short of one student, and how many of one seat, if any were."""
    full = sum(isinstance(item, FullCourse | PublicFull) and item.missing == 1 for item in data)
    unopened = sum(isinstance(item, UnopenedCourse | PublicUnopened) and item.missing == 1 for item in data)
    counted = ((ONE_STUDENT, unopened), (ONE_SEAT, full))
    return tuple(text(count=number) for text, number in counted if number)
