"""Compares each group with the form its course prescribes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.finding import Finding
from models.network import Network, split_group_id
from models.plan import Group, Plan, session_id
from models.rules.group_form import RULE
from models.tables import Course
from models.text import Text
from models.time import format_clock
from reports.audit import say
from reports.audit.facts import facts_of, weeks_mask

ID = Text(
    "«{group}» — не номер группы курса {course}: нужны номера от {course}-1 до {course}-{last}.",
    "{group} is no group id of course {course}: ids run from {course}-1 to {course}-{last}.",
)
ID_CURE = Text("Исправьте номер группы.", "Correct the id of the group.")
SESSIONS = Text(
    "У группы {group} занятий в неделю {number}, а нужно {needed}.",
    "Group {group} has {number} sessions a week, but {needed} are needed.",
)
SESSIONS_CURE = Text("Добавьте или уберите занятия.", "Add or remove sessions.")
SESSION_IDS = Text(
    "Занятия группы {group} названы {ids}, а должны называться {due}.",
    "The sessions of group {group} are named {ids} and should be named {due}.",
)
SESSION_IDS_CURE = Text("Исправьте номера занятий.", "Correct the ids of the sessions.")
DIFFER = Text(
    "Занятия группы {group} различаются: {what}.",
    "The sessions of group {group} differ in their {what}.",
)
DIFFER_CURE = Text("Сделайте их одинаковыми.", "Make them equal.")
CENTRES = Text("РЦ", "centres")
TEACHERS = Text("учителя", "teachers")
WEEKS = Text("недели", "weeks")
WRONG_WEEKS = Text(
    "Недели занятия {session} — не из тех, что допускает курс {course}.",
    "The weeks of session {session} are none that course {course} allows.",
)
WEEKS_CURE = Text("Возьмите недели курса.", "Take weeks of the course.")
LISTED_WEEKS = Text(
    "Недели занятия {session} повторяются или стоят не по порядку.",
    "The weeks of session {session} are repeated or out of order.",
)
SORT_WEEKS = Text("Укажите каждую неделю один раз, по порядку.", "List each week once, in order.")
LENGTH = Text(
    "Занятие {session} ({start}–{end}) длится {minutes} мин, а занятие курса — {needed}.",
    "Session {session} ({start}–{end}) lasts {minutes} minutes; one of the course lasts {needed}.",
)
LENGTH_CURE = Text("Исправьте начало или конец.", "Correct the start or the end.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A group of another form than its course's."""
    for group, course in facts_of(network, plan).groups:
        yield from _ids(network, group, course)
        yield from _alike(network, group)
        allowed = network.week_masks(course)
        needed = network.session_minutes(course)
        for session in group.sessions:
            if weeks_mask(network, session) not in allowed:
                message = WRONG_WEEKS(session=session.id, course=course.id)
                yield say.finding(RULE, message, WEEKS_CURE(), who=(group.id, session.id))
            elif list(session.weeks) != sorted(set(session.weeks)):
                yield say.finding(
                    RULE, LISTED_WEEKS(session=session.id), SORT_WEEKS(), who=(group.id, session.id)
                )
            minutes = session.end - session.start
            if minutes != needed:
                yield say.finding(
                    RULE,
                    LENGTH(
                        session=session.id,
                        start=format_clock(session.start),
                        end=format_clock(session.end),
                        minutes=minutes,
                        needed=needed,
                    ),
                    LENGTH_CURE(),
                    who=(group.id, session.id),
                    excess=abs(minutes - needed),
                    unit=say.MINUTES,
                )


def _ids(network: Network, group: Group, course: Course) -> Iterator[Finding]:
    last = network.group_counts.get(course.id, 0)
    try:
        name, ordinal = split_group_id(group.id)
    except ValueError:
        name, ordinal = "", 0
    if name != course.id or not 1 <= ordinal <= last:
        yield say.finding(RULE, ID(group=group.id, course=course.id, last=last), ID_CURE(), who=(group.id,))
    number, needed = len(group.sessions), course.weekly_sessions
    if number != needed:
        yield say.finding(
            RULE,
            SESSIONS(group=group.id, number=number, needed=needed),
            SESSIONS_CURE(),
            who=(group.id,),
            excess=abs(number - needed),
            unit=say.SESSIONS,
        )
    ids = [session.id for session in group.sessions]
    due = [session_id(group.id, ordinal) for ordinal in range(1, number + 1)]
    if set(ids) != set(due):
        message = SESSION_IDS(group=group.id, ids=ids, due=due)
        yield say.finding(RULE, message, SESSION_IDS_CURE(), who=(group.id,))


def _alike(network: Network, group: Group) -> Iterator[Finding]:
    differing: dict[Text, set[Any]] = {
        CENTRES: {session.centre for session in group.sessions},
        TEACHERS: {frozenset(session.teachers) for session in group.sessions},
        WEEKS: {weeks_mask(network, session) for session in group.sessions},
    }
    for what, values in differing.items():
        if len(values) > 1:
            message = DIFFER(group=group.id, what=what)
            yield say.finding(RULE, message, DIFFER_CURE(), who=(group.id,))
