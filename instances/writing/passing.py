"""Replaces a file only once its new content is complete."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def fill_passing(path: Path, fill: Callable[[Path], None]) -> None:
    """Lets ``fill`` write a passing file beside ``path`` and puts it in its place when it is complete."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".setka-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    passing = Path(name)
    try:
        fill(passing)
        passing.replace(path)
    except BaseException:
        passing.unlink(missing_ok=True)
        raise


def refuse_existing(path: Path, *, overwrite: bool) -> None:
    """``FileExistsError`` if something stands at ``path`` that may not be replaced."""
    if path.exists() and not overwrite:
        raise FileExistsError(path)
