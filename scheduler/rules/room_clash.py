"""A room holds one session at a time; equal names in one institution are one room."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from scheduler.engine.clashes import at_once
from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.candidates import Placement
    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """Clique by clique: at every moment at most one use of the room."""
    uses: dict[tuple[str, str], list[tuple[str, Placement, Literal]]] = defaultdict(list)
    for group in model.groups.values():
        for slot in group.all_slots():
            institution = model.network.centre_by_id[slot.placement.centre].institution
            for room, literal in slot.rooms:
                uses[institution, room.name].append((group.id, slot.placement, literal))
    for of_room in uses.values():
        for literals in at_once(of_room, model.week_atoms):
            model.require("room_clash", total(literals) <= 1)
