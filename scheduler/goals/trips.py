"""Evenings and trips of the students, to be as few as possible."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from scheduler.engine.expressions import Objective, total
from scheduler.engine.loads import most_sessions
from scheduler.engine.one_day import OneDay
from scheduler.engine.presence import Visit, any_of, visits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.engine.expressions import Expr
    from scheduler.engine.model import PlanModel


def levels(model: PlanModel, lottery_seed: int) -> Iterator[Objective]:  # noqa: ARG001 - one shape for all goals
    """One term for every weekday a student may come, one for every weekday and site away from home."""
    terms: list[Expr] = []
    one_day = OneDay(model) if model.reduce else None

    def add(found: list[Visit], name: str) -> None:
        terms.append(any_of(model, found, name))
        if one_day is not None:
            one_day.sharpen(terms[-1], found)

    for student in model.student_seats:
        home = model.network.student_by_id[student].institution
        evenings: dict[int, list[Visit]] = defaultdict(list)
        trips: dict[tuple[int, str], list[Visit]] = defaultdict(list)
        for visit in visits(model, student):
            evenings[visit.weekday].append(visit)
            if visit.site != home:
                trips[visit.weekday, visit.site].append(visit)
        for (weekday, site), found in trips.items():
            add(found, f"trip[{student},{weekday},{site}]")
        for weekday, found in evenings.items():
            add(found, f"evening[{student},{weekday}]")
    most = sum(2 * most_sessions(model, student) for student in model.student_seats)
    yield Objective("trips", total(terms), worst=most)
