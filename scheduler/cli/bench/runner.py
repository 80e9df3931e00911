"""Runs a task in a process of its own, watches its memory, and makes a row of whatever becomes of it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import psutil

from models.bench import BenchRow, BenchTask
from scheduler.cli.bench.job import machine

SAMPLE_SECONDS = 0.1
MEGABYTE = 1e6
PATIENCE, PATIENCE_SECONDS = 3.0, 300.0
"""A run that takes longer than so many limits and seconds more has hung, and is killed."""

TAIL = 2000
"""Characters kept of what a failed run has said."""


def run_task(task: BenchTask, command: Sequence[str] = ("-m", "scheduler.cli.bench.job")) -> BenchRow:
    """The row of a task; a run that is killed, crashes or hangs has one as well, with the reason.

    ``command`` is what Python is asked to run, with the task and the file for the row after it.
    """
    started_at, started = datetime.now(UTC).isoformat(timespec="seconds"), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="setka-bench-") as folder:
        path, said = Path(folder) / "row.json", Path(folder) / "said.txt"
        with said.open("wb") as words:
            process = subprocess.Popen(
                [sys.executable, *command, task.model_dump_json(), str(path)],
                stdout=subprocess.DEVNULL,
                stderr=words,
            )
            peak_mb, reason = _watch(process, PATIENCE * task.limit_s + PATIENCE_SECONDS)
        if reason is None and path.is_file():
            row = BenchRow.model_validate_json(path.read_text(encoding="utf-8"))
            return row.replace(peak_mb=round(peak_mb, 1))
        last_words = said.read_text(encoding="utf-8", errors="replace")[-TAIL:].strip()
    return BenchRow(
        task=task,
        machine=machine(),
        started_at=started_at,
        status="failed",
        error=reason or f"exit code {process.returncode}: {last_words}",
        wall_s=round(time.monotonic() - started, 2),
        peak_mb=round(peak_mb, 1),
    )


def _watch(process: subprocess.Popen[bytes], patience_s: float) -> tuple[float, str | None]:
    """The most megabytes that a process and all below it held together, and why it was killed, if it was."""
    started, peak = time.monotonic(), 0.0
    try:
        while process.poll() is None:
            peak = max(peak, sum(map(_resident, _tree(process.pid))) / MEGABYTE)
            if time.monotonic() - started > patience_s:
                return peak, f"killed after {patience_s:g} s"
            time.sleep(SAMPLE_SECONDS)
        return peak, None
    finally:
        for item in _tree(process.pid):  # also what outlives a killed run, or one that was interrupted
            item.kill()
        process.wait()


def _tree(pid: int) -> list[psutil.Process]:
    """A process and all below it; none once it is gone."""
    try:
        root = psutil.Process(pid)
        return [*root.children(recursive=True), root]
    except psutil.NoSuchProcess:
        return []


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0
