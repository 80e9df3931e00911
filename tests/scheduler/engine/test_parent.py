"""The parent of a search neither waits for a child that dies nor breaks with it, whenever it dies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

FROM_STANDARD_INPUT = """
import pickle
from instances.generator import GeneratorSpec, generate
from reports.audit import audit
from scheduler.engine import Settings, solve

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
