"""A lock in words."""

from __future__ import annotations

from models.tables import Lock
from models.text import Message, Text
from models.time import SHORT_WEEKDAYS, format_clock

LOCK = Text("группа {group}: {what} ({reason})", "group {group}: {what} ({reason})")
STUDENT = Text("обучающийся {x}", "student {x}")
CENTRE = Text("РЦ {x}", "centre {x}")
SESSION = Text("занятие {x}", "session {x}")
START = Text("начало {x}", "start {x}")
ROOM = Text("кабинет {x}", "room {x}")
TEACHER = Text("учитель {x}", "teacher {x}")
IS_OPEN = Text("группа открыта", "the group is open")


def lock_in_words(lock: Lock) -> Message:
    """What a lock asks of its group, with the planner's reason."""
    parts: list[Message | Text] = []
    if lock.student:
        parts.append(STUDENT(x=lock.student))
    if lock.session is not None:
        parts.append(SESSION(x=lock.session))
    if lock.centre:
        parts.append(CENTRE(x=lock.centre))
    if lock.weekday is not None:
        parts.append(SHORT_WEEKDAYS[lock.weekday - 1])
    if lock.start is not None:
        parts.append(START(x=format_clock(lock.start)))
    if lock.room:
        parts.append(ROOM(x=lock.room))
    if lock.teacher:
        parts.append(TEACHER(x=lock.teacher))
    return LOCK(group=lock.group, what=parts or IS_OPEN, reason=lock.reason)
