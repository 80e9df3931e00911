"""Compares the length of a lesson and of a break with the norms."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.double_session import RULE
from models.text import Text
from reports.audit import limits, say

LONG = Text(
    "Урок в сети длится {minutes} мин, а норма — не больше {norm}.",
    "A network lesson lasts {minutes} minutes; the norm is at most {norm}.",
)
SHORT = Text(
    "Перемена между уроками занятия — {minutes} мин, а норма — не меньше {norm}.",
    "The break within a session lasts {minutes} minutes; the norm is at least {norm}.",
)
CURE = Text("Исправьте длительность в правилах сети.", "Correct the length in the network's rules.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A lesson too long or a break too short, once for the plan."""
    if not any(group.sessions for group in plan.groups):
        return
    lesson, pause = network.rules.lesson_minutes, network.rules.break_minutes
    longest = limits.limit(network, "lesson_minutes_max")
    shortest = limits.minutes(network, "break_minutes_min")
    if longest is not None and lesson > longest:
        yield say.finding(
            RULE,
            LONG(minutes=lesson, norm=longest),
            CURE(),
            excess=lesson - longest,
            unit=say.MINUTES,
            clause=limits.clause(network, "lesson_minutes_max"),
        )
    if pause < shortest:
        yield say.finding(
            RULE,
            SHORT(minutes=pause, norm=shortest),
            CURE(),
            excess=shortest - pause,
            unit=say.MINUTES,
            clause=limits.clause(network, "break_minutes_min"),
        )
