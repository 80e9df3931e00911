"""What another plan would mean for each student. For the office only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.network import Network
from models.order import natural
from models.plan import Enrolment, Plan
from models.tables import ChoiceKind


class Fate(StrEnum):
    LOSES = "loses"
    MOVES = "moves"
    GAINS = "gains"


@dataclass(frozen=True)
class Effect:
    """A student to whom the other plan does something: ``before`` and ``after`` are the groups sat in."""

    student: str
    fate: Fate
    before: tuple[str, ...]
    after: tuple[str, ...]


def effects(network: Network, before: Plan, after: Plan) -> tuple[Effect, ...]:
    """Who loses, who moves, who gains, in this order, by id.

    To lose is to be served worse on alternatives, or to lose an additional choice; to move is to be served
    the same in another group, or in the same one held at another time or place.
    """
    found = []
    for student in sorted(network.choices_by_student, key=natural):
        seats, then = before.seats_of.get(student, []), after.seats_of.get(student, [])
        fate = _fate(network, student, seats, then)
        if fate is None and _meetings(before, seats) != _meetings(after, then):
            fate = Fate.MOVES
        if fate is not None:
            found.append(Effect(student, fate, _groups(seats), _groups(then)))
    order = list(Fate)
    return tuple(sorted(found, key=lambda effect: order.index(effect.fate)))


def _fate(network: Network, student: str, before: list[Enrolment], after: list[Enrolment]) -> Fate | None:
    kinds = {choice.rank: choice.kind for choice in network.choices_by_student[student]}
    last = len(kinds) + 1 + max(kinds, default=0)

    def served(seats: list[Enrolment]) -> tuple[int, set[int]]:
        ranks = {seat.rank for seat in seats}
        alternatives = [rank for rank in ranks if kinds.get(rank) is ChoiceKind.ALTERNATIVE]
        return min(alternatives, default=last), {
            rank for rank in ranks if kinds.get(rank) is ChoiceKind.ADDITIONAL
        }

    (was, had), (now, has) = served(before), served(after)
    if now > was or had - has:
        return Fate.LOSES
    return Fate.GAINS if now < was or has - had else None


def _groups(seats: list[Enrolment]) -> tuple[str, ...]:
    return tuple(sorted(seat.group for seat in seats))


def _meetings(plan: Plan, seats: list[Enrolment]) -> set[tuple[object, ...]]:
    return {
        (seat.group, seat.mode, seat.site, session.centre, session.weekday, session.start, session.weeks)
        for seat in seats
        if seat.group in plan.group_by_id
        for session in plan.group_by_id[seat.group].sessions
    }
