"""Refusals in general words, as they are told to parents, schools and the public."""

from __future__ import annotations

from models.network import Network
from models.plan import Plan, Refusal, RefusalCode
from models.text import Text
from reports.export.words import NEEDED_ELSEWHERE, REASON


def general_reason(network: Network, plan: Plan, refusal: Refusal) -> Text:
    """The reason without groups, numbers and other students."""
    return NEEDED_ELSEWHERE if is_needed_elsewhere(network, plan, refusal) else REASON[refusal.code]


def is_needed_elsewhere(network: Network, plan: Plan, refusal: Refusal) -> bool:
    """Whether ``NO_GROUP_MIN`` is not about the course refused, all of whose groups needed are open, but
    about the group the student is in."""
    if refusal.code is not RefusalCode.NO_GROUP_MIN:
        return False
    courses = {course.id for course in network.courses_of(refusal.course)}
    return bool(courses) and courses <= {group.course for group in plan.groups}
