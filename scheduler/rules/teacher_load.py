"""A teacher's network hours stay within the cap in every week."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """For each part of the year in which the same sets of weeks meet: sum of hours <= cap."""
    hours: dict[str, list[tuple[int, int, Literal]]] = defaultdict(list)
    for group in model.groups.values():
        for slot in group.all_slots():
            for teacher, literal in slot.teachers:
                hours[teacher].append((slot.placement.weeks, group.course.session_hours, literal))
    for teacher, terms in hours.items():
        cap = model.network.teacher_by_id[teacher].max_hours
        if cap is None:
            continue
        for atom in model.week_atoms:
            model.require(
                "teacher_load", total(h * literal for weeks, h, literal in terms if weeks & atom) <= cap
            )
