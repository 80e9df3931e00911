"""``setka whatif`` writes the comparison, and says where it lies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from instances import write
from instances.tiny import ALL
from models.people import People

SCENARIO = """\
name: room
title: Ещё один кабинет
edits:
  - add: rooms
    row: {centre: РЦ1, name: "77", capacity: 12}
"""

FILES = {
    "public": {"comparison.html", "comparison.json", "comparison.xlsx", "council.html"},
    "internal": {"comparison.html", "comparison.json", "comparison.xlsx", "networks"},
    "plans": {"base.json", "room.json"},
}


@pytest.mark.parametrize(("lang", "title"), [("ru", "Сравнение вариантов"), ("en", "Scenarios compared")])
def test_it_writes_pages_tables_and_plans(setka: Any, tmp_path: Path, lang: str, title: str) -> None:
    """A tiny network and one more room: every file is there, in the language asked for, and is named."""
    network = next(case.network for case in ALL.values() if case.plan is not None and not case.network.runs)
    write(network, People(), tmp_path / "net.json")
    (tmp_path / "room.yaml").write_text(SCENARIO, encoding="utf-8")
    done = setka("--lang", lang, "whatif", "net.json", "room.yaml", "-o", "out", "--deterministic")
    assert done.code == 0, done.err
    for folder, names in FILES.items():
        assert {path.name for path in (tmp_path / "out" / folder).iterdir()} == names
    for name in ("internal/comparison.html", "public/comparison.html"):
        text = (tmp_path / "out" / name).read_text(encoding="utf-8")
        assert title in text
        assert f'<html lang="{lang}">' in text
    for name in ("internal/comparison.html", "internal/comparison.xlsx", "public/council.html"):
        assert str(Path("out") / name) in done.out


def test_an_earlier_comparison_stays_unless_forced(setka: Any, tmp_path: Path) -> None:
    """Its folders are not written over."""
    (tmp_path / "out" / "plans").mkdir(parents=True)
    done = setka("whatif", "udomlya", "add-centre", "-o", "out")
    assert done.code == 2
    assert "--force" in done.err
