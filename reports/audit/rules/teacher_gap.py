"""Measures the pauses between a teacher's sessions of one day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.teacher_gap import RULE
from models.text import Text
from reports.audit import limits, say
from reports.audit.facts import Meeting
from reports.audit.loads import single_weeks
from reports.audit.teaching import meetings_by_teacher

IDLE = Text(
    "У учителя {teacher} ({day}) между занятиями {one} и {other} {pause} мин, а норма — не больше {norm}.",
    "Teacher {teacher} ({day}) is idle for {pause} minutes between {one} and {other}; the norm is {norm}.",
)
CURE = Text("Сблизьте занятия.", "Bring the sessions together.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """An idle time over the norm, once for each pair of sessions."""
    norm = limits.limit(network, "teacher_gap_max")
    if norm is None:
        return
    for id, meetings in meetings_by_teacher(network, plan).items():
        for one, other in _neighbours(meetings):
            pause = other.when.start - one.when.end
            if pause > norm:
                yield say.finding(
                    RULE,
                    IDLE(
                        teacher=id,
                        day=say.weekday(one.when.weekday),
                        one=one.id,
                        other=other.id,
                        pause=pause,
                        norm=norm,
                    ),
                    CURE(),
                    who=(id, one.id, other.id),
                    excess=pause - norm,
                    unit=say.MINUTES,
                    clause=limits.clause(network, "teacher_gap_max"),
                )


def _neighbours(meetings: list[Meeting]) -> list[tuple[Meeting, Meeting]]:
    """Pairs of meetings that follow one another on one day of some week, each pair once."""
    pairs: dict[tuple[str, str], tuple[Meeting, Meeting]] = {}
    for week in single_weeks(m.when.weeks for m in meetings):
        held = sorted((m for m in meetings if m.when.weeks & week), key=lambda m: m.when)
        for one, other in pairwise(held):
            if one.when.weekday == other.when.weekday:
                pairs.setdefault((one.id, other.id), (one, other))
    return list(pairs.values())
