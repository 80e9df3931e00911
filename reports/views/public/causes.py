"""Refusals by course and cause, as finely as they may be told: what tables and figures count."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from models.plan import Refusal, RefusalCode
from reports.export.masking import THRESHOLD, Hidden, mask
from reports.export.reasons import is_needed_elsewhere
from reports.export.source import Source
from reports.views.near_misses import OF_FULL_GROUPS

Key = tuple[str, str]
"""Title of the course, and the code of the cause or ``NEEDED``."""

NEEDED = "needed"
"""The student could not leave a group of another course."""

OTHER_CAUSES: Key = ("", "other")
"""All that neither want of others nor of seats was the cause of, of all courses together."""


@dataclass(frozen=True)
class Cause:
    """How many are refused for it; ``is_cover`` where that is to hide smaller counts beside it."""

    count: int
    is_cover: bool = False


def counted_refusals(source: Source) -> dict[Key, Cause]:
    """By course and code; where that is too fine to be told, only want of applicants and of seats by course,
    and all others together. Empty where they are too few."""
    if len(source.plan.refusals) < THRESHOLD:
        return {}
    fine = Counter((source.course_title(item.course), _cause(source, item)) for item in source.plan.refusals)
    shown = mask(fine)
    if shown is not None:
        return {key: Cause(count, shown[key] is Hidden.MORE) for key, count in fine.items()}
    coarse: Counter[Key] = Counter()
    for (title, code), count in fine.items():
        coarse[_coarse(title, code)] += count
    return {key: Cause(count) for key, count in coarse.items()}


def _cause(source: Source, refusal: Refusal) -> str:
    return NEEDED if is_needed_elsewhere(source.network, source.plan, refusal) else refusal.code.value


def _coarse(title: str, code: str) -> Key:
    if code in OF_FULL_GROUPS:
        return title, RefusalCode.CAPACITY.value
    if code == RefusalCode.NO_GROUP_MIN:
        return title, code
    return OTHER_CAUSES
