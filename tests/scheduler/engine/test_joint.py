"""Levels in one sum: the same best plans as one after the other, and bounds that hold."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from instances.tiny import ALL
from models.goals import GOALS
from models.network import Network
from models.plan import Plan, Sense
from reports.audit import audit
from scheduler.engine.expressions import Objective
from scheduler.engine.joint import JOINT_ROOM, Level, alone, join, largest_sum
from scheduler.engine.levels import solve_levels
from scheduler.engine.loads import most_seats, most_sessions
from scheduler.engine.model import PlanModel
from scheduler.engine.run import Reporter
from scheduler.engine.settings import Settings
from scheduler.goals import LEXIMIN, OBJECTIVES

TINY = [name for name, tiny in ALL.items() if tiny.plan is not None]
LITERALS = 5

rows = st.lists(st.integers(-6, 6), min_size=LITERALS, max_size=LITERALS)
senses = st.sampled_from(list(Sense))


def levels_of(drawn: list[tuple[list[int], Sense]]) -> list[Level]:
    """One level a row, over the same literals."""
    cp = cp_model.CpModel()
    literals = [cp.new_bool_var(f"x{n}") for n in range(LITERALS)]
    return [
        Level(Objective(f"level.{n}", cp_model.LinearExpr.weighted_sum(literals, row)), sense)
        for n, (row, sense) in enumerate(drawn)
    ]


@given(
    st.lists(st.tuples(rows, senses), min_size=1, max_size=3),
    st.sets(st.tuples(*[st.integers(0, 1)] * LITERALS), min_size=1),
)
def test_the_least_sum_is_best_level_by_level(
    drawn: list[tuple[list[int], Sense]], plans: set[tuple[int, ...]]
) -> None:
    """Of any set of plans, the one that costs least in the sum is the lexicographically best."""
    levels = levels_of(drawn)
    joint = join(levels)
    assert joint.levels == tuple(levels)  # small enough
    best = min([level.cost(plan) for level in levels] for plan in plans)
    cheapest = min(plans, key=joint.cost)
    assert [level.cost(cheapest) for level in levels] == best
    assert largest_sum(joint.expression) >= max(abs(joint.cost(plan)) for plan in plans)


@given(
    st.lists(st.tuples(rows, senses), min_size=1, max_size=3),
    st.sets(st.tuples(*[st.integers(0, 1)] * LITERALS), min_size=1),
    st.integers(0, 3000),
    st.data(),
)
def test_a_bound_on_the_sum_bounds_every_level(
    drawn: list[tuple[list[int], Sense]], plans: set[tuple[int, ...]], slack: int, data: st.DataObject
) -> None:
    """For any plan known, and all plans that cost no more than it on the levels before."""
    levels = levels_of(drawn)
    joint = join(levels)
    least = min(map(joint.cost, plans)) - slack
    known = data.draw(st.sampled_from(sorted(plans)))
    costs = [level.cost(known) for level in levels]
    for position, (level, bound) in enumerate(zip(levels, joint.bounds(least, costs), strict=True)):
        for plan in plans:
            if all(one.cost(plan) <= cost for one, cost in zip(levels[:position], costs, strict=False)):
                assert level.cost(plan) >= level.sign * bound


def test_a_proven_sum_proves_its_levels() -> None:
    """Without slack the bound of each level is its value in the best plan."""
    levels = levels_of([([3, 1, 0, 0, 0], Sense.MINIMISE), ([0, 2, 5, 1, 1], Sense.MAXIMISE)])
    joint = join(levels)
    best = min(product((0, 1), repeat=LITERALS), key=joint.cost)
    costs = [level.cost(best) for level in levels]
    bounds = [alone(level).bounds(cost, [cost])[0] for level, cost in zip(levels, costs, strict=True)]
    assert bounds == [level.value(best) for level in levels] == [0, 7]
    assert joint.bounds(joint.cost(best), costs)[-1] == 7


def test_levels_without_room_are_left_to_the_next_sum() -> None:
    """As many as fit into the room for sums; the first one always."""
    cp = cp_model.CpModel()
    x = cp.new_bool_var("x")
    wide = [Level(Objective(f"wide.{n}", 40_000 * x), Sense.MINIMISE) for n in range(3)]
    assert largest_sum(join(wide[:1]).expression) == 40_000
    assert join(wide).levels == (wide[0],)
    narrow = [Level(Objective(f"narrow.{n}", 1_000 * x), Sense.MINIMISE) for n in range(9)]
    assert join(narrow).levels == tuple(narrow[:3])
    assert largest_sum(join(narrow).expression) <= JOINT_ROOM
    huge = Level(Objective("huge", 4 * JOINT_ROOM * x), Sense.MINIMISE)
    assert join([huge, narrow[0]]).levels == (huge,)


@pytest.mark.parametrize("name", TINY)
def test_no_plan_is_worse_than_the_worst(name: str) -> None:
    """Neither the plan by hand nor one that looks after a single goal."""
    network, by_hand = ALL[name].network, ALL[name].plan
    assert by_hand is not None
    for plan in (by_hand, *single_minded(network)):
        found = {level.name: level.value for level in audit(network, plan).levels}
        model = PlanModel(network)
        for goal in network.goals:
            if goal in LEXIMIN or goal == "priority":  # priority needs the seed of a finished plan
                continue
            for objective in OBJECTIVES[goal](model, 1):
                level = Level(objective, GOALS[goal].sense)
                assert level.least_cost <= level.sign * found[level.name] <= level.most_cost, level.name


def single_minded(network: Network) -> list[Plan]:
    """Plans with many seats taken and nothing else looked after."""
    found = []
    for goal in ("rank_points", "unserved"):
        plans: list[Plan] = []
        reporter = Reporter(progress=lambda _: None, plan=plans.append, bound=lambda _: None)
        solve_levels(PlanModel(network.replace(goals=(goal,))), Settings(workers=1), 1, reporter)
        found.append(plans[-1])
    return found


@pytest.mark.parametrize("name", TINY)
def test_loads_bound_what_plans_hold(name: str) -> None:
    """Seats of all students, and sessions a week of each."""
    network, plan = ALL[name].network, ALL[name].plan
    assert plan is not None
    model = PlanModel(network, reduce=False)
    assert len(plan.enrolments) <= most_seats(model)
    groups = {group.id: group for group in plan.groups}
    for student in model.student_seats:
        mine = [groups[seat.group] for seat in plan.enrolments if seat.student == student]
        assert sum(len(group.sessions) for group in mine) <= most_sessions(model, student)
