"""Looks at the network as a whole: what contradicts itself, and what will keep a course from opening."""

from instances.parts import Problems
from instances.validate import (
    calendar,
    choices,
    courses,
    decisions,
    demand,
    history,
    institutions,
    locks,
    students,
    travel,
)
from instances.validate.draft import Draft

__all__ = ["Draft", "validate"]


def validate(draft: Draft) -> Problems:
    """All that is wrong with a network whose rows are sound one by one."""
    modules = (decisions, institutions, calendar, courses, students, choices, demand, history, locks, travel)
    for module in modules:
        module.check(draft)
    return draft.problems
