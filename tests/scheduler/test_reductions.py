"""What the model leaves out loses no best plan: its optimum is that of all raw plans."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from ortools.sat.python import cp_model

from instances.tiny import ALL, Tiny
from instances.tiny.base import choices, course, network, rules, school_class, slot, student, teacher
from models.lottery import numbers
from models.network import Network
from models.outcome import Infeasible, Solved
from models.plan import Plan, Sense
from models.tables import LoadCategory, Lock
from reports.audit import audit
from reports.audit.levels import true_levels
from scheduler.engine.bounds import LevelBound
from scheduler.engine.extract import literals_of
from scheduler.engine.levels import solve_levels
from scheduler.engine.model import PlanModel
from scheduler.engine.run import Reporter
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve
from scheduler.engine.solver import new_solver

SOLVABLE = [tiny for tiny in ALL.values() if tiny.plan is not None]
QUICK = Settings(time_limit_s=20, workers=1, seed=1)


def solved(network: Network) -> tuple[Plan, dict[str, LevelBound]]:
    """The engine's last plan and bounds, found in this process."""
    plans: list[Plan] = []
    bounds: dict[str, LevelBound] = {}
    reporter = Reporter(
        progress=lambda _: None, plan=plans.append, bound=lambda bound: bounds.update({bound.name: bound})
    )
    solve_levels(PlanModel(network), QUICK, network.rules.lottery_seed or 1, reporter)
    return plans[-1], bounds


def values(network: Network, plan: Plan) -> tuple[int, ...]:
    """The levels' values, made so that more is better."""
    return tuple(
        level.value if level.sense is Sense.MAXIMISE else -level.value for level in true_levels(network, plan)
    )


def test_no_raw_plan_is_better(micro: Any, verdicts: Callable[[Any], list[Any]]) -> None:
    """The reduced model's plan passes the audit, and no admissible raw plan has better levels."""
    network = micro.network
    best = max(values(network, verdict.plan) for verdict in verdicts(micro) if not verdict.broken)
    plan, bounds = solved(network)
    assert not audit(network, plan).violations
    assert values(network, plan) == best
    for level in true_levels(network, plan):
        assert bounds[level.name].bound == level.value, level.name


@pytest.mark.parametrize("tiny", SOLVABLE, ids=lambda tiny: tiny.name)
def test_the_tiny_networks(tiny: Tiny) -> None:
    """The levels derived by hand are reached and proven, as good as those of the plan made by hand."""
    assert tiny.plan is not None
    plan, bounds = solved(tiny.network)
    levels = {level.name: level.value for level in true_levels(tiny.network, plan)}
    assert tiny.levels.items() <= levels.items()
    assert values(tiny.network, plan) == values(tiny.network, tiny.plan)
    assert {name: bound.bound for name, bound in bounds.items()} == levels


def test_contradicting_locks_are_named() -> None:
    """There is no plan, and the conflict is the two locks and nothing more."""
    tiny = ALL["contradicting_locks"]
    outcome = solve(tiny.network, QUICK, audit)
    assert isinstance(outcome, Infeasible)
    (conflict,) = outcome.conflicts
    assert all(part.kind == "lock" for part in conflict.parts)
    assert set(conflict.locks) == set(tiny.conflict)
    assert conflict.is_minimal


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_the_lottery_decides_a_tie(seed: int) -> None:
    """Of two equal students the one with the higher number is served, whatever the seed; it is recorded."""
    network = ALL["tie"].network
    drawn = numbers(network.choices_by_student, seed)
    outcome = solve(network, Settings(time_limit_s=20, workers=1, lottery_seed=seed), audit)
    assert isinstance(outcome, Solved)
    assert [seat.student for seat in outcome.plan.enrolments] == [max(drawn, key=lambda name: drawn[name])]
    assert outcome.plan.lottery_seed == seed
    assert outcome.plan.status == "optimal"


def test_equal_sessions_stand_in_their_order() -> None:
    """Of two sessions that only their ordinals tell apart, no plan has the second before the first; one that
    a lock or a plan to stay near to names is told apart."""
    network, plan = ALL["two_sessions"].network, ALL["two_sessions"].plan
    assert plan is not None
    (group,) = plan.groups
    first, second = group.sessions
    swapped = plan.replace(
        groups=(group.replace(sessions=(second.replace(id=first.id), first.replace(id=second.id))),)
    )
    lock = Lock(reason="зал занят", group=group.id, session=2, weekday=first.weekday)
    locked = PlanModel(network.replace(locks=(lock,)))
    assert has_solution(PlanModel(network), plan)
    assert not has_solution(PlanModel(network), swapped)
    assert has_solution(PlanModel(network, like=swapped), swapped)
    assert has_solution(locked, swapped)


@pytest.mark.parametrize("lessons", [5, 6, 7])
def test_days_on_which_the_norm_leaves_too_few_lessons_are_no_slots(lessons: int) -> None:
    """Of seven lessons a day two go to the course, on Tuesdays always; where the rule is left out or traced
    no slot is missing, since only the rule itself may say so."""
    school = school_class()
    full = tuple(day.replace(lessons=lessons) if day.weekday == 1 else day for day in school.days)
    found = network(
        "Понедельник",
        rules=rules([slot(1, "15:00", "16:30"), slot(2, "15:00", "16:30")]),
        classes=(school.replace(days=full),),
        courses=(course("ИТ", hours=4, session_hours=2, load_category=LoadCategory.CURRICULUM),),
        teachers=(teacher("У1", "ИТ"),),
        students=(student("О1"),),
        choices=choices("О1", "ИТ"),
    )

    def weekdays(model: PlanModel) -> set[int]:
        (seat,) = model.seats
        return {at.placement.weekday for slots in seat.admitted.values() for at in slots}

    assert weekdays(PlanModel(found)) == ({1, 2} if lessons == 5 else {2})
    for whole in ({"without": ("daily_load",)}, {"explain": True}, {"reduce": False}):
        assert weekdays(PlanModel(found, **whole)) == {1, 2}


def has_solution(model: PlanModel, plan: Plan) -> bool:
    """Whether a model allows all that a plan has."""
    literals = literals_of(model, plan.replace(rides=()))
    assert literals is not None
    for literal in literals:
        model.cp.add(literal == 1)
    return new_solver(QUICK, 10.0).solve(model.cp) == cp_model.OPTIMAL
