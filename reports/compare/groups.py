"""What becomes of the groups of one plan in another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.order import natural
from models.plan import Group, Plan


class GroupTurn(StrEnum):
    OPENED = "opened"
    CLOSED = "closed"
    MOVED = "moved"
    KEPT = "kept"


@dataclass(frozen=True)
class GroupChange:
    """A group in both plans (``None`` where it is not open) and its sizes. ``MOVED``: centre, room, teachers,
    day or time of some session differ."""

    id: str
    course: str
    turn: GroupTurn
    before: Group | None
    after: Group | None
    size_before: int
    size_after: int


def group_changes(before: Plan, after: Plan) -> list[GroupChange]:
    """One entry for every group of either plan, by id."""
    found = []
    for id in sorted({*before.group_by_id, *after.group_by_id}, key=natural):
        old, new = before.group_by_id.get(id), after.group_by_id.get(id)
        known = new or old
        assert known is not None
        if old is None or new is None:
            turn = GroupTurn.OPENED if old is None else GroupTurn.CLOSED
        else:
            turn = GroupTurn.KEPT if _held(old) == _held(new) else GroupTurn.MOVED
        sizes = (len(plan.members.get(id, [])) for plan in (before, after))
        found.append(GroupChange(id, known.course, turn, old, new, *sizes))
    return found


def _held(group: Group) -> tuple[object, ...]:
    return tuple(
        (s.id, s.centre, s.room, s.teachers, s.weekday, s.start, s.end, s.weeks) for s in group.sessions
    )
