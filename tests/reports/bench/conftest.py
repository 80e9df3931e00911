"""Rows of the benchmark made by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from models.bench import BenchRow, BenchTask, Machine, Step
from models.plan import Level, Sense

Value = tuple[int, int | None]
"""What a level is worth, and its bound."""

Told = tuple[str, int, int | None, float]
"""Level, value, bound, seconds."""


@pytest.fixture
def row() -> Callable[..., BenchRow]:
    """A row with two levels: of 100 applicants so many are without anything, and so many of 500 points."""

    def make(
        solver: str = "setka",
        unserved: Value | None = None,
        points: Value = (500, 500),
        told: Sequence[Told] = (),
        **changes: Any,
    ) -> BenchRow:
        levels: list[Level] = []
        if unserved is not None:
            for name, sense, (value, bound), scale in (
                ("unserved", Sense.MINIMISE, unserved, 100),
                ("rank_points", Sense.MAXIMISE, points, 500),
            ):
                levels.append(Level(name=name, sense=sense, value=value, bound=bound, scale=scale))
        task = BenchTask(
            instance=changes.pop("instance", "x1-k1-loose-s1"),
            solver=solver,
            seed=1,
            limit_s=10.0,
            version=changes.pop("version", "1"),
        )
        values: dict[str, Any] = {
            "task": task,
            "machine": Machine(cores=2, system="Linux x86_64", python="3.11", ortools="9.15"),
            "started_at": "2026-09-01T10:00:00+00:00",
            "status": "feasible" if levels else "unknown",
            "applicants": 100,
            "wall_s": 9.0,
            "levels": tuple(levels),
            "steps": tuple(Step(level=n, value=v, bound=b, elapsed_s=s) for n, v, b, s in told),
        }
        return BenchRow(**(values | changes))

    return make
