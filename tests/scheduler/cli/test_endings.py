"""What the planner is told when a search ends before its time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from instances.tiny import ALL
from models.network import Network
from models.outcome import Outcome, Solved, Unknown
from scheduler.engine import endings
from scheduler.engine.settings import Settings

Run = Callable[..., Any]
Tiny = Callable[..., tuple[str, str]]


def engine_ends(monkeypatch: pytest.MonkeyPatch, outcome: Outcome) -> list[Settings]:
    """Puts an outcome in place of the search; keeps the settings that it was called with."""
    asked: list[Settings] = []

    def solve(_: Network, settings: Settings, *__: object) -> Outcome:
        asked.append(settings)
        return outcome

    monkeypatch.setattr("scheduler.engine.solve.solve", solve)
    return asked


def test_memory_ran_out_without_a_plan(
    setka: Run, tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code 3, the limit and the cure in the language of the user, nothing written."""
    asked = engine_ends(monkeypatch, Unknown(endings.memory_limit(0.5)))
    network, _ = tiny("two_sessions")
    done = setka("plan", network, "-o", "out", "--memory", "0,5", "--lang", "ru")
    assert done.code == 3
    assert "план не найден: поиску не хватило памяти: предел 0,5 ГБ. Увеличьте предел" in done.err
    assert not (tmp_path / "out").exists()
    assert [settings.memory_gb for settings in asked] == [0.5]


@pytest.mark.parametrize("ended", [endings.memory_limit(4), endings.of_exit(-9), endings.STOPPED()])
def test_the_best_plan_of_a_search_that_ended_early(
    setka: Run, tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: Any
) -> None:
    """It is written, and why there was no more of the search is told beside it."""
    plan = ALL["full_buses"].plan
    assert plan is not None
    engine_ends(monkeypatch, Solved(plan, ended))
    network, _ = tiny("full_buses")
    done = setka("plan", network, "-o", "out")
    assert done.code == 0, done.err
    assert f"The search ended early: {ended.in_('en')}" in done.err
    assert (tmp_path / "out/plan.json").exists()
