"""The peers plan the tiny networks by the same rules as the engine, and their plans have the same end."""

from __future__ import annotations

import os
import time

import pytest

from instances.tiny import ALL
from models.outcome import Infeasible, Solved, Unknown
from models.plan import Plan
from reports.audit import audit
from scheduler.engine.settings import Progress, Settings
from scheduler.peers import PEERS, solve_by
from scheduler.peers.errand import Errand, Peer, Send

SOLVABLE = [name for name, tiny in ALL.items() if tiny.plan is not None]
SETTINGS = Settings(time_limit_s=30, workers=1)
PLAN = ALL["tie"].plan or Plan()


@pytest.mark.parametrize("name", SOLVABLE)
@pytest.mark.parametrize("peer", ["weighted", "mip"])
def test_one_sum_of_all_goals_finds_the_optimum_of_a_tiny_network(peer: str, name: str) -> None:
    """Where all weights have room, the best sum is the best plan level by level, as solved by hand."""
    network = ALL[name].network
    plans: list[Plan] = []
    told: list[Progress] = []
    outcome = solve_by(PEERS[peer], network, SETTINGS, audit, told.append, plans.append)
    assert isinstance(outcome, Solved)
    plan = outcome.plan
    values = {level.name: level.value for level in plan.levels}
    assert {level: values[level] for level in ALL[name].levels} == dict(ALL[name].levels)
    assert plan.levels[0].proven
    assert plan.network is not None
    assert plan.network.sha256 == network.sha256
    assert plans
    assert {line.level for line in told} == set(values)


@pytest.mark.parametrize("name", SOLVABLE)
def test_by_hand_every_rule_is_kept(name: str) -> None:
    """The plan passes the audit, claims no bound and is not better than the optimum."""
    outcome = solve_by(PEERS["by-hand"], ALL[name].network, SETTINGS, audit)
    assert isinstance(outcome, Solved)
    levels = {level.name: level for level in outcome.plan.levels}
    assert all(level.bound is None for level in levels.values())
    assert levels["unserved"].value >= ALL[name].levels["unserved"]


def test_a_network_without_a_plan() -> None:
    """Solvers prove that there is none; by hand nobody finds one."""
    network = ALL["contradicting_locks"].network
    assert solve_by(PEERS["weighted"], network, SETTINGS, audit) == Infeasible(())
    assert solve_by(PEERS["mip"], network, SETTINGS, audit) == Infeasible(())
    assert isinstance(solve_by(PEERS["by-hand"], network, SETTINGS, audit), Unknown)


def dies(errand: Errand, send: Send) -> None:  # noqa: ARG001 - one shape for all peers
    """A peer that is gone at once."""
    os._exit(9)


def stumbles(errand: Errand, send: Send) -> None:  # noqa: ARG001 - likewise
    """A peer with a fault."""
    raise RuntimeError("беда")


def never_ends(errand: Errand, send: Send) -> None:  # noqa: ARG001 - one shape for all peers
    """A peer that has a plan and does not stop."""
    send(PLAN)
    time.sleep(3600)


@pytest.mark.parametrize("peer", [dies, stumbles])
def test_a_peer_that_fails_has_no_plan(peer: Peer) -> None:
    """However it ends, the answer is that nothing is known."""
    assert isinstance(solve_by(peer, ALL["tie"].network, SETTINGS, audit), Unknown)


def test_a_peer_is_stopped_at_the_limit() -> None:
    """What it has sent until then is its plan."""
    limit = Settings(time_limit_s=8.0, workers=1)  # a busy machine is slow to start a child
    outcome = solve_by(never_ends, ALL["tie"].network, limit, audit)
    assert isinstance(outcome, Solved)
    assert outcome.plan.enrolments == PLAN.enrolments
