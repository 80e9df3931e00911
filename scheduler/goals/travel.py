"""Minutes on the way, there and back, over all dates, to be as few as possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.engine.expressions import Objective, total

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel


def levels(model: PlanModel, lottery_seed: int) -> Iterator[Objective]:  # noqa: ARG001 - one shape for all goals
    """Every way literal costs its minutes times the dates of its session."""
    yield Objective(
        "travel",
        total(
            way.way.minutes * seat.group.course.session_dates_needed(session) * way.taken
            for seat in model.seats
            for (session, _), ways in seat.ways.items()
            for way in ways
            if way.way.minutes
        ),
    )
