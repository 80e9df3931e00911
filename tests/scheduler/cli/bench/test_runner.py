"""Whatever becomes of a run, there is a row that says so."""

from __future__ import annotations

import os
import time
from pathlib import Path

import psutil
import pytest

from models.bench import BenchRow, BenchTask
from scheduler.cli.bench import runner
from scheduler.cli.bench.runner import run_task

ROOT = Path(__file__).parents[4]
TASK = BenchTask(instance="udomlya", solver="by-hand", seed=1, limit_s=20.0, version="1", workers=1)


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes find the packages under test."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def run_code(code: str) -> BenchRow:
    """The row of a run that executes other code."""
    return run_task(TASK, ("-c", code))


def test_a_run_is_measured() -> None:
    """Udomlya by hand: an audited plan, all levels, times, and the memory of all processes."""
    row = run_task(TASK)
    assert row.status == "feasible", row.error
    assert row.violations == 0
    assert row.levels[0].name == "unserved"
    assert row.first_plan_s is not None
    assert row.first_plan_s <= row.wall_s
    assert row.within_1_percent_s is None  # by hand nothing is proven
    assert row.peak_mb > 50
    assert row.applicants > 100
    assert len(row.sha256) == 64


def test_a_crash_is_a_row_with_the_last_words() -> None:
    """The exit code and the error."""
    row = run_code("raise SystemExit('беда')")
    assert row.status == "failed"
    assert row.error == "exit code 1: беда"
    assert row.task == TASK


def test_a_run_that_dies_without_a_word() -> None:
    """As when the system kills it for want of memory."""
    row = run_code("import os; os._exit(9)")
    assert (row.status, row.error) == ("failed", "exit code 9: ")


def test_a_run_that_hangs_is_killed_with_all_its_processes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """After its patience; its children do not outlive it."""
    monkeypatch.setattr(runner, "PATIENCE", 0.0)
    monkeypatch.setattr(runner, "PATIENCE_SECONDS", 3.0)
    note = tmp_path / "pid"
    sleep = "import time; time.sleep(3600)"
    row = run_code(
        "import subprocess, sys, pathlib;"
        f"child = subprocess.Popen([sys.executable, '-c', {sleep!r}]);"
        f"pathlib.Path({str(note)!r}).write_text(str(child.pid)); {sleep}"
    )
    assert (row.status, row.error) == ("failed", "killed after 3 s")
    child = int(note.read_text())
    assert child != os.getpid()
    assert is_gone(child)


def is_gone(pid: int) -> bool:
    """Whether a process that was killed ends; a busy machine takes a moment for it."""
    for _ in range(100):
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.1)
    return False
