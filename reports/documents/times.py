"""When a group meets, as papers say it: day, clock, odd or even weeks, first and last date; hours a week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.calendar import weeks_of
from models.plan import Enrolment
from models.tables import Course, CourseParity
from models.time import WEEKDAYS, Parity
from reports.audit.facts import weeks_mask
from reports.documents.grammar import clock_range, plural, short_date
from reports.export.source import Source
from reports.views.week import Meeting

IN_WEEKS = {Parity.EVERY: "", Parity.ODD: "по нечётным неделям", Parity.EVEN: "по чётным неделям"}


def when(meeting: Meeting) -> str:
    """``четверг, 16:00–17:30, по нечётным неделям, с 01.10.2026 по 18.03.2027``"""
    parts = (
        WEEKDAYS[meeting.weekday - 1].ru,
        clock_range(meeting.start, meeting.end),
        _weeks(meeting),
        period(meeting.dates),
    )
    return ", ".join(part for part in parts if part)


def _weeks(meeting: Meeting) -> str:
    if meeting.rhythm is None:
        return f"по датам ({plural(len(meeting.dates), 'занятие', 'занятия', 'занятий')})"
    return IN_WEEKS[meeting.rhythm]


def period(dates: Sequence[date]) -> str:
    """``с 01.10.2026 по 18.03.2027``; a single date as it is; empty for none."""
    if not dates:
        return ""
    first, last = min(dates), max(dates)
    return short_date(first) if first == last else f"с {short_date(first)} по {short_date(last)}"


def weekly(course: Course) -> str:
    """``2``, or ``4 в две недели`` for a course of odd or even weeks: beside «часов в неделю»."""
    hours = _hours(course)
    return f"{hours} в две недели" if _is_fortnightly(course) else str(hours)


def load(source: Source, seats: Sequence[Enrolment], besides: int = 0) -> str:
    """The hours of these seats and so many ``besides`` in every week: ``2 часа в неделю``, ``2 часа в две
    недели``; where weeks differ those of the fullest: ``до 4 часов в неделю``."""
    courses = [source.network.course_by_id[seat.course] for seat in seats]
    if courses and not besides and all(map(_is_fortnightly, courses)):
        return f"{plural(sum(map(_hours, courses)), 'час', 'часа', 'часов')} в две недели"
    hours = {besides + count for count in _by_week(source, seats)} - {0}
    most = max(hours, default=0)
    if len(hours) > 1:
        return f"до {plural(most, 'часа', 'часов', 'часов')} в неделю"
    return f"{plural(most, 'час', 'часа', 'часов')} в неделю"


def _by_week(source: Source, seats: Sequence[Enrolment]) -> set[int]:
    """How many hours the weeks of the network have."""
    network = source.network
    every = network.school_calendar.network_mask
    held = [
        (weeks_mask(network, session) or every, network.course_by_id[seat.course].session_hours)
        for seat in seats
        for session in source.plan.group_by_id[seat.group].sessions
    ]
    return {sum(hours for mask, hours in held if mask >> (week - 1) & 1) for week in weeks_of(every)}


def _hours(course: Course) -> int:
    return course.session_hours * course.weekly_sessions


def _is_fortnightly(course: Course) -> bool:
    return course.parity is not CourseParity.EVERY
