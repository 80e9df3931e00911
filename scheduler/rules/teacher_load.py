"""A teacher's network hours stay within the cap in every week."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from scheduler.engine.expressions import total
from scheduler.engine.peaks import Use, peaks

if TYPE_CHECKING:
    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """For every set of sessions that can come together in one week: sum of hours <= cap."""
    hours: dict[str, list[tuple[Use, tuple[int, int]]]] = defaultdict(list)
    literals: dict[int, Literal] = {}
    for group in model.groups.values():
        for slot in group.all_slots():
            for teacher, literal in slot.teachers:
                literals[literal.index] = literal
                use = Use(group.id, slot.placement.weeks)
                hours[teacher].append((use, (group.course.session_hours, literal.index)))
    for teacher, terms in hours.items():
        cap = model.network.teacher_by_id[teacher].max_hours
        if cap is None:
            continue
        for week in peaks(terms, model.week_atoms):
            model.require("teacher_load", total(h * literals[at] for h, at in week) <= cap)
