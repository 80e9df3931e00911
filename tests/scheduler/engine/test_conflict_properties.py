"""Random small networks with random locks: every answer agrees with the whole model and with brute force."""

from __future__ import annotations

from itertools import combinations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from instances.tiny.base import teacher
from models.network import Network
from models.outcome import Conflict, Infeasible
from models.tables import Lock, Programme
from scheduler.engine.conflict import ALL_RULES
from scheduler.engine.locked_part import locked_part
from scheduler.engine.model import PlanModel
from scheduler.engine.settings import Settings
from scheduler.engine.solver import new_solver
from scheduler.engine.why_no_plan import why_no_plan
from tests.scheduler.test_properties import networks

SETTINGS = Settings(time_limit_s=60, workers=1)
FEW = settings(
    max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@st.composite
def locked(draw: st.DrawFn) -> Network:
    """A small network, two courses of it sometimes a programme, with one to five locks."""
    network = draw(networks())
    if draw(st.integers(0, 3)) == 0:
        courses = tuple(course.replace(programme="П") for course in network.courses)
        choices = {choice.student: choice.replace(course="П", rank=1) for choice in network.choices}
        network = network.replace(
            courses=courses, programmes=(Programme(id="П", title="П"),), choices=tuple(choices.values())
        )
    idle = tuple(teacher(f"У{number}").replace(courses=()) for number in range(5, 11))
    network = network.replace(teachers=(*network.teachers, *idle[: draw(st.sampled_from([0, 6]))]))
    parts = {
        "student": st.sampled_from([student.id for student in network.students]),
        "weekday": st.sampled_from([1, 2]),
        "start": st.sampled_from([880, 900, 920, 940, 905]),
        "room": st.just("1"),
        "teacher": st.sampled_from([item.id for item in network.teachers]),
        "centre": st.sampled_from([centre.id for centre in network.centres]),
        "session": st.sampled_from([1, 2]),
    }
    locks = []
    for _ in range(draw(st.integers(1, 5))):
        names = draw(st.sets(st.sampled_from(sorted(parts)), max_size=2))
        asked = {name: draw(parts[name]) for name in sorted(names)}
        group = f"{draw(st.sampled_from(['ИТ', 'ХИМ']))}-{draw(st.sampled_from([1, 1, 2]))}"
        locks.append(Lock(group=group, reason="", **asked))
    return network.replace(locks=tuple(dict.fromkeys(locks)))


def has_plan(network: Network, without: tuple[str, ...] = ()) -> bool:
    """Whether the whole network has a plan, by a model without reductions and a solver without presolve."""
    solver = new_solver(Settings(workers=1, presolve=False), None)
    status = solver.solve(PlanModel(network, reduce=False, without=without).cp)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return status == cp_model.OPTIMAL


def only(network: Network, locks: tuple[Lock, ...]) -> Network:
    """The network with these locks and no others."""
    return network.replace(locks=locks)


def check_minimal(network: Network, conflict: Conflict) -> None:
    """The locks and rules cannot hold together, and can without any one of them, in the whole model."""
    assert conflict.is_minimal
    locks = conflict.locks
    rules = [part.name for part in conflict.parts if part.kind == "rule"]
    others = tuple(name for name in ALL_RULES if name not in rules)
    assert not has_plan(only(network, locks), others)
    for lock in locks:
        assert has_plan(only(network, tuple(item for item in locks if item != lock)))
    for rule in rules:
        assert has_plan(only(network, locks), (*others, rule))


@FEW
@given(locked())
def test_the_part_decides_for_the_whole(network: Network) -> None:
    """Locks hold together in the part that they concern if and only if they do in the whole network."""
    assert has_plan(locked_part(network, network.locks)) == has_plan(network)
    free = ("group_size",)
    part = locked_part(network, network.locks, has_minimum=False)
    assert has_plan(part, free) == has_plan(network, free)


@FEW
@given(locked())
def test_conflicts_and_the_fewest_locks(network: Network) -> None:
    """Conflicts are minimal and share no lock; the rest holds; no smaller set of locks resolves them all."""
    told: list[Infeasible] = []
    assert why_no_plan(network, SETTINGS, told.append) is not has_plan(network)
    assume(told)
    answer = told[-1]
    assert answer.are_all
    named = [lock for conflict in answer.conflicts for lock in conflict.locks]
    assert len(named) == len(set(named))
    for conflict in answer.conflicts:
        check_minimal(network, conflict)
    fewest = len(answer.fewest)
    assert fewest
    for locks in [answer.fewest, *(removal.locks for removal in answer.removals)]:
        assert has_plan(only(network, tuple(lock for lock in network.locks if lock not in locks)))
    for count in range(len(network.locks) - fewest + 1, len(network.locks) + 1):
        assert not any(has_plan(only(network, kept)) for kept in combinations(network.locks, count))
    assert {removal.locks[0] for removal in answer.removals} | set(answer.fewest) >= set(named)
