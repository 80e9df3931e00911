"""How much of the limit the search gets."""

from __future__ import annotations

import pytest

from scheduler.engine.child import search_settings
from scheduler.engine.settings import Settings


@pytest.mark.parametrize(
    ("building_s", "search_s"),
    [
        (1.0, 108.0),  # nine tenths of 120, though 2 · 1 s afterwards would leave 118
        (10.0, 100.0),  # 120 - 2 · 10
        (50.0, 60.0),  # half of it, though 120 - 2 · 50 = 20
    ],
)
def test_a_large_network_keeps_time_for_what_follows(building_s: float, search_s: float) -> None:
    """The longer the model took to build, the earlier the search stops; never before half the limit."""
    assert search_settings(Settings(time_limit_s=120.0), building_s).time_limit_s == search_s


def test_deterministic_time_is_left_alone() -> None:
    """Its clock stands still while a model is built."""
    settings = Settings(time_limit_s=120.0, deterministic=True)
    assert search_settings(settings, 50.0) == settings
