"""Optional runs are ordered where somebody needs them, and no more of them than that."""

from __future__ import annotations

from instances.tiny import ALL
from models.network import Network
from models.outcome import Solved
from models.plan import Plan
from models.tables import RunKind
from reports.audit import audit
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve

BUSES = ALL["full_buses"].network
"""Two runs there with a seat each, one back; two of three villagers can go."""


def with_seats(first: int, second: int) -> Network:
    """All runs optional, with so many seats on the two runs there."""
    seats = {"Р1": first, "Р2": second, "Р3": 2}
    runs = tuple(run.replace(kind=RunKind.OPTIONAL, seats=seats[run.id]) for run in BUSES.runs)
    return BUSES.replace(runs=runs)


def planned(network: Network) -> Plan:
    """The best plan of a network, proven."""
    outcome = solve(network, Settings(time_limit_s=60, deterministic=True), audit)
    assert isinstance(outcome, Solved)
    assert outcome.plan.status == "optimal"
    return outcome.plan


def ordered(plan: Plan) -> tuple[int, set[str]]:
    """The level, and the runs with a rider."""
    level = next(level for level in plan.levels if level.name == "ordered_runs")
    return level.value, {ride.run for ride in plan.rides}


def test_as_many_as_are_needed() -> None:
    """One seat each: both runs there and the one back; two seats on the second: it and the one back."""
    assert ordered(planned(with_seats(1, 1))) == (3, {"Р1", "Р2", "Р3"})
    assert ordered(planned(with_seats(1, 2))) == (2, {"Р2", "Р3"})


def test_a_fixed_run_is_not_counted() -> None:
    """With fixed runs alone there is no such level."""
    assert all(level.name != "ordered_runs" for level in planned(BUSES).levels)


def test_seats_come_before_runs() -> None:
    """A run is never saved at the cost of a student's place; asked for first, none is ordered."""
    first = with_seats(1, 1)
    goals = ("ordered_runs", *(goal for goal in first.goals if goal != "ordered_runs"))
    thrifty = planned(first.replace(goals=goals))
    assert ordered(thrifty) == (0, set())
    assert len(planned(first).seats_of) > len(thrifty.seats_of)
