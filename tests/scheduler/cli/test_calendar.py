"""``setka calendar``: files for phones, never over older ones unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]
Tiny = Callable[..., tuple[str, str]]


def test_calendars_of_a_plan(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """Two folders; a second time only with --force; former plans may be named."""
    network, plan = tiny("full_buses")
    asked = ("calendar", network, plan, "-o", "out")
    done = setka(*asked)
    assert done.code == 0, done.err
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"calendars", "calendars-public"}
    assert list((tmp_path / "out/calendars/packs").glob("*.zip"))
    assert setka(*asked).code == 2
    again = setka(*asked, "--force", "--previous", plan, "--timezone", "Europe/Samara")
    assert again.code == 0, again.err
    (group, *_) = (tmp_path / "out/calendars-public/groups").iterdir()
    assert "TZID:Europe/Samara" in group.read_text(encoding="utf-8")


def test_wrong_usage(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """An unknown time zone, a former plan that is not there: code 2, nothing written."""
    network, plan = tiny("full_buses")
    zone = setka("calendar", network, plan, "-o", "out", "--timezone", "Удомля")
    assert zone.code == 2
    assert "Europe/Moscow" in zone.err
    assert setka("calendar", network, plan, "-o", "out", "--previous", "no.json").code == 2
    assert not (tmp_path / "out").exists()
