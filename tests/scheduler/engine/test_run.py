"""A search that goes on for a while once it has found something ends by itself, and only once."""

from __future__ import annotations

import threading

from scheduler.engine import run


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
