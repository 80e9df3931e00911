"""A conflict is shown: together its parts cannot be, without any one of them there is a plan."""

from __future__ import annotations

from multiprocessing.connection import Connection

import pytest
from ortools.sat.python import cp_model

from instances.tiny import ALL
from models.network import Network
from models.outcome import ConflictPart, Infeasible, Unknown
from models.plan import Plan
from models.tables import Lock
from reports.audit import audit
from scheduler.engine import Settings, child, solve
from scheduler.engine.conflict import NoConflictError, find_conflict
from scheduler.engine.levels import NoPlanError, Reporter, _Run
from scheduler.engine.model import PlanModel
from scheduler.engine.solver import new_solver
from tests.village import VILLAGE

SETTINGS = Settings(time_limit_s=600, workers=1)
NETWORK = ALL["full_buses"].network


@pytest.fixture(scope="module")
def locked() -> tuple[Network, tuple[ConflictPart, ...]]:
    """A village locked in part, with two locks that contradict each other; the conflict found."""
    plan = first_plan(VILLAGE)
    network = VILLAGE.replace(locks=(*harmless(plan), *contradicting(VILLAGE, plan)))
    return network, find_conflict(network, SETTINGS)


def first_plan(network: Network) -> Plan:
    """What the search begins with."""
    plans: list[Plan] = []
    reporter = Reporter(progress=lambda _: None, plan=plans.append, bound=lambda _: None, goal=lambda _: None)
    _Run(PlanModel(network), Settings(time_limit_s=60, deterministic=True), reporter, 0.0).start()
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


def named(network: Network, parts: tuple[ConflictPart, ...]) -> list[Lock]:
    """The locks of a conflict."""
    return [network.locks[int(part.name)] for part in parts if part.kind == "lock"]


def test_only_those_that_contradict_each_other(locked: tuple[Network, tuple[ConflictPart, ...]]) -> None:
    """Of four locks the two, in both languages."""
    network, parts = locked
    assert len(network.locks) == 4
    assert named(network, parts) == list(network.locks[-2:])
    for part in parts:
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


def test_the_conflict_is_one_and_minimal(locked: tuple[Network, tuple[ConflictPart, ...]]) -> None:
    """The locks named cannot hold together; without any one of them there is a plan."""
    network, parts = locked
    core = named(network, parts)
    assert core
    assert not admits_a_plan(network.replace(locks=tuple(core)))
    for lock in core:
        assert admits_a_plan(network.replace(locks=tuple(other for other in core if other != lock)))


@pytest.fixture
def lying_presolve(monkeypatch: pytest.MonkeyPatch) -> None:
    """A solver that takes everything for infeasible as long as it presolves."""
    real = cp_model.CpSolver.solve

    def lie(solver: cp_model.CpSolver, model: cp_model.CpModel) -> cp_model.CpSolverStatus:
        status = real(solver, model)
        return cp_model.INFEASIBLE if solver.parameters.cp_model_presolve else status

    monkeypatch.setattr(cp_model.CpSolver, "solve", lie)


@pytest.mark.usefixtures("lying_presolve")
@pytest.mark.parametrize("name", ["full_buses", "two_sessions"])
def test_infeasible_is_not_believed_before_it_holds_without_presolve(name: str) -> None:
    """Where presolve errs there is no conflict to show, and none is."""
    with pytest.raises(NoConflictError):
        find_conflict(ALL[name].network, SETTINGS)


@pytest.mark.usefixtures("lying_presolve")
def test_a_true_conflict_holds_without_presolve() -> None:
    """It is found all the same."""
    tiny = ALL["contradicting_locks"]
    assert set(named(tiny.network, find_conflict(tiny.network, SETTINGS))) == set(tiny.conflict)


def takes_it_for_infeasible(home: Connection) -> None:
    """A child whose first solve says that there is no plan, though there is."""

    def solve_levels(*_: object, **__: object) -> None:
        raise NoPlanError("infeasible")

    child.solve_levels = solve_levels  # type: ignore[assignment]  # of this child alone
    child.run(home)


def test_a_false_infeasible_is_never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known then; a true one is told with its conflict."""
    monkeypatch.setattr(child, "run", takes_it_for_infeasible)
    assert isinstance(solve(NETWORK, SETTINGS, audit), Unknown)
    assert isinstance(solve(ALL["contradicting_locks"].network, SETTINGS, audit), Infeasible)
