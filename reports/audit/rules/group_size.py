"""Counts the students of each open group."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.group_size import RULE
from models.text import Text
from reports.audit import limits, say
from reports.audit.facts import facts_of
from reports.audit.sizes import largest, smallest

SMALL = Text(
    "В группе {group} {size} чел. — меньше минимума {limit}.",
    "Group {group} has {size} students, fewer than the minimum of {limit}.",
)
SMALL_CURE = Text(
    "Добавьте {excess} чел., закройте группу или запишите особое разрешение с причиной.",
    "Add {excess} students, close the group, or record a special permission with its reason.",
)
LARGE = Text(
    "В группе {group} {size} чел. — больше максимума {limit}.",
    "Group {group} has {size} students, more than the maximum of {limit}.",
)
LARGE_CURE = Text(
    "Переведите {excess} чел. в другую группу или запишите особое разрешение с причиной.",
    "Move {excess} students to another group, or record a special permission with its reason.",
)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A group below its minimum or above its maximum, with the number of students."""
    facts = facts_of(network, plan)
    for group, course in facts.groups:
        size = facts.size(group.id)
        low, high = smallest(network, group, course), largest(network, group, course)
        cases = (
            (SMALL, SMALL_CURE, low, (low or 0) - size, "group_min"),
            (LARGE, LARGE_CURE, high, size - high, "group_max"),
        )
        for text, cure, limit, excess, norm in cases:
            if excess > 0:
                yield say.finding(
                    RULE,
                    text(group=group.id, size=size, limit=limit),
                    cure(excess=excess),
                    who=(group.id,),
                    excess=excess,
                    unit=say.STUDENTS,
                    clause=limits.clause(network, norm),
                )
