"""Compares the sessions of each teacher pair by pair: time and the way between the sites."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.teacher_clash import RULE
from models.text import Text
from reports.audit import limits, say
from reports.audit.loads import teacher_way
from reports.audit.teaching import meetings_by_teacher

LATE = Text(
    "Учитель {teacher} не успевает с занятия {one} ({when}) на занятие {other} ({then}): "
    "не хватает {missing} мин.",
    "Teacher {teacher} cannot get from session {one} ({when}) to session {other} ({then}): "
    "{missing} minutes are missing.",
)
NO_WAY = Text(
    "Учитель {teacher} ведёт в один день занятия {one} ({when}) и {other} ({then}) на площадках, "
    "между которыми дорога неизвестна.",
    "Teacher {teacher} gives sessions {one} ({when}) and {other} ({then}) on one day at sites with no "
    "known way between them.",
)
CURE = Text(
    "Перенесите одно из занятий или назначьте другого учителя.",
    "Move one of the sessions or name another teacher.",
)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """Two sessions of one teacher that overlap or leave too little time for the way."""
    for teacher, meetings in meetings_by_teacher(network, plan).items():
        for one, other in combinations(sorted(meetings, key=lambda m: m.when), 2):
            if not one.when.same_day(other.when):
                continue
            needed = teacher_way(network, one.institution, other.institution)
            pause = other.when.start - one.when.end
            if needed is not None and pause >= needed:
                continue
            missing = None if needed is None else needed - pause
            yield say.finding(
                RULE,
                (NO_WAY if missing is None else LATE)(
                    teacher=teacher,
                    one=one.id,
                    other=other.id,
                    when=say.moment(one.when),
                    then=say.moment(other.when),
                    missing=missing,
                ),
                CURE(),
                who=(teacher, one.id, other.id),
                excess=missing,
                unit=say.MINUTES,
                clause=limits.clause(network, "arrival_buffer"),
            )
