"""Counts the riders of runs that have no escort."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.escort import RULE
from models.text import Text
from reports.audit import limits, say
from reports.audit.riders import fullest_weeks

NOBODY = Text(
    "Рейсом {run} ({day}) едут {riders} чел., а сопровождающего нет (нужен от {norm} чел.).",
    "{riders} students ride run {run} ({day}) without an escort (due from {norm} on).",
)
CURE = Text("Назначьте сопровождающего.", "Name an escort.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A run without escort that carries a group of children, with the number over the one allowed."""
    norm = limits.limit(network, "escort_riders")
    if norm is None:
        return
    for run, weekday, _, students in fullest_weeks(network, plan):
        if not run.escort and len(students) >= norm:
            yield say.finding(
                RULE,
                NOBODY(run=run.id, day=say.weekday(weekday), riders=len(students), norm=norm),
                CURE(),
                who=(run.id,),
                excess=len(students) - norm + 1,
                unit=say.STUDENTS,
                clause=limits.clause(network, "escort_riders"),
            )
