"""Ctrl-C while the search goes on: the best plan so far is kept, audited and written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from models.plan import Plan

ROOT = Path(__file__).parents[3]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a signal to one process group is sent otherwise on Windows")
def test_the_best_plan_is_kept(tmp_path: Path) -> None:
    """Interrupted after two levels: exit code 0 and a plan that `verify` accepts."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SETKA_LANG": "en"}
    search = subprocess.Popen(
        [sys.executable, "-m", "scheduler.cli", "plan", "udomlya", "-o", "out"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert search.stderr is not None
    lines = [search.stderr.readline() for _ in range(2)]
    os.killpg(search.pid, signal.SIGINT)
    out, err = search.communicate(timeout=60)
    assert search.returncode == 0, "".join(lines) + err
    assert "Served: " in out
    plan = Plan.model_validate_json((tmp_path / "out/plan.json").read_bytes())
    assert plan.levels[0].proven
    verified = subprocess.run(
        [sys.executable, "-m", "scheduler.cli", "verify", "udomlya", "out/plan.json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert verified.returncode == 0, verified.stdout
