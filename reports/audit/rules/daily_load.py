"""Adds up lessons and curriculum hours of each student day by day."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.daily_load import RULE
from models.text import Text
from reports.audit import limits, say
from reports.audit.facts import facts_of
from reports.audit.loads import daily_overloads

OVER = Text(
    "У обучающегося {student} ({day}, неделя {week}) {amount} уроков вместе с сетью, а норма {cap}.",
    "Student {student} has {amount} lessons with the network's on {day} in week {week}; the norm is {cap}.",
)
CURE = Text("Перенесите занятие на другой день.", "Move the session to another day.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A student with too many lessons on one day, with the worst week."""
    for id, attendances in facts_of(network, plan).attendances_of.items():
        student = attendances[0].student
        for load in daily_overloads(network, student, [a.visit for a in attendances]):
            yield say.finding(
                RULE,
                OVER(
                    student=id,
                    day=say.weekday(load.weekday),
                    week=say.week(network, load.weeks),
                    amount=load.amount,
                    cap=load.limit,
                ),
                CURE(),
                who=(id,),
                excess=load.excess,
                unit=say.LESSONS,
                clause=limits.clause(network, load.norm, **limits.circle_of(network, student)),
            )
