"""Where results cannot be written, nothing half-written stays, older results stay, and no plan is lost."""

from __future__ import annotations

import builtins
import errno
import io
import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from instances.tiny import ALL
from models.outcome import Solved
from models.plan import Plan

Run = Callable[..., Any]
Tiny = Callable[..., tuple[str, str]]

EVERY = 10**6


class FullDisk(io.RawIOBase):
    """A file that takes nothing more."""

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, *_: int) -> int:
        return 0

    def tell(self) -> int:
        return 0

    def write(self, _: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


class Disk:
    """Counts the files opened to write below a folder and does ``fails`` to those from the n-th on."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.opened, self.first, self.last = folder, 0, EVERY, EVERY
        self.fails: Callable[[Any, str], Any] = full
        self.open = io.open
        monkeypatch.setattr(io, "open", self)
        monkeypatch.setattr(builtins, "open", self)

    def __call__(self, file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        if not isinstance(file, str | os.PathLike) or not {"w", "x", "a"} & set(mode):
            return self.open(file, mode, *args, **kwargs)
        if not Path(file).absolute().is_relative_to(self.folder):
            return self.open(file, mode, *args, **kwargs)
        self.opened += 1
        opened = self.open(file, mode, *args, **kwargs)
        if not self.first <= self.opened <= self.last:
            return opened
        return self.fails(opened, mode)

    def fail(self, first: int, last: int = EVERY) -> None:
        """The n-th file from now on, and those after it up to the last."""
        self.opened, self.first, self.last = 0, first, last


def full(opened: Any, mode: str) -> Any:
    """The disk has room for the name of a file and nothing more."""
    opened.close()
    raw = FullDisk()
    return raw if "b" in mode else io.TextIOWrapper(raw, encoding="utf-8", write_through=True)


def ctrl_c(opened: Any, _: str) -> Any:
    """Somebody presses Ctrl-C while a file is opened."""
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        opened.close()
        raise
    return opened  # nobody heard it


def names(folder: Path) -> list[str]:
    """Everything below a folder, hidden files included."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def plan(monkeypatch: pytest.MonkeyPatch) -> Plan:
    """The plan that every search of these tests finds at once."""
    found = ALL["full_buses"].plan
    assert found is not None
    monkeypatch.setattr("scheduler.engine.solve.solve", lambda *_: Solved(found))
    return found


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tiny: Tiny) -> Disk:
    """The disk with the network, and another one with room for temporary files."""
    tiny("full_buses")
    (tmp_path / "plan.json").unlink()
    temporary = tmp_path.parent / f"{tmp_path.name}-temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return Disk(tmp_path, monkeypatch)


COMMAND = ("plan", "full_buses.json", "-o", "out/here", "--no-cures")


def planned(folder: Path) -> Plan:
    """The one plan in a folder."""
    return Plan.model_validate_json(folder.read_bytes())


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8, 1.0])
def test_the_plan_outlives_its_reports(
    setka: Run, disk: Disk, plan: Plan, tmp_path: Path, share: float
) -> None:
    """The disk is full from some file after plan.json on: the plan is there, with a sentence what to do."""
    assert setka(*COMMAND).code == 0
    number = disk.opened
    assert number > 10
    shutil.rmtree(tmp_path / "out")
    disk.fail(first=2 + round(share * (number - 2)))
    done = setka(*COMMAND, "--lang", "ru")
    assert done.code == 4
    assert "на диске нет места для out/here. Освободите место" in done.err.replace("\\", "/")
    assert "setka export NETWORK" in done.err
    assert "Traceback" not in done.err
    assert names(tmp_path) == ["full_buses.json", "out", "out/here", "out/here/plan.json"]
    assert planned(tmp_path / "out/here/plan.json") == plan
    disk.fail(first=EVERY)
    assert setka("export", "full_buses.json", "out/here/plan.json", "-o", "out/here").code == 0


def test_older_results_stay_and_the_new_plan_lies_beside_them(
    setka: Run, disk: Disk, plan: Plan, tmp_path: Path
) -> None:
    """With --force, too; a second failure takes a further name."""
    assert setka(*COMMAND).code == 0
    (tmp_path / "out/here/plan.json").write_text("{}", encoding="utf-8")
    before = contents(tmp_path)
    for kept in ("out/here/plan-new.json", "out/here/plan-new2.json"):
        disk.fail(first=4)
        done = setka(*COMMAND, "--force")
        assert done.code == 4
        assert Path(kept).name in done.err
        assert planned(tmp_path / kept) == plan
        assert contents(tmp_path).items() >= before.items()
    assert not [name for name in names(tmp_path) if ".setka" in name]


def test_no_room_for_the_plan_itself(setka: Run, disk: Disk, plan: Plan, tmp_path: Path) -> None:
    """It is kept among the temporary files, and nothing stays here."""
    disk.fail(first=1)
    done = setka(*COMMAND)
    assert done.code == 4
    (kept,) = Path(tempfile.gettempdir()).iterdir()
    assert str(kept) in done.err
    assert planned(kept) == plan
    assert names(tmp_path) == ["full_buses.json"]


@pytest.mark.usefixtures("plan")
def test_no_room_anywhere(setka: Run, disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it is said that nothing was written, not that something was kept."""
    nowhere = tmp_path / "nowhere"
    monkeypatch.setattr(tempfile, "tempdir", str(nowhere))
    disk.fail(first=1)
    done = setka(*COMMAND)
    assert done.code == 4
    assert "no space is left on the disk for" in done.err
    assert "not lost" not in done.err
    assert names(tmp_path) == ["full_buses.json"]


@pytest.mark.parametrize("number", [2, 7, 20])
def test_ctrl_c_while_writing(setka: Run, disk: Disk, plan: Plan, tmp_path: Path, number: int) -> None:
    """plan.json is there; the rest is given up as a whole, and that is said."""
    disk.fails = ctrl_c
    disk.fail(first=number, last=number)
    done = setka(*COMMAND)
    assert done.code == 4
    assert "writing was interrupted (Ctrl-C)" in done.err
    assert names(tmp_path) == ["full_buses.json", "out", "out/here", "out/here/plan.json"]
    assert planned(tmp_path / "out/here/plan.json") == plan


@pytest.mark.usefixtures("plan")
def test_ctrl_c_while_the_plan_itself_is_written(setka: Run, disk: Disk, tmp_path: Path) -> None:
    """It does not come between; the next one would."""
    disk.fails = ctrl_c
    disk.fail(first=1, last=1)
    assert setka(*COMMAND).code == 0
    assert {path.name for path in (tmp_path / "out/here").iterdir()} == {"plan.json", "public", "internal"}


@pytest.mark.usefixtures("plan")
def test_older_results_that_cannot_be_put_back_are_not_deleted(
    setka: Run, disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where moving fails for good in the middle of the exchange, the user is told where the old ones are."""
    assert setka(*COMMAND).code == 0
    disk.fail(first=EVERY)
    replace, moved = Path.replace, 0

    def fails_for_good(self: Path, target: Path) -> Path:
        nonlocal moved
        if {"public", "internal"} & {self.name, target.name} or moved:
            moved += 1
            if moved > 1:
                raise OSError(errno.EIO, "Input/output error")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails_for_good)
    done = setka(*COMMAND, "--force")
    monkeypatch.setattr(Path, "replace", replace)
    assert done.code == 4
    assert "The older results could not be put back" in done.err
    (left,) = (tmp_path / "out/here").glob(".setka-*/old")
    assert str(left) in str(tmp_path / done.err.strip().rpartition(" in ")[2])
    assert names(left)


@pytest.mark.usefixtures("plan")
def test_a_fault_in_the_reports_does_not_lose_the_plan(
    setka: Run, disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error is reported as one of the program, and where the plan is."""
    disk.fail(first=EVERY)

    def export(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("reports.export.folders.export", export)
    done = setka(*COMMAND)
    assert done.code == 1
    assert "Please report it" in done.err
    assert "The plan is not lost" in done.err
    assert names(tmp_path) == ["full_buses.json", "out", "out/here", "out/here/plan.json"]


@pytest.mark.parametrize(
    "command",
    [("template", "new.xlsx"), ("generate", "--applicants", "100", "--seed", "1", "-o", "new.xlsx")],
)
def test_one_file_for_which_there_is_no_room(
    setka: Run, disk: Disk, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """A sentence, code 4, nothing left."""
    disk.fail(first=1)
    done = setka(*command)
    assert done.code == 4
    assert "no space is left on the disk for new.xlsx" in done.err
    assert names(tmp_path) == ["full_buses.json"]
