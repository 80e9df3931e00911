"""The school year 2026/27 as a planner would enter it: network days, vacations, holidays, moved days.

Vacations are defaults (each region sets its own); the moved days of 2027 follow the government's
table of days off. All of it is data in the network's calendar, to be edited there.
"""

from __future__ import annotations

from datetime import date

from models.tables import CalendarEntry, CalendarKind

SCHOOL_YEAR = 2026
FIRST_DAY = date(2026, 10, 1)
LAST_DAY = date(2027, 4, 25)
SECOND_HALF_FROM = date(2027, 1, 11)
CHOICE_DEADLINE = date(2026, 9, 10)

BY_DEFAULT = "по умолчанию, проверьте по приказу о каникулах"


def calendar_2026() -> tuple[CalendarEntry, ...]:
    """Days without network lessons from October to April, and the one working Saturday."""
    vacation, holiday = CalendarKind.VACATION, CalendarKind.HOLIDAY
    return (
        CalendarEntry(kind=vacation, first=date(2026, 10, 26), last=date(2026, 11, 3), note=BY_DEFAULT),
        CalendarEntry(kind=holiday, first=date(2026, 11, 4), note="День народного единства"),
        CalendarEntry(kind=vacation, first=date(2026, 12, 29), last=date(2027, 1, 10), note=BY_DEFAULT),
        CalendarEntry(kind=holiday, first=date(2027, 2, 22), note="выходной, перенесён с 20 февраля"),
        CalendarEntry(kind=holiday, first=date(2027, 2, 23), note="День защитника Отечества"),
        CalendarEntry(kind=holiday, first=date(2027, 3, 8), note="Международный женский день"),
        CalendarEntry(kind=vacation, first=date(2027, 3, 22), last=date(2027, 3, 28), note=BY_DEFAULT),
        CalendarEntry(
            kind=CalendarKind.MOVED,
            first=date(2027, 2, 20),
            moved_from=date(2027, 2, 22),
            note="рабочая суббота по расписанию понедельника; проверьте",
        ),
    )
