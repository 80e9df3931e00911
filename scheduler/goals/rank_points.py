"""Points of the choices served, to be as many as possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.engine.expressions import Objective, total

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel


def levels(model: PlanModel, lottery_seed: int) -> Iterator[Objective]:  # noqa: ARG001 - one shape for all goals
    """Linear in the choices served."""
    yield Objective(
        "rank_points",
        total(
            model.network.rank_points(choice.rank) * model.served[choice.student, choice.course]
            for choice in model.network.choices
        ),
    )
