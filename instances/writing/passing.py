"""Replaces a file only once its new content is complete."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path


def passing_name(path: Path) -> Path:
    """A name beside ``path`` that nobody else uses; made here because temporary files are private."""
    return path.with_name(f".setka-{uuid.uuid4().hex[:12]}{path.suffix}")


def fill_passing(path: Path, fill: Callable[[Path], None]) -> None:
    """Lets ``fill`` write a passing file beside ``path`` and puts it in its place when it is complete."""
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = passing_name(path)
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
