"""The clocks of a search: of the whole, and of one that goes on for a while once it has found something."""

from __future__ import annotations

import threading
import time

from instances.tiny import ALL
from models.goals import GOALS
from scheduler.engine import run
from scheduler.engine.joint import Level
from scheduler.engine.model import PlanModel
from scheduler.engine.settings import Settings
from scheduler.goals import OBJECTIVES


class Ended(run._AsLongAgain):
    """Notes that it was to end the search; there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.times, self.ended = 0, threading.Event()

    def stop_search(self) -> None:
        """Instead of CP-SAT's own."""
        self.times += 1
        self.ended.set()


def test_it_is_ended_once_however_many_solutions_come() -> None:
    """The first one sets the clock."""
    watch = Ended()
    for _ in range(3):
        watch.on_solution_callback()
    assert watch.ended.wait(60)
    watch.on_solution_callback()
    assert watch.times == 1


def test_a_search_that_has_ended_is_not_ended_again() -> None:
    """Neither with a solution nor without one."""
    for solutions in (0, 1):
        watch = Ended()
        watch.started -= 3600  # it has taken an hour, so the clock runs for one
        for _ in range(solutions):
            watch.on_solution_callback()
        watch.cancel()
        if watch.timer is not None:
            watch.timer.join(60)
            assert not watch.timer.is_alive()
        assert watch.times == 0


def test_the_limit_grows_once_the_points_are_proven() -> None:
    """Not sooner: until then seats may be left that have to be given away after the search."""

    def ignore(_: object) -> None:
        """Nothing is told to anybody."""

    reporter = run.Reporter(ignore, ignore, ignore)
    model = PlanModel(ALL["two_sessions"].network)
    found = run.Run(model, Settings(time_limit_s=60, workers=1), reporter, time.monotonic(), spare_s=1000)
    found.start()
    for goal in ("unserved", "rank_points"):
        assert found.left() <= 60
        (objective,) = OBJECTIVES[goal](found.model, 1)
        found.solve_level(Level(objective, GOALS[goal].sense), 10)
    assert found.left() > 900
