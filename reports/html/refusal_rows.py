"""The refusals of the page with what they may be filtered by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.order import natural
from models.plan import Refusal
from models.text import Text
from reports.export.reasons import general_reason
from reports.export.source import Source
from reports.export.words import cure_said, why
from reports.html.group_cards import GroupCard


@dataclass(frozen=True)
class RefusalRow:
    """A refused choice for the office. ``titles`` are those of its course, or of a programme and its courses;
    ``centres`` and ``teachers`` those of the groups of these courses that did open."""

    name: str
    school: str
    school_name: str
    class_name: str
    title: str
    titles: tuple[str, ...]
    centres: tuple[str, ...]
    teachers: tuple[str, ...]
    rank: int
    code: str
    reason: Text
    cure: str | Text


def refusal_rows(source: Source, cards: Sequence[GroupCard]) -> list[RefusalRow]:
    """Every refused choice, by school, class, name and rank."""
    rows = [_row(source, refusal, cards) for refusal in source.plan.refusals]
    return sorted(
        rows,
        key=lambda row: (natural(row.school_name), natural(row.class_name), row.name, row.rank, row.title),
    )


def _row(source: Source, refusal: Refusal, cards: Sequence[GroupCard]) -> RefusalRow:
    student = source.student(refusal.student)
    title = source.course_title(refusal.course)
    titles = {title: None} | {course.title: None for course in source.network.courses_of(refusal.course)}
    open_groups = [card for card in cards if card.title in titles]
    return RefusalRow(
        name=source.people.student(refusal.student),
        school=student.institution if student else "",
        school_name=source.institution_name(student.institution) if student else "",
        class_name=student.class_name if student else "",
        title=title,
        titles=tuple(titles),
        centres=tuple(dict.fromkeys(centre for card in open_groups for centre in card.centres)),
        teachers=tuple(dict.fromkeys(teacher for card in open_groups for teacher in card.teachers)),
        rank=refusal.rank,
        code=refusal.code.value,
        reason=why(refusal, general_reason(source.network, source.plan, refusal)),
        cure=cure_said(refusal),
    )
