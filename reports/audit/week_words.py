"""The weeks of a session on a sheet, as a stretch of dates that people and the program can read."""

from __future__ import annotations

import re
from datetime import date

from models.calendar import SchoolCalendar, parity_mask, weeks_of
from models.text import Text
from models.time import Parity
from reports.audit import cells

STRETCH = Text("с {first} по {last}{parity}", "{first} to {last}{parity}")
WEEKS = {
    Parity.EVERY: Text("", ""),
    Parity.ODD: Text(", нечётные", ", odd"),
    Parity.EVEN: Text(", чётные", ", even"),
}
PARITIES = {
    "": Parity.EVERY,
    "нечетные": Parity.ODD,
    "odd": Parity.ODD,
    "четные": Parity.EVEN,
    "even": Parity.EVEN,
}

DAY = r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}"
READ = re.compile(rf"(?:с )?({DAY})(?: ?[–-] ?| по | to )({DAY})(?:,? (\w+)(?: недели| weeks)?)?")


def weeks_text(calendar: SchoolCalendar, weeks: tuple[str, ...]) -> Text:
    """``с 01.10.2026 по 18.03.2027, нечётные`` where they are all weeks of a stretch, or all odd or even
    ones; else the ISO weeks themselves."""
    listed = Text(", ".join(weeks), ", ".join(weeks))
    try:
        mask = calendar.mask_of_iso(weeks)
    except (ValueError, OverflowError):
        return listed
    if not mask or weeks != tuple(calendar.iso_week(week) for week in weeks_of(mask)):
        return listed
    found = weeks_of(mask)
    first, last = _days(calendar, found[0])[0], _days(calendar, found[-1])[1]
    for parity, said in WEEKS.items():
        if mask == calendar.mask_between(first, last) & parity_mask(parity):
            return Text(
                STRETCH.ru.format(first=f"{first:%d.%m.%Y}", last=f"{last:%d.%m.%Y}", parity=said.ru),
                STRETCH.en.format(first=first, last=last, parity=said.en),
            )
    return listed


def weeks_read(calendar: SchoolCalendar, said: str) -> tuple[str, ...] | None:
    """The ISO weeks of a stretch; ``None`` where this is none. Raises ``ValueError`` for no real date."""
    found = READ.fullmatch(cells.plain(said))
    if found is None or (found[3] or "") not in PARITIES:
        return None
    (first,), (last,) = cells.dates(found[1]), cells.dates(found[2])
    mask = calendar.mask_between(first, last) & parity_mask(PARITIES[found[3] or ""])
    return tuple(calendar.iso_week(week) for week in weeks_of(mask))


def _days(calendar: SchoolCalendar, week: int) -> tuple[date, date]:
    """Monday and Sunday of a week, or the first and last day of the network in it."""
    monday, sunday = calendar.day_of(week, 1), calendar.day_of(week, 7)
    first, last = calendar.first_day, calendar.last_day
    return first if monday <= first <= sunday else monday, last if monday <= last <= sunday else sunday
