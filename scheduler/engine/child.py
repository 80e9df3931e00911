"""The child process: builds the model, solves, and sends home whatever it has.

A child can be killed at any moment; everything it found until then has already been sent.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
import traceback
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection

from models.network import Network
from models.outcome import Infeasible
from models.plan import Plan
from scheduler.engine.bounds import LevelBound
from scheduler.engine.earlier import begin_earlier
from scheduler.engine.levels import solve_levels
from scheduler.engine.limits import NO_LIMITS, Limits, limit
from scheduler.engine.model import PlanModel
from scheduler.engine.run import GoalDone, NoPlanError, Reporter
from scheduler.engine.settings import Progress, Settings
from scheduler.engine.why_no_plan import why_no_plan


@dataclass(frozen=True)
class Task:
    """What a child is told to do. ``began``: when the limit began (epoch).

    ``applicants`` draw lots together, if they are more than those of the network. ``is_part``: what follows
    the search is done for the whole, so that the search may take all of its time. ``only_locks``: say which
    of them cannot hold together, and nothing else; nothing at all if they do. ``like``: a plan to stay near
    to where that costs nothing. ``limits``: what else the plan has to keep to.
    """

    network: Network
    settings: Settings
    lottery_seed: int
    began: float
    applicants: tuple[str, ...] = ()
    is_part: bool = False
    only_locks: bool = False
    like: Plan | None = None
    limits: Limits = NO_LIMITS


@dataclass(frozen=True)
class Done:
    """The work is over: all levels were worked on, or there was neither a plan nor a proof in time."""


@dataclass(frozen=True)
class NoMemory:
    """The system had no more memory to give."""


@dataclass(frozen=True)
class Crash:
    """An error that should not happen, with its traceback."""

    report: str


News = Progress | Plan | LevelBound | GoalDone | Done | Infeasible | NoMemory | Crash


SEARCH_SHARE = 0.9
"""The part of the limit that the search may take at the most; the rest is for refusals and the audit."""

PART_SHARE = 0.93
"""The same of a part of a network, after which its sessions are moved and nothing else is left to do."""

LEAST_SHARE = 0.5
"""The part that the search gets however large the network is."""

AFTERWARDS = 2.0
"""Refusals, audit and seats given away take about so many times what building the model takes."""

AFTER_PROOF = 1.0
"""The same once the points are proven: no seats are given away then."""

AFTER_PART = 1.0
"""Moving the sessions of a part takes less than so many times what building its model takes."""


def search_settings(
    settings: Settings, building_s: float, *, is_part: bool = False, points_proven: bool = False
) -> Settings:
    """The settings with the limit of the search, by the seconds it took to build the model.

    The clock of a deterministic run does not tick while anything is built or audited.
    """
    limit = settings.time_limit_s
    if settings.deterministic:
        return replace(settings, time_limit_s=PART_SHARE * limit) if is_part else settings
    if is_part:
        search = PART_SHARE * limit - AFTER_PART * building_s
    else:
        afterwards = AFTER_PROOF if points_proven else AFTERWARDS
        search = min(SEARCH_SHARE * limit, limit - afterwards * building_s)
    return replace(settings, time_limit_s=max(LEAST_SHARE * limit, search))


def run(home: Connection) -> None:
    """Entry point of the child: its task is the first thing it hears."""
    as_child()
    try:
        task: Task = home.recv()
        work(task, home)
    except (ConnectionError, EOFError):
        pass  # the parent is gone; nobody is left to tell
    except MemoryError:
        home.send(NoMemory())
    except Exception:  # the child's last word, whatever went wrong
        home.send(Crash(traceback.format_exc()))


def as_child() -> None:
    """Leaves Ctrl-C to the parent, and this process when the parent has ended: nobody waits for the plan."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def work(task: Task, home: Connection) -> None:
    """Sends home the best plan, level by level, or why there is none."""
    started = time.monotonic() - max(0.0, time.time() - task.began)
    has_limits = task.limits != NO_LIMITS
    if has_limits and not task.only_locks:
        if not _search(task, home, task.settings, started) and not _search(
            task, home, replace(task.settings, presolve=False), started
        ):
            home.send(Infeasible())
    elif task.only_locks or not _search(task, home, task.settings, started):
        found = why_no_plan(
            task.network, task.settings, home.send, lottery_seed=task.lottery_seed, started=started
        )
        if task.only_locks:
            if found is None:
                home.send(Infeasible())
        elif not found:  # there is a plan all the same: it is presolve that has erred
            _search(task, home, replace(task.settings, presolve=False), started)
    home.send(Done())


def _search(task: Task, home: Connection, settings: Settings, started: float) -> bool:
    """Looks for the best plan within the limit; false if the solver says that there is none.

    Raises ``NoPlanError`` if it says so with presolve off, though the locks were not shown to conflict and
    nothing else limits the plan.
    """
    sent: list[Plan] = []

    def send(plan: Plan) -> None:
        sent[:] = [plan]
        home.send(plan)

    reporter = Reporter(progress=home.send, plan=send, bound=home.send, goal=home.send)
    building = time.monotonic()
    model = PlanModel(task.network, applicants=task.applicants, like=task.like)
    limit(model, task.limits, task.like)
    building_s = time.monotonic() - building
    search = search_settings(settings, building_s, is_part=task.is_part)
    longer = search_settings(settings, building_s, is_part=task.is_part, points_proven=True)
    spare_s = longer.time_limit_s - search.time_limit_s
    try:
        solve_levels(model, search, task.lottery_seed, reporter, started, task.like, spare_s)
    except NoPlanError as error:
        if error.reason == "unknown":
            return True
        if not settings.presolve and task.limits == NO_LIMITS:
            raise
        return False
    left = settings.time_limit_s - (0.0 if settings.deterministic else time.monotonic() - started)
    if sent and task.limits == NO_LIMITS and left > 0:
        home.send(begin_earlier(task.network, sent[0], replace(settings, time_limit_s=left), task.like))
    return True
