"""A search without memory ends with the best plan so far, or with a sentence that says so."""

from __future__ import annotations

import logging
import time
from multiprocessing.connection import Connection

import psutil
import pytest

from instances.tiny import ALL
from models.outcome import Solved, Unknown
from reports.audit import audit
from scheduler.engine import child, endings
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve
from tests.side_by_side import side_by_side

NETWORK = ALL["full_buses"].network
UNHURRIED = Settings(time_limit_s=600, workers=1)
MEGABYTE = 2**20


def grows_without_end(home: Connection) -> None:
    """A child that has a plan and then takes twenty megabytes at a time, up to far more than it may have."""
    child.run(home)
    held = []
    for _ in range(100):
        held.append(b"x" * (20 * MEGABYTE))
        time.sleep(0.05)


class Endless:
    """The connection of a child that never says that it is done."""

    def __init__(self, home: Connection) -> None:
        self.home = home

    def recv(self) -> object:
        return self.home.recv()

    def send(self, item: object) -> None:
        if not isinstance(item, child.Done):
            self.home.send(item)


def grows_after_its_plan(home: Connection) -> None:
    """A child that has solved all levels and goes on to grow."""
    grows_without_end(Endless(home))  # type: ignore[arg-type]  # all that a child asks of a line


def has_no_memory(home: Connection) -> None:
    """A child that the system gives no memory for its model."""

    def build(*_: object, **__: object) -> None:
        raise MemoryError

    child.PlanModel = build  # type: ignore[assignment,misc]  # of this child alone
    child.run(home)


def breaks(home: Connection) -> None:
    """A child with a fault in its code."""

    def build(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a fault")

    child.PlanModel = build  # type: ignore[assignment,misc]  # of this child alone
    child.run(home)


def test_the_limit_before_the_parts_are_searched() -> None:
    """The plans made by hand are what is left, audited, and why there is nothing better is said."""
    network = side_by_side([NETWORK, NETWORK])
    outcome = solve(network, Settings(time_limit_s=600, workers=1, memory_gb=0.01), audit)
    assert isinstance(outcome, Solved)
    assert outcome.ended == endings.memory_limit(0.01)
    assert outcome.plan.status == "feasible"
    assert outcome.plan.groups
    assert not audit(network, outcome.plan).violations


def test_the_limit_before_there_is_a_plan() -> None:
    """Python alone takes more than this: no plan, and the sentence names the limit and the cure."""
    outcome = solve(NETWORK, Settings(time_limit_s=600, workers=1, memory_gb=0.01), audit)
    assert isinstance(outcome, Unknown)
    assert outcome.reason == endings.memory_limit(0.01)
    assert "0,01 ГБ" in outcome.reason.in_("ru")


def test_the_limit_after_a_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan is kept with what was proven of it, and the outcome says why the search ended."""
    here = psutil.Process().memory_info().rss / 2**30
    monkeypatch.setattr(child, "run", grows_after_its_plan)
    limit = max(here, 0.5) + 0.3
    outcome = solve(NETWORK, Settings(time_limit_s=600, workers=1, memory_gb=limit), audit)
    assert isinstance(outcome, Solved)
    assert outcome.ended == endings.memory_limit(limit)
    assert outcome.plan.status == "optimal"
    assert outcome.plan.run is not None
    assert outcome.plan.run.memory_gb == limit


def test_a_limit_that_is_kept() -> None:
    """It changes nothing."""
    outcome = solve(NETWORK, Settings(time_limit_s=600, workers=1, memory_gb=1000.0), audit)
    assert isinstance(outcome, Solved)
    assert outcome.ended is None


def test_no_memory_left_in_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's own error is told in words, not as a traceback."""
    monkeypatch.setattr(child, "run", has_no_memory)
    outcome = solve(NETWORK, UNHURRIED, audit)
    assert isinstance(outcome, Unknown)
    assert outcome.reason == endings.NO_MEMORY()


def test_a_fault_in_the_search(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """The reason is one line; the traceback is in the log."""
    monkeypatch.setattr(child, "run", breaks)
    with caplog.at_level(logging.ERROR):
        outcome = solve(NETWORK, UNHURRIED, audit)
    assert isinstance(outcome, Unknown)
    assert outcome.reason == endings.DIED(report="ZeroDivisionError: a fault")
    assert "Traceback" in caplog.text


@pytest.mark.parametrize(
    ("exit_code", "words"),
    [(-9, "сигнал 9"), (-11, "сигнал 11"), (1, "код 1"), (0xC0000005, "код 3221225477"), (None, "код")],
)
def test_the_exit_code_in_words(exit_code: int | None, words: str) -> None:
    """A signal, a code of Windows, or one that nobody knows."""
    reason = endings.of_exit(exit_code)
    assert words in reason.in_("ru")
    assert reason.in_("en") != reason.in_("ru")
