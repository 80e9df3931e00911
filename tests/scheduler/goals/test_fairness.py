"""Asking for a fairer plan, until there is none, ends where level by level ends."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from instances.tiny import ALL, base
from models.network import Network
from models.outcome import Solved
from models.parts import independent_parts
from models.travel import Mode, Travel
from reports.audit import audit
from scheduler.engine.bounds import LevelBound
from scheduler.engine.levels import solve_levels
from scheduler.engine.model import PlanModel
from scheduler.engine.run import Reporter
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve
from scheduler.engine.solver import new_solver
from scheduler.goals import fairness

TINY = {name: tiny.network for name, tiny in ALL.items() if tiny.plan is not None}
ONE = Settings(time_limit_s=30, workers=1)


def values_of(model: PlanModel, cp: cp_model.CpModel) -> list[int] | None:
    """Values of the variables of the model in some solution of its copy; ``None`` if there is none."""
    solver = new_solver(ONE, None)
    status = solver.solve(cp)
    if status == cp_model.INFEASIBLE:
        return None
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return list(solver.response_proto.solution)[: len(model.cp.proto.variables)]


def sums(model: PlanModel, values: list[int]) -> list[int]:
    """What a solution is worth on the levels."""
    return [level.value(values) for level in fairness.levels(PlanModel(model.network), 1)]


def proven(network: Network) -> list[int]:
    """The levels of the fairest plan, solved one after the other."""
    told: dict[str, LevelBound] = {}
    reporter = Reporter(
        progress=lambda _: None, plan=lambda _: None, bound=lambda level: told.update({level.name: level})
    )
    solve_levels(PlanModel(network.replace(goals=("fairness",))), ONE, 1, reporter)
    assert all(level.value == level.bound for level in told.values())
    return [level.value for level in told.values()]


def a_plan(model: PlanModel, random: Random) -> list[int]:
    """A solution for the best of random points."""
    cp = model.cp.clone()
    served = [model.served[choice.student, choice.course] for choice in model.network.choices]
    cp.maximize(sum(random.randint(-3, 3) * literal for literal in served))
    values = values_of(model, cp)
    assert values is not None
    return values


@pytest.mark.parametrize("name", TINY)
def test_no_plan_is_fairer_than_the_last_that_was_found(name: str) -> None:
    """Every answer is better by leximin; the last one has the values that are proven level by level."""
    model = PlanModel(TINY[name])
    best = proven(model.network)
    for seed in range(4):
        values: list[int] | None = a_plan(model, Random(seed))
        while values is not None:
            reached = sums(model, values)
            assert reached <= best
            cp = model.cp.clone()
            goal = fairness.Leximin(model)
            goal.ask(cp, values, [], goal.thresholds(values))
            values = values_of(model, cp)
            if values is None:
                assert reached == best
            else:
                assert sums(model, values) > reached


@pytest.mark.parametrize("name", TINY)
def test_thresholds_asked_about_a_few_at_a_time_lead_to_the_same(name: str) -> None:
    """A "no" to a few of them proves the levels up to them; a "yes" is a fairer plan."""
    model = PlanModel(TINY[name])
    best = proven(model.network)
    goal = fairness.Leximin(model)
    for seed, few in ((0, 1), (1, 2)):
        values, at = a_plan(model, Random(seed)), 0
        while at < len(goal.thresholds(values)):
            thresholds = goal.thresholds(values)
            cp = model.cp.clone()
            goal.ask(cp, values, thresholds[:at], thresholds[at : at + few])
            found = values_of(model, cp)
            if found is None:
                at += few
                settled = goal.settled(values, thresholds[:at])
                assert sums(model, values)[:settled] == best[:settled]
            else:
                assert sums(model, found) > sums(model, values)
                values = found
        assert sums(model, values) == best


@pytest.mark.parametrize("name", TINY)
def test_a_plan_asked_for_should_have_few_below_the_first_thresholds_above_all(name: str) -> None:
    """What is to be small grows with every unit below a threshold, the more the smaller that is."""
    model = PlanModel(TINY[name])
    goal, values = fairness.Leximin(model), a_plan(model, Random(0))
    thresholds = goal.thresholds(values)
    if not thresholds:
        pytest.skip("nothing is left to ask about")
    cp = model.cp.clone()
    aim = cp_model.FlatIntExpr(goal.ask(cp, values, [], thresholds))
    marks: dict[int, set[int]] = {}
    for variable, weight in zip(aim.vars, aim.coeffs, strict=True):
        mark = int(cp.proto.variables[variable.index].name.removeprefix("below[").partition(",")[0])
        marks.setdefault(mark, set()).add(weight)
    weights = [marks[mark] for mark in sorted(marks)]
    assert all(len(found) == 1 and min(found) >= 1 for found in weights)
    assert weights == sorted(weights, key=min, reverse=True)


def test_there_are_unfair_plans_to_begin_with() -> None:
    """Else the test above would show nothing."""
    steps = 0
    for network in TINY.values():
        model = PlanModel(network)
        values = a_plan(model, Random(0))
        steps += sums(model, values) < proven(network)
    assert steps > 1


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=5),
    st.data(),
)
def test_no_shares_pass_what_the_points_allow(most: list[int], data: st.DataObject) -> None:
    """Points dealt out at random over units: the smallest shares, rounded down, stay below the bound."""
    weights = sorted(most)
    reached = [data.draw(st.integers(0, weight)) for weight in weights]
    shares = sorted(1000 * points // weight for points, weight in zip(reached, weights, strict=True))
    for count in range(1, len(weights) + 1):
        assert sum(shares[:count]) <= fairness._most_of(weights, count, sum(reached))


def test_what_the_points_allow_by_hand() -> None:
    """Three schools of 5, 10 and 10 points share 20: the worst-off has 800 per mille at most, as all would;
    two of them at most 2 · 800; all three 1000 + 1000 + 500."""
    assert [fairness._most_of([5, 10, 10], count, 20) for count in (1, 2, 3)] == [800, 1600, 2500]


@pytest.mark.parametrize("name", TINY)
def test_the_fairest_plan_stays_below_what_its_points_allow(name: str) -> None:
    """Of every tiny network of one part."""
    network = TINY[name]
    if len(independent_parts(network)) != 1:
        pytest.skip("several parts")
    outcome = solve(network, ONE, audit)
    assert isinstance(outcome, Solved)
    values = {level.name: level.value for level in outcome.plan.levels}
    shares = [value for name, value in values.items() if name.startswith("fairness.")]
    most = fairness.Leximin(PlanModel(network)).ceilings(values["rank_points"])
    assert len(most) == len(shares)
    assert all(share <= ceiling for share, ceiling in zip(shares, most, strict=True))


@pytest.mark.parametrize("name", TINY)
def test_the_worst_off_can_be_lifted_as_far_as_is_proven_and_no_further(name: str) -> None:
    """Of all shares that there can be, the largest that no unit has to stay below is the first level."""
    model = PlanModel(TINY[name])
    if len(independent_parts(model.network)) != 1:
        pytest.skip("several parts")
    goal, best = fairness.Leximin(model), proven(model.network)
    if not best:
        pytest.skip("nobody has applied")
    reached = [0]
    for share in goal.between(0, fairness.FULL):
        cp = model.cp.clone()
        goal.lift(cp, share)
        if values_of(model, cp) is not None:
            reached.append(share)
    assert max(reached) == best[0]
    assert goal.between(best[0], best[0]) == []


def test_what_is_whole_is_kept_by_the_goals_after_it() -> None:
    """One seat, three applicants. О2 alone is from the village: served, the village has all of its points
    and the fourth smallest share is 1000, for any other 500. Travel, which comes after, prefers another."""
    net = base.network(
        "целое",
        rules=base.rules([base.slot(1, "15:00", "15:40")]),
        institutions=(base.school("Ш1"), base.school("С1").replace(is_rural=True)),
        classes=(base.school_class("Ш1"), base.school_class("С1")),
        courses=(base.course("ХИМ", max_size=1),),
        teachers=(base.teacher("У1", "ХИМ"),),
        students=(base.student("О1"), base.student("О2", institution="С1"), base.student("О3")),
        choices=tuple(choice for name in ("О1", "О2", "О3") for choice in base.choices(name, "ХИМ")),
        travel=(Travel(origin="Ш1", destination="С1", minutes=15, mode=Mode.WALK),),
    )
    outcome = solve(net, Settings(time_limit_s=30, deterministic=True), audit)
    assert isinstance(outcome, Solved)
    assert outcome.plan.status == "optimal"
    assert [seat.student for seat in outcome.plan.enrolments] == ["О2"]
    assert {level.name: level.value for level in outcome.plan.levels}["fairness.4"] == 1666
