"""Puts results into a folder all at once or not at all, and never over somebody else's files."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from models.text import Text
from scheduler.cli.exits import Refused

EXISTS = Text(
    "уже есть: {path}. Укажите другое место или добавьте --force, чтобы заменить",
    "already there: {path}. Name another place, or add --force to replace it",
)
NOT_A_FOLDER = Text("это не папка: {path}", "not a folder: {path}")
NOT_WRITABLE = Text(
    "сюда нельзя записать: {path} ({reason}). Если файл открыт в Excel, закройте его",
    "cannot write to {path} ({reason}). If a file is open in Excel, close it",
)


@contextmanager
def staged(directory: Path, entries: Sequence[str], *, force: bool) -> Iterator[Path]:
    """A folder to build the results in; they move to ``directory`` when all has gone well.

    ``entries`` are the names of files and folders that the command may put there. If one is there
    already, ``Refused`` is raised before any work is done, unless ``force``; everything else in
    the directory stays. A command that fails, or builds nothing, leaves the directory as it was.
    """
    if directory.exists() and not directory.is_dir():
        raise Refused(NOT_A_FOLDER(path=directory))
    taken = [directory / name for name in entries if (directory / name).exists()]
    if taken and not force:
        raise Refused(EXISTS(path=taken))
    stage = _ancestor(directory) / f".setka-{uuid.uuid4().hex[:8]}"
    try:
        stage.mkdir()
    except OSError as error:
        raise _unwritable(directory, error) from error
    try:
        yield stage
        if any(stage.iterdir()):
            _publish(stage, directory, entries)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _ancestor(directory: Path) -> Path:
    """The folder itself or the nearest one above it that exists: on the same disk, so moving is one step."""
    return next(place for place in (directory, *directory.absolute().parents) if place.is_dir())


def _publish(stage: Path, directory: Path, entries: Sequence[str]) -> None:
    """Swaps the old entries for the new ones; puts the old ones back if anything fails."""
    old = stage / "old"
    moved: list[str] = []
    kept: list[str] = []
    try:
        directory.mkdir(parents=True, exist_ok=True)
        old.mkdir()
        for name in entries:
            if (directory / name).exists():
                (directory / name).replace(old / name)
                kept.append(name)
        for name in entries:
            if (stage / name).exists():
                (stage / name).replace(directory / name)
                moved.append(name)
    except OSError as error:
        for name in moved:
            (directory / name).replace(stage / name)
        for name in kept:
            (old / name).replace(directory / name)
        raise _unwritable(directory, error) from error


def _unwritable(path: Path, error: OSError) -> Refused:
    return Refused(NOT_WRITABLE(path=path, reason=error.strerror or type(error).__name__))


@contextmanager
def new_file(path: Path, *, force: bool) -> Iterator[Path]:
    """A file to write under a passing name; it takes its own when it is complete."""
    with staged(path.absolute().parent, [path.name], force=force) as stage:
        yield stage / path.name
