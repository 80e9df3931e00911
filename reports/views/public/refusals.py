"""Refusals by course and cause, as they may be published."""

from __future__ import annotations

from dataclasses import dataclass

from models.plan import RefusalCode
from models.text import Message, Text
from reports.export.source import Source
from reports.export.words import NEEDED_ELSEWHERE, REASON
from reports.views.public.causes import NEEDED, OTHER_CAUSES, counted_refusals
from reports.views.public.totals import Sum, public_totals, said

ALL_COURSES = Text("все курсы", "all courses")
ALL_REASONS = Text("все причины", "all reasons")
OTHER_REASONS = Text("прочие причины", "other reasons")
NOT_TOLD = Text("не публикуется", "not published")


@dataclass(frozen=True)
class PublicRefusals:
    """How many choices of a course were refused for a reason. ``title`` is a text where courses, and then
    also reasons, are counted together; ``code`` is ``None`` there and where the reason lies with another
    course."""

    title: str | Text
    reason: Text
    code: RefusalCode | None
    count: int | Message | Text


def public_refusals(source: Source) -> list[PublicRefusals]:
    """By course and reason, those counted together last; where no parts may be told, their sum alone."""
    if not source.plan.refusals:
        return []
    totals = public_totals(source)
    told = {key: said(totals[key]) for key in counted_refusals(source)}
    if not told or None in told.values():
        count = said(totals[Sum.REFUSED])
        return [PublicRefusals(ALL_COURSES, ALL_REASONS, None, NOT_TOLD if count is None else count)]
    return [
        PublicRefusals(ALL_COURSES, OTHER_REASONS, None, count)
        if (title, code) == OTHER_CAUSES
        else _of_course(title, code, count)
        for (title, code), count in sorted(told.items(), key=lambda item: (item[0] == OTHER_CAUSES, item[0]))
        if count is not None
    ]


def _of_course(title: str, cause: str, count: int | Message) -> PublicRefusals:
    if cause == NEEDED:
        return PublicRefusals(title, NEEDED_ELSEWHERE, None, count)
    code = RefusalCode(cause)
    return PublicRefusals(title, REASON[code], code, count)
