"""D11: the department's plan of a month, a line a group with its dates."""

from __future__ import annotations

from datetime import date, timedelta

from models.tables import CalendarEntry, CalendarKind
from models.time import WEEKDAYS
from reports.documents.common import Values, group_name, heading, place
from reports.documents.grammar import LINE, clock_range, dates_by_month, month_title, unofficial
from reports.documents.telling import Telling
from reports.export.source import Source
from reports.views.contacts import contact
from reports.views.week import Meeting, meetings

NO_LESSONS = {
    CalendarKind.VACATION: "каникулы",
    CalendarKind.HOLIDAY: "праздничный день",
    CalendarKind.BLACKOUT: "нет занятий",
}


def months(source: Source) -> list[date]:
    """The first days of the months with sessions."""
    return sorted({day.replace(day=1) for meeting in meetings(source) for day in meeting.dates})


def month_plan(telling: Telling, month: date) -> Values:
    """The sessions of one month, by first date and time."""
    source = telling.source
    found = []
    for meeting in telling.meetings():
        days = [day for day in meeting.dates if day.replace(day=1) == month]
        if days:
            found.append((days[0], meeting.start, _line(telling, meeting, days)))
    found.sort(key=lambda item: item[:2])
    return heading(source) | {
        "month": month_title(month),
        "lines": [line for _, _, line in found],
        "remarks": " ".join(filter(None, (_remarks(source, month), _unofficial(source, month)))),
    }


def _line(telling: Telling, meeting: Meeting, days: list[date]) -> Values:
    source = telling.source
    return {
        "dates": f"{dates_by_month(days)}, {WEEKDAYS[meeting.weekday - 1].ru}",
        "time": clock_range(meeting.start, meeting.end),
        "what": group_name(source, meeting.group, meeting.course),
        "place": place(source, meeting),
        "schools": telling.schools(meeting.group),
        "responsible": contact(source, meeting.centre).coordinator or LINE,
    }


def _unofficial(source: Source, month: date) -> str:
    return unofficial([year for year in source.unofficial_years if year == month.year])


def _remarks(source: Source, month: date) -> str:
    """When there are no lessons, and which day is taught in place of another."""
    said = []
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    for entry in sorted(source.network.calendar, key=lambda entry: entry.first):
        first, end = max(entry.first, month), min(entry.last or entry.first, last)
        if first > end:
            continue
        days = dates_by_month([first]) if first == end else f"{first.day}–{dates_by_month([end])}"
        where = f", {source.institution_name(entry.institution)}" if entry.institution else ""
        if entry.kind in NO_LESSONS:
            said.append(f"{days} — {_name(entry)}{where}")
        elif entry.kind is CalendarKind.MOVED and entry.moved_from is not None:
            said.append(f"{days} — занятия за {dates_by_month([entry.moved_from])}{where}")
    return f"Особые дни: {'; '.join(said)}." if said else ""


def _name(entry: CalendarEntry) -> str:
    """A holiday by its name; of what the sheet notes about vacations nothing is printed."""
    return entry.note if entry.note and entry.kind is not CalendarKind.VACATION else NO_LESSONS[entry.kind]
