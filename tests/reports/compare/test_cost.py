"""Costs computed by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from models.plan import Direction, Ride
from models.prices import HEAD, HOUR, OPENING, RUN
from models.tables import Cost as Price
from models.tables import Run, RunStop
from reports.compare.cost import Cost, cost_of, run_dates, teacher_hours


def test_hours_heads_and_opening(plans: Any) -> None:
    """Base: 2 groups × 2 dates × 1 h = 4 h at 400, one host at 1000. "open": 4 groups, 2 hosts, opened."""
    base, opened = plans.base_side(), plans.opened_side()
    assert (base.hours, opened.hours) == (4, 8)
    assert base.cost == Cost(hours=1600.0, heads=1000.0)
    assert base.cost.yearly == 2600.0
    assert opened.cost == Cost(hours=3200.0, heads=2000.0, opening=50_000.0)
    assert opened.cost.yearly == 5200.0


def test_two_teachers_give_twice_the_hours(plans: Any) -> None:
    """Both of them are paid: 4 h and 2 h more."""
    side = plans.base_side()
    first, *others = side.plan.groups
    session = first.sessions[0].replace(teachers=("У1", "У3"))
    plan = side.plan.replace(groups=(first.replace(sessions=(session,)), *others))
    assert teacher_hours(side.network, plan) == 6


def test_an_own_price_goes_before_the_general_one(plans: Any) -> None:
    """Ш1's head has 7000 of its own."""
    side = plans.base_side()
    prices = (*side.network.costs, Price(key=HEAD, applies_to="Ш1", value=7000))
    assert cost_of(side.network.replace(costs=prices), side.plan).heads == 7000.0


def test_a_run_costs_on_the_dates_on_which_somebody_rides(plans: Any) -> None:
    """Two students on one run on both Mondays: 2 dates × 500; nobody rides on the other run."""
    side = plans.base_side()
    session = side.plan.groups[0].sessions[0]
    rides = tuple(
        Ride(student=id, session=session.id, direction=Direction.THERE, run="Р1", board="Ш2", alight="Ш1")
        for id in ("О1", "О2")
    )
    plan = side.plan.replace(rides=rides)
    assert run_dates(plan) == {"Р1": {date(2026, 10, 5), date(2026, 10, 12)}}
    priced = side.network.replace(costs=(*side.network.costs, Price(key=RUN, value=500)))
    assert cost_of(priced, plan).runs == 1000.0
    own = priced.replace(runs=(_run("Р1", 300.0), _run("Р2", 900.0)))
    assert cost_of(own, plan).runs == 600.0


def _run(id: str, cost: float) -> Run:
    stops = (RunStop(place="Ш2", time=840), RunStop(place="Ш1", time=880))
    return Run(id=id, weekdays=(1,), stops=stops, seats=20, cost=cost)


def test_missing_prices_are_named_and_count_nothing(plans: Any) -> None:
    """Only those that the plan needs."""
    opened = plans.opened_side()
    bare = opened.network.replace(costs=())
    assert cost_of(bare, opened.plan, opened.opened) == Cost(missing=(HOUR, HEAD, OPENING))
    assert cost_of(bare, opened.plan.replace(groups=(), enrolments=())).missing == ()
