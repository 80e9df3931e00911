"""Help, wrong usage and exit codes, in both languages."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scheduler.cli.app import MODULES
from scheduler.cli.planning import WORKERS
from scheduler.engine.settings import Settings

Run = Callable[..., Any]


@pytest.mark.parametrize("command", MODULES)
def test_every_command_has_help_and_examples(setka: Run, command: str) -> None:
    """Russian help has no English heading left, and its examples are commands that exist."""
    done = setka(command, "--help", "--lang", "ru")
    assert done.code == 0
    assert "Вызов:" in done.out
    assert "Usage" not in done.out
    assert "Options" not in done.out
    assert f"  setka {command}" in done.out
    assert "  NETWORK\n" not in done.out


def test_version(setka: Run) -> None:
    """One line with the version."""
    assert setka("--version").out.startswith("setka ")


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["plann"], "нет команды «plann»; может быть, plan"),
        (["check"], "не указано: NETWORK"),
        (["check", "x", "y"], "лишний аргумент «y»"),
        (["check", "x", "--frobnicate"], "нет параметра «--frobnicate»"),
        (["plan", "x"], "не указано: -o / --output"),
        (["plan", "x", "-o", ""], "значение пустое"),
        (["plan", "x", "-o"], "параметру «-o» нужно значение"),
        (["plan", "x", "-o", "y", "--seed", "двадцать"], "«двадцать» — не целое число от 0"),
        (["plan", "x", "-o", "y", "--time-limit", "-5"], "«-5» — не число от 1"),
        (["generate", "--applicants", "5", "-o", "x.json"], "«5» — не целое число от 100 до 20000"),
        (["export", "x", "y", "-o", "z", "--only", "doc"], "нет вида «doc»; есть: xlsx, csv, json, html"),
        (["check", "x", "--lang", "fr"], "допустимо: ru, en"),
        (["template", "x.docx"], "имя файла должно кончаться на .xlsx"),
    ],
)
def test_wrong_usage_is_code_2_and_a_russian_sentence(setka: Run, args: list[str], complaint: str) -> None:
    """The complaint goes to stderr; nothing is printed to stdout."""
    done = setka("--lang", "ru", *args)
    assert (done.code, done.out) == (2, "")
    assert complaint in done.err
    assert "Error" not in done.err


def test_no_arguments_show_the_help(setka: Run) -> None:
    """Wrong usage by the exit code, helpful by what it says."""
    done = setka()
    assert done.code == 2
    assert "generate" in done.err


def test_replanning_is_refused(setka: Run) -> None:
    """``--published`` says that it is not there yet, before anything is read."""
    done = setka("plan", "nowhere.xlsx", "-o", "out", "--published", "plan.json", "--max-changes", "3")
    assert done.code == 2
    assert "not supported" in done.err


def test_help_is_quick_and_loads_nothing_heavy(process: Run) -> None:
    """Neither solver, tables, figures nor the audit come into memory for a page of help."""
    code = (
        "import sys; from scheduler.cli.app import run; run(['--help']);"
        "heavy = {'ortools', 'pandas', 'matplotlib', 'numpy', 'pydantic', 'openpyxl', 'rich'};"
        "heavy &= set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = process(code=code)
    assert done.code == 0, done.err
    best = min(_seconds(process) for _ in range(3))
    assert best < 0.5


def _seconds(process: Run) -> float:
    started = time.perf_counter()
    assert process("--help").code == 0
    return time.perf_counter() - started


def test_a_narrow_code_page_does_not_break_it(process: Run) -> None:
    """ASCII cannot say «справка»; question marks are better than a crash."""
    done = process("--help", environment={"PYTHONIOENCODING": "ascii", "SETKA_LANG": "ru", "PYTHONUTF8": "0"})
    assert done.code == 0
    assert "setka" in done.out


def test_the_reader_may_leave_early() -> None:
    """``setka --help | head`` ends without a traceback."""
    root = Path(__file__).parents[3]
    process = subprocess.Popen(
        [sys.executable, "-m", "scheduler.cli", "--help"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    error = process.stderr.read().decode("utf-8", "replace")
    process.stderr.close()
    process.wait()
    assert "Traceback" not in error


def test_completion_for_the_shells(process: Run) -> None:
    """The lines of docs/completion.md give a script."""
    for shell in ("bash", "zsh", "fish"):
        done = process(environment={"_SETKA_COMPLETE": f"{shell}_source"})
        assert "setka" in done.out, done.err


def test_the_help_says_how_many_workers_there_are() -> None:
    """As many as the engine has searches for."""
    assert str(Settings().num_workers) in WORKERS.ru
    assert str(Settings().num_workers) in WORKERS.en
