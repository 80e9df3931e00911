"""What is said of a refusal is true under a second solve, built in another way, on random tiny networks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement
from random import Random
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from models.changes import Catalogue, shipped_changes
from models.network import Network, group_id, split_group_id
from models.plan import Plan, RefusalCode
from models.tables import Choice, ChoiceKind, Lock
from reports.audit import audit
from scheduler.engine.extract import literals_of, timetable_literals
from scheduler.engine.levels import solve_levels
from scheduler.engine.model import PlanModel
from scheduler.engine.run import NoPlanError, Reporter
from scheduler.engine.settings import Settings
from scheduler.explain.changes import Item, changed, cost_of
from scheduler.explain.cures import smallest_change
from scheduler.explain.desk import Desk
from scheduler.explain.needs import Needs
from scheduler.explain.refusals import why_refused
from tests.scheduler.test_properties import networks, solved, worth

SOME = settings(
    max_examples=60,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
SECONDS = 30.0


def best_with(network: Network, choice: Choice) -> tuple[int, ...] | None:
    """The best levels of plans that serve the choice, each group of the course locked for the student in turn
    and all levels solved one after the other; ``None`` if there is no such plan."""
    found = []
    reasons = []
    for ordinal in range(1, network.group_counts[choice.course] + 1):
        lock = Lock(student=choice.student, group=group_id(choice.course, ordinal), reason="проба")
        locked = network.replace(locks=(lock,))
        plans: list[Plan] = []
        reporter = Reporter(progress=lambda _: None, plan=plans.append, bound=lambda _: None)
        try:
            solve_levels(PlanModel(locked), Settings(time_limit_s=20, workers=1), 1, reporter)
        except NoPlanError as error:
            reasons.append(error.reason)
            continue
        found.append(worth(network, plans[-1]))
    assert "unknown" not in reasons
    return max(found, default=None)


@SOME
@given(networks())
def test_the_first_level_that_gets_worse(network: Network) -> None:
    """Impossible, equal, or worse first on the level named, by as much as is said."""
    plan = solved(network)
    assume(plan.refusals)
    desk = Desk(network, plan, audit)
    for choice in desk.unserved:
        answer = why_refused(desk, choice, SECONDS)
        best = best_with(network, choice)
        if best is None:
            assert answer.outcome == "impossible"
            continue
        now = worth(network, plan)
        first = next((level for level, (a, b) in enumerate(zip(now, best, strict=True)) if a != b), None)
        if first is None:
            assert answer.outcome == "equal"
            continue
        worsening = answer.verdict.worsening
        assert answer.outcome == "worse", answer.outcome
        assert worsening is not None
        assert worsening.is_proven
        assert answer.verdict.held == first
        assert worsening.level.name == plan.levels[first].name
        assert worsening.by == now[first] - best[first]
        assert (answer.code is RefusalCode.LOST_TIEBREAK) == worsening.level.name.startswith("priority")


def cheap(seed: int) -> Catalogue:
    """The shipped kinds at any cost from 1 to 4, two steps at the most, without runs and teachers that do not
    exist yet (there is no end of them)."""
    draw = Random(seed)
    return {
        kind: row.replace(most=2, cost=draw.randint(1, 4))
        for kind, row in shipped_changes().items()
        if kind not in ("run", "teacher")
    }


def items(network: Network, plan: Plan, choice: Choice) -> Iterator[Item]:
    """Every place at which a change of the catalogue could be made for the student."""
    student = network.student_by_id[choice.student]
    course = network.course_by_id[choice.course]
    school = (student.institution, student.class_name)
    needs = Needs(network, plan, choice)
    for group in plan.groups:
        if group.course == course.id:
            yield Item("seat", (group.id, network.group_max(course)))
    for seat in needs.left:
        yield Item("min_size", (seat.group, needs.least(seat.group)))
    new = next(
        group_id(course.id, n)
        for n in range(1, 9)
        if group_id(course.id, n) not in {group.id for group in plan.groups}
    )
    for least in {network.group_min(course, centre.id) for centre in network.centres}:
        yield Item("min_size", (new, least))
    yield Item("seat", (new, network.group_max(course)))
    yield Item("group", (course.id,))
    for room in network.rooms:
        yield Item("chair", (room.centre, room.name))
    for centre in network.centres:
        yield Item("room", (centre.id, course.id))
    for weekday in (1, 2):
        yield Item("lessons_end", (*school, weekday))
        yield Item("day_lessons", (*school, weekday))
        if student.lesson_ends:
            yield Item("own_lessons_end", (student.id, weekday))
    for run in network.runs:
        yield Item("run_seat", (run.id,))
    yield Item("hours", (*school, course.load_category.value))
    for kind in ("home_by", "long_ride", "alone", "consent"):
        yield Item(kind, (student.id,))
    yield Item("evening")
    yield Item("course_cap")
    additional = sum(c.kind is ChoiceKind.ADDITIONAL for c in network.choices_by_student[student.id])
    yield Item("wish", (student.id, 1 + additional))


def admits(network: Network, plan: Plan, choice: Choice, waiting: list[Choice]) -> bool:
    """Whether a solver finds a plan with the choice served in which everything else is as it was; others who
    wait for the course may come to a new group of it."""
    base = Needs(network, plan, choice).base
    model = PlanModel(network, reduce=False)
    literals = literals_of(model, base)
    assert literals is not None
    true = {literal.index for literal in literals}
    opened = {group.id for group in base.groups}
    cp = model.cp.clone()
    cp.add(model.served[choice.student, choice.course] == 1)
    for literal in timetable_literals(model):
        if any(literal.name.partition("[")[2].startswith(id) for id in opened):
            cp.add(literal == int(literal.index in true))
    may_join = {(c.student, c.course) for c in waiting}
    for seat in model.seats:
        if seat.student.id == choice.student:
            continue
        joins = (seat.student.id, choice.course) in may_join
        if joins and seat.group.id not in opened and seat.group.course.id == choice.course:
            continue
        now = [seat.taken, *seat.sites.values(), *(w.taken for ways in seat.ways.values() for w in ways)]
        if not joins:
            for literal in now:
                if literal.index in true or literal is seat.taken or literal in seat.sites.values():
                    cp.add(literal == int(literal.index in true))
        elif seat.taken.index in true:
            cp.add(seat.taken + model.served[seat.student.id, choice.course] >= 1)
        else:
            cp.add(seat.taken == 0)
    for seat in model.seats:
        if seat.student.id != choice.student and seat.taken.index in true:
            for ways in seat.ways.values():
                for way in ways:
                    if way.way.run is not None:
                        cp.add(way.taken == int(way.taken.index in true)).only_enforce_if(seat.taken)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return bool(solver.solve(cp) == cp_model.OPTIMAL)


@settings(SOME, max_examples=25)
@given(networks(), st.integers(0, 99))
def test_nothing_cheaper_would_do(network: Network, seed: int) -> None:
    """The change named admits the student under a second solve; no cheaper set of changes does."""
    plan = solved(network)
    assume(plan.refusals)
    catalogue = cheap(seed)
    desk = Desk(network, plan, audit)
    for choice in desk.unserved[:1]:
        search = smallest_change(desk, choice, catalogue, SECONDS)
        assert search.is_complete
        waiting = desk.waiting(choice)
        limit = 6
        if search.cure is not None:
            cure = search.cure
            assert cost_of(catalogue, dict(cure.changes)) == cure.cost
            assert admits(changed(network, dict(cure.changes)), plan, choice, waiting)
            limit = min(limit, cure.cost)
        for bag in cheaper(network, catalogue, list(items(network, plan, choice)), limit):
            assert not admits(changed(network, bag), plan, choice, waiting), (bag, search.cure)


def cheaper(
    network: Network, catalogue: Catalogue, places: list[Item], limit: int
) -> Iterator[dict[Item, int]]:
    """Every set of changes that costs less than the limit."""
    for count in range(3):
        for chosen in combinations_with_replacement(places, count):
            bag: dict[Item, Any] = {}
            for item in chosen:
                bag[item] = bag.get(item, 0) + catalogue[item.kind].step
            cost = cost_of(catalogue, bag)
            if cost is not None and cost < limit and not evades(network, bag):
                yield bag


def evades(network: Network, bag: dict[Item, int]) -> bool:
    """Whether a permission would open a group that the course may not have by its number of groups."""
    allowed = dict(network.group_counts)
    for item, amount in bag.items():
        if item.kind == "group":
            allowed[item.where[0]] += amount
    named = [split_group_id(item.where[0]) for item in bag if item.kind in ("seat", "min_size")]
    return any(ordinal > allowed[course] for course, ordinal in named)
