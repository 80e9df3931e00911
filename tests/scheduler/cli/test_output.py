"""Results appear all at once or not at all, and never over somebody else's files."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.cli.exits import WRONG, Refused
from scheduler.cli.output import new_file, staged

ENTRIES = ("plan.json", "public")


def build(stage: Path, text: str = "new") -> None:
    """A result of a file and a folder."""
    (stage / "plan.json").write_text(text, encoding="utf-8")
    (stage / "public").mkdir()
    (stage / "public" / "a.txt").write_text(text, encoding="utf-8")


def names(folder: Path) -> list[str]:
    """Everything below a folder, hidden files included."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_new_folder_below_folders_that_are_not_there(tmp_path: Path) -> None:
    """All of the way is made, nothing else is left."""
    with staged(tmp_path / "a" / "b", ENTRIES, force=False) as stage:
        build(stage)
    assert names(tmp_path) == ["a", "a/b", "a/b/plan.json", "a/b/public", "a/b/public/a.txt"]


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    """Not even the folder, if it was not there."""

    def fail() -> None:
        with staged(tmp_path / "a", ENTRIES, force=False) as stage:
            build(stage)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert names(tmp_path) == []


def test_what_is_there_is_refused_before_the_work(tmp_path: Path) -> None:
    """Without force, the work does not even begin."""
    (tmp_path / "plan.json").write_text("old", encoding="utf-8")
    with pytest.raises(Refused), staged(tmp_path, ENTRIES, force=False):
        pytest.fail("the work began")
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == "old"


def test_force_replaces_its_own_and_leaves_the_rest(tmp_path: Path) -> None:
    """Old tables go, the planner's notes stay."""
    for name in ("notes.txt", "public/old.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("old", encoding="utf-8")
    with staged(tmp_path, ENTRIES, force=True) as stage:
        build(stage)
    assert names(tmp_path) == ["notes.txt", "plan.json", "public", "public/a.txt"]


def test_a_file_that_cannot_be_moved_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a table is open in Excel: the old results stay whole."""
    with staged(tmp_path / "out", ENTRIES, force=False) as stage:
        build(stage, "old")
    before = names(tmp_path)
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if self.name == "public" and "old" not in self.parts and target.parent.name == "out":
            raise PermissionError(13, "locked")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    with (
        pytest.raises(Refused, match="access is denied"),
        staged(tmp_path / "out", ENTRIES, force=True) as stage,
    ):
        build(stage, "new")
    assert names(tmp_path) == before
    assert (tmp_path / "out" / "plan.json").read_text(encoding="utf-8") == "old"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file stands where the folder should."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Refused), staged(tmp_path / "file", ENTRIES, force=True):
        pytest.fail("the work began")


def test_a_folder_where_nobody_may_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name of 300 letters, and a folder of somebody else's: refused in words before the work."""
    with pytest.raises(Refused) as refused, staged(tmp_path / ("я" * 300), ENTRIES, force=False):
        pytest.fail("the work began")
    assert "слишком длинное имя" in refused.value.message.in_("ru")

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", closed)
    with pytest.raises(Refused) as refused, staged(tmp_path / "out", ENTRIES, force=False):
        pytest.fail("the work began")
    assert "нет прав доступа" in refused.value.message.in_("ru")
    assert refused.value.code == WRONG


def test_one_file_alone(tmp_path: Path) -> None:
    """A file takes its name when it is complete; a second one needs force."""
    for force, text in ((False, "one"), (True, "two")):
        with new_file(tmp_path / "x.json", force=force) as passing:
            passing.write_text(text, encoding="utf-8")
            assert passing != tmp_path / "x.json"
        assert (tmp_path / "x.json").read_text(encoding="utf-8") == text
    with pytest.raises(Refused), new_file(tmp_path / "x.json", force=False):
        pytest.fail("the work began")
