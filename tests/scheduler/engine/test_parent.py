"""Neither of the two processes of a search waits for the other one when that is dead."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).parents[3]

FROM_STANDARD_INPUT = """
import pickle
from instances.generator import GeneratorSpec, generate
from reports.audit import audit
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve

network, _ = generate(GeneratorSpec(applicants=1200, seed=1))
assert len(pickle.dumps(network)) > 2**18, "no more than a pipe holds"
print(type(solve(network, Settings(time_limit_s=600), audit)).__name__)
"""
"""A child cannot import such a script again, and dies before it has read anything."""


def test_a_child_that_dies_before_it_has_read_a_large_network() -> None:
    """The answer comes long before the limit, instead of never."""
    with subprocess.Popen(
        [sys.executable, "-"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as script:
        try:
            out, err = script.communicate(FROM_STANDARD_INPUT, timeout=300)
        except subprocess.TimeoutExpired:
            script.kill()
            pytest.fail("the parent waits for a child that is dead")
    assert out.split() == ["Unknown"], err


ENDLESS = """
import multiprocessing
from instances.generator import GeneratorSpec, generate
from reports.audit import audit
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve

if __name__ == "__main__":
    network, _ = generate(GeneratorSpec(applicants=240, seed=1))
    say = lambda _: print(*(process.pid for process in multiprocessing.active_children()), flush=True)
    solve(network, Settings(time_limit_s=3600), audit, say)
"""


def test_a_search_whose_parent_is_killed(tmp_path: Path) -> None:
    """It does not go on for an hour for nobody."""
    (tmp_path / "endless.py").write_text(ENDLESS, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "endless.py"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as script:
        assert script.stdout is not None
        searches = [psutil.Process(int(number)) for number in script.stdout.readline().split()]
        script.kill()
        _, alive = psutil.wait_procs(searches, timeout=60)
        for process in alive:
            process.kill()
    assert searches
    assert not alive
