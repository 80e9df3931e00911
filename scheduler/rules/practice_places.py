"""A kindergarten takes practising students only within its windows and up to its places at a time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from models.network import windows_admit
from scheduler.engine.expressions import total
from scheduler.engine.sharing import Sharing

if TYPE_CHECKING:
    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel
    from scheduler.engine.variables import GroupVars


def encode(model: PlanModel) -> None:
    """Windows seat by seat; groups that meet at one time share the places."""
    sharing = Sharing(model, "practice_places", "practice")
    for place in model.network.practice_places:
        members: dict[str, list[Literal]] = defaultdict(list)
        groups: dict[str, GroupVars] = {}
        for seat in model.seats:
            literal = seat.sites.get(place.institution) if seat.group.course.is_practice else None
            if literal is None:
                continue
            groups[seat.group.id] = seat.group
            members[seat.group.id].append(literal)
            for session in seat.group.slots:
                within = [
                    slot.chosen
                    for slot in seat.admitted[session, place.institution]
                    if windows_admit(
                        place.windows,
                        slot.placement.weekday,
                        slot.placement.start,
                        slot.placement.end,
                        slot.placement.weeks,
                    )
                ]
                model.require("practice_places", literal <= total(within))
        sharing.share(place.institution, place.places, list(groups.values()), members)
