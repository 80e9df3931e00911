"""Another distribution with a package of the same name is named, not stumbled over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scheduler.cli.intruder import PACKAGES, find_intruders, warn_of


def test_at_home_there_is_none() -> None:
    """The four packages of this checkout are setka's own."""
    assert find_intruders() == []


def test_elsewhere_all_are_intruders(tmp_path: Path) -> None:
    """Seen from another folder, each of the four comes from the wrong place."""
    assert [item.package for item in find_intruders(tmp_path)] == list(PACKAGES)


def test_a_package_in_front_is_named(tmp_path: Path, process: Callable[..., Any]) -> None:
    """``models`` of somebody else, first on the path, ends every command with code 2 and its folder."""
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "__init__.py").write_text("", encoding="utf-8")
    done = process("--help")
    assert done.code == 2
    assert str(tmp_path / "models") in done.err


def test_the_warning_names_the_distribution(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Both languages, because the texts of setka may be what cannot be loaded."""
    warn_of(find_intruders(tmp_path)[:1])
    error = capsys.readouterr().err
    assert "пакет «models»" in error
    assert "package 'models'" in error
