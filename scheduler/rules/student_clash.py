"""Between two sessions of a student lie the way and the buffer, or the break norm within one site."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from scheduler.engine.candidates import pause_between
from scheduler.engine.clashes import never_both

if TYPE_CHECKING:
    from scheduler.engine.candidates import Placement
    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel
    from scheduler.engine.variables import Seat


class Pair(NamedTuple):
    """Two sessions, each at a site of a student's; students of one mobility share its literal."""

    group: str
    session: int
    site: str
    other_group: str
    other_session: int
    other_site: str
    may_travel_alone: bool


def encode(model: PlanModel) -> None:
    """Pair formulation: one Boolean a pair of sessions at a pair of sites says that they clash; no
    student holds both seats then. Students who travel alike share it."""
    for seats in model.student_seats.values():
        for seat in seats:
            for one, other in combinations(seat.group.slots, 2):
                _exclude(model, (seat, one), (seat, other))
        for first, second in combinations(seats, 2):
            if not model.may_meet(first, second):
                continue
            for one in first.group.slots:
                for other in second.group.slots:
                    _exclude(model, (first, one), (second, other))


def _exclude(model: PlanModel, first: tuple[Seat, int], second: tuple[Seat, int]) -> None:
    for site, at_site in first[0].sites.items():
        for other_site, at_other in second[0].sites.items():
            if first[0] is second[0] and site != other_site:
                continue
            clash = _clash_literal(model, first, site, second, other_site)
            literals = {at_site, at_other}
            model.require("student_clash", sum(literals) + clash <= len(literals))


def _clash_literal(
    model: PlanModel, first: tuple[Seat, int], site: str, second: tuple[Seat, int], other_site: str
) -> Literal:
    """True if the chosen slots of two sessions leave the student too little time between them."""
    student = first[0].student
    pair = Pair(
        group=first[0].group.id,
        session=first[1],
        site=site,
        other_group=second[0].group.id,
        other_session=second[1],
        other_site=other_site,
        may_travel_alone=student.may_travel_alone,
    )
    if pair not in model.clashes:
        literal = model.clashes[pair] = model.cp.new_bool_var(f"clash[{','.join(map(str, pair))}]")
        for here, of_first in _by_site(model, first, pair.site).items():
            for there, of_second in _by_site(model, second, pair.other_site).items():
                pause = pause_between(model.network, student, here, there)
                for chosen, clashing in never_both(of_first, of_second, pause):
                    model.require("student_clash", chosen + clashing <= 1 + literal)
    return model.clashes[pair]


def clash_anywhere(model: PlanModel, first: tuple[Seat, int], second: tuple[Seat, int]) -> Literal:
    """True if the chosen slots of two sessions of a student clash, at whichever of the sites they are."""
    literals = [
        _clash_literal(model, first, site, second, other_site)
        for site, other_site in product(first[0].sites, second[0].sites)
    ]
    if len(literals) == 1:
        return literals[0]
    anywhere = model.cp.new_bool_var(f"clash[{first[0].group.id},{second[0].group.id},anywhere]")
    model.cp.add_bool_or([anywhere, *(~literal for literal in literals)])
    return anywhere


def _by_site(
    model: PlanModel, session: tuple[Seat, int], site: str
) -> dict[str, list[tuple[Placement, Literal]]]:
    """The slots of a session by the institution where it takes place."""
    seat, ordinal = session
    slots = defaultdict(list)
    for slot in seat.group.slots[ordinal]:
        where = site or model.network.centre_by_id[slot.placement.centre].institution
        slots[where].append((slot.placement, slot.chosen))
    return slots
