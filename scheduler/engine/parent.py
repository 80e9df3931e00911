"""The parent of a search: starts the child, keeps the best that it sends, and stops it in time.

Whatever becomes of the child (killed before it has read its task, in the middle of a message, for want of
memory), the parent neither waits for it nor breaks.
"""

from __future__ import annotations

import logging
import multiprocessing
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.reduction import ForkingPickler

import psutil

from models.outcome import Infeasible
from models.plan import Plan
from models.text import Message
from scheduler.engine import child, endings
from scheduler.engine.bounds import LevelBound
from scheduler.engine.run import GoalDone
from scheduler.engine.settings import Progress, Settings

KILL_SHARE = 0.95
"""The part of the limit after which a child that has a plan is killed."""

GRACE_SECONDS = 5.0
"""How long after the limit a child that has no plan yet may go on, and how long a dying one is waited for."""

TICK = 0.1
"""Seconds between two looks at the clock and at the memory."""

GIGABYTE = 2**30

logger = logging.getLogger(__name__)


@dataclass
class Found:
    """The best plan so far and what was proven of its levels.

    ``goals``: those of which all levels were reported. ``ended``: why the search ended early, if it did.
    ``infeasible``: what is known of why there is no plan, if there is none.
    """

    plan: Plan | None = None
    bounds: dict[str, LevelBound] = field(default_factory=dict)
    goals: set[str] = field(default_factory=set)
    ended: Message | None = None
    infeasible: Infeasible | None = None

    @property
    def reason(self) -> Message:
        """Why there is no plan, if there is none."""
        return endings.OUT_OF_TIME() if self.ended is None else self.ended


def run_child(
    task: child.Task,
    on_progress: Callable[[Progress], None],
    found: Found,
    is_stopped: Callable[[], bool] = lambda: False,
    memory_share: float = 1.0,
) -> Infeasible | None:
    """Keeps in ``found`` what a child finds until it is done, dies, or has to be killed; returned is what is
    known if there can be no plan. Ctrl-C (where this thread hears it) and ``is_stopped`` end it with the best
    so far.

    ``memory_share``: the part of the memory limit that this child may take beside others.
    """
    started = time.monotonic()
    content = ForkingPickler.dumps(task)
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    # The task follows over the connection. As an argument it would go through a pipe that this process itself
    # holds open for reading, and a large one would be waited for without end if the child died at once.
    process = context.Process(target=child.run, args=(there,), daemon=True)
    news: queue.SimpleQueue[child.News | None] = queue.SimpleQueue()
    mail = threading.Thread(target=_exchange, args=(here, content, news), daemon=True)
    limits = _Limits(task.settings, process, found, is_stopped, memory_share, started)
    try:
        with without_ctrl_c():
            process.start()
        there.close()
        mail.start()
        _listen(news, mail, limits, on_progress)
    except KeyboardInterrupt:
        found.ended = endings.STOPPED()
    finally:
        _end(process)
        there.close()
        _hang_up(here, mail)
    return found.infeasible


def _exchange(here: Connection, content: memoryview, news: queue.SimpleQueue[child.News | None]) -> None:
    """Hands the child its task and passes on what it says; ``None`` is the end, in mid-word or not."""
    try:
        here.send_bytes(content)
        while True:
            news.put(here.recv())
    except Exception as error:  # the end of the line, half a message, or what a broken child has sent
        logger.debug("the child is heard no more: %r", error)
        news.put(None)


@dataclass
class _Limits:
    """What ends a search from outside: the clock, the memory, and whoever asks it to stop."""

    settings: Settings
    process: SpawnProcess
    found: Found
    is_stopped: Callable[[], bool]
    memory_share: float
    started: float
    looked: float = 0.0

    def are_passed(self) -> bool:
        """Whether the search has to end now; ``found`` then has the reason, unless time is up."""
        if self.is_stopped():
            self.found.ended = endings.STOPPED()
        elif self.settings.memory_gb is not None and self._holds_more(self.settings.memory_gb):
            self.found.ended = endings.memory_limit(self.settings.memory_gb)
        else:
            return self._is_out_of_time()
        return True

    def _is_out_of_time(self) -> bool:
        if self.settings.deterministic:
            return False
        limit, elapsed = self.settings.time_limit_s, time.monotonic() - self.started
        return elapsed >= (limit * KILL_SHARE if self.found.plan else limit + GRACE_SECONDS)

    def _holds_more(self, limit: float) -> bool:
        """Whether the child holds more than its share of so many gigabytes; looked at once a tick."""
        now = time.monotonic()
        if now - self.looked < TICK:
            return False
        self.looked = now
        try:
            held = psutil.Process(self.process.pid).memory_info().rss
        except psutil.Error:  # it is gone, which the line will tell
            return False
        return held > limit * self.memory_share * GIGABYTE


def _listen(
    news: queue.SimpleQueue[child.News | None],
    mail: threading.Thread,
    limits: _Limits,
    on_progress: Callable[[Progress], None],
) -> None:
    """Keeps what the child sends, until it has said all, dies, or passes a limit."""
    found, process = limits.found, limits.process
    while not limits.are_passed():
        try:
            item = news.get(timeout=TICK)
        except queue.Empty:
            if not process.is_alive():  # where its end of the line outlives it, nobody hears it go
                mail.join(GRACE_SECONDS)
                news.put(None)
            continue
        if isinstance(item, Progress):
            on_progress(item)
        elif isinstance(item, Plan):
            found.plan = item
        elif isinstance(item, LevelBound):
            found.bounds[item.name] = item
        elif isinstance(item, GoalDone):
            found.goals.add(item.goal)
        elif isinstance(item, Infeasible):
            before, now = found.infeasible or Infeasible(), len(item.conflicts)
            found.infeasible = item
            if now > len(before.conflicts):
                on_progress(Progress("", "conflict", now, None, time.monotonic() - limits.started))
        elif isinstance(item, child.NoMemory):
            found.ended = endings.NO_MEMORY()
            break
        elif isinstance(item, child.Crash):
            logger.error("the search broke off: %s", item.report)
            found.ended = endings.DIED(report=item.report.strip().rpartition("\n")[2])
            break
        elif item is None:
            process.join(GRACE_SECONDS)
            found.ended = endings.of_exit(process.exitcode)
            break
        else:
            break


def _end(process: SpawnProcess) -> None:
    if process.pid is not None:  # else it was never started
        process.kill()
        process.join()


def _hang_up(here: Connection, mail: threading.Thread) -> None:
    """Closes the line, unless somebody still listens to it."""
    if mail.ident is not None:
        mail.join(GRACE_SECONDS)
    if not mail.is_alive():
        here.close()


@contextmanager
def without_ctrl_c() -> Iterator[None]:
    """A child started here never hears of Ctrl-C, which is its parent's business; what the parent hears of
    it meanwhile comes at the end."""
    if sys.platform == "win32":  # signals cannot be held back there; the child ignores it once it runs
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
