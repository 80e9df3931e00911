"""Curves of prices: what is reached falls as the limit tightens; the ends are plans without a limit."""

from __future__ import annotations

from models.network import Network
from models.outcome import Infeasible, Solved
from models.plan import Plan
from reports.audit import audit
from reports.audit.goals.fairness import shares
from scheduler.engine.likeness import changes
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve
from scheduler.whatif.price import Price, price_of_fairness, price_of_freezing, steps
from tests.village import VILLAGE

SETTINGS = Settings(time_limit_s=60, deterministic=True, lottery_seed=7)

SCARCE = VILLAGE.replace(
    courses=tuple(course.replace(max_groups=1, target_size=2, max_size=2) for course in VILLAGE.courses)
)
"""One group of two a course: half of the applicants have a seat."""


def planned(network: Network) -> Plan:
    """The plan of a network."""
    outcome = solve(network, SETTINGS, audit)
    assert isinstance(outcome, Solved)
    return outcome.plan


def worth(price: Price) -> list[int]:
    """What the plan leaves, and the points it gives up, both the fewer the better."""
    assert price.plan is not None
    unserved, points = price.plan.levels
    return [unserved.value, -points.value]


def test_steps_are_even_and_have_both_ends() -> None:
    """Whole numbers, each once."""
    assert steps(0, 10, 3) == [0, 5, 10]
    assert steps(0, 2, 6) == [0, 1, 2]
    assert steps(3, 3, 4) == [3]
    assert steps(0, 9, 1) == [9]


def test_the_price_of_fairness() -> None:
    """Every plan keeps to its floor; the lowest costs nothing; the first one out of reach is the last."""
    plan = planned(SCARCE)
    lowest = min(share for part in shares(SCARCE, plan) for share in part.values())
    found = list(price_of_fairness(SCARCE, plan, [lowest, 990, 1000], SETTINGS, audit))
    assert worth(found[0]) == [plan.levels[0].value, -plan.levels[1].value]
    for price in found:
        if price.plan is not None:
            assert all(s >= price.limit for part in shares(SCARCE, price.plan) for s in part.values())
    assert [worth(price) for price in found if price.plan] == sorted(
        worth(price) for price in found if price.plan
    )
    assert isinstance(found[-1].outcome, Infeasible)
    assert all(isinstance(price.outcome, Solved) for price in found[:-1])


def test_the_price_of_freezing() -> None:
    """With larger rooms: no change gives the base's plan again, all changes give the best plan."""
    base = planned(VILLAGE)
    rooms = tuple(room.replace(capacity=room.capacity + 1) for room in VILLAGE.rooms)
    scenario = VILLAGE.replace(rooms=rooms)
    outcome = solve(scenario, SETTINGS, audit, like=base)
    assert isinstance(outcome, Solved)
    found = list(price_of_freezing(scenario, base, outcome.plan, 3, SETTINGS, audit))
    assert [worth(price) for price in found] == sorted((worth(p) for p in found), reverse=True)
    for price in found:
        assert price.plan is not None
        assert changes(scenario, price.plan, base) <= price.limit
    assert worth(found[0]) == [base.levels[0].value, -base.levels[1].value]
    assert worth(found[-1]) == [outcome.plan.levels[0].value, -outcome.plan.levels[1].value]
