"""Windows of time: «Пн-Пт 14:30-18:00; Сб 9:00-14:00», with «нечёт» or «чёт» where weeks differ."""

from __future__ import annotations

import re
from typing import Any

from instances.cells.base import NONE_WORD, BadCell, Cell, Kind, pieces, plain
from instances.cells.lists import says_none, show_weekdays, weekdays_of
from instances.cells.moments import clock_of
from models.text import Lang, Text
from models.time import Parity, Window, format_clock

WINDOWS = Text(
    "дни и часы вида «Пн-Пт 14:30-18:00; Сб 9:00-14:00», конец позже начала",
    "days and hours like 'Mon-Fri 14:30-18:00; Sat 9:00-14:00', the end after the start",
)
TYPE_WINDOWS = Text(
    "Введите дни недели и часы; несколько окон — через точку с запятой; «нечёт» или «чёт» перед часами, "
    "если окно не каждую неделю.",
    "Enter weekdays and hours; several windows with semicolons; 'odd' or 'even' before the hours if the "
    "window is not weekly.",
)

PARITY_WORDS = {
    Parity.EVERY: Text("", ""),
    Parity.ODD: Text("нечёт", "odd"),
    Parity.EVEN: Text("чёт", "even"),
}
PARITY = r"(?:(нечёт|нечет|чёт|чет|odd|even)[а-я]*\.?\s+)?"


def parity_of(word: str | None) -> Parity:
    """The parity a word such as «нечёт» names; every week for none."""
    if not word:
        return Parity.EVERY
    return Parity.ODD if word.lower()[0] in "нo" else Parity.EVEN


class Windows(Kind):
    """An empty tuple of windows is written «нет» where ``needs_none`` (a blank means something else)."""

    name = Text("окна времени по дням недели", "windows of time by weekday")

    def __init__(self, *, needs_none: bool = False) -> None:
        self.needs_none = needs_none

    def parse(self, cell: Cell) -> tuple[Window, ...]:
        text = plain(cell)
        if self.needs_none and says_none(text):
            return ()
        windows: list[Window] = []
        for item in pieces(text) if ";" in text or "\n" in text else [text]:
            windows.extend(_windows(item))
        if not windows:
            raise BadCell(WINDOWS(), TYPE_WINDOWS(), many=True)
        return tuple(windows)

    def show(self, value: Any, lang: Lang) -> Cell:
        if not value:
            return NONE_WORD.in_(lang) if self.needs_none else None
        runs: list[list[Window]] = []
        for window in value:
            last = runs[-1][-1] if runs else None
            same = last and (last.start, last.end, last.parity) == (window.start, window.end, window.parity)
            if last and same and window.weekday > last.weekday:
                runs[-1].append(window)
            else:
                runs.append([window])
        return "; ".join(_show(run, lang) for run in runs)


def _windows(item: str) -> list[Window]:
    match = re.fullmatch(
        rf"([^\d]*?)\s*{PARITY}(\d{{1,2}}[:.]\d\d)\s*[-–—]\s*(\d{{1,2}}[:.]\d\d)", item.strip(), re.IGNORECASE
    )
    days = weekdays_of(match[1]) if match and match[1].strip(" ,") else None
    if not match or not days:
        raise BadCell(WINDOWS(), TYPE_WINDOWS(), many=True)
    start, end = clock_of(match[3]), clock_of(match[4])
    if start >= end:
        raise BadCell(WINDOWS(), TYPE_WINDOWS(), many=True)
    return [Window(weekday=day, start=start, end=end, parity=parity_of(match[2])) for day in days]


def _show(run: list[Window], lang: Lang) -> str:
    first = run[0]
    words = (
        show_weekdays([window.weekday for window in run], lang),
        PARITY_WORDS[first.parity].in_(lang),
        f"{format_clock(first.start)}-{format_clock(first.end)}",
    )
    return " ".join(word for word in words if word)
