"""No more riders on a run than seats, in every week; a student rides once however many sessions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from models.plan import Direction
from scheduler.engine.expressions import total
from scheduler.engine.peaks import Use, peaks
from scheduler.engine.presence import Visit, any_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scheduler.engine.expressions import Expr
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """Sum over the students of "rides this run on this weekday in this part of the year" <= seats.

    A student's rides that cannot come together are added up as they are; where they could, one more
    literal says "at least one of them".
    """
    riders: dict[tuple[str, int], list[tuple[Use, Visit]]] = defaultdict(list)
    directions: dict[Visit, Direction] = {}
    for seat in model.seats:
        for (session, direction), ways in seat.ways.items():
            for way in ways:
                if way.way.run and way.weekday is not None and way.weeks is not None:
                    ride = Visit(seat, session, way.weekday, way.weeks, way.site, way.site, way.taken)
                    directions[ride] = direction
                    riders[way.way.run, way.weekday].append((Use(seat.group.id, way.weeks), ride))
    for (run, weekday), rides_of_run in riders.items():
        seats = model.network.run_by_id[run].seats
        for rides in peaks(rides_of_run, model.week_atoms):
            by_student: dict[str, list[Visit]] = defaultdict(list)
            for ride in rides:
                by_student[ride.seat.student.id].append(ride)
            if len(by_student) > seats:
                model.require(
                    "bus_seats",
                    total(
                        _rides(model, student, found, directions, f"{run},{weekday}")
                        for student, found in by_student.items()
                    )
                    <= seats,
                )


def _rides(
    model: PlanModel, student: str, rides: Iterable[Visit], directions: dict[Visit, Direction], run: str
) -> Expr:
    """1 if the student rides the run that day, one way or both."""
    by_direction: dict[Direction, list[Visit]] = defaultdict(list)
    for ride in rides:
        by_direction[directions[ride]].append(ride)
    each = [
        any_of(model, found, f"rides[{student},{run},{direction.value}]")
        for direction, found in by_direction.items()
    ]
    if len(each) == 1:
        return each[0]
    literal = model.cp.new_bool_var(f"rides[{student},{run}]")
    for ridden in each:
        model.cp.add(literal >= ridden)
    return literal
