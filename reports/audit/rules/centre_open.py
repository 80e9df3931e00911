"""Looks at the centre of each session: is it open, does it take the course."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.centre_open import RULE
from models.text import Text
from reports.audit import say
from reports.audit.facts import facts_of
from reports.audit.placement import centre_is_open, centre_takes

CLOSED = Text(
    "Занятие {session} назначено в РЦ {centre}, который не открыт или не участвует в этом году.",
    "Session {session} is at centre {centre}, which is not open or does not take part this year.",
)
OTHER_COURSE = Text(
    "Занятие {session} назначено в РЦ {centre}, где курс {course} не ведётся.",
    "Session {session} is at centre {centre}, which does not run course {course}.",
)
CURE = Text("Перенесите группу в другой РЦ.", "Move the group to another centre.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A session at a centre that is closed or does not take the course."""
    for meeting in facts_of(network, plan).meetings:
        centre = network.centre_by_id[meeting.session.centre]
        values = {"session": meeting.id, "centre": centre.id, "course": meeting.course.id}
        if not centre_is_open(network, centre):
            yield say.finding(RULE, CLOSED(**values), CURE(), who=(meeting.id, centre.id))
        if not centre_takes(meeting.course, centre):
            yield say.finding(RULE, OTHER_COURSE(**values), CURE(), who=(meeting.id, centre.id))
