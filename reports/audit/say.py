"""Findings and the small phrases they are made of."""

from __future__ import annotations

from collections.abc import Iterable

from models.calendar import weeks_of
from models.finding import Finding
from models.network import Network
from models.rule import Rule
from models.text import Message, Text
from models.time import SHORT_WEEKDAYS, format_clock
from reports.audit.facts import When

MINUTES = "мин"
STUDENTS = "чел."
HOURS = "ч"
DATES = "дат"
SESSIONS = "занятий"
GROUPS = "групп"
TEACHERS = "учителей"
COURSES = "курсов"
DAYS = "дней"
LESSONS = "уроков"
GRADES = "кл."
PAPERS = "документов"
RECORDS = "записей"
POINTS = "балл."
SHARE = "‰"
SEATS = "мест"
EVENINGS_AND_TRIPS = "вечеров и поездок"
RUNS = "рейсов в неделю"

MOMENT = Text("{day} {start}–{end}", "{day} {start}–{end}")


def finding(
    rule: Rule,
    message: Message,
    cure: Message | None = None,
    *,
    who: Iterable[str] = (),
    excess: int | None = None,
    unit: str = "",
    clause: str = "",
) -> Finding:
    """A finding of a rule, as severe as its statement says. ``unit`` goes with ``excess``."""
    return Finding(
        rule=rule.name,
        severity=rule.severity,
        message=message,
        who=tuple(who),
        excess=excess,
        unit=unit if excess is not None else "",
        cure=cure,
        clause=clause,
    )


def moment(when: When) -> Message:
    """``Вт 14:30–16:00``."""
    return MOMENT(day=weekday(when.weekday), start=format_clock(when.start), end=format_clock(when.end))


def weekday(number: int) -> Text:
    """``Вт``."""
    return SHORT_WEEKDAYS[number - 1]


def week(network: Network, mask: int) -> Text:
    """The first week of a mask by its Monday: ``с 28.09.2026``."""
    monday = network.school_calendar.day_of(weeks_of(mask)[0], 1)
    return Text(f"с {monday:%d.%m.%Y}", f"of {monday}")
