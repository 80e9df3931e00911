"""Of equally good plans, the one nearest to a plan that is known."""

from __future__ import annotations

from functools import partial

import pytest
from ortools.sat.python import cp_model

from models.network import Network
from models.outcome import Solved
from models.plan import Plan
from reports.audit import audit
from scheduler.engine.expressions import is_true
from scheduler.engine.extract import extract, literals_of
from scheduler.engine.likeness import changes, distance
from scheduler.engine.model import PlanModel
from scheduler.engine.parent import Found
from scheduler.engine.part_by_part import Best
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve
from scheduler.engine.start import keeping
from tests.village import VILLAGE


def planned(network: Network, seed: int = 1, like: Plan | None = None) -> Plan:
    """The plan of a network, found in the same way each time."""
    outcome = solve(
        network, Settings(time_limit_s=60, seed=seed, deterministic=True, lottery_seed=7), audit, like=like
    )
    assert isinstance(outcome, Solved)
    return outcome.plan


def kept(plan: Plan) -> set[object]:
    """What a plan says, piece by piece."""
    return {
        *((e.student, e.group) for e in plan.enrolments),
        *((s.id, s.centre, s.weekday, s.start, s.room, s.teachers) for _, s in plan.sessions()),
    }


def measured(network: Network, plan: Plan, like: Plan) -> int:
    """The distance of one plan from another, by the literals of the model."""
    model = PlanModel(network, reduce=False)
    literals = literals_of(model, plan)
    assert literals is not None
    values = [0] * len(model.cp.proto.variables)
    for literal in literals:
        values[literal.index] = 1
    return distance(model, like).value(values)


def test_the_distance_counts_what_is_not_kept() -> None:
    """From itself nothing; of a group that is not there its seats and its session with room and teacher."""
    plan = planned(VILLAGE)
    assert measured(VILLAGE, plan, plan) == 0
    group = plan.groups[0]
    less = plan.replace(
        groups=plan.groups[1:],
        enrolments=tuple(e for e in plan.enrolments if e.group != group.id),
        rides=(),
    )
    pieces = len(plan.members[group.id]) + 3  # the seats; the session, its room, its teacher
    assert measured(VILLAGE, less, plan) == pieces
    assert measured(VILLAGE, plan, less) == 1  # a group that was not there


def test_changes_without_a_model_s_literals() -> None:
    """Counted from the plans alone it is the same number."""
    plan = planned(VILLAGE)
    rooms = tuple(room.replace(capacity=room.capacity + 1) for room in VILLAGE.rooms)
    other = planned(VILLAGE.replace(rooms=rooms))
    group = plan.groups[0]
    less = plan.replace(
        groups=plan.groups[1:],
        enrolments=tuple(e for e in plan.enrolments if e.group != group.id),
        rides=(),
    )
    for one, like in ((plan, plan), (less, plan), (plan, less)):
        assert changes(VILLAGE, one, like) == measured(VILLAGE, one, like)
    larger = VILLAGE.replace(rooms=rooms)
    assert changes(larger, other, plan) == measured(larger, other, plan)


def test_an_equally_good_plan_is_kept_whole() -> None:
    """The plan of another seed differs; found beside the first one it is the first one."""
    first = planned(VILLAGE, seed=1)
    beside = planned(VILLAGE, seed=2, like=first)
    assert [level.value for level in beside.levels] == [level.value for level in first.levels]
    assert kept(beside) == kept(first)


def test_goals_come_before_likeness() -> None:
    """One more seat in the small room is used, whatever has to move for it."""
    first = planned(VILLAGE)
    rooms = tuple(room.replace(capacity=room.capacity + 1) for room in VILLAGE.rooms)
    larger = VILLAGE.replace(rooms=rooms)
    free, beside = planned(larger), planned(larger, like=first)
    assert [level.value for level in beside.levels] == [level.value for level in free.levels]
    assert len(kept(beside) & kept(first)) >= len(kept(free) & kept(first))


def test_a_search_begins_with_the_plan_that_is_known() -> None:
    """All of it is kept, also at a time that another would make superfluous; not where a teacher has left."""
    plan = planned(VILLAGE)
    model = PlanModel(VILLAGE, like=plan)
    cp = keeping(model, plan)
    assert cp is not None
    solver = cp_model.CpSolver()
    assert solver.solve(cp) == cp_model.OPTIMAL
    found = extract(model, partial(is_true, list(solver.response_proto.solution)))
    assert kept(plan) <= kept(found)
    teacher = plan.groups[0].sessions[0].teachers[0]
    left = VILLAGE.replace(teachers=tuple(t for t in VILLAGE.teachers if t.id != teacher))
    assert keeping(PlanModel(left, like=plan), plan) is None


def test_times_of_the_plan_that_is_known_stay_in_the_model() -> None:
    """A placement that the model leaves out by itself is there beside a plan by hand that has it."""
    full, slim = PlanModel(VILLAGE, reduce=False), PlanModel(VILLAGE)
    group, at = next(
        (group, slot.placement)
        for group in planned(VILLAGE).groups
        for slot in full.groups[group.id].slots[1]
        if slot.placement not in {kept.placement for kept in slim.groups[group.id].slots[1]}
    )
    calendar = VILLAGE.school_calendar
    moved = group.sessions[0].replace(
        centre=at.centre,
        weekday=at.weekday,
        start=at.start,
        end=at.end,
        weeks=tuple(
            calendar.iso_week(week + 1) for week in range(at.weeks.bit_length()) if at.weeks >> week & 1
        ),
    )
    other = Plan(groups=(group.replace(sessions=(moved,)),))
    known = {slot.placement for slot in PlanModel(VILLAGE, like=other).groups[group.id].slots[1]}
    assert at in known


def comes_home_with_nothing(monkeypatch: pytest.MonkeyPatch, network: Network) -> None:
    """A search that has not opened a group when its time is up."""
    best = Best(((network, Found(plan=Plan())),), None)
    monkeypatch.setattr("scheduler.engine.solve.search", lambda *_: best)


def test_a_search_cut_short_is_no_worse_than_the_plan_that_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stays where it is a plan of the network; else what was found is taken."""
    plan = planned(VILLAGE)
    comes_home_with_nothing(monkeypatch, VILLAGE)
    assert kept(planned(VILLAGE, like=plan)) == kept(plan)
    assert not planned(VILLAGE).groups
    teacher = plan.groups[0].sessions[0].teachers[0]
    left = VILLAGE.replace(teachers=tuple(t for t in VILLAGE.teachers if t.id != teacher))
    comes_home_with_nothing(monkeypatch, left)
    assert not planned(left, like=plan).groups
    crowded = VILLAGE.replace(rooms=tuple(room.replace(capacity=1) for room in VILLAGE.rooms))
    comes_home_with_nothing(monkeypatch, crowded)
    assert not planned(crowded, like=plan).groups
