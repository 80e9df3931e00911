"""Evenings and trips of the students, to be as few as possible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.expressions import Expr, Literal
    from scheduler.engine.model import PlanModel


def levels(model: PlanModel, lottery_seed: int) -> Iterator[tuple[str, Expr]]:  # noqa: ARG001 - one shape for all goals
    """A literal for every weekday a student may come, and for every weekday and site away from home.

    Where no two sessions of a student can fall on one day, the literals of the sessions themselves
    are added up, which is tighter.
    """
    terms: list[Expr] = []
    for student, seats in model.student_seats.items():
        home = model.network.student_by_id[student].institution
        evenings: dict[int, list[Literal]] = defaultdict(list)
        trips: dict[tuple[int, str], list[Literal]] = defaultdict(list)
        for seat in seats:
            for session in seat.group.slots:
                days = model.days(seat, session)
                for (weekday, _, site), literal in days.items():
                    evenings[weekday].append(literal)
                    if site != home:
                        trips[weekday, site].append(literal)
        alone = model.one_session_at_most(student)
        for (weekday, site), literals in trips.items():
            terms.append(_any(model, literals, alone, f"trip[{student},{weekday},{site}]"))
        for weekday, literals in evenings.items():
            terms.append(_any(model, literals, alone, f"evening[{student},{weekday}]"))
    yield "trips", total(terms)


def _any(model: PlanModel, literals: list[Literal], alone: bool, name: str) -> Expr:
    if alone or len(literals) == 1:
        return total(literals)
    literal = model.cp.new_bool_var(name)
    for one in literals:
        model.cp.add_implication(one, literal)
    return literal
