"""Rows are only added, and half a line costs nothing but itself."""

from __future__ import annotations

from pathlib import Path

from models.bench import BenchRow, BenchTask
from scheduler.cli.bench.job import machine
from scheduler.cli.bench.rows import append_row, read_rows


def row(instance: str) -> BenchRow:
    """A row without a result."""
    task = BenchTask(instance=instance, solver="setka", seed=1, limit_s=1.0, version="1")
    return BenchRow(task=task, machine=machine(), started_at="2026-09-01T10:00:00+00:00", status="unknown")


def test_rows_come_back_in_order(tmp_path: Path) -> None:
    """What was added first is read first."""
    path = tmp_path / "rows.jsonl"
    rows = [row("x1"), row("x2")]
    for item in rows:
        append_row(path, item)
    assert read_rows(path) == (rows, [])


def test_after_half_a_line_a_new_one_begins(tmp_path: Path) -> None:
    """A write that was cut off is left out by its number; what comes after it is whole."""
    path = tmp_path / "rows.jsonl"
    append_row(path, row("x1"))
    with path.open("ab") as file:
        file.write(b'{"format":"setka-be')
    append_row(path, row("x2"))
    assert read_rows(path) == ([row("x1"), row("x2")], [2])
