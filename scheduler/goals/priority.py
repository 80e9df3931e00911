"""Declared priorities, then choices made in time, then the lottery: each sum as large as possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import lottery
from scheduler.engine.expressions import Objective, total

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel


def levels(model: PlanModel, lottery_seed: int) -> Iterator[Objective]:
    """Linear in the choices served, weighted by rank points."""
    network = model.network
    numbers = lottery.numbers(model.applicants, lottery_seed)
    declared, in_time, drawn = [], [], []
    for choice in network.choices:
        served = network.rank_points(choice.rank) * model.served[choice.student, choice.course]
        student = network.student_by_id[choice.student]
        declared.append(network.priority_points(student) * served)
        if not network.is_late(choice):
            in_time.append(served)
        drawn.append(numbers[choice.student] * served)
    yield Objective("priority.1", total(declared))
    yield Objective("priority.2", total(in_time))
    yield Objective("priority.3", total(drawn))
