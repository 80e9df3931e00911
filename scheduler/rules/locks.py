"""What the planner locked holds; every lock opens its group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.tables import Lock
    from scheduler.engine.expressions import Expr
    from scheduler.engine.model import PlanModel
    from scheduler.engine.variables import GroupVars


def encode(model: PlanModel) -> None:
    """Each part of a lock is a sum of literals that must reach 1; no literal left makes it infeasible."""
    for index, lock in enumerate(model.network.locks):
        group = model.groups.get(lock.group)
        if group is None:
            model.require("locks", False, lock=str(index))
            continue
        for literal in locked(model, lock, group):
            model.require("locks", literal >= 1, lock=str(index))


def locked(model: PlanModel, lock: Lock, group: GroupVars) -> Iterator[Expr]:
    """Expressions that are 1 exactly when the parts of the lock hold."""
    yield group.opened
    if lock.session is not None and lock.session not in group.slots:
        yield total([])
    if lock.student:
        yield total(seat.taken for seat in model.seats_in(lock.student, lock.group))
    if lock.centre:
        yield group.at_centre(lock.centre)
    if lock.teacher:
        yield total([group.teachers[lock.teacher]] if lock.teacher in group.teachers else [])
    if lock.weekday is not None or lock.start is not None:
        yield total(
            slot.chosen
            for slot in group.slots.get(lock.session or 1, [])
            if lock.weekday in (None, slot.placement.weekday) and lock.start in (None, slot.placement.start)
        )
    if lock.room:
        for session in [lock.session] if lock.session else list(group.slots):
            yield total(
                literal
                for slot in group.slots.get(session, [])
                for room, literal in slot.rooms
                if room.name == lock.room
            )
