"""Looks at the centre of each session: is it open, does it take the course."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.centre_open import RULE
from models.tables import Centre, CentreStatus, Course
from models.text import Text
from reports.audit import say
from reports.audit.facts import facts_of
from reports.audit.placement import Placement

CLOSED = Text(
    "Занятие {session} назначено в РЦ {centre}, который не открыт или не участвует в этом году.",
    "Session {session} is at centre {centre}, which is not open or does not take part this year.",
)
OTHER_COURSE = Text(
    "Занятие {session} назначено в РЦ {centre}, где курс {course} не ведётся.",
    "Session {session} is at centre {centre}, which does not run course {course}.",
)
CURE = Text("Перенесите группу в другой РЦ.", "Move the group to another centre.")


def admits(network: Network, placement: Placement) -> bool:
    """Whether the session is at a centre where the course may be held."""
    return may_hold(network, placement.course, placement.centre)


def may_hold(network: Network, course: Course, centre: Centre) -> bool:
    """Whether the centre is open and takes the course."""
    return is_open(network, centre) and takes(centre, course)


def is_open(network: Network, centre: Centre) -> bool:
    """Whether the centre is open and its institution takes part this year."""
    return centre.status is CentreStatus.OPEN and network.institution_by_id[centre.institution].participates


def takes(centre: Centre, course: Course) -> bool:
    """Whether the course names the centre, or names none and the centre runs its profile."""
    if course.centres:
        return centre.id in course.centres
    return not centre.profiles or course.profile in centre.profiles


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A session at a centre that is closed or does not take the course."""
    for meeting in facts_of(network, plan).meetings:
        centre = network.centre_by_id[meeting.session.centre]
        values = {"session": meeting.id, "centre": centre.id, "course": meeting.course.id}
        if not is_open(network, centre):
            yield say.finding(RULE, CLOSED(**values), CURE(), who=(meeting.id, centre.id))
        if not takes(centre, meeting.course):
            yield say.finding(RULE, OTHER_COURSE(**values), CURE(), who=(meeting.id, centre.id))
