"""Literals that several rules share say what each of them would say by itself."""

from __future__ import annotations

from collections import defaultdict

import pytest
from ortools.sat.python import cp_model

from instances.tiny import ALL
from models.plan import Direction
from scheduler.engine.model import PlanModel


@pytest.mark.parametrize("name", ["two_sessions", "full_buses", "two_courses", "practice_places"])
def test_shared_literals_follow_from_seat_and_slot(name: str) -> None:
    """In a plan the day and the ways of a seat are those of the slot: of each, exactly one with the seat."""
    model = PlanModel(ALL[name].network)
    for seat in model.seats:
        model.days(seat, 1)
    model.cp.maximize(sum(seat.taken for seat in model.seats))
    solver = cp_model.CpSolver()
    assert solver.solve(model.cp) == cp_model.OPTIMAL
    for seat in model.seats:
        taken = solver.value(seat.taken)
        days = model.days(seat, 1)
        assert sum(solver.value(day) for day in days.values()) == taken
        ridden: dict[Direction, list[int | None]] = defaultdict(list)
        for (session, direction), ways in seat.ways.items():
            if session == 1:
                ridden[direction] += [way.weekday for way in ways if solver.value(way.taken)]
        slots = [slot.placement for slot in seat.group.slots[1] if solver.value(slot.chosen)]
        chosen = slots[0].weekday if slots else None
        assert all(stay.weekday == chosen for stay, day in days.items() if taken and solver.value(day))
        for weekdays in ridden.values():
            assert len(weekdays) == taken
            assert all(weekday in (None, chosen) for weekday in weekdays)
