"""Many plans at once: the same as one by one, whoever dies on the way."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models.resample import factors, resampled
from reports.audit import audit
from scheduler.engine.settings import Settings
from scheduler.whatif.jobs import Job, LostError, Result, run_jobs, work
from tests.scheduler.whatif.crew import Deadly
from tests.village import VILLAGE

SETTINGS = Settings(time_limit_s=60, deterministic=True, lottery_seed=3)


def some_jobs(number: int) -> list[Job]:
    """Villages with other demands."""
    return [
        Job(str(at), resampled(VILLAGE, factor, at), SETTINGS)
        for at, factor in enumerate(factors(number, 0.4), start=1)
    ]


def told(result: Result) -> object:
    """What a result says, without the seconds and the time of day."""
    assert result.plan is not None
    return result.name, result.plan.groups, result.plan.enrolments, result.plan.levels


def test_side_by_side_as_one_by_one() -> None:
    """Two processes find what this one finds."""
    jobs = some_jobs(4)
    alone = [told(work(job, audit)) for job in jobs]
    found = {result.name: told(result) for result in run_jobs(jobs, audit, 2)}
    assert [found[job.name] for job in jobs] == alone


def test_a_worker_that_dies_is_replaced(tmp_path: Path) -> None:
    """Its job, and whatever ran beside it, is done by the next one."""
    jobs = some_jobs(3)
    mark = tmp_path / "deaths"
    found = [result.name for result in run_jobs(jobs, Deadly(mark, 2), 1)]
    assert mark.read_text() == "xx"
    assert sorted(found) == ["1", "2", "3"]


def test_a_job_that_kills_every_worker_is_lost(tmp_path: Path) -> None:
    """It does not go on for ever, and is named."""
    with pytest.raises(LostError, match="1"):
        list(run_jobs(some_jobs(1), Deadly(tmp_path / "deaths", 99), 1))
    assert (tmp_path / "deaths").read_text() == "xxx"


SWEEP = """
from pathlib import Path
from scheduler.whatif.jobs import run_jobs
from tests.scheduler.whatif.crew import Endless
from tests.scheduler.whatif.test_jobs import some_jobs
if __name__ == "__main__":
    list(run_jobs(some_jobs(1), Endless(Path("mark")), 1))
"""


def test_workers_do_not_outlive_a_killed_sweep(tmp_path: Path) -> None:
    """Nobody waits for their plans any more."""
    (tmp_path / "sweep.py").write_text(SWEEP, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    sweep = subprocess.Popen([sys.executable, "sweep.py"], cwd=tmp_path, env=environment)
    mark = tmp_path / "mark"
    while not mark.exists():
        assert sweep.poll() is None
        time.sleep(0.1)
    sweep.kill()
    sweep.wait()
    sizes = [0]
    for _ in range(60):
        sizes.append(mark.stat().st_size)
        if sizes[-1] == sizes[-2]:
            break
        time.sleep(1)
    else:
        pytest.fail("the worker goes on")


def test_the_key_tells_jobs_apart() -> None:
    """Another network, another setting, another plan to stay near to; not another name."""
    job = Job("a", VILLAGE, SETTINGS)
    plan = work(job, audit).plan
    others = [
        Job("a", VILLAGE.replace(name="other"), SETTINGS),
        Job("a", VILLAGE, Settings(time_limit_s=61)),
        Job("a", VILLAGE, SETTINGS, plan),
    ]
    assert len({job.key, *(other.key for other in others)}) == 4
    assert Job("b", VILLAGE, SETTINGS).key == job.key


def test_resampled_demand() -> None:
    """As many applicants as asked for, the same for the same seed; doubles choose as their originals do."""
    for factor in (0.5, 1.0, 1.5):
        network = resampled(VILLAGE, factor, 1)
        assert len(network.choices_by_student) == round(12 * factor)
        assert network == resampled(VILLAGE, factor, 1)
        for student in network.students[len(VILLAGE.students) :]:
            original = student.id.split("-", 2)[2]
            wanted = [c.course for c in network.choices_by_student[student.id]]
            assert wanted == [c.course for c in VILLAGE.choices_by_student[original]]
    assert resampled(VILLAGE, 1.0, 1) != resampled(VILLAGE, 1.0, 2)
    assert factors(3, 0.2) == pytest.approx([0.8, 1.0, 1.2])
    assert factors(1, 0.2) == [1.0]
