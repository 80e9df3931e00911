"""Conflicts are shown: together their parts cannot be, without any one of them there is a plan."""

from __future__ import annotations

from multiprocessing.connection import Connection
from typing import Any

import pytest
from ortools.sat.python import cp_model

from instances.tiny import ALL
from models.network import Network
from models.outcome import Conflict, Infeasible, Solved
from models.plan import Plan
from models.tables import Lock
from reports.audit import audit
from scheduler.engine import child
from scheduler.engine.model import PlanModel
from scheduler.engine.run import NoPlanError, Reporter, Run
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve
from scheduler.engine.solver import new_solver
from scheduler.engine.why_no_plan import why_no_plan
from tests.village import VILLAGE

SETTINGS = Settings(time_limit_s=600, workers=1)


def answer_of(network: Network, settings: Settings = SETTINGS) -> Infeasible | None:
    """The last word on why there is no plan; none if there is one."""
    told: list[Infeasible] = []
    found = why_no_plan(network, settings, told.append)
    assert found is bool(told)
    return told[-1] if told else None


def conflicts_of(network: Network) -> tuple[Conflict, ...]:
    """All conflicts, every one of them minimal."""
    answer = answer_of(network)
    assert answer is not None
    assert answer.are_all
    assert all(conflict.is_minimal for conflict in answer.conflicts)
    return answer.conflicts


@pytest.fixture(scope="module")
def locked() -> tuple[Network, Conflict]:
    """A village locked in part, with two locks that contradict each other; the conflict found."""
    plan = first_plan(VILLAGE)
    network = VILLAGE.replace(locks=(*harmless(plan), *contradicting(VILLAGE, plan)))
    (conflict,) = conflicts_of(network)
    return network, conflict


def first_plan(network: Network) -> Plan:
    """What the search begins with."""
    plans: list[Plan] = []
    reporter = Reporter(progress=lambda _: None, plan=plans.append, bound=lambda _: None, goal=lambda _: None)
    Run(PlanModel(network), Settings(time_limit_s=60, deterministic=True), reporter, 0.0).start()
    return plans[-1]


def harmless(plan: Plan) -> list[Lock]:
    """Groups that stay on their day of a plan, except for its first one."""
    return [
        Lock(group=group.id, session=1, weekday=group.sessions[0].weekday, reason="как было")
        for group in plan.groups[1:3]
    ]


def contradicting(network: Network, plan: Plan) -> list[Lock]:
    """The first group on two days, each of which it could have by itself."""
    group = plan.groups[0].id
    days = {slot.placement.weekday for slot in PlanModel(network).groups[group].slots[1]}
    locks = [Lock(group=group, session=1, weekday=day, reason="спор") for day in sorted(days)]
    return [lock for lock in locks if admits_a_plan(network.replace(locks=(*harmless(plan), lock)))][:2]


def test_only_those_that_contradict_each_other(locked: tuple[Network, Conflict]) -> None:
    """Of four locks the two, in both languages."""
    network, conflict = locked
    assert len(network.locks) == 4
    assert conflict.locks == network.locks[-2:]
    for part in conflict.parts:
        assert part.message.in_("ru") != part.message.in_("en")


def admits_a_plan(network: Network) -> bool:
    """Whether there is a plan, by a model made anew and a solver without presolve."""
    model = PlanModel(network, reduce=False)
    solver = new_solver(SETTINGS, None)
    solver.parameters.cp_model_presolve = False
    solver.parameters.stop_after_first_solution = True
    status = solver.solve(model.cp)
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
    return status != cp_model.INFEASIBLE


def test_the_conflict_is_one_and_minimal(locked: tuple[Network, Conflict]) -> None:
    """The locks named cannot hold together; without any one of them there is a plan."""
    network, conflict = locked
    core = conflict.locks
    assert core
    assert not admits_a_plan(network.replace(locks=core))
    for lock in core:
        assert admits_a_plan(network.replace(locks=tuple(other for other in core if other != lock)))


def at(group: str, **asked: object) -> Lock:
    """A lock of the village."""
    return Lock(group=group, reason="решено", **asked)  # type: ignore[arg-type]  # whatever is asked


def test_conflicts_that_share_no_lock_are_all_told() -> None:
    """Two groups, each on two days: two conflicts, one lock of each has to go, and that serves somebody."""
    tiny = ALL["contradicting_locks"].network
    course, teacher = tiny.courses[0], tiny.teachers[0]
    network = tiny.replace(
        courses=(course, course.replace(id="Б")),
        teachers=(teacher, teacher.replace(id="УБ", courses=("Б",))),
        rooms=(*tiny.rooms, tiny.rooms[0].replace(name="2")),
        students=(*tiny.students, tiny.students[0].replace(id="ОБ")),
        choices=(*tiny.choices, tiny.choices[0].replace(student="ОБ", course="Б")),
        locks=(*tiny.locks, at("Б-1", weekday=1), at("Б-1", weekday=2)),
    )
    answer = answer_of(network)
    assert answer is not None
    assert {frozenset(c.locks) for c in answer.conflicts} == {
        frozenset(network.locks[:2]),
        frozenset(network.locks[2:]),
    }
    assert [len(conflict.locks) for conflict in answer.conflicts] == [2, 2]
    assert len(answer.fewest) == 2
    told = {removal.locks[0] for removal in answer.removals} | set(answer.fewest)
    assert told == set(network.locks)
    assert {(removal.applicants, removal.served, removal.is_best) for removal in answer.removals} == {
        (2, 2, True)
    }


def test_a_rule_is_named_with_what_it_says_here() -> None:
    """A student at lessons until 14:00 and a group at 14:10: the locks and the pause, no other rule."""
    tiny = ALL["contradicting_locks"].network
    window = tiny.rules.windows[0].replace(start=850, end=900)
    network = tiny.replace(
        courses=(tiny.courses[0].replace(min_size=0),),
        rules=tiny.rules.replace(windows=(window, *tiny.rules.windows)),
        locks=(at("ИТ-1", weekday=1), at("ИТ-1", start=850), at("ИТ-1", student="О1")),
    )
    (conflict,) = conflicts_of(network)
    (rule,) = [part for part in conflict.parts if part.kind == "rule"]
    assert rule.name == "gap"
    assert "14:00" in rule.message.in_("ru")
    assert conflict.locks == network.locks[1:]


def test_what_no_rule_forbids_is_explained() -> None:
    """A second session of a course that has one, a start between the steps, a course nobody chose."""
    tiny = ALL["contradicting_locks"].network
    student = tiny.students[0].replace(id="О2")
    network = tiny.replace(students=(*tiny.students, student))
    for lock, word in (
        (at("ИТ-1", session=2, weekday=1), "занятий в неделю"),
        (at("ИТ-1", start=901), "с шагом"),
        (at("ИТ-1", student="О2"), "не выбирал"),
    ):
        (conflict,) = conflicts_of(network.replace(locks=(lock,)))
        assert [part.kind for part in conflict.parts] == ["lock", "structure"]
        assert word in conflict.parts[1].message.in_("ru")


def test_equal_rows_are_one_lock() -> None:
    """A row that stands there twice neither doubles the conflict nor what has to go."""
    tiny = ALL["contradicting_locks"].network
    answer = answer_of(tiny.replace(locks=(*tiny.locks, tiny.locks[0])))
    assert answer is not None
    assert len(answer.conflicts) == 1
    assert answer.fewest == (tiny.locks[1],) or answer.fewest == (tiny.locks[0],)


def test_out_of_time_nothing_is_said_to_be_minimal() -> None:
    """With no time at all neither a conflict nor the fewest locks are told."""
    told: list[Infeasible] = []
    network = ALL["contradicting_locks"].network
    assert why_no_plan(network, Settings(time_limit_s=0), told.append) is None
    assert not told


@pytest.fixture
def lying_presolve(monkeypatch: pytest.MonkeyPatch) -> None:
    """A solver that takes everything for infeasible as long as it presolves."""
    real = cp_model.CpSolver.solve

    def lie(solver: cp_model.CpSolver, model: cp_model.CpModel) -> cp_model.CpSolverStatus:
        status = real(solver, model)
        return cp_model.INFEASIBLE if solver.parameters.cp_model_presolve else status

    monkeypatch.setattr(cp_model.CpSolver, "solve", lie)


@pytest.mark.usefixtures("lying_presolve")
def test_infeasible_is_not_believed_before_it_holds_without_presolve(
    locked: tuple[Network, Conflict],
) -> None:
    """Where presolve errs there is no conflict to show, and none is."""
    network, conflict = locked
    harmless_ones = tuple(lock for lock in network.locks if lock not in conflict.locks)
    assert answer_of(network.replace(locks=harmless_ones)) is None


@pytest.mark.usefixtures("lying_presolve")
def test_a_true_conflict_holds_without_presolve() -> None:
    """It is found all the same."""
    tiny = ALL["contradicting_locks"]
    (conflict,) = conflicts_of(tiny.network)
    assert set(conflict.locks) == set(tiny.conflict)


def takes_it_for_infeasible(home: Connection) -> None:
    """A child whose presolve says that there is no plan, though there is."""
    honest = child.solve_levels

    def solve_levels(model: PlanModel, settings: Settings, *rest: Any) -> None:
        if settings.presolve:
            raise NoPlanError("infeasible")
        honest(model, settings, *rest)

    child.solve_levels = solve_levels  # type: ignore[assignment]  # of this child alone
    child.run(home)


@pytest.mark.parametrize("locks", [(), (at("ИТ-1", weekday=1),)], ids=["no lock", "one lock"])
def test_after_a_false_infeasible_the_search_goes_on(
    monkeypatch: pytest.MonkeyPatch, locks: tuple[Lock, ...]
) -> None:
    """With presolve off there is the plan; a true one is told with its conflict."""
    monkeypatch.setattr(child, "run", takes_it_for_infeasible)
    network = ALL["contradicting_locks"].network.replace(locks=locks)
    outcome = solve(network, SETTINGS, audit)
    assert isinstance(outcome, Solved)
    assert outcome.plan.status == "optimal"
    assert isinstance(solve(ALL["contradicting_locks"].network, SETTINGS, audit), Infeasible)
