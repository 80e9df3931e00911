"""``setka bench``: runs are taken up again where they stopped, tables and figures come from the rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from models.bench import BenchRow, BenchTask
from models.plan import Level, Sense
from scheduler.cli.bench import run, runner
from scheduler.cli.bench.job import machine
from scheduler.cli.bench.rows import append_row, read_rows


class Runs:
    """Stands in for real runs: notes the tasks, and gives a plan in which 3 are without anything."""

    def __init__(self) -> None:
        self.tasks: list[BenchTask] = []
        self.changes: dict[str, Any] = {}
        self.stop_at: int | None = None

    def __call__(self, task: BenchTask) -> BenchRow:
        if len(self.tasks) == self.stop_at:
            raise KeyboardInterrupt
        self.tasks.append(task)
        level = Level(name="unserved", sense=Sense.MINIMISE, value=3, bound=3, scale=100)
        values: dict[str, Any] = {
            "task": task,
            "machine": machine(),
            "started_at": "2026-09-01T10:00:00+00:00",
            "status": "optimal",
            "applicants": 120,
            "violations": 0,
            "levels": (level,),
        }
        return BenchRow(**(values | self.changes))


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    """Runs that take no time."""
    stand_in = Runs()
    monkeypatch.setattr(runner, "run_task", stand_in)
    return stand_in


COMMAND = ("bench", "run", "x1-k1-loose-*", "--limit", "5", "--out", "rows.jsonl")


def test_what_is_there_is_not_run_again(setka: Any, runs: Runs) -> None:
    """A second solver adds its own rows; the same call again adds none."""
    assert setka(*COMMAND).code == 0
    assert [task.instance for task in runs.tasks] == [f"x1-k1-loose-s{seed}" for seed in range(1, 6)]
    both = setka(*COMMAND, "--solver", "setka", "--solver", "by-hand")
    assert both.out == "Rows written: 5, there before: 5, failed: 0 (rows.jsonl)\n"
    assert [task.solver for task in runs.tasks[5:]] == ["by-hand"] * 5
    assert setka(*COMMAND).out == "Rows written: 0, there before: 5, failed: 0 (rows.jsonl)\n"


def test_another_limit_seed_or_version_is_another_run(
    setka: Any, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever could change the result."""
    one = ("bench", "run", "x1-k1-loose-s1", "--out", "rows.jsonl")
    setka(*one)
    setka(*one, "--limit", "5")
    setka(*one, "--seed", "2")
    monkeypatch.setattr(run, "code_version", lambda: "another")
    setka(*one)
    assert len(runs.tasks) == 4


def test_an_interrupted_set_goes_on(setka: Any, runs: Runs) -> None:
    """Stopped in the third run: two rows stay, and the same command runs the other three."""
    runs.stop_at = 2
    stopped = setka(*COMMAND)
    assert stopped.code == 3
    assert "Rows written: 2" in stopped.out
    runs.stop_at = None
    assert "Rows written: 3, there before: 2" in setka(*COMMAND).out
    assert len(read_rows(Path("rows.jsonl"))[0]) == 5


def test_a_failed_run_is_told_and_run_again_on_request(setka: Any, runs: Runs) -> None:
    """Exit code 1; the row stays until --retry adds another."""
    one = ("bench", "run", "x1-k1-loose-s1", "--out", "rows.jsonl")
    runs.changes = {"status": "failed", "error": "Traceback\nMemoryError", "levels": ()}
    failed = setka(*one)
    assert failed.code == 1
    assert "MemoryError" in failed.err
    runs.changes = {}
    assert "there before: 1" in setka(*one).out
    assert setka(*one, "--retry").code == 0
    assert [row.status for row in read_rows(Path("rows.jsonl"))[0]] == ["failed", "optimal"]


def test_a_plan_that_breaks_a_rule_is_no_success(setka: Any, runs: Runs) -> None:
    """Violations give exit code 1."""
    runs.changes = {"violations": 2}
    done = setka("bench", "run", "x1-k1-loose-s1", "--out", "rows.jsonl")
    assert done.code == 1
    assert "violations: 2" in done.err


@pytest.mark.usefixtures("runs")
def test_table_and_figures_come_from_the_rows(setka: Any) -> None:
    """Half a line in the file is complained of and left out."""
    setka(*COMMAND, "--solver", "setka", "--solver", "mip")
    with Path("rows.jsonl").open("ab") as file:
        file.write(b"{")
    table = setka("bench", "table", "rows.jsonl")
    assert table.code == 0
    assert "| mip | 0 | 5 | 0 |" in table.out
    assert "line 11" in table.err
    assert setka("bench", "plot", "rows.jsonl", "-o", "out").code == 0
    assert {path.name for path in Path("out/figures").iterdir()} == {"gap-x1-k1-loose-5s.png", "profile.png"}
    assert setka("bench", "plot", "rows.jsonl", "-o", "out").code == 2


def test_a_file_that_cannot_be_written_is_told(
    setka: Any, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before any run if its name belongs to a folder; rows are kept if the disk is full later on."""
    Path("folder").mkdir()
    done = setka("bench", "run", "x1-k1-loose-s1", "--out", "folder")
    assert done.code == 4
    assert "folder" in done.err
    assert not runs.tasks

    def full(path: Path, row: BenchRow) -> None:
        if len(runs.tasks) == 2:
            raise OSError(28, "No space left on device")
        append_row(path, row)

    monkeypatch.setattr(run, "append_row", full)
    done = setka(*COMMAND)
    assert done.code == 4
    assert "No space left on device" in done.err
    assert len(read_rows(Path("rows.jsonl"))[0]) == 1


@pytest.mark.parametrize("args", [("bench",), ("bench", "--lang", "ru"), ("--lang", "ru")])
def test_without_a_command_there_is_the_help(setka: Any, args: tuple[str, ...]) -> None:
    """In the language chosen, whether by an option or not."""
    done = setka(*args)
    assert done.code == 2
    assert ("Команды" if "ru" in args else "Commands") in done.err


def test_wrong_usage(setka: Any) -> None:
    """No such instance, solver, file or folder; an empty file."""
    Path("empty.jsonl").touch()
    for args in (
        ("run", "x7-*", "--out", "rows.jsonl"),
        ("run", "x1-k1-*", "x7", "--out", "rows.jsonl"),
        ("run", "udomlya", "--solver", "no", "--out", "rows.jsonl"),
        ("run", "udomlya", "--out", "nowhere/rows.jsonl"),
        ("list", "x7"),
        ("table", "rows.jsonl"),
        ("table", "empty.jsonl"),
        ("plot", "rows.jsonl", "-o", "out"),
        ("ran",),
    ):
        done = setka("bench", *args)
        assert done.code == 2, args
        assert done.err
    assert not Path("rows.jsonl").exists()


def test_the_list_names_every_instance(setka: Any) -> None:
    """With size, courses and seed."""
    done = setka("bench", "list", "x100-k2-scarce-s5")
    assert done.code == 0
    assert done.out.splitlines()[-1].split() == ["x100-k2-scarce-s5", "12000", "2", "scarce", "5"]
    assert len(setka("bench", "list").out.splitlines()) == 2 + 61
