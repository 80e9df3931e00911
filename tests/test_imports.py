"""Whoever needs one package imports that one: none of them waits for another to be imported first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

PACKAGES = [
    "models",
    "instances",
    "reports",
    *sorted(
        ".".join(path.relative_to(ROOT).parent.parts) for path in (ROOT / "scheduler").rglob("__init__.py")
    ),
]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_can_be_imported_alone(package: str) -> None:
    """First thing in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"import {package}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
