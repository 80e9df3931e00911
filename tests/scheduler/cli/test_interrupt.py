"""Ctrl-C at any moment: the best plan so far is kept, audited and written, or nothing is."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from instances import write
from instances.tiny import ALL
from models.people import People
from models.plan import Plan
from reports.audit import audit

ROOT = Path(__file__).parents[3]

READY = """
from scheduler.cli import main
print("ready", flush=True)
main()
"""
"""The command, once Python itself has started: before that, it alone decides what Ctrl-C does."""

RANDOM = random.Random(7)
ONCE = [(RANDOM.random(),) for _ in range(6)]
TWICE = [(RANDOM.random(), RANDOM.random()) for _ in range(4)]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a signal to one process group is sent otherwise on Windows")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_the_best_plan_is_kept(tmp_path: Path, sent: signal.Signals) -> None:
    """Interrupted after two levels, or ended from outside: exit code 0 and a plan that `verify` accepts."""
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
    if sent == signal.SIGINT:
        os.killpg(search.pid, sent)
    else:
        os.kill(search.pid, sent)
    out, err = search.communicate(timeout=60)
    assert search.returncode == 0, "".join(lines) + err
    assert "Served: " in out
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
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


def start(folder: Path) -> subprocess.Popen[str]:
    """The search of a tiny network in a process of its own, as it has just begun."""
    command = subprocess.Popen(
        [sys.executable, "-c", READY, "plan", "full_buses.json", "-o", "out"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "SETKA_LANG": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert command.stdout is not None
    assert command.stdout.readline() == "ready\n"
    return command


@pytest.fixture(scope="module")
def seconds(tmp_path_factory: pytest.TempPathFactory) -> float:
    """What the command takes undisturbed, here and now."""
    folder = tmp_path_factory.mktemp("undisturbed")
    write(ALL["full_buses"].network, People(), folder / "full_buses.json")
    command, started = start(folder), time.monotonic()
    _, err = command.communicate()
    assert command.returncode == 0, err
    return time.monotonic() - started


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a signal to one process group is sent otherwise on Windows")
@pytest.mark.parametrize("moments", [*ONCE, *TWICE], ids=str)
def test_at_random_moments(moments: tuple[float, ...], seconds: float, tmp_path: Path) -> None:
    """While it loads, reads, searches or writes, once or twice: all is there, or the plan alone, or nothing;
    the exit code says which, and there is never an internal error or a hidden leftover."""
    network = ALL["full_buses"].network
    write(network, People(), tmp_path / "full_buses.json")
    command, started = start(tmp_path), time.monotonic()
    for moment in sorted(moments):
        time.sleep(max(0.0, moment * seconds - (time.monotonic() - started)))
        if command.poll() is None:
            os.killpg(command.pid, signal.SIGINT)
    out, err = command.communicate()
    found = {path.name for path in (tmp_path / "out").glob("*")}
    expected = {0: {"plan.json", "public", "internal"}, 3: set(), 4: {"plan.json"}}
    assert command.returncode in expected, err
    assert found == expected[command.returncode], err
    assert {path.name for path in tmp_path.iterdir()} <= {"full_buses.json", "out"}
    assert "Internal error" not in err
    if command.returncode == 0:
        assert "Served: " in out
    else:
        assert "nterrupted" in err or "stopped (Ctrl-C)" in err
    if found:
        plan = Plan.model_validate_json((tmp_path / "out/plan.json").read_bytes())
        assert not audit(network, plan).violations
        assert (plan.status == "optimal") == all(level.proven for level in plan.levels)
