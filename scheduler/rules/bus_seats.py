"""No more riders on a run than seats, in every week; a student rides once however many sessions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from models.plan import Direction
from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """Sum over the students of "rides this run on this weekday in this part of the year" <= seats.

    A student's rides that cannot come together are added up as they are; where they could, one more
    literal says "at least one of them".
    """
    riders: dict[tuple[str, int, int], dict[str, list[tuple[Direction, Literal]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for seat in model.seats:
        for (_, direction), ways in seat.ways.items():
            for way in ways:
                if way.way.run and way.weekday is not None and way.weeks is not None:
                    for atom in model.week_atoms:
                        if way.weeks & atom:
                            riders[way.way.run, way.weekday, atom][seat.student.id].append(
                                (direction, way.taken)
                            )
    for (run, weekday, atom), students in riders.items():
        literals = []
        for student, taken in students.items():
            one_direction = len({direction for direction, _ in taken}) == 1
            if one_direction and (len(taken) == 1 or model.one_session_at_most(student)):
                literals += [literal for _, literal in taken]
            else:
                rides = model.cp.new_bool_var(f"rides[{student},{run},{weekday},{atom:x}]")
                for _, literal in taken:
                    model.cp.add_implication(literal, rides)
                literals.append(rides)
        seats = model.network.run_by_id[run].seats
        if len(literals) > seats:
            model.require("bus_seats", total(literals) <= seats)
