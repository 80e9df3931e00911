"""Literals "the student is there that day", kept tight where two sessions cannot fall on one day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scheduler.engine.candidates import pause_between
from scheduler.engine.clashes import clash
from scheduler.engine.expressions import Expr, Literal, total

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel
    from scheduler.engine.variables import Seat, Slot


@dataclass(frozen=True, slots=True, eq=False)
class Visit:
    """A session of a seat on one weekday, in one set of weeks, at one site, with its literal.

    ``named`` is the site as it stands in ``Seat.sites``. ``site``: "" for any centre.
    """

    seat: Seat
    session: int
    weekday: int
    weeks: int
    site: str
    named: str
    literal: Literal


def visits(model: PlanModel, student: str) -> list[Visit]:
    """Every visit a student may make."""
    return [
        Visit(seat, session, *stay, literal)
        for seat in model.student_seats[student]
        for session in seat.group.slots
        for stay, literal in model.days(seat, session).items()
    ]


def any_of(model: PlanModel, candidates: list[Visit], name: str) -> Expr:
    """1 if at least one of the visits is made (and at least that much in the linear relaxation).

    Visits that exclude one another are added up before they are compared with the literal; if all of
    them do, their sum is the answer itself and no literal is needed. Who asks for the same visits again gets
    the same answer.
    """
    asked = frozenset(visit.literal.index for visit in candidates)
    if asked not in model.present:
        model.present[asked] = _any_of(model, candidates, name)
    return model.present[asked]


def _any_of(model: PlanModel, candidates: list[Visit], name: str) -> Expr:

    def together(one: Visit, other: Visit) -> bool:
        return can_come_together(model, one, other)

    cliques: list[list[Visit]] = []
    for visit in candidates:
        for clique in cliques:
            if not any(together(visit, other) for other in clique):
                clique.append(visit)
                break
        else:
            cliques.append([visit])
    if len(cliques) == 1:
        return total(visit.literal for visit in candidates)
    present = model.cp.new_bool_var(name)
    for clique in cliques:
        chosen = {visit.literal.index for visit in clique}
        members = list(clique)
        for visit in candidates:
            if visit.literal.index not in chosen and not any(together(visit, m) for m in members):
                members.append(visit)
        model.cp.add(present >= total(visit.literal for visit in members))
    return present


def can_come_together(model: PlanModel, one: Visit, other: Visit) -> bool:
    """Whether a student could make both visits on one weekday (of the same or of different weeks)."""
    if one.seat is other.seat:
        if one.session == other.session or one.weeks != other.weeks:
            return False
    elif not model.may_meet(one.seat, other.seat):
        return False
    student = one.seat.student
    return any(
        not clash(a.placement, b.placement, pause_between(model.network, student, here, there))
        for a, here in _slots(model, one)
        for b, there in _slots(model, other)
    )


def _slots(model: PlanModel, visit: Visit) -> list[tuple[Slot, str]]:
    """The slots at which the visit could be made, with their sites."""
    slots = [
        (slot, visit.named or model.site_of(slot))
        for slot in visit.seat.admitted[visit.session, visit.named]
        if slot.placement.weekday == visit.weekday and slot.placement.weeks == visit.weeks
    ]
    return [(slot, site) for slot, site in slots if visit.site in ("", site)]
