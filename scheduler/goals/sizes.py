"""Distance of group sizes from the target, and imbalance of parallel groups, to be as small as possible."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from scheduler.engine.expressions import Objective, total
from scheduler.engine.loads import most_seats

if TYPE_CHECKING:
    from scheduler.engine.expressions import Expr
    from scheduler.engine.model import PlanModel


def levels(model: PlanModel, lottery_seed: int) -> Iterator[Objective]:  # noqa: ARG001 - one shape for all goals
    """|size - target| of open groups by two inequalities; the spread of a course by pairs of its groups."""
    terms: list[Expr] = []
    targets = 0
    for course_id, groups in model.course_groups.items():
        target = model.network.group_target(model.network.course_by_id[course_id])
        for group in groups:
            distance = model.cp.new_int_var(0, max(target, len(group.seats)), f"off_target[{group.id}]")
            model.cp.add(distance >= group.size() - target * group.opened)
            model.cp.add(distance >= target * group.opened - group.size())
            terms.append(distance)
            targets += target
        if len(groups) > 1:
            most = max(len(group.seats) for group in groups)
            spread = model.cp.new_int_var(0, most, f"spread[{course_id}]")
            for one, other in permutations(groups, 2):
                model.cp.add(spread >= one.size() - other.size() - most * (1 - other.opened))
            terms.append(spread)
    # no group is further off than its size and its target together, no spread larger than a size
    yield Objective("sizes", total(terms), worst=targets + 2 * most_seats(model))
