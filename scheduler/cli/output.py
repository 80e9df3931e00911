"""Puts results into a folder all at once or not at all, and never over somebody else's files."""

from __future__ import annotations

import errno
import shutil
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from models.files.reasons import reason_of
from models.text import LANGS, Message, Text
from scheduler.cli.exits import NOT_WRITTEN, Refused
from scheduler.interrupts import deaf

EXISTS = Text(
    "уже есть: {path}. Укажите другое место или добавьте --force, чтобы заменить",
    "already there: {path}. Name another place, or add --force to replace it",
)
NOT_A_FOLDER = Text("это не папка: {path}", "not a folder: {path}")
NOT_WRITABLE = Text(
    "сюда нельзя записать: {path} ({reason}). Если файл открыт в Excel, закройте его",
    "cannot write to {path} ({reason}). If a file is open in Excel, close it",
)
DISK_FULL = Text(
    "на диске нет места для {path}. Освободите место и повторите",
    "no space is left on the disk for {path}. Free some and try again",
)
INTERRUPTED = Text(
    "запись прервана (Ctrl-C), в {path} ничего не изменено",
    "writing was interrupted (Ctrl-C), nothing was changed in {path}",
)
AND_KEPT = Text("{problem}.\n{kept}", "{problem}.\n{kept}")
KEPT = Text(
    "План не потерян: {path}. Таблицы и отчёт по нему: setka export NETWORK {path} -o DIR",
    "The plan is not lost: {path}. Its tables and report: setka export NETWORK {path} -o DIR",
)
OLD_LEFT = Text(
    "{problem}.\nПрежние результаты не удалось вернуть на место, они в {path}",
    "{problem}.\nThe older results could not be put back, they are in {path}",
)
OLD = "old"
FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


@contextmanager
def staged(
    directory: Path, entries: Sequence[str], *, force: bool, precious: str | None = None
) -> Iterator[Path]:
    """A folder to build the results in; they move to ``directory`` when all has gone well.

    ``entries`` are the names of files and folders that the command may put there. If one is there
    already, ``Refused`` is raised before any work is done, unless ``force``; everything else in
    the directory stays. A command that fails, or builds nothing, leaves the directory as it was; only
    a ``precious`` entry that is complete by then is kept there, under a new name beside older results.
    """
    with looking(directory):
        if directory.exists() and not directory.is_dir():
            raise Refused(NOT_A_FOLDER(path=directory))
        taken = [directory / name for name in entries if (directory / name).exists()]
        if taken and not force:
            raise Refused(EXISTS(path=taken))
        stage = _ancestor(directory) / f".setka-{uuid.uuid4().hex[:8]}"
    try:
        with looking(directory):
            stage.mkdir()
        yield stage
        with deaf():
            if any(stage.iterdir()):
                _publish(stage, directory, entries)
    except BaseException as error:  # whatever it is, also Ctrl-C: what is precious is not lost
        with deaf():
            kept = _keep(stage / precious, directory, entries) if precious else None
        if kept is None:
            raise
        if isinstance(error, Refused):
            raise Refused(AND_KEPT(problem=error.message, kept=KEPT(path=kept)), error.code) from error
        if isinstance(error, KeyboardInterrupt):
            raise Refused(
                AND_KEPT(problem=INTERRUPTED(path=directory), kept=KEPT(path=kept)), NOT_WRITTEN
            ) from error
        error.add_note("\n".join(KEPT(path=kept).in_(lang) for lang in LANGS))
        raise
    finally:
        with deaf():
            _clear(stage)


@contextmanager
def looking(directory: Path) -> Iterator[None]:
    """Before any work: a folder that nobody may look into, or whose name can be none, is refused in words."""
    try:
        yield
    except OSError as error:
        raise Refused(_problem(directory, error)) from error


@contextmanager
def writing(directory: Path) -> Iterator[None]:
    """Whatever cannot be written in the block is told as a sentence about ``directory``."""
    try:
        yield
    except OSError as error:
        raise Refused(_problem(directory, error), NOT_WRITTEN) from error


def save(path: Path, text: str, directory: Path) -> None:
    """Writes the precious file, whole or not at all. Where there is no room for it, it is kept among the
    temporary files of the computer, and ``Refused`` says so (``directory``: where it was meant to be)."""
    with deaf():
        try:
            _write_whole(path, text)
        except OSError as error:
            problem = _problem(directory, error)
            elsewhere = Path(tempfile.gettempdir()) / f"setka-{uuid.uuid4().hex[:8]}-{path.name}"
            with suppress(OSError):
                _write_whole(elsewhere, text)
                problem = AND_KEPT(problem=problem, kept=KEPT(path=elsewhere))
            raise Refused(problem, NOT_WRITTEN) from error


def _write_whole(path: Path, text: str) -> None:
    passing = path.with_name(f".{path.name}")
    try:
        passing.write_text(text, encoding="utf-8")
        passing.replace(path)
    except OSError:
        with suppress(OSError):
            passing.unlink()
        raise


def _keep(path: Path, directory: Path, entries: Sequence[str]) -> Path | None:
    """Moves a file to where it was meant to go, beside older results under a name of its own."""
    names = (f"{path.stem}-new{'' if n == 1 else n}{path.suffix}" for n in count(1))
    if not any((directory / name).exists() for name in entries):
        name = path.name
    else:
        name = next(name for name in names if not (directory / name).exists())
    with suppress(OSError):
        if path.exists():
            directory.mkdir(parents=True, exist_ok=True)
            return path.replace(directory / name)
    return None


def _ancestor(directory: Path) -> Path:
    """The folder itself or the nearest one above it that exists: on the same disk, so moving is one step."""
    return next(place for place in (directory, *directory.absolute().parents) if place.is_dir())


def _publish(stage: Path, directory: Path, entries: Sequence[str]) -> None:
    """Swaps the old entries for the new ones; puts the old ones back if anything fails."""
    old = stage / OLD
    made = [place for place in (directory, *directory.parents) if not place.exists()]
    swapped: list[tuple[Path, Path]] = []
    try:
        old.mkdir()
        directory.mkdir(parents=True, exist_ok=True)
        for source, target in ((directory, old), (stage, directory)):
            for name in entries:
                if (source / name).exists():
                    (source / name).replace(target / name)
                    swapped.append((source / name, target / name))
    except OSError as error:
        problem = _problem(directory, error)
        for source, target in reversed(swapped):
            try:
                target.replace(source)
            except OSError:
                problem = OLD_LEFT(problem=problem, path=old)
        for place in made:
            with suppress(OSError):  # it is not empty
                place.rmdir()
        raise Refused(problem, NOT_WRITTEN) from error
    shutil.rmtree(old, ignore_errors=True)


def _clear(stage: Path) -> None:
    """Removes what the work left behind, but never older results that could not be put back."""
    with suppress(OSError):
        (stage / OLD).rmdir()
    if not (stage / OLD).exists():
        shutil.rmtree(stage, ignore_errors=True)


def _problem(directory: Path, error: OSError) -> Message:
    if error.errno in FULL:
        return DISK_FULL(path=directory)
    return NOT_WRITABLE(path=directory, reason=reason_of(error))


@contextmanager
def new_file(path: Path, *, force: bool) -> Iterator[Path]:
    """A file to write under a passing name; it takes its own when it is complete."""
    with staged(path.absolute().parent, [path.name], force=force) as stage, writing(path):
        yield stage / path.name
