"""Ctrl-C is overheard where it would break something off, and nowhere else."""

from __future__ import annotations

import signal
import threading

import pytest

from instances.tiny import ALL
from models.audit import Auditor, AuditReport
from models.network import Network
from models.outcome import Solved
from models.plan import Plan
from reports.audit import audit
from scheduler.engine.settings import Progress, Settings
from scheduler.engine.solve import solve
from scheduler.interrupts import deaf

NETWORK = ALL["full_buses"].network
SETTINGS = Settings(time_limit_s=600, workers=1)


def press() -> None:
    """Somebody presses Ctrl-C."""
    signal.raise_signal(signal.SIGINT)


def test_it_is_overheard() -> None:
    """As often as it is pressed; afterwards it is heard again."""
    with deaf():
        for _ in range(3):
            press()
    with pytest.raises(KeyboardInterrupt):
        press()


@pytest.mark.parametrize("most", [0, 1, 2])
def test_it_is_overheard_so_many_times(most: int) -> None:
    """And then it is heard within the block."""
    overheard = 0
    with pytest.raises(KeyboardInterrupt), deaf(most):  # noqa: PT012 - which of them is heard is the question
        for _ in range(5):
            press()
            overheard += 1
    assert overheard == most


def test_blocks_within_blocks() -> None:
    """The outer block counts what the inner one lets through."""
    with deaf(1):
        with deaf(1):
            press()
            press()
        with pytest.raises(KeyboardInterrupt):
            press()


def test_other_threads() -> None:
    """They hear nothing of it anyway, and may not change that."""
    done: list[bool] = []

    def work() -> None:
        with deaf():
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def auditor_who_presses(times: int) -> Auditor:
    """An auditor at whose first audit Ctrl-C is pressed so many times."""
    left = times

    def check(network: Network, plan: Plan) -> AuditReport:
        nonlocal left
        for _ in range(left):
            left -= 1
            press()
        return audit(network, plan)

    return check


def test_a_search_that_has_ended_is_not_lost() -> None:
    """Pressed a moment too late, it changes nothing; pressed again, it is obeyed."""
    outcome = solve(NETWORK, SETTINGS, auditor_who_presses(1))
    assert isinstance(outcome, Solved)
    assert outcome.plan.status == "optimal"
    with pytest.raises(KeyboardInterrupt):
        solve(NETWORK, SETTINGS, auditor_who_presses(2))


def test_pressed_in_the_search_and_again_at_its_end() -> None:
    """The second one is obeyed at once."""

    def stop(line: Progress) -> None:
        if line.phase == "done":
            press()

    with pytest.raises(KeyboardInterrupt):
        solve(NETWORK, SETTINGS, auditor_who_presses(1), stop)
