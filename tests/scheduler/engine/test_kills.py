"""Thirty kills of the search at random moments lose nothing that it found and prove nothing untrue."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import struct
import threading
import time
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import NoReturn

import pytest
from ortools.sat.python import cp_model

from models.outcome import Outcome, Solved, Unknown
from models.parts import part_networks
from models.plan import Level, Plan, Sense
from reports.audit import audit
from scheduler.engine import child, parent
from scheduler.engine.settings import Progress, Settings
from scheduler.engine.solve import solve
from tests.side_by_side import side_by_side
from tests.village import VILLAGE

SETTINGS = Settings(time_limit_s=600, workers=1)
"""A limit that no machine reaches: whatever ends a search here, it is the kill."""


BOTH = side_by_side([VILLAGE, VILLAGE])
SECOND = part_networks(BOTH)[1]


@pytest.fixture(scope="module")
def undisturbed() -> tuple[Plan, float]:
    """The proven plan of the village, and the seconds that it takes here and now."""
    started = time.monotonic()
    outcome = solve(VILLAGE, SETTINGS, audit)
    assert isinstance(outcome, Solved)
    assert outcome.ended is None
    assert outcome.plan.status == "optimal"
    return outcome.plan, time.monotonic() - started


def die() -> NoReturn:
    """Ends this process as SIGKILL does: no clean-up, no last word."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    raise AssertionError("still alive")


def dies_before_reading(_: Connection) -> None:
    """A child that never hears its task."""
    die()


def dies_while_building(home: Connection, variables: int) -> None:
    """A child that has made so many variables of its model."""
    made = 0
    new_bool_var = cp_model.CpModel.new_bool_var

    def counted(model: cp_model.CpModel, name: str) -> cp_model.IntVar:
        nonlocal made
        made += 1
        if made > variables:
            die()
        return new_bool_var(model, name)

    cp_model.CpModel.new_bool_var = counted  # type: ignore[method-assign]  # of this child alone
    child.run(home)


class Broken:
    """A connection that sends so many messages whole, a part of the next one, and then kills its process."""

    def __init__(self, home: Connection, messages: int, part: float) -> None:
        self.home, self.messages, self.part = home, messages, part

    def recv(self) -> object:
        return self.home.recv()

    def send(self, item: object) -> None:
        if self.messages > 0:
            self.messages -= 1
            self.home.send(item)
            return
        content = bytes(ForkingPickler.dumps(item))
        framed = struct.pack("!i", len(content)) + content  # as Connection does where it is a socket
        if os.name != "nt":
            os.write(self.home.fileno(), framed[: int(len(framed) * self.part)])
        die()


def dies_in_a_message(home: Connection, messages: int, part: float) -> None:
    """A child that is killed while it speaks."""
    child.run(Broken(home, messages, part))  # type: ignore[arg-type]  # all that a child asks of a line


def says_half_a_word(home: Connection) -> None:
    """A child that hangs in the middle of a message, and lives on."""
    os.write(home.fileno(), struct.pack("!i", 1000) + b"half")
    time.sleep(3600)


def says_nonsense(home: Connection) -> None:
    """A child that sends what is no message."""
    home.send_bytes(b"nonsense")
    time.sleep(3600)


def beaten(level: Level, value: int) -> bool:
    """Whether a value is better than the level's."""
    return value < level.value if level.sense is Sense.MINIMISE else value > level.value


def loses_nothing(outcome: Outcome, told: list[Progress], best: Plan) -> None:
    """Asserts that there is an audited plan as soon as one was told of, not worse than what was told; that
    its bounds hold against the proven plan; and that it calls itself optimal only if it is as good."""
    done = [line for line in told if line.phase == "done" and line.value is not None]
    if isinstance(outcome, Unknown):
        assert not done
        assert outcome.reason.in_("ru")
        assert "Traceback" not in outcome.reason.in_("en")
        return
    assert isinstance(outcome, Solved)
    plan = outcome.plan
    assert not audit(VILLAGE, plan).violations
    levels = {level.name: level for level in plan.levels}
    for line in done:
        assert line.value is not None
        assert not beaten(levels[line.level], line.value), line
    comparable = True
    for level, proven in zip(plan.levels, best.levels, strict=True):
        if comparable and level.bound is not None:
            past = level.bound > proven.value if level.sense is Sense.MINIMISE else level.bound < proven.value
            assert not past, (level, proven)
        comparable = comparable and level.value == proven.value
        assert comparable or not level.proven
    assert plan.status == ("optimal" if all(level.proven for level in plan.levels) else "feasible")


def solve_killed(run: object, monkeypatch: pytest.MonkeyPatch) -> tuple[Outcome, list[Progress]]:
    """What comes of the village when its child does ``run``."""
    told: list[Progress] = []
    monkeypatch.setattr(child, "run", run)
    return solve(VILLAGE, SETTINGS, audit, told.append), told


RANDOM = random.Random(1)

MOMENTS = [RANDOM.random() for _ in range(12)]
"""Parts of the time that the search takes undisturbed: from before its process runs to its last word."""

MESSAGES = [(RANDOM.randrange(1, 36), RANDOM.random()) for _ in range(12)]
"""Whole messages sent (undisturbed there are more than forty), and the part sent of the next one."""

EARLY = [
    dies_before_reading,
    *(partial(dies_while_building, variables=number) for number in (0, 30, 100)),
    partial(dies_in_a_message, messages=0, part=0.0),
    partial(dies_in_a_message, messages=0, part=0.5),
]


def test_there_are_thirty_of_them() -> None:
    """At moments of the clock, within messages, and before there is anything to say."""
    assert len(MOMENTS) + len(MESSAGES) + len(EARLY) == 30


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_from_outside(moment: float, undisturbed: tuple[Plan, float]) -> None:
    """At any moment: while it starts, reads, builds, searches, between two levels, or when all is done."""
    best, seconds = undisturbed

    def kill() -> None:
        for process in multiprocessing.active_children():
            process.kill()

    told: list[Progress] = []
    timer = threading.Timer(moment * seconds, kill)
    timer.start()
    try:
        outcome = solve(VILLAGE, SETTINGS, audit, told.append)
    finally:
        timer.cancel()
        timer.join()
    loses_nothing(outcome, told, best)


@pytest.mark.slow
@pytest.mark.parametrize(("messages", "part"), MESSAGES)
def test_killed_while_it_speaks(
    messages: int, part: float, undisturbed: tuple[Plan, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a message is no message; all that came before it counts."""
    outcome, told = solve_killed(partial(dies_in_a_message, messages=messages, part=part), monkeypatch)
    loses_nothing(outcome, told, undisturbed[0])
    assert isinstance(outcome, Solved | Unknown)
    ended = outcome.ended if isinstance(outcome, Solved) else outcome.reason
    assert ended is not None
    assert "memory" in ended.in_("en") or os.name == "nt"


@pytest.mark.parametrize("run", EARLY, ids=range(len(EARLY)))
def test_killed_before_it_has_said_anything(run: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """No plan, and a reason that says what happened and what to do."""
    outcome, told = solve_killed(run, monkeypatch)
    assert told == []
    assert isinstance(outcome, Unknown)
    assert "памяти" in outcome.reason.in_("ru") or os.name == "nt"


def dies_in_one_part(home: Connection) -> None:
    """A child that is killed if its part is the second."""
    task: child.Task = home.recv()
    if task.network == SECOND:
        die()
    child.work(task, home)


def test_one_part_of_two_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other part keeps its plan, nothing is called proven of the whole, and the reason is told."""
    monkeypatch.setattr(child, "run", dies_in_one_part)
    outcome = solve(BOTH, SETTINGS, audit)
    assert isinstance(outcome, Solved)
    assert outcome.ended is not None
    assert outcome.plan.groups
    assert outcome.plan.status == "feasible"
    assert not audit(BOTH, outcome.plan).violations


@pytest.mark.skipif(os.name == "nt", reason="messages are whole on Windows, whose pipes know where one ends")
def test_half_a_word_from_a_child_that_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parent looks at the clock, not at the rest of the message."""
    monkeypatch.setattr(parent, "GRACE_SECONDS", 0.1)
    monkeypatch.setattr(child, "run", says_half_a_word)
    assert isinstance(solve(VILLAGE, Settings(time_limit_s=3), audit), Unknown)


def test_nonsense_from_a_child_that_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not listened to any longer."""
    monkeypatch.setattr(parent, "GRACE_SECONDS", 0.1)
    outcome, _ = solve_killed(says_nonsense, monkeypatch)
    assert isinstance(outcome, Unknown)
