"""The calendar: stretches of days that end before they begin, moved days without origin."""

from __future__ import annotations

from instances.validate.draft import Draft
from models.tables import CalendarEntry, CalendarKind
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
SELF = Text("день перенесён сам на себя", "the day is moved to itself")
OTHER_DAY = Text("Укажите другой день.", "Give another day.")
ON_HOLIDAY = Text(
    "на этот день уже назначены каникулы или праздник", "the day is already a vacation or a holiday"
)
WORKING = Text(
    "В столбце «С» указывают день, который стал рабочим.", "The column From names the day that is worked."
)
ONE_DAY = Text(
    "перенос — это один день: «По» не учитывается", "one day is moved: the column To has no effect"
)
ROW_EACH = Text("Внесите по строке на каждый день.", "Enter a row for each day.")
KEEP_ONE = Text("Оставьте одну строку.", "Keep one row.")
MAX_DAYS = 370


def check(draft: Draft) -> None:
    """Reports on every row of the calendar."""
    year = draft.network.rules.school_year
    moved = set()
    off = {
        day
        for entry in draft.network.calendar
        if entry.kind in (CalendarKind.HOLIDAY, CalendarKind.VACATION) and _is_short(entry)
        for day in entry.days()
    }
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
            elif entry.first == entry.moved_from:
                draft.bad("calendar", index, "moved_from", SELF(), OTHER_DAY())
            elif entry.first in off:
                draft.doubt("calendar", index, "first", ON_HOLIDAY(), WORKING())
            if entry.last is not None and entry.last > entry.first:
                draft.doubt("calendar", index, "last", ONE_DAY(), ROW_EACH())
            moved.add(entry.first)
        elif entry.moved_from is not None:
            draft.doubt("calendar", index, "moved_from", SPARE_ORIGIN(), CLEAR())


def _is_short(entry: CalendarEntry) -> bool:
    return entry.last is None or (entry.last - entry.first).days <= MAX_DAYS
