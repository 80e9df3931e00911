"""Runs the command line as a user does, in this process or in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from instances import write
from instances.tiny import ALL
from models.people import People
from models.plan import Plan
from scheduler.cli.app import run as run_command

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def setka(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process, in an empty folder; streams are no terminals."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SETKA_LANG", "en")

    def run(*args: str) -> Done:
        out, err = io.StringIO(), io.StringIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = run_command(args)
        return Done(code, out.getvalue(), err.getvalue())

    return run


@pytest.fixture
def process(tmp_path: Path) -> Run:
    """Runs ``python -m scheduler.cli`` in a process of its own; ``environment`` adds variables."""

    def run(*args: str, environment: dict[str, str] | None = None, code: str = "") -> Done:
        command = ["-c", code] if code else ["-m", "scheduler.cli"]
        done = subprocess.run(
            [sys.executable, *command, *args],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT), "SETKA_LANG": "en"} | (environment or {}),
            capture_output=True,
            check=False,
        )
        return Done(
            done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        )

    return run


@pytest.fixture
def tiny(tmp_path: Path) -> Callable[[str], tuple[str, str]]:
    """Writes a tiny network and its plan; gives the names of both files."""

    def keep(name: str, plan: Plan | None = None) -> tuple[str, str]:
        written = plan or ALL[name].plan
        write(ALL[name].network, People(), tmp_path / f"{name}.json")
        if written is not None:
            (tmp_path / "plan.json").write_text(written.model_dump_json(), encoding="utf-8")
        return f"{name}.json", "plan.json"

    return keep
