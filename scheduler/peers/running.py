"""Runs a peer on a network as the engine is run: same limit, same end, same audit."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from models.audit import Auditor
from models.network import Network
from models.outcome import Infeasible, Outcome, Solved, Unknown
from models.plan import Plan
from models.text import Text
from scheduler.engine import endings
from scheduler.engine.bounds import LevelBound
from scheduler.engine.filling import fill_free_seats
from scheduler.engine.parent import GRACE_SECONDS, KILL_SHARE
from scheduler.engine.part_by_part import put_together, taken_apart
from scheduler.engine.settings import Progress, Settings
from scheduler.engine.solve import Run, finish, points_are_proven
from scheduler.peers.errand import Ended, Peer, run_errand

GAVE_UP = Text("этим способом план не составить", "this way makes no plan")


@dataclass
class _Found:
    """The best plan so far, what is known of its levels, and the last word."""

    plan: Plan | None = None
    bounds: dict[str, LevelBound] = field(default_factory=dict)
    ended: Ended | None = None


def solve_by(
    peer: Peer,
    network: Network,
    settings: Settings,
    auditor: Auditor,
    on_progress: Callable[[Progress], None] = lambda _: None,
    on_plan: Callable[[Plan], None] = lambda _: None,
) -> Outcome:
    """Plans a network by a peer, which is killed at the limit; ``on_plan`` gets every plan as it comes.

    Raises ``AuditMismatchError`` if the audit finds a violation.
    """
    run = Run(network, settings)
    found = _Found()
    here, there = multiprocessing.get_context("spawn").Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(
        target=run_errand, args=(peer, network, settings, run.lottery_seed, time.time(), there), daemon=True
    )
    process.start()
    there.close()
    try:
        _listen(here, process, settings, found, on_progress, on_plan)
    finally:
        process.kill()
        process.join()
        here.close()
    if found.plan is None:
        return _nothing(found.ended)
    best = found.plan
    was_killed = found.ended is None
    if was_killed or (found.bounds and not points_are_proven(found.bounds)):  # it was cut short
        parts = taken_apart(network, best)
        best = put_together(network, [fill_free_seats(part, plan) for part, plan in parts])
    return Solved(finish(run, best, found.bounds, auditor))


def _listen(
    here: Connection,
    process: BaseProcess,
    settings: Settings,
    found: _Found,
    on_progress: Callable[[Progress], None],
    on_plan: Callable[[Plan], None],
) -> None:
    """Keeps what the child sends, until it has said all, dies or is out of time."""
    started = time.monotonic()
    while time.monotonic() - started < (
        settings.time_limit_s * KILL_SHARE if found.plan else settings.time_limit_s + GRACE_SECONDS
    ):
        if not here.poll(0.1):
            continue
        try:
            news = here.recv()
        except EOFError:  # the child died without a last word
            process.join()
            found.ended = Ended("crash", f"exit code {process.exitcode}")
            return
        if isinstance(news, Plan):
            found.plan = news
            on_plan(news)
        elif isinstance(news, Progress):
            on_progress(news)
        elif isinstance(news, LevelBound):
            found.bounds[news.name] = news
        else:
            found.ended = news
            return


def _nothing(ended: Ended | None) -> Outcome:
    """Why there is no plan. A peer that proves that there is none does not say what conflicts."""
    if ended is None:
        return Unknown(endings.OUT_OF_TIME())
    if ended.how == "infeasible":
        return Infeasible(())
    return Unknown(endings.DIED(report=ended.report) if ended.how == "crash" else GAVE_UP())
