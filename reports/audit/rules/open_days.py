"""Compares the dates listed with the usable dates of the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.open_days import RULE
from models.text import Text
from reports.audit import say
from reports.audit.facts import facts_of

DATE = Text(
    "Занятие {session} назначено на {dates}: это не учебные дни площадки для его дня недели и недель.",
    "Session {session} is set for {dates}: no teaching days of its site, weekday and weeks.",
)
CURE = Text("Уберите эти даты или назначьте другие.", "Remove these dates or set others.")
TWICE = Text("У занятия {session} дата {dates} указана дважды.", "Session {session} lists {dates} twice.")
ONCE = Text("Оставьте каждую дату один раз.", "Keep each date once.")

ORDER = Text(
    "Даты занятия {session} стоят не по порядку.", "The dates of session {session} are not in order."
)
SORT = Text("Расставьте даты по порядку.", "Put the dates in order.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A session listed on a date that is none of its teaching days, on one date twice, or out of order."""
    for meeting in facts_of(network, plan).meetings:
        session, when = meeting.session, meeting.when
        usable = set(network.usable_dates(meeting.course, session.centre, when.weekday, when.weeks))
        listed = (*session.dates, *session.spare)
        wrong = sorted({day for day in listed if day not in usable})
        if wrong:
            yield say.finding(
                RULE,
                DATE(session=session.id, dates=wrong),
                CURE(),
                who=(session.id,),
                excess=len(wrong),
                unit=say.DATES,
            )
        twice = sorted({day for day in listed if listed.count(day) > 1})
        if twice:
            yield say.finding(
                RULE,
                TWICE(session=session.id, dates=twice),
                ONCE(),
                who=(session.id,),
                excess=len(twice),
                unit=say.DATES,
            )
        if any(list(days) != sorted(days) for days in (session.dates, session.spare)):
            yield say.finding(RULE, ORDER(session=session.id), SORT(), who=(session.id,))
