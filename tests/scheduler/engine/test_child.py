"""How much of the limit the search gets."""

from __future__ import annotations

import pytest

from scheduler.engine.child import search_settings
from scheduler.engine.settings import Settings


@pytest.mark.parametrize(
    ("building_s", "search_s", "with_points_proven"),
    [
        (1.0, 108.0, 108.0),  # nine tenths of 120, though 2 · 1 s afterwards would leave 118
        (10.0, 100.0, 108.0),  # 120 - 2 · 10; 120 - 10 would be more than nine tenths
        (20.0, 80.0, 100.0),  # 120 - 2 · 20, 120 - 20
        (50.0, 60.0, 70.0),  # half of it, though 120 - 2 · 50 = 20; 120 - 50
    ],
)
def test_a_large_network_keeps_time_for_what_follows(
    building_s: float, search_s: float, with_points_proven: float
) -> None:
    """The longer the model took to build, the earlier the search stops; never before half the limit. Later
    where no seats are left to be given away."""
    settings = Settings(time_limit_s=120.0)
    assert search_settings(settings, building_s).time_limit_s == search_s
    proven = search_settings(settings, building_s, points_proven=True)
    assert proven.time_limit_s == with_points_proven


@pytest.mark.parametrize(
    ("building_s", "search_s"),
    [
        (1.0, 92.0),  # 93 of 100, less the second that moving the sessions may take
        (60.0, 50.0),  # half of it at the least
    ],
)
def test_a_part_keeps_time_to_move_its_sessions(building_s: float, search_s: float) -> None:
    """Refusals and audit are the whole's business, and a part may take longer."""
    for points_proven in (False, True):
        settings = search_settings(
            Settings(time_limit_s=100.0), building_s, is_part=True, points_proven=points_proven
        )
        assert settings.time_limit_s == pytest.approx(search_s)


def test_deterministic_time_is_left_alone() -> None:
    """Its clock stands still while a model is built."""
    settings = Settings(time_limit_s=120.0, deterministic=True)
    assert search_settings(settings, 50.0) == settings
    assert search_settings(settings, 50.0, is_part=True).time_limit_s == pytest.approx(111.6)
