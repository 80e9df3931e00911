"""Looks at the weekday and the clock times of each session."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.day_window import RULE
from models.tables import Centre, Course
from models.text import Text
from models.time import Window, format_clock
from reports.audit import limits, say
from reports.audit.facts import facts_of
from reports.audit.placement import Placement, is_available, placement_of

SUNDAY = 7

ON_SUNDAY = Text("Занятие {session} назначено на воскресенье.", "Session {session} is set for a Sunday.")
NO_NETWORK_DAY = Text(
    "Занятие {session} ({when}) назначено не на сетевой день.",
    "Session {session} ({when}) is not on a network day.",
)
EARLY = Text(
    "Занятие {session} ({when}) начинается раньше {limit}.",
    "Session {session} ({when}) starts before {limit}.",
)
LATE = Text(
    "Занятие {session} ({when}) кончается позже {limit}.",
    "Session {session} ({when}) ends after {limit}.",
)
OUTSIDE = Text(
    "Занятие {session} ({when}) не лежит в окне времени РЦ {centre}.",
    "Session {session} ({when}) is not within a window of centre {centre}.",
)
CURE = Text("Перенесите занятие.", "Move the session.")


def admits(network: Network, placement: Placement) -> bool:
    """Whether the session lies in the day, in a window and on a network day."""
    when = placement.when
    earliest, latest = day_limits(network, placement.course)
    return (
        is_network_day(network, when.weekday)
        and (earliest is None or when.start >= earliest)
        and (latest is None or when.end <= latest)
        and is_available(windows_of(network, placement.centre), when)
    )


def is_network_day(network: Network, weekday: int) -> bool:
    """Whether the network meets on that weekday; Sunday never."""
    days = network.rules.network_days
    return weekday != SUNDAY and (not days or weekday in days)


def day_limits(network: Network, course: Course) -> tuple[int | None, int | None]:
    """First and last minute of the day for the course's load category."""
    return (
        limits.limit(network, "day_start", load_category=course.load_category.value),
        limits.limit(network, "day_end", load_category=course.load_category.value),
    )


def windows_of(network: Network, centre: Centre) -> tuple[Window, ...]:
    """The centre's own windows, else the network's."""
    return centre.windows or network.rules.windows


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A session on a wrong day, or outside the day or the windows."""
    for meeting in facts_of(network, plan).meetings:
        if admits(network, placement_of(network, meeting)):
            continue
        session, when = meeting.session, meeting.when
        values = {"session": session.id, "when": say.moment(when), "centre": session.centre}
        who = (session.id,)
        if not is_network_day(network, when.weekday):
            text = ON_SUNDAY if when.weekday == SUNDAY else NO_NETWORK_DAY
            yield say.finding(RULE, text(**values), CURE(), who=who)
            continue
        earliest, latest = day_limits(network, meeting.course)
        if earliest is not None and when.start < earliest:
            yield say.finding(
                RULE,
                EARLY(limit=format_clock(earliest), **values),
                CURE(),
                who=who,
                excess=earliest - when.start,
                unit=say.MINUTES,
                clause=limits.clause(network, "day_start"),
            )
        if latest is not None and when.end > latest:
            yield say.finding(
                RULE,
                LATE(limit=format_clock(latest), **values),
                CURE(),
                who=who,
                excess=when.end - latest,
                unit=say.MINUTES,
                clause=limits.clause(network, "day_end", load_category=meeting.course.load_category.value),
            )
        windows = windows_of(network, network.centre_by_id[session.centre])
        if not is_available(windows, when):
            outside = min(
                (
                    max(0, window.start - when.start) + max(0, when.end - window.end)
                    for window in windows
                    if window.weekday == when.weekday
                ),
                default=None,
            )
            yield say.finding(
                RULE,
                OUTSIDE(**values),
                CURE(),
                who=who,
                excess=outside or None,
                unit=say.MINUTES,
            )
