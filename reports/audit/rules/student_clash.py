"""Compares the sessions of each student pair by pair: time, the way, the break."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.student_clash import RULE
from models.text import Text
from reports.audit import limits, say
from reports.audit.facts import facts_of
from reports.audit.loads import clash

LATE = Text(
    "Обучающийся {student} не успевает с занятия {one} ({when}) на занятие {other} ({then}): "
    "не хватает {missing} мин.",
    "Student {student} cannot get from session {one} ({when}) to session {other} ({then}): "
    "{missing} minutes are missing.",
)
NO_WAY = Text(
    "Между занятиями {one} ({when}) и {other} ({then}) обучающегося {student} нет известной дороги.",
    "There is no known way between sessions {one} ({when}) and {other} ({then}) of student {student}.",
)
CURE = Text(
    "Переведите обучающегося в другую группу или перенесите одно из занятий.",
    "Move the student to another group or one of the sessions to another time.",
)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """Two sessions of one student that are nearer in time than break or way allow."""
    for student, attendances in facts_of(network, plan).attendances_of.items():
        ordered = sorted(attendances, key=lambda a: a.meeting.when)
        for one, other in combinations(ordered, 2):
            wrong = clash(network, one.student, one.visit, other.visit)
            if wrong is None:
                continue
            norm = "break_minutes_min" if one.place == other.place else "arrival_buffer"
            yield say.finding(
                RULE,
                (NO_WAY if wrong.missing is None else LATE)(
                    student=student,
                    one=one.meeting.id,
                    other=other.meeting.id,
                    when=say.moment(one.meeting.when),
                    then=say.moment(other.meeting.when),
                    missing=wrong.missing,
                ),
                CURE(),
                who=(student, one.meeting.id, other.meeting.id),
                excess=wrong.missing,
                unit=say.MINUTES,
                clause=limits.clause(network, norm),
            )
