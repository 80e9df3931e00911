"""Where the members of the groups come from, as it may be published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.order import natural
from models.text import Message
from reports.audit.memo import remembered
from reports.export.masking import THRESHOLD, Hidden, lowest, mask, masked, published
from reports.export.source import Source


@dataclass(frozen=True)
class Counted:
    """The members of groups that are counted together, by school and grade. Not for publication."""

    groups: tuple[str, ...]
    title: str
    counts: Mapping[tuple[str, int], int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def schools(self) -> set[str]:
        return {school for school, _ in self.counts}

    @property
    def may_name(self) -> bool:
        """Whether the schools may be named beside the total: not if that would make one student of each."""
        return self.total >= THRESHOLD and self.total > len(self.schools)


@dataclass(frozen=True)
class PublicCell:
    """Members of one school and grade: a number, "fewer than 3" or "3 or more"."""

    institution: str
    name: str
    grade: int
    count: int | Message


@dataclass(frozen=True)
class PublicMembers:
    """What is published of groups that are counted together (those of a programme, else one).

    ``schools`` are the ids of the schools that may be named as sending members; empty if none may.
    ``cells`` is empty where only the total is told.
    """

    groups: tuple[str, ...]
    title: str
    schools: tuple[str, ...]
    school_names: tuple[str, ...]
    cells: tuple[PublicCell, ...]
    total: int | Message

    def at_least(self, school: str) -> int:
        """So many members of a school that is named are there, whatever the masked counts hide."""
        return sum(lowest(cell.count) for cell in self.cells if cell.institution == school) or 1


def counted_members(source: Source) -> list[Counted]:
    """All groups, those of a programme together: they share their members, so that a small count of one
    could be had from the counts of the others."""
    circles: dict[str, tuple[list[str], str]] = {}
    for group in source.plan.groups:
        course = source.network.course_by_id.get(group.course)
        programme = course.programme if course else ""
        key = f"programme {programme}" if programme else f"group {group.id}"
        title = source.course_title(programme or group.course)
        circles.setdefault(key, ([], title))[0].append(group.id)
    return [
        Counted(tuple(dict.fromkeys(groups)), title, _counts(source, groups))
        for groups, title in circles.values()
    ]


def _counts(source: Source, groups: Sequence[str]) -> Counter[tuple[str, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for id in {seat.student for group in groups for seat in source.members(group)}:
        student, grade = source.student(id), source.grade(id)
        if student is not None and grade is not None:
            counts[student.institution, grade] += 1
    return counts


def public_members(source: Source) -> list[PublicMembers]:
    """What may be told of every group, in the order of the plan."""
    return [_published(source, counted) for counted in counted_members(source)]


def _published(source: Source, counted: Counted) -> PublicMembers:
    shown = mask(counted.counts)
    schools = counted.schools if shown is not None or counted.may_name else set()
    names = sorted(((source.institution_name(id), id) for id in schools), key=lambda n: (natural(n[0]), n[1]))
    return PublicMembers(
        groups=counted.groups,
        title=counted.title,
        schools=tuple(id for _, id in names),
        school_names=tuple(name for name, _ in names),
        cells=_cells(source, shown) if shown is not None else (),
        total=masked(counted.total),
    )


def _cells(source: Source, shown: Mapping[tuple[str, int], int | Hidden]) -> tuple[PublicCell, ...]:
    cells = [
        PublicCell(school, source.institution_name(school), grade, published(value))
        for (school, grade), value in shown.items()
    ]
    return tuple(sorted(cells, key=lambda cell: (natural(cell.name), cell.grade, cell.institution)))


@remembered
def members_by_group(source: Source) -> dict[str, PublicMembers]:
    """Group → what may be told of its members (with those of its programme)."""
    return {group: circle for circle in public_members(source) for group in circle.groups}


def named_schools(source: Source) -> dict[str, tuple[str, ...]]:
    """Group → the schools that may be named as sending members: what a public timetable may filter by."""
    return {group: circle.schools for group, circle in members_by_group(source).items()}
