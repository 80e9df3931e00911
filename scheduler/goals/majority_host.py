"""By how many members the largest school of each group exceeds the host's own, to be as few as possible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.engine.expressions import Objective, total
from scheduler.engine.loads import most_seats
from scheduler.engine.variables import CENTRE

if TYPE_CHECKING:
    from scheduler.engine.expressions import Expr, Literal
    from scheduler.engine.model import PlanModel


def levels(model: PlanModel, lottery_seed: int) -> Iterator[Objective]:  # noqa: ARG001 - one shape for all goals
    """How many more members any school has than the host bounds the excess of a group from below."""
    terms: list[Expr] = []
    for group in model.groups.values():
        if group.course.is_practice or not group.seats:
            continue
        members: dict[str, list[Literal]] = defaultdict(list)
        at_home: list[Expr] = []
        for seat in group.seats:
            if seat.in_person is None:
                continue
            home = seat.student.institution
            members[home].append(seat.in_person)
            days = model.days(seat, 1)
            at_home += [lit for stay, lit in days.items() if stay.site == home and stay.named == CENTRE]
        if not members:
            continue
        excess = model.cp.new_int_var(0, max(map(len, members.values())), f"excess[{group.id}]")
        for literals in members.values():
            model.cp.add(excess >= total(literals) - total(at_home))
        terms.append(excess)
    yield Objective("majority_host", total(terms), worst=most_seats(model))
