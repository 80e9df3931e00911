"""Who is the worst off: the schools, places and grades behind the levels of fairness."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

from models.text import say
from reports.audit.levels import true_levels
from reports.views.worst_off import unit_names, unit_shares


def test_shares_add_up_to_the_levels(sources: Any) -> None:
    """Of every plan: the first, the first two, … together are fairness.1, fairness.2, …"""
    compared = 0
    for source in sources.every().values():
        levels = true_levels(source.network, source.plan)
        sums = [level.value for level in levels if level.name.startswith("fairness.")]
        shares = [unit.share for unit in unit_shares(source)]
        assert [*accumulate(shares)][: len(sums)] == sums
        compared += len(sums)
    assert compared > 10


def test_units_have_names_for_readers(sources: Any) -> None:
    """Schools by name, the others in words; nothing that looks like a key of the program."""
    named = [name for source in sources.every().values() for name in unit_names(source)]
    names = {say(name, "ru") for name in named}
    assert {"Школа Ш1", "городские школы", "10-е классы"} <= names
    assert not any(":" in name for name in names)
