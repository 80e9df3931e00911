"""Counts the days of each week on which a student attends."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.evenings import RULE
from models.text import Text
from reports.audit import say
from reports.audit.facts import choice_of, facts_of
from reports.audit.loads import evenings_cap, most_evenings

OVER = Text(
    "Обучающийся {student} на неделе {week} занят в сети {days} дн., а разрешено {cap}.",
    "Student {student} attends on {days} days in week {week}; {cap} are allowed.",
)
CURE = Text("Соберите занятия в меньшее число дней.", "Bring the sessions together on fewer days.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A student busy on too many days of a week, with the worst week."""
    facts = facts_of(network, plan)
    for id, attendances in facts.attendances_of.items():
        answered = [choice_of(network, seat) for seat in facts.seats_of[id]]
        cap = evenings_cap(network, [choice.course for choice in answered if choice])
        days, week = most_evenings([a.visit for a in attendances])
        if days > cap:
            yield say.finding(
                RULE,
                OVER(student=id, week=say.week(network, week), days=days, cap=cap),
                CURE(),
                who=(id,),
                excess=days - cap,
                unit=say.DAYS,
            )
