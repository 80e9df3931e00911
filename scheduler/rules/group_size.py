"""An open group has at least its minimum and at most its maximum of members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """Linear in the seats; the minimum may differ from centre to centre."""
    network = model.network
    for group in model.groups.values():
        largest = network.group_max(group.course, group.id)
        smallest = {centre: network.group_min(group.course, centre, group.id) for centre in group.centres()}
        model.require("group_size", group.size() <= largest * group.opened)
        model.require(
            "group_size",
            group.size() >= total(least * group.at_centre(centre) for centre, least in smallest.items()),
        )
