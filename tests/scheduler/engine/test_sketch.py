"""Quick plans of parts for whoever stops the search of a region early."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection

import pytest

from instances.tiny import ALL
from models.network import Network
from models.outcome import Solved, Unknown
from models.parts import part_networks
from models.plan import Plan
from models.tables import Lock
from reports.audit import audit
from scheduler.engine import child, endings
from scheduler.engine.by_hand import plan_by_hand
from scheduler.engine.settings import Progress, Settings
from scheduler.engine.sketch import Keep, Wait, sketched
from scheduler.engine.solve import solve
from tests.side_by_side import side_by_side

THREE = side_by_side([ALL["tie"].network] * 3)


def never_answers(_: Connection) -> None:
    """A child that is still at it."""
    time.sleep(3600)


def test_every_part_gets_a_plan() -> None:
    """By its number, with groups of that part alone."""
    parts, kept = part_networks(THREE), dict[int, Plan]()
    all_there = threading.Event()

    def keep(number: int, plan: Plan) -> None:
        kept[number] = plan
        if len(kept) == len(parts):
            all_there.set()

    with sketched(parts, keep):
        assert all_there.wait(60)
    for number, part in enumerate(parts):
        assert kept[number].groups
        assert {group.course for group in kept[number].groups} <= {course.id for course in part.courses}


def test_a_part_that_cannot_be_planned_by_hand_is_left_out() -> None:
    """The others get theirs."""
    parts = part_networks(side_by_side([ALL["tie"].network, ALL["contradicting_locks"].network]))
    kept: dict[int, Plan] = {}
    first = threading.Event()

    def keep(number: int, plan: Plan) -> None:
        kept[number] = plan
        first.set()

    with sketched(parts, keep):
        assert first.wait(60)
    assert list(kept) == [0]


def test_stopped_before_any_part_was_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C once every part has a quick plan: an audited plan of the whole, and no bound on it."""
    monkeypatch.setattr(child, "run", never_answers)

    def stop(progress: Progress) -> None:
        assert progress.phase == "plan"
        raise KeyboardInterrupt

    started = time.monotonic()
    outcome = solve(THREE, Settings(time_limit_s=600, lottery_seed=1), audit, stop)
    assert time.monotonic() - started < 300
    assert isinstance(outcome, Solved)
    assert outcome.ended == endings.STOPPED()
    assert len(outcome.plan.groups) == 3
    assert outcome.plan.status == "feasible"
    assert not audit(THREE, outcome.plan).violations
    assert all(level.bound is None for level in outcome.plan.levels)


@pytest.fixture
def first_without_a_teacher(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planner by hand knows nothing of teams: nobody teaches the first part."""

    @contextmanager
    def by_hand(parts: Sequence[Network], keep: Keep) -> Iterator[Wait]:
        for number, part in enumerate(parts):
            plan = plan_by_hand(part)
            (group,) = plan.groups
            (session,) = group.sessions
            lonely = plan.replace(groups=(group.replace(sessions=(session.replace(teachers=()),)),))
            keep(number, plan if number else lonely)
        yield lambda _: None

    monkeypatch.setattr("scheduler.engine.part_by_part.sketched", by_hand)
    monkeypatch.setattr(child, "run", never_answers)


def stop(_: Progress) -> None:
    """Ctrl-C once every part has a plan."""
    raise KeyboardInterrupt


@pytest.mark.usefixtures("first_without_a_teacher")
def test_a_quick_plan_that_breaks_a_rule_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    """The part stays empty, the others have their plans, and the rule is named."""
    outcome = solve(THREE, Settings(time_limit_s=600, lottery_seed=1), audit, stop)
    assert isinstance(outcome, Solved)
    assert len(outcome.plan.groups) == 2
    assert not audit(THREE, outcome.plan).violations
    (record,) = caplog.records
    assert "part 1" in record.getMessage()
    assert "teacher_team" in record.getMessage()


@pytest.mark.usefixtures("first_without_a_teacher")
def test_locks_are_never_left_out() -> None:
    """Where something is locked in that part, there is no plan."""
    locked = THREE.replace(locks=(Lock(reason="решение", group=f"{THREE.courses[0].id}-1", weekday=1),))
    outcome = solve(locked, Settings(time_limit_s=600, lottery_seed=1), audit, stop)
    assert isinstance(outcome, Unknown)
    assert outcome.reason == endings.STOPPED()
