"""Looks for each locked student, time, room, teacher and centre in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Group, Plan, Session
from models.rules.locks import RULE
from models.tables import Lock
from models.text import Message, Text
from models.time import format_clock
from reports.audit import say
from reports.audit.facts import facts_of, ordinal_of

NOT_OPEN = Text(
    "Группа {group} закреплена, но не открыта. Причина закрепления: {reason}",
    "Group {group} is locked but not open. Reason of the lock: {reason}",
)
STUDENT = Text(
    "Обучающийся {student} закреплён за группой {group}, но не зачислен в неё. Причина закрепления: {reason}",
    "Student {student} is locked to group {group} but not in it. Reason of the lock: {reason}",
)
OTHERWISE = Text(
    "У группы {group} закреплено: {locked}, а в плане иначе ({sessions}). Причина закрепления: {reason}",
    "Group {group} has a lock ({locked}) that the plan breaks ({sessions}). Reason of the lock: {reason}",
)
NO_SESSION = Text(
    "У группы {group} закреплено: {locked}, но такого занятия в плане нет. Причина закрепления: {reason}",
    "Group {group} has a lock ({locked}), but the plan has no such session. Reason of the lock: {reason}",
)
CENTRE = Text("РЦ {value}", "centre {value}")
ROOM = Text("кабинет {value}", "room {value}")
TEACHER = Text("учитель {value}", "teacher {value}")
DAY = Text("день {value}", "day {value}")
START = Text("начало {value}", "start {value}")
SESSION = Text("занятие {value}", "session {value}")
CURE = Text("Выполните закрепление или снимите его.", "Keep the lock or take it off.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """Every part of every lock that the plan does not keep."""
    for _, finding in _findings(network, plan):
        yield finding


def broken_locks(network: Network, plan: Plan) -> tuple[Lock, ...]:
    """The locks that the plan does not keep."""
    broken = [lock for lock, _ in _findings(network, plan)]
    return tuple(lock for lock in network.locks if lock in broken)


def _findings(network: Network, plan: Plan) -> Iterator[tuple[Lock, Finding]]:
    facts = facts_of(network, plan)
    groups = {group.id: group for group in plan.groups}
    members = {(seat.student.id, seat.group.id) for seat in facts.seats}
    for lock in network.locks:
        group = groups.get(lock.group)
        values = {"group": lock.group, "student": lock.student, "reason": lock.reason}
        if group is None:
            yield lock, say.finding(RULE, NOT_OPEN(**values), CURE(), who=(lock.group,))
            continue
        if lock.student and (lock.student, lock.group) not in members:
            yield lock, say.finding(RULE, STUDENT(**values), CURE(), who=(lock.student, lock.group))
        for locked, broken in _broken(lock, group):
            text = OTHERWISE if broken else NO_SESSION
            message = text(locked=locked, sessions=broken, **values)
            yield lock, say.finding(RULE, message, CURE(), who=(lock.group, *broken))


def _broken(lock: Lock, group: Group) -> Iterator[tuple[Message, list[str]]]:
    """Each locked value with the sessions that differ; a session that is not there is broken as well."""
    named = [s for s in group.sessions if lock.session is None or ordinal_of(s) == lock.session]
    timed = [s for s in group.sessions if ordinal_of(s) == (lock.session or 1)]
    if (lock.session is not None and not named) or not group.sessions:
        yield SESSION(value=lock.session or 1), []
        return
    tests: list[tuple[Message, list[Session], list[bool]]] = []
    if lock.centre:
        tests.append((CENTRE(value=lock.centre), named, [s.centre == lock.centre for s in named]))
    if lock.room:
        tests.append((ROOM(value=lock.room), named, [s.room == lock.room for s in named]))
    if lock.teacher:
        tests.append((TEACHER(value=lock.teacher), named, [lock.teacher in s.teachers for s in named]))
    if lock.weekday is not None:
        day: object = say.weekday(lock.weekday) if 1 <= lock.weekday <= 7 else lock.weekday
        tests.append((DAY(value=day), timed, [s.weekday == lock.weekday for s in timed]))
    if lock.start is not None:
        message = START(value=format_clock(lock.start))
        tests.append((message, timed, [s.start == lock.start for s in timed]))
    for message, sessions, kept in tests:
        if not all(kept) or not kept:
            yield message, [s.id for s, fine in zip(sessions, kept, strict=True) if not fine]
