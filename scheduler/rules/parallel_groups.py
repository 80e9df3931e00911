"""A centre holds no more groups at the same time than it takes; practice is held elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.engine.clashes import at_once
from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """Clique by clique: at every moment at most ``max_parallel_groups`` sessions at the centre."""
    for centre in model.network.centres:
        if centre.max_parallel_groups is None:
            continue
        uses = [
            (group.id, slot.placement, slot.chosen)
            for group in model.groups.values()
            if not group.course.is_practice
            for slot in group.all_slots()
            if slot.placement.centre == centre.id
        ]
        for literals in at_once(uses, model.week_atoms):
            if len(literals) > centre.max_parallel_groups:
                model.require("parallel_groups", total(literals) <= centre.max_parallel_groups)
