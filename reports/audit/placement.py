"""Where and when a session of a course is held: what the audit's filters judge, in a plan or before one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.network import Network, windows_admit
from models.tables import Centre, Course
from models.time import Window
from reports.audit.facts import Meeting, When, ordinal_of


@dataclass(frozen=True)
class Placement:
    """A session at a centre, whoever teaches or attends it.

    ``ordinal``: which session of the week (1..n). ``usable``: all dates on which it could be held.
    ``dates``: those on which it is.
    """

    course: Course
    centre: Centre
    when: When
    ordinal: int
    usable: tuple[date, ...]
    dates: tuple[date, ...]


def placement_of(network: Network, meeting: Meeting) -> Placement:
    """The placement of a session of a plan, on the dates that the plan lists."""
    course, session, when = meeting.course, meeting.session, meeting.when
    usable = network.usable_dates(course, session.centre, when.weekday, when.weeks)
    centre = network.centre_by_id[session.centre]
    return Placement(course, centre, when, ordinal_of(session), tuple(usable), session.dates)


def is_available(windows: tuple[Window, ...], when: When) -> bool:
    """Whether windows of availability (none: always) contain the session in all its weeks."""
    return windows_admit(windows, when.weekday, when.start, when.end, when.weeks)
