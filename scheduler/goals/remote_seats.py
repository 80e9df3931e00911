"""Remote seats taken, to be as few as possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.engine.expressions import Objective, total

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel


def levels(model: PlanModel, lottery_seed: int) -> Iterator[Objective]:  # noqa: ARG001 - one shape for all goals
    """Linear in the remote seats. Where nothing is remote there is nothing to count."""
    network = model.network
    if any(course.remote_seats for course in network.courses) and any(
        item.remote_seats for item in network.institutions
    ):
        remote = (literal for group in model.groups.values() for literal in group.remote())
        yield Objective("remote_seats", total(remote))
