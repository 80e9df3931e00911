"""What the page tells about every group, in the office and in public, in one shape."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from models.order import natural
from models.plan import SeatMode
from models.text import Message
from reports.export.source import Source
from reports.views.centres import members_by_school
from reports.views.fill import Fill, fills
from reports.views.public import members_by_group, public_fills, public_meetings
from reports.views.week import Meeting, meetings


@dataclass(frozen=True)
class Part:
    """Members of one school (and, in public, of one grade)."""

    name: str
    grade: int | None
    count: int | Message


@dataclass(frozen=True)
class Member:
    """A student in a group, for the office."""

    name: str
    class_name: str
    school: str
    is_remote: bool
    held: bool


@dataclass(frozen=True)
class GroupCard:
    """A group. ``schools`` are ids it may be filtered by, ``parts`` its members by school; where there
    are none, ``school_names`` are told with the sum alone. ``beside`` are the groups of a programme that
    are counted together with it. ``people`` is empty in public."""

    group: str
    title: str
    profile: str
    size: int | Message
    fill: Fill | None
    meetings: tuple[Meeting, ...]
    schools: tuple[str, ...]
    school_names: tuple[str, ...]
    parts: tuple[Part, ...]
    total: int | Message
    beside: tuple[str, ...]
    people: tuple[Member, ...]

    @property
    def centres(self) -> list[str]:
        return list(dict.fromkeys(meeting.centre for meeting in self.meetings))

    @property
    def teachers(self) -> list[str]:
        return list(dict.fromkeys(teacher for meeting in self.meetings for teacher in meeting.teachers))

    @property
    def teacher_names(self) -> list[str]:
        return list(dict.fromkeys(name for meeting in self.meetings for name in meeting.teacher_names))


def group_cards(source: Source, *, public: bool) -> list[GroupCard]:
    """All groups, by title and id."""
    held = public_meetings(source) if public else meetings(source)
    by_group: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in held:
        by_group[meeting.group].append(meeting)
    cards = [
        (_public_card if public else _card)(source, fill, by_group[fill.group])
        for fill in {fill.group: fill for fill in fills(source)}.values()
    ]
    return sorted(cards, key=lambda card: (card.title, natural(card.group)))


def _card(source: Source, fill: Fill, held: Sequence[Meeting]) -> GroupCard:
    members = members_by_school(source, fill.group)
    return GroupCard(
        group=fill.group,
        title=fill.title,
        profile=source.profile(fill.course),
        size=fill.size,
        fill=fill,
        meetings=tuple(held),
        schools=tuple(item.institution for item in members),
        school_names=tuple(item.name for item in members),
        parts=tuple(Part(item.name, None, item.count) for item in members),
        total=fill.size,
        beside=(),
        people=_people(source, fill.group),
    )


def _public_card(source: Source, fill: Fill, held: Sequence[Meeting]) -> GroupCard:
    members = members_by_group(source)[fill.group]
    told = {item.group: item for item in public_fills(source)}.get(fill.group)
    return GroupCard(
        group=fill.group,
        title=fill.title,
        profile=source.profile(fill.course),
        size=told.size if told else members.total,
        fill=told,
        meetings=tuple(held),
        schools=members.schools,
        school_names=members.school_names,
        parts=tuple(Part(cell.name, cell.grade, cell.count) for cell in members.cells),
        total=members.total,
        beside=tuple(group for group in members.groups if group != fill.group),
        people=(),
    )


def _people(source: Source, group: str) -> tuple[Member, ...]:
    """The members of a group by school, class and name; of one that nobody knows there is only the id."""
    rows = []
    for seat in {seat.student: seat for seat in source.members(group)}.values():
        known = source.student(seat.student)
        school = source.institution_name(known.institution) if known else ""
        class_name = known.class_name if known else ""
        rows.append(
            (
                (school, source.grade(seat.student) or 0, class_name, source.people.student(seat.student)),
                Member(
                    name=source.people.student(seat.student),
                    class_name=class_name,
                    school=school,
                    is_remote=seat.mode is SeatMode.REMOTE,
                    held=seat.held,
                ),
            )
        )
    return tuple(member for _, member in sorted(rows, key=lambda row: row[0]))
