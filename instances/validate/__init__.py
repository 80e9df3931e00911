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
    travel,
)
from instances.validate.draft import Draft

__all__ = ["Draft", "validate"]


def validate(draft: Draft) -> Problems:
    """All that is wrong with a network whose rows are sound one by one."""
    for module in (decisions, institutions, calendar, courses, choices, demand, history, locks, travel):
        module.check(draft)
    return draft.problems
