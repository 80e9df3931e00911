"""Looks at each session's room: whose it is, what it has, when it is free."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.room_fit import RULE
from models.tables import Course, Room
from models.text import Text
from reports.audit import say
from reports.audit.facts import facts_of
from reports.audit.placement import Placement, is_available

NONE = Text("У занятия {session} нет кабинета.", "Session {session} has no room.")
NAME_ONE = Text("Назначьте кабинет.", "Name a room.")
NOT_NEEDED = Text(
    "Занятию практики {session} указан кабинет {room}, а практика идёт в детских садах.",
    "Practice session {session} names room {room}, but practice is held in kindergartens.",
)
REMOVE = Text("Уберите кабинет.", "Remove the room.")
FOREIGN = Text(
    "Кабинета {room} нет в РЦ {centre} (занятие {session}).",
    "Centre {centre} has no room {room} ({session}).",
)
UNSUITED = Text(
    "Кабинет {room} занятия {session} не подходит курсу: нужны вид «{kind}», оборудование: {equipment}.",
    "Room {room} of session {session} does not suit the course: kind {kind}, equipment {equipment}.",
)
CLOSED = Text(
    "Кабинет {room} не свободен для занятия {session} ({when}).",
    "Room {room} is not available for session {session} ({when}).",
)
OTHER = Text("Назначьте другой кабинет.", "Choose another room.")
OTHER_TIME = Text("Назначьте другой кабинет или время.", "Choose another room or time.")


def admits(network: Network, placement: Placement, room: Room) -> bool:  # noqa: ARG001 - one shape for all filters
    """Whether the room has what the course needs and is available at the time."""
    return suits(room, placement.course) and is_available(room.windows, placement.when)


def suits(room: Room, course: Course) -> bool:
    """Whether the room has the kind and the equipment."""
    return course.room_kind in ("", room.kind) and set(course.equipment) <= set(room.equipment)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A session without the room it needs, or in one that is not fit for it."""
    for meeting in facts_of(network, plan).meetings:
        session, course = meeting.session, meeting.course
        values = {"session": session.id, "room": session.room, "centre": session.centre}
        who = (session.id,) if session.room is None else (session.id, session.room)
        if course.is_practice:
            if session.room is not None:
                yield say.finding(RULE, NOT_NEEDED(**values), REMOVE(), who=who)
            continue
        if session.room is None:
            yield say.finding(RULE, NONE(**values), NAME_ONE(), who=who)
            continue
        room = network.room_of(session.centre, session.room)
        if room is None:
            yield say.finding(RULE, FOREIGN(**values), OTHER(), who=who)
            continue
        if not suits(room, course):
            message = UNSUITED(kind=course.room_kind, equipment=course.equipment or "—", **values)
            yield say.finding(RULE, message, OTHER(), who=who)
        if not is_available(room.windows, meeting.when):
            message = CLOSED(when=say.moment(meeting.when), **values)
            yield say.finding(RULE, message, OTHER_TIME(), who=who)
