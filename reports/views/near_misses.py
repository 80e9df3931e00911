"""How little was missing: to a group that did not open, to a seat in a full one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from models.plan import RefusalCode
from models.tables import Course
from reports.audit.rules import centre_open
from reports.export.source import Source
from reports.views.fill import fills


@dataclass(frozen=True)
class UnopenedCourse:
    """A course (or programme) without a group although ``wanting`` applicants were refused for want of
    others. ``minimum`` is the smallest one that any of its centres asks for."""

    course: str
    title: str
    wanting: int
    minimum: int

    @property
    def missing(self) -> int:
        """Students short of the minimum; 0 where they were enough, but could not come together."""
        return max(0, self.minimum - self.wanting)


@dataclass(frozen=True)
class FullCourse:
    """A course whose full groups left ``missing`` applicants without a seat."""

    course: str
    title: str
    groups: tuple[str, ...]
    seats: int
    missing: int


@dataclass(frozen=True)
class NearMisses:
    """Both kinds, the nearest first."""

    unopened: tuple[UnopenedCourse, ...]
    full: tuple[FullCourse, ...]


def near_misses(source: Source) -> NearMisses:
    """What the refusals of the plan say about missing students and missing seats."""
    refused: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for refusal in source.plan.refusals:
        if refusal.code in (RefusalCode.NO_GROUP_MIN, *OF_FULL_GROUPS):
            refused[refusal.course, refusal.code in OF_FULL_GROUPS].add(refusal.student)
    counted = sorted((course, of_full, len(students)) for (course, of_full), students in refused.items())
    unopened = [_unopened(source, course, number) for course, of_full, number in counted if not of_full]
    full = [_full(source, course, number) for course, of_full, number in counted if of_full]
    return NearMisses(
        tuple(sorted((item for item in unopened if item), key=lambda item: (item.missing, item.title))),
        tuple(sorted((item for item in full if item), key=lambda item: (item.missing, item.title))),
    )


OF_FULL_GROUPS = (RefusalCode.CAPACITY, RefusalCode.LOST_TIEBREAK)
"""Codes of an applicant who could have come, had there been one more seat."""


def _unopened(source: Source, target: str, wanting: int) -> UnopenedCourse | None:
    """``None`` where a group is open: then a seat elsewhere was needed, not one more student here."""
    open_courses = {group.course for group in source.plan.groups}
    courses = [c for c in source.network.courses_of(target) if c.id not in open_courses]
    if not courses:
        return None
    minimum = max(_smallest_minimum(source, course) for course in courses)
    return UnopenedCourse(target, source.course_title(target), wanting, minimum)


def _smallest_minimum(source: Source, course: Course) -> int:
    """Of the open centres that may take the course; of all centres where none may."""
    network = source.network
    takes = [c for c in network.centres if centre_open.may_hold(network, course, c)]
    return min((network.group_min(course, c.id) for c in takes or network.centres), default=1)


def _full(source: Source, target: str, missing: int) -> FullCourse | None:
    """``None`` where no group is full: then the goals left a seat free, or practice places were taken."""
    courses: Collection[str] = {course.id for course in source.network.courses_of(target)}
    full = [fill for fill in fills(source) if fill.course in courses and fill.is_full]
    if not full:
        return None
    groups = tuple(fill.group for fill in full)
    return FullCourse(target, source.course_title(target), groups, sum(f.size for f in full), missing)
