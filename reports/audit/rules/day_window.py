"""Looks at the weekday and the clock times of each session."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.day_window import RULE
from models.text import Text
from models.time import format_clock
from reports.audit import limits, say
from reports.audit.facts import facts_of
from reports.audit.placement import SUNDAY, day_limits, is_available, is_network_day, windows_of

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


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A session on a wrong day, or outside the day or the windows."""
    for meeting in facts_of(network, plan).meetings:
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
