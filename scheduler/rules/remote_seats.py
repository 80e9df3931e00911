"""No more remote members than a course allows a group, nor at a time than an institution has seats for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from scheduler.engine.expressions import total
from scheduler.engine.sharing import Sharing

if TYPE_CHECKING:
    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """Sums over the remote seats of a group, and of an institution in the groups that meet at one time."""
    members: dict[str, dict[str, list[Literal]]] = defaultdict(lambda: defaultdict(list))
    for group in model.groups.values():
        remote = group.remote()
        if len(remote) > group.course.remote_seats:
            model.require("remote_seats", total(remote) <= group.course.remote_seats)
        for seat in group.seats:
            if seat.remote is not None:
                members[seat.student.institution][group.id].append(seat.remote)
    sharing = Sharing(model, "remote_seats", "remote")
    for institution, of_groups in members.items():
        places = model.network.institution_by_id[institution].remote_seats
        sharing.share(institution, places, [model.groups[name] for name in of_groups], of_groups)
