"""The calendar: stretches of days that end before they begin, moved days without origin."""

from __future__ import annotations

from instances.validate.draft import Draft
from models.tables import CalendarKind
from models.text import Text

INVERTED = Text("последний день раньше первого", "the last day is before the first")
SWAP = Text("Исправьте даты.", "Correct the dates.")
LONG = Text("промежуток длиннее года", "the stretch is longer than a year")
NO_ORIGIN = Text("не сказано, по расписанию какого дня", "it is not said whose timetable is taken")
GIVE_ORIGIN = Text("Заполните столбец «По расписанию дня».", "Fill in the column 'Lessons of'.")
SPARE_ORIGIN = Text("этот столбец — только для переноса", "this column is for moved days only")
CLEAR = Text("Сотрите значение или выберите вид «перенос».", "Clear the value or choose the kind 'moved'.")
OUTSIDE = Text("дни вне учебного года {year}/{next}", "days outside the school year {year}/{next}")
CHECK_YEAR = Text("Проверьте год в дате.", "Check the year of the date.")
MOVED_TWICE = Text("этот день уже перенесён", "this day is already moved")
KEEP_ONE = Text("Оставьте одну строку.", "Keep one row.")
MAX_DAYS = 370


def check(draft: Draft) -> None:
    """Reports on every row of the calendar."""
    year = draft.network.rules.school_year
    moved = set()
    for index, entry in enumerate(draft.network.calendar[: len(draft.rows["calendar"])]):
        if entry.last is not None and entry.last < entry.first:
            draft.bad("calendar", index, "last", INVERTED(), SWAP())
        elif entry.last is not None and (entry.last - entry.first).days > MAX_DAYS:
            draft.bad("calendar", index, "last", LONG(), SWAP())
        elif not (year, 7) <= (entry.first.year, entry.first.month) <= (year + 1, 8):
            draft.doubt("calendar", index, "first", OUTSIDE(year=year, next=year + 1), CHECK_YEAR())
        if entry.kind is CalendarKind.MOVED:
            if entry.moved_from is None:
                draft.bad("calendar", index, "moved_from", NO_ORIGIN(), GIVE_ORIGIN())
            elif entry.first in moved:
                draft.bad("calendar", index, "first", MOVED_TWICE(), KEEP_ONE())
            moved.add(entry.first)
        elif entry.moved_from is not None:
            draft.doubt("calendar", index, "moved_from", SPARE_ORIGIN(), CLEAR())
