"""Applicants without any choice served, to be as few as possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.engine.expressions import Objective, total

if TYPE_CHECKING:
    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel


def levels(model: PlanModel, lottery_seed: int) -> Iterator[Objective]:  # noqa: ARG001 - one shape for all goals
    """One literal an applicant: "has nothing", forced when no choice is served."""
    without: list[Literal] = []
    for student, choices in model.network.choices_by_student.items():
        literal = model.cp.new_bool_var(f"unserved[{student}]")
        served = [model.served[student, choice.course] for choice in choices]
        model.cp.add(total([*served, literal]) >= 1)
        without.append(literal)
    yield Objective("unserved", total(without))
