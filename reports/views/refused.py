"""The refused applications of every school, with their reasons. For the office only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from models.order import natural
from models.plan import Refusal, RefusalCode
from models.tables import Student
from models.text import Text
from reports.export.reasons import general_reason
from reports.export.source import Source


@dataclass(frozen=True)
class Refused:
    """A refused application, its reason in general words."""

    student: str
    name: str
    class_name: str
    course: str
    title: str
    rank: int
    code: RefusalCode
    reason: Text


def refused_by_school(source: Source) -> dict[str, list[Refused]]:
    """Institution → the refused applications of its students, by class, name and rank."""
    refused: dict[str, list[Refused]] = defaultdict(list)
    for refusal in source.plan.refusals:
        student = source.student(refusal.student)
        if student is not None:
            refused[student.institution].append(_entry(source, student, refusal))
    return {
        institution: sorted(found, key=lambda item: _order(source, item))
        for institution, found in sorted(refused.items())
    }


def _order(source: Source, item: Refused) -> tuple[object, ...]:
    return (
        source.grade(item.student),
        natural(item.class_name),
        item.name,
        item.student,
        item.rank,
        item.course,
    )


def _entry(source: Source, student: Student, refusal: Refusal) -> Refused:
    return Refused(
        student=student.id,
        name=source.people.student(student.id),
        class_name=student.class_name,
        course=refusal.course,
        title=source.course_title(refusal.course),
        rank=refusal.rank,
        code=refusal.code,
        reason=general_reason(source.network, source.plan, refusal),
    )
