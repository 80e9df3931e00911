"""Counts the usable dates of each session and compares those taught with the first of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.course_hours import RULE
from models.text import Message, Text, joined
from reports.audit import say
from reports.audit.facts import facts_of
from reports.audit.placement import Placement, placement_of

SHORT = Text(
    "Занятию {session} ({when}) нужно дат: {needed}, а учебных дат всего {usable}.",
    "Session {session} ({when}) needs {needed} dates, but there are only {usable} teaching dates.",
)
SHORT_CURE = Text("Выберите другой день недели или недели.", "Choose another weekday or other weeks.")
OTHER = Text(
    "Занятие {session} ({when}) идёт не в первые {needed} учебных дат: {what}.",
    "Session {session} ({when}) is not held on its first {needed} teaching dates: {what}.",
)
OTHER_CURE = Text(
    "Проводите занятие в первые учебные даты, остальные оставьте запасными.",
    "Teach on the first teaching dates and keep the others spare.",
)
SPARE = Text(
    "Запасные даты занятия {session} указаны неверно: {what}.",
    "The spare dates of session {session} are wrong: {what}.",
)
MISSED = Text("пропущены {dates}", "{dates} are left out")
EXTRA = Text("лишние {dates}", "{dates} should not be there")
SPARE_CURE = Text(
    "Укажите запасными все учебные даты после последнего занятия.",
    "List as spare all teaching dates after the last one taught.",
)


def admits(network: Network, placement: Placement) -> bool:  # noqa: ARG001 - one shape for all filters
    """Whether there are enough dates for the session."""
    return len(placement.usable) >= needed_for(placement)


def needed_for(placement: Placement) -> int:
    """Dates that the session must take."""
    return placement.course.session_dates_needed(placement.ordinal)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A session with too few teaching dates, or taught on others than the first ones.

    A date that is no teaching date at all is named by `open_days` and counts as taught here. Spare
    dates that a plan made by hand does not list are not asked for.
    """
    for meeting in facts_of(network, plan).meetings:
        session, when = meeting.session, meeting.when
        placement = placement_of(network, meeting)
        usable, needed = placement.usable, needed_for(placement)
        values = {"session": session.id, "when": say.moment(when), "needed": needed}
        if not admits(network, placement):
            yield say.finding(
                RULE,
                SHORT(usable=len(usable), **values),
                SHORT_CURE(),
                who=(session.id,),
                excess=needed - len(usable),
                unit=say.DATES,
            )
            continue
        cases = [(OTHER, OTHER_CURE, usable[:needed], meeting.dates)]
        if session.spare or plan.run is not None:
            cases.append((SPARE, SPARE_CURE, usable[needed:], session.spare))
        for text, cure, due, listed in cases:
            missed = [day for day in due if day not in listed]
            extra = sorted({day for day in listed if day in usable and day not in due})
            elsewhere = sum(day not in usable for day in set(listed))
            if len(missed) > elsewhere or extra:
                yield say.finding(
                    RULE,
                    text(what=joined(_said(missed, extra)), **values),
                    cure(),
                    who=(session.id,),
                    excess=max(len(missed), len(extra)),
                    unit=say.DATES,
                )


def _said(missed: list[date], extra: list[date]) -> Iterator[Message]:
    """Dates that are not there and dates too many, as far as there are any."""
    if missed:
        yield MISSED(dates=missed)
    if extra:
        yield EXTRA(dates=extra)
