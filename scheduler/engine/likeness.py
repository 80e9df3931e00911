"""How far a solution is from a plan that is known: of equally good plans, the one that changes least.

Counted are the people and things that a change touches: a seat that is not kept, a place of practice, a
session that is not held there and then, a room, a teacher; and groups that the plan did not have.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.network import Network
from models.plan import Plan, Session, session_ordinal
from scheduler.engine.expressions import Expr, Literal, Objective, total
from scheduler.engine.model import PlanModel
from scheduler.engine.settings import NEARER
from scheduler.engine.variables import GroupVars, Slot


def slot_of(model: PlanModel, group: GroupVars, session: Session) -> Slot | None:
    """The slot of a group that stands where a session of the plan does; ``None`` if the model has none."""
    weeks = model.network.school_calendar.mask_of_iso(session.weeks)
    return next(
        (
            slot
            for slot in group.slots.get(session_ordinal(session.id), [])
            if slot.placement.centre == session.centre
            and slot.placement.weekday == session.weekday
            and slot.placement.start == session.start
            and slot.placement.weeks == weeks
        ),
        None,
    )


def slots_of(model: PlanModel, group: GroupVars, plan: Plan) -> list[Slot]:
    """The slots of all sessions of a group as in the plan; none if one is missing, or the whole group."""
    known = plan.group_by_id.get(group.id)
    if known is None or known.course != group.course.id or len(known.sessions) != len(group.slots):
        return []
    slots = [slot_of(model, group, session) for session in known.sessions]
    return [slot for slot in slots if slot is not None] if None not in slots else []


def distance(model: PlanModel, plan: Plan) -> Objective:
    """What of the plan a solution does not keep, as an objective to be minimised."""
    kept = list(_kept(model, plan))
    new = [group.opened for group in model.groups.values() if group.id not in plan.group_by_id]
    expression: Expr = len(kept) - total(kept) + total(new)
    return Objective(NEARER, expression)


def _kept(model: PlanModel, plan: Plan) -> Iterator[Literal]:
    """The literals of what the plan has and the model can give."""
    seats = {(seat.student.id, seat.group.id): seat for seat in model.seats}
    for enrolment in plan.enrolments:
        seat = seats.get((enrolment.student, enrolment.group))
        if seat is not None:
            yield seat.taken
            if enrolment.site in seat.sites:
                yield seat.sites[enrolment.site]
    for group, session in plan.sessions():
        known = model.groups.get(group.id)
        slot = None if known is None else slot_of(model, known, session)
        if slot is None:
            continue
        yield slot.chosen
        yield from (literal for room, literal in slot.rooms if room.name == session.room)
        yield from (literal for name, literal in slot.teachers if name in session.teachers)


def changes(network: Network, plan: Plan, like: Plan) -> int:
    """How far a plan of the network is from another one: what ``distance`` counts, without a search."""
    model = PlanModel(network, reduce=False)
    seats = {(seat.student.id, seat.group.id): seat for seat in model.seats}
    now = {(enrolment.student, enrolment.group): enrolment.site for enrolment in plan.enrolments}
    lost = 0
    for enrolment in like.enrolments:
        key = (enrolment.student, enrolment.group)
        if key in seats:
            lost += key not in now
            lost += enrolment.site in seats[key].sites and now.get(key) != enrolment.site
    for group, session in like.sessions():
        known = model.groups.get(group.id)
        slot = None if known is None else slot_of(model, known, session)
        if slot is None:
            continue
        then = next((s for g, s in plan.sessions() if s.id == session.id and g.id == group.id), None)
        stays = then is not None and _when(then) == _when(session)
        lost += not stays
        lost += sum(
            not (stays and then is not None and then.room == room.name)
            for room, _ in slot.rooms
            if room.name == session.room
        )
        lost += sum(
            not (stays and then is not None and name in then.teachers)
            for name, _ in slot.teachers
            if name in session.teachers
        )
    return lost + sum(group.id not in like.group_by_id for group in plan.groups)


def _when(session: Session) -> tuple[object, ...]:
    return session.centre, session.weekday, session.start, session.weeks
