"""Which state of the code a benchmark row is about."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from scheduler.cli.version import version

ROOT = Path(__file__).parents[3]
PARTS = (
    "models",
    "instances",
    "reports/audit",
    "scheduler/engine",
    "scheduler/goals",
    "scheduler/peers",
    "scheduler/rules",
)
"""What a run depends on. How its row is shown may change without a new run."""

KINDS = (".py", ".csv", ".xlsx")


@cache
def code_version() -> str:
    """The version of setka with a digest of the sources that a run depends on."""
    digest = hashlib.sha256()
    for part in PARTS:
        for path in sorted((ROOT / part).rglob("*")):
            if path.suffix in KINDS and path.is_file():
                digest.update(path.relative_to(ROOT).as_posix().encode())
                digest.update(path.read_bytes())
    return f"{version()}+{digest.hexdigest()[:12]}"
