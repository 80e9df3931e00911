"""Those who come to the centre are no more than the room of each session of the group can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """Sum of seats <= sum over the room literals of what each room (or the group itself) can hold."""
    for group in model.groups.values():
        coming = group.in_person()
        most = len(coming)
        for slots in group.slots.values():
            rooms = [(room, literal) for slot in slots for room, literal in slot.rooms]
            if any(room.capacity < most for room, _ in rooms):
                model.require(
                    "room_capacity",
                    total(coming) <= total(min(room.capacity, most) * literal for room, literal in rooms),
                )
