"""The parent of a search: starts the child, keeps the best that it sends, and stops it in time.

Whatever becomes of the child (killed before it has read its task, or in the middle of a message), the
parent neither waits for it nor breaks.
"""

from __future__ import annotations

import logging
import multiprocessing
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler

from models.outcome import Infeasible
from models.plan import Plan
from models.text import Message, Text
from scheduler.engine import child
from scheduler.engine.levels import GoalDone, LevelBound
from scheduler.engine.settings import Progress, Settings

KILL_SHARE = 0.95
"""The part of the limit after which a child that has a plan is killed."""

GRACE_SECONDS = 5.0
"""How long after the limit a child that has no plan yet may go on, and how long a dying one is waited for."""

TICK = 0.1
"""Seconds between two looks at the clock."""

NO_PLAN = Text("за отведённое время план не найден", "no plan was found within the limit")
STOPPED = Text("поиск остановлен раньше, чем найден план", "the search was stopped before a plan was found")
DIED = Text(
    "решатель остановился, не найдя плана: {report}", "the solver stopped before finding a plan: {report}"
)

logger = logging.getLogger(__name__)


@dataclass
class Found:
    """The best plan so far and what was proven of its levels; ``reason``: why there is none.

    ``goals``: those of which all levels were reported.
    """

    plan: Plan | None = None
    bounds: dict[str, LevelBound] = field(default_factory=dict)
    goals: set[str] = field(default_factory=set)
    reason: Message = field(default_factory=NO_PLAN)


def run_child(
    task: child.Task,
    on_progress: Callable[[Progress], None],
    found: Found,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Infeasible | None:
    """Keeps in ``found`` what a child finds until it is done, dies, or has to be killed; the conflict if
    there can be no plan. Ctrl-C (where this thread hears it) and ``is_stopped`` end it with the best so far.
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
    conflict = None
    try:
        with _without_ctrl_c():
            process.start()
        there.close()
        mail.start()
        conflict = _listen(news, mail, process, task.settings, on_progress, found, started, is_stopped)
    except KeyboardInterrupt:
        found.reason = STOPPED()
    finally:
        _end(process)
        there.close()
        _hang_up(here, mail)
    return conflict


def _exchange(here: Connection, content: memoryview, news: queue.SimpleQueue[child.News | None]) -> None:
    """Hands the child its task and passes on what it says; ``None`` is the end, in mid-word or not."""
    try:
        here.send_bytes(content)
        while True:
            news.put(here.recv())
    except Exception as error:  # the end of the line, half a message, or what a broken child has sent
        logger.debug("the child is heard no more: %r", error)
        news.put(None)


def _listen(
    news: queue.SimpleQueue[child.News | None],
    mail: threading.Thread,
    process: BaseProcess,
    settings: Settings,
    on_progress: Callable[[Progress], None],
    found: Found,
    started: float,
    is_stopped: Callable[[], bool],
) -> Infeasible | None:
    """Keeps in ``found`` what the child sends, until it has said all, dies or is out of time."""
    while settings.deterministic or time.monotonic() - started < (
        settings.time_limit_s * KILL_SHARE if found.plan else settings.time_limit_s + GRACE_SECONDS
    ):
        if is_stopped():
            found.reason = STOPPED()
            break
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
        elif isinstance(item, child.Conflict):
            return Infeasible(item.parts)
        elif isinstance(item, child.Crash):
            logger.error("the search broke off: %s", item.report)
            found.reason = DIED(report=item.report)
            break
        elif item is None:
            process.join(GRACE_SECONDS)
            found.reason = DIED(report=f"exit code {process.exitcode}")
            break
        else:
            break
    return None


def _end(process: BaseProcess) -> None:
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
def _without_ctrl_c() -> Iterator[None]:
    """A child that is started here never hears of Ctrl-C, which is its parent's business; what the parent
    hears of it meanwhile comes at the end."""
    if sys.platform == "win32":
        yield
        return
    import signal

    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
