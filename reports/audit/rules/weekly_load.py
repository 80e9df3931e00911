"""Adds up the hours of each student week by week, each load category apart."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.weekly_load import RULE
from models.text import Text
from reports.audit import limits, say
from reports.audit.facts import facts_of
from reports.audit.loads import weekly_overloads

OVER = Text(
    "У обучающегося {student} на неделе {week} {hours} ч ({kind}), а предел {cap}.",
    "Student {student} has {hours} hours ({kind}) in week {week}, but the maximum is {cap}.",
)
KINDS = {
    "weekly_hours_max": Text("учебный план", "curriculum"),
    "extracurricular_weekly_max": Text("внеурочная деятельность", "extracurricular"),
}
CURE = Text(
    "Снимите курсы на {excess} ч или смените вид нагрузки курса.",
    "Take off courses of {excess} hours or book the course as another load category.",
)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A student over a weekly maximum, with the worst week."""
    for id, attendances in facts_of(network, plan).attendances_of.items():
        student = attendances[0].student
        for load in weekly_overloads(network, student, [a.visit for a in attendances]):
            yield say.finding(
                RULE,
                OVER(
                    student=id,
                    week=say.week(network, load.weeks),
                    hours=load.amount,
                    kind=KINDS[load.norm],
                    cap=load.limit,
                ),
                CURE(excess=load.excess),
                who=(id,),
                excess=load.excess,
                unit=say.HOURS,
                clause=limits.clause(network, load.norm, **limits.circle_of(network, student)),
            )
