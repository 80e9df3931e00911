"""The front door keeps its promises when time runs out, the user stops it, or the solver's process dies."""

from __future__ import annotations

import multiprocessing
import os
import time
from multiprocessing.connection import Connection

import pytest

from instances.tiny import ALL
from instances.tiny.base import choices, course, network, rules, slot, student, teacher
from models.network import Network
from models.outcome import Solved, Unknown
from models.plan import Plan
from models.tables import Room
from reports.audit import audit
from scheduler.engine import child
from scheduler.engine.bounds import LevelBound
from scheduler.engine.levels import solve_levels
from scheduler.engine.model import PlanModel
from scheduler.engine.run import Reporter
from scheduler.engine.settings import Progress, Settings
from scheduler.engine.solve import solve

NETWORK = ALL["full_buses"].network
QUICK = Settings(time_limit_s=20, workers=1)


def crowd(number: int = 40) -> Network:
    """Many students, five courses, five evenings: more than can be proven in an instant."""
    names = [f"К{n}" for n in range(1, 6)]
    return network(
        "толпа",
        rules=rules([slot(day, "14:30", "17:30") for day in range(1, 6)]),
        courses=tuple(course(name, max_size=8, max_groups=2, weekly_sessions=2, hours=4) for name in names),
        teachers=tuple(teacher(f"У{n}", *names[n - 1 : n + 1]) for n in range(1, 6)),
        rooms=(Room(centre="РЦ1", name="1", capacity=10), Room(centre="РЦ1", name="2", capacity=6)),
        students=tuple(student(f"О{n}") for n in range(1, number + 1)),
        choices=tuple(
            choice
            for n in range(1, number + 1)
            for choice in choices(f"О{n}", *(names[(n + k) % 5] for k in range(3)))
        ),
    )


def is_audited(network: Network, plan: Plan) -> bool:
    """Whether the plan passes the audit and calls itself optimal only if every level is proven."""
    proven = all(level.proven for level in plan.levels)
    return not audit(network, plan).violations and (plan.status == "optimal") == proven


def test_all_is_well() -> None:
    """Undisturbed, the plan is optimal, stamped with its run, and progress was told level by level."""
    told: list[Progress] = []
    outcome = solve(NETWORK, QUICK, audit, told.append)
    assert isinstance(outcome, Solved)
    plan = outcome.plan
    assert plan.status == "optimal"
    assert is_audited(NETWORK, plan)
    assert plan.run is not None
    assert plan.network is not None
    assert plan.network.sha256 == NETWORK.sha256
    assert plan.run.goals == NETWORK.goals
    done = [line.level for line in told if line.phase == "done"]
    assert done == [level.name for level in plan.levels]


@pytest.mark.parametrize("after", range(1, 5))
def test_ctrl_c_keeps_the_best_plan(after: int) -> None:
    """Stopped after any level, the plan found so far is audited and returned."""
    told: list[Progress] = []

    def stop(line: Progress) -> None:
        told.append(line)
        if sum(line.phase == "done" for line in told) == after:
            raise KeyboardInterrupt

    outcome = solve(NETWORK, QUICK, audit, stop)
    assert isinstance(outcome, Solved)
    assert is_audited(NETWORK, outcome.plan)


def test_ctrl_c_before_any_plan() -> None:
    """Stopped before anything was found, the answer is that nothing is known."""

    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    assert isinstance(solve(NETWORK, QUICK, audit, stop), Unknown)


def killed_at_start(_: Connection) -> None:
    """A child that dies without a word."""
    os._exit(9)


def killed_after_two_levels(home: Connection) -> None:
    """A child that dies in the middle of its work."""
    task: child.Task = home.recv()
    bounds: list[LevelBound] = []

    def bound(found: LevelBound) -> None:
        home.send(found)
        bounds.append(found)
        if len(bounds) == 2:
            home.close()
            os._exit(9)

    reporter = Reporter(progress=home.send, plan=home.send, bound=bound)
    solve_levels(PlanModel(task.network), task.settings, task.lottery_seed, reporter)


def raises_out_of_time(home: Connection) -> None:
    """A child that finds nothing in time."""
    home.send(child.Done())


def raises_an_error(home: Connection) -> None:
    """A child with a fault."""
    home.send(child.Crash("беда"))


def test_a_child_that_dies_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No plan, no proof: unknown."""
    monkeypatch.setattr(child, "run", killed_at_start)
    assert isinstance(solve(NETWORK, QUICK, audit), Unknown)


def test_a_child_that_dies_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """The best plan is kept; what was not proven is not called proven."""
    monkeypatch.setattr(child, "run", killed_after_two_levels)
    outcome = solve(NETWORK, QUICK, audit)
    assert isinstance(outcome, Solved)
    plan = outcome.plan
    assert plan.status == "feasible"
    assert is_audited(NETWORK, plan)
    assert [level.proven for level in plan.levels[:2]] == [True, True]
    assert not any(level.proven for level in plan.levels[2:])


@pytest.mark.parametrize("run", [raises_out_of_time, raises_an_error])
def test_a_child_without_a_plan(monkeypatch: pytest.MonkeyPatch, run: object) -> None:
    """Out of time or a fault inside: unknown, never an empty plan."""
    monkeypatch.setattr(child, "run", run)
    assert isinstance(solve(NETWORK, QUICK, audit), Unknown)


def test_a_killed_child() -> None:
    """A child killed from outside (for want of memory, say) leaves the best plan so far."""

    def kill(line: Progress) -> None:
        if line.phase == "done":
            for process in multiprocessing.active_children():
                process.kill()

    outcome = solve(crowd(), QUICK, audit, kill)
    assert isinstance(outcome, Solved)
    assert outcome.plan.status in ("feasible", "optimal")
    assert is_audited(crowd(), outcome.plan)


def test_deterministic_mode_repeats_itself() -> None:
    """The same input gives the same plan, levels and refusals, lottery included."""
    network = crowd(6)
    settings = Settings(time_limit_s=5, deterministic=True)
    plans = []
    for _ in range(2):
        outcome = solve(network, settings, audit)
        assert isinstance(outcome, Solved)
        plans.append(outcome.plan.replace(run=None))
    assert plans[0] == plans[1]


@pytest.mark.parametrize("limit", [0.01, 0.5, 1.5])
def test_a_short_limit(limit: float) -> None:
    """However short the limit: a plan that passes the audit, or an honest "unknown", and soon."""
    started = time.monotonic()
    network = crowd()
    outcome = solve(network, Settings(time_limit_s=limit, workers=1), audit)
    assert time.monotonic() - started < limit + 60
    assert isinstance(outcome, Unknown) or (isinstance(outcome, Solved) and is_audited(network, outcome.plan))


@pytest.mark.parametrize("goals", [("sizes", "unserved"), ("travel", "rank_points"), ("fairness",)])
def test_goals_that_put_something_above_wishes_still_give_an_audited_plan(goals: tuple[str, ...]) -> None:
    """With sizes or travel first, or nobody to be fair to, seats may stay free and the plan still stands."""
    other = ALL["two_sessions"].network.replace(goals=goals)
    outcome = solve(other, QUICK, audit)
    assert isinstance(outcome, Solved)
    assert [level.proven for level in outcome.plan.levels] == [True] * len(outcome.plan.levels)
