"""Many plans at once: on the processes of this machine, or on a Dask cluster.

Each plan is found by one thread, so that several run side by side without getting in one another's way. A
worker that dies takes its job along; the job is given to another one, a few times at the most. Results come
one by one, so that whoever keeps them can go on where a run was broken off.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import time
from collections.abc import Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, replace

from models.audit import Auditor
from models.network import Network
from models.outcome import Infeasible, Solved, Unknown
from models.plan import Plan
from models.text import Message
from scheduler.engine.child import as_child
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve

MOST_TRIES = 3
"""How often a job is begun before it counts as lost: one that kills its workers must not go on for ever."""


@dataclass(frozen=True)
class Job:
    """A network to plan. ``like``: a plan to start from and to stay near to."""

    name: str
    network: Network
    settings: Settings
    like: Plan | None = None

    @property
    def key(self) -> str:
        """A digest of all that the result depends on."""
        like = None if self.like is None else self.like.model_dump_json()
        said = [self.network.sha256, asdict(self.settings), like]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Result:
    """What came of a job: a plan, or why there is none (``None``: no plan can exist)."""

    name: str
    key: str
    plan: Plan | None
    reason: Message | None
    seconds: float


class LostError(RuntimeError):
    """A job whose workers died every time."""


def work(job: Job, auditor: Auditor) -> Result:
    """Does one job; runs in a worker."""
    started = time.monotonic()
    settings = replace(job.settings, workers=1)
    outcome = solve(job.network, settings, auditor, like=job.like)
    seconds = round(time.monotonic() - started, 2)
    if isinstance(outcome, Solved):
        return Result(job.name, job.key, outcome.plan, outcome.ended, seconds)
    reason = None if isinstance(outcome, Infeasible) else outcome.reason
    assert isinstance(outcome, Infeasible | Unknown)
    return Result(job.name, job.key, None, reason, seconds)


def run_jobs(jobs: Iterable[Job], auditor: Auditor, num_workers: int) -> Generator[Result]:
    """The results of all jobs as they come, from so many processes; raises ``LostError``.

    Ends all workers when it is closed, also by Ctrl-C; they leave by themselves when this process is killed.
    """
    waiting = {job.name: job for job in jobs}
    tries = dict.fromkeys(waiting, 0)
    while waiting:
        yield from _round(waiting, tries, auditor, num_workers)
        lost = [name for name in waiting if tries[name] >= MOST_TRIES]
        if lost:
            raise LostError(", ".join(lost))


def _round(
    waiting: dict[str, Job], tries: dict[str, int], auditor: Auditor, num_workers: int
) -> Generator[Result]:
    """One pool: until all is done or a worker dies. Takes what is done from ``waiting``; whatever was running
    when a worker died has been tried once more."""
    others = multiprocessing.active_children()
    context = multiprocessing.get_context("spawn")
    queue = iter(list(waiting.values()))
    running: dict[Future[Result], str] = {}
    pool = ProcessPoolExecutor(num_workers, mp_context=context, initializer=as_child)
    try:
        while True:
            while len(running) < num_workers and (job := next(queue, None)) is not None:
                tries[job.name] += 1
                running[pool.submit(work, job, auditor)] = job.name
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                result = future.result()
                name = running.pop(future)
                del waiting[name]
                yield result
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            if process not in others:
                process.kill()


def run_on_dask(jobs: Iterable[Job], auditor: Auditor, address: str) -> Generator[Result]:
    """The same on a cluster: ``address`` is that of its scheduler, such as ``tcp://10.0.0.5:8786``.

    Workers need this version of the program, and to be allowed processes of their own (``dask worker
    --no-nanny``). A job whose worker dies is given to another one by the cluster's own rules.
    Raises ``OSError`` if the scheduler cannot be reached, ``ImportError`` without the extra ``cluster``.
    """
    from distributed import Client, as_completed
    from distributed.scheduler import KilledWorker

    with Client(address, timeout=10) as client:  # type: ignore[no-untyped-call]  # distributed has no types
        futures = [client.submit(work, job, auditor, key=f"setka-{job.key}", pure=True) for job in jobs]
        try:
            for future in as_completed(futures):  # type: ignore[no-untyped-call]
                try:
                    yield future.result()
                except KilledWorker as error:
                    raise LostError(str(error.task)) from error
        finally:
            client.cancel(futures)
