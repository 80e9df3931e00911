"""On a real Dask cluster of a scheduler and two workers, one of which is killed midway."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.resample import factors, resampled
from scheduler.engine.settings import Settings
from scheduler.whatif.jobs import Job, run_on_dask
from tests.scheduler.whatif.crew import Slow
from tests.village import VILLAGE

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
SETTINGS = Settings(time_limit_s=60, deterministic=True, lottery_seed=3)


@contextmanager
def process(*command: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program that runs until the block ends."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__COMM__RETRY__COUNT": "3"}
    with (folder / f"{command[0]}.log").open("ab") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli." + command[0], *command[1:]],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=log,
        )
        try:
            yield running
        finally:
            running.kill()
            running.wait()


def wait_for(path: Path, pattern: str, number: int = 1) -> None:
    """Until so many files are there."""
    for _ in range(600):
        if len(list(path.glob(pattern))) >= number:
            return
        time.sleep(0.1)
    pytest.fail(f"{pattern} did not come in a minute")


@pytest.mark.filterwarnings("ignore")  # the client complains of the worker that was killed
def test_a_killed_worker_s_jobs_are_done_by_the_other(tmp_path: Path) -> None:
    """Six jobs; one worker is killed while it works; all six plans are there."""
    begun = tmp_path / "begun"
    begun.mkdir()
    jobs = [
        Job(str(at), resampled(VILLAGE, factor, at), SETTINGS)
        for at, factor in enumerate(factors(6, 0.3), start=1)
    ]
    address = tmp_path / "scheduler.json"
    scheduler = ("dask_scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(address))
    worker = (
        "dask_worker",
        "--scheduler-file",
        str(address),
        "--no-nanny",
        "--no-dashboard",
        "--nthreads",
        "1",
    )
    with process(*scheduler, folder=tmp_path):
        wait_for(tmp_path, "scheduler.json")
        with process(*worker, folder=tmp_path) as first, process(*worker, folder=tmp_path):
            results = run_on_dask(jobs, Slow(begun), _address(address))
            found = [next(results)]
            _kill_at_work(first, begun)
            found += list(results)
    assert sorted(result.name for result in found) == ["1", "2", "3", "4", "5", "6"]
    assert all(result.plan is not None for result in found)


def _address(file: Path) -> str:
    address: str = json.loads(file.read_text())["address"]
    return address


def _kill_at_work(worker: subprocess.Popen[bytes], begun: Path) -> None:
    """Kills the worker once it has begun a job after this moment."""
    before = len(list(begun.glob(f"{worker.pid}-*")))
    for _ in range(600):
        if len(list(begun.glob(f"{worker.pid}-*"))) > before:
            break
        time.sleep(0.1)
    worker.kill()


def test_no_scheduler_is_told() -> None:
    """A port nobody listens on is an OSError, which the command line puts into words."""
    with pytest.raises(OSError, match=r"127\.0\.0\.1"):
        list(run_on_dask([Job("1", VILLAGE, SETTINGS)], Slow(Path()), "tcp://127.0.0.1:9"))
