"""Of plans that differ by the numbers of equal groups or of equal sessions alone, the model keeps one.

Margot, F. (2010), "Symmetry in integer linear programming": an order among what is interchangeable.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel
    from scheduler.engine.variables import GroupVars, Slot


def break_symmetry(model: PlanModel) -> None:
    """Adds both orders. They go together: with the sessions of every group in order, the groups can be put
    in order by their first sessions."""
    order_equal_groups(model)
    _order_equal_sessions(model)


def order_equal_groups(model: PlanModel) -> None:
    """Of groups that nothing tells apart, the earlier ordinal opens first and stands first."""
    named = {lock.group for lock in model.network.locks} | set(model.network.permission_by_group)
    for groups in model.course_groups.values():
        equal = [group for group in groups if group.id not in named]
        for first, second in pairwise(equal):
            model.cp.add_implication(second.opened, first.opened)
            if first.slots.get(1):
                here, there = (
                    cp_model.LinearExpr.weighted_sum(
                        [slot.chosen for slot in group.slots[1]], range(len(group.slots[1]))
                    )
                    for group in (first, second)
                )
                model.cp.add(here <= there).only_enforce_if(second.opened)


def _order_equal_sessions(model: PlanModel) -> None:
    """Of sessions of a group that nothing tells apart, the earlier ordinal stands first in the week."""
    for group in model.groups.values():
        for first, second in pairwise(group.slots.values() if has_equal_sessions(model, group) else []):
            for moment in sorted({slot.placement.moment for slot in first}):
                before = total(slot.chosen for slot in first if slot.placement.moment < moment)
                up_to = total(slot.chosen for slot in second if slot.placement.moment <= moment)
                model.cp.add(up_to <= before)


def has_equal_sessions(model: PlanModel, group: GroupVars) -> bool:
    """Whether nothing but their ordinals tells the sessions of a group apart: neither the number of their
    dates nor where they may stand, no lock and no plan to stay near to."""
    course = group.course
    is_locked = any(lock.group == group.id for lock in model.network.locks)
    is_known = model.like is not None and group.id in model.like.group_by_id
    if is_locked or is_known or course.sessions_needed % course.weekly_sessions:
        return False
    first, *others = ({_offered(slot) for slot in slots} for slots in group.slots.values())
    return all(other == first for other in others)


def _offered(slot: Slot) -> tuple[object, ...]:
    """When and where a slot is, and with whom it can be held."""
    placement = slot.placement
    rooms = tuple(room.name for room, _ in slot.rooms)
    teachers = tuple(name for name, _ in slot.teachers)
    return (*placement.moment, placement.centre, placement.weeks, rooms, teachers)
