"""A kindergarten takes practising students only within its windows and up to its places at a time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from models.network import windows_admit
from models.tables import PracticePlace
from scheduler.engine.clashes import never_both
from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.expressions import Expr, Literal
    from scheduler.engine.model import PlanModel
    from scheduler.engine.variables import GroupVars


def encode(model: PlanModel) -> None:
    """All members of a group at a site are there at once, so groups are counted, not students; two groups
    share the places if any of their sessions overlap."""
    meeting: dict[tuple[str, str], Literal] = {}
    for place in model.network.practice_places:
        members: dict[str, list[Literal]] = defaultdict(list)
        groups: dict[str, GroupVars] = {}
        for seat in model.seats:
            literal = seat.sites.get(place.institution)
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
        for literals in members.values():
            model.require("practice_places", total(literals) <= place.places)
        if len(groups) == 2:
            first, second = groups.values()
            here = total(literal for literals in members.values() for literal in literals)
            at_once = _at_once(model, meeting, first, second)
            model.require("practice_places", here <= place.places * (2 - at_once))
        elif len(groups) > 2:
            _share(model, place, groups, members)


def _at_once(
    model: PlanModel, known: dict[tuple[str, str], Literal], one: GroupVars, other: GroupVars
) -> Literal:
    """True if a session of the one group overlaps a session of the other."""
    key = (one.id, other.id)
    if key not in known:
        known[key] = model.cp.new_bool_var(f"practice[{one.id},{other.id}]")
        for first in one.slots.values():
            for second in other.slots.values():
                uses, others = (
                    [(slot.placement, slot.chosen) for slot in slots] for slots in (first, second)
                )
                for chosen, clashing in never_both(uses, others, 0):
                    model.require("practice_places", chosen + clashing <= 1 + known[key])
    return known[key]


def _share(
    model: PlanModel,
    place: PracticePlace,
    groups: dict[str, GroupVars],
    members: dict[str, list[Literal]],
) -> None:
    """Of three groups or more, those in session at any moment share the places (big-M over the places)."""
    sessions = [(group.id, slots) for group in groups.values() for slots in group.slots.values()]
    moments = sorted({(s.placement.weekday, s.placement.start) for _, slots in sessions for s in slots})
    for weekday, moment in moments:
        for atom in model.week_atoms:
            present: list[Expr] = []
            for name, slots in sessions:
                covering = [
                    slot.chosen
                    for slot in slots
                    if slot.placement.weekday == weekday
                    and slot.placement.start <= moment < slot.placement.end
                    and slot.placement.weeks & atom
                ]
                if covering:
                    label = f"practice[{place.institution},{name},{weekday},{moment},{atom:x}]"
                    count = model.cp.new_int_var(0, place.places, label)
                    model.require(
                        "practice_places",
                        count >= total(members[name]) - place.places * (1 - total(covering)),
                    )
                    present.append(count)
            if len(present) > 1:
                model.require("practice_places", total(present) <= place.places)
