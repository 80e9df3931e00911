"""What `setka verify` says of what it takes from the file and cannot check."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from instances.tiny import ALL
from models.plan import Level, Plan
from models.text import LANGS
from reports.audit.levels import true_levels

Run = Callable[..., Any]
TAKEN_OVER = {
    "ru": "Границы и доказанность взяты из файла и не проверены",
    "en": "Bounds and proofs are taken from the file and are not checked",
}


def rated() -> Plan:
    """A tiny plan with its levels."""
    plan = ALL["tie"].plan
    assert plan is not None
    return plan.replace(levels=true_levels(ALL["tie"].network, plan))


def proven(level: Level) -> Level:
    """The level as if its value were the best that there is."""
    return level.replace(bound=level.value, proven=True)


def test_bounds_are_said_to_be_taken_over(setka: Run, tiny: Callable[..., tuple[str, str]]) -> None:
    """Whoever sets all bounds to the values is not found out; the sentence says so, in both languages."""
    plan = rated()
    claimed = plan.replace(levels=[proven(level) for level in plan.levels], status="optimal")
    files = tiny("tie", claimed)
    for lang in LANGS:
        done = setka("--lang", lang, "verify", *files)
        assert done.code == 0
        assert done.out.count(TAKEN_OVER[lang]) == 1


@pytest.mark.parametrize("plan", [ALL["tie"].plan, rated()], ids=["no levels", "no bounds"])
def test_without_bounds_there_is_no_such_sentence(
    plan: Plan, setka: Run, tiny: Callable[..., tuple[str, str]]
) -> None:
    """It would speak of what is not there."""
    done = setka("verify", *tiny("tie", plan))
    assert done.code == 0
    assert TAKEN_OVER["en"] not in done.out
