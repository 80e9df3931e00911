"""How full the groups are: size against minimum, target, maximum and the room."""

from __future__ import annotations

from dataclasses import dataclass

from models.plan import Group
from reports.audit.sizes import largest, smallest
from reports.export.source import Source


@dataclass(frozen=True)
class Fill:
    """Students of a group and the limits it stands between, permissions counted.

    ``capacity`` is that of its smallest room. ``None``: not known (no course, centre or room).
    """

    group: str
    course: str
    title: str
    centre: str
    centre_name: str
    size: int
    minimum: int | None
    target: int | None
    maximum: int | None
    capacity: int | None

    @property
    def most(self) -> int | None:
        """The most students that maximum and room allow."""
        limits = [limit for limit in (self.maximum, self.capacity) if limit is not None]
        return min(limits, default=None)

    @property
    def is_full(self) -> bool:
        return self.most is not None and self.size >= self.most


def fills(source: Source) -> list[Fill]:
    """All groups of the plan, by title and id."""
    found = [_fill(source, group) for group in source.plan.groups]
    return sorted(found, key=lambda fill: (fill.title, fill.group))


def _fill(source: Source, group: Group) -> Fill:
    network = source.network
    course = network.course_by_id.get(group.course)
    centre = source.group_centre(group)
    rooms = [
        room.capacity
        for session in group.sessions
        if session.room and (room := network.room_of(session.centre, session.room))
    ]
    return Fill(
        group=group.id,
        course=group.course,
        title=source.course_title(group.course),
        centre=centre,
        centre_name=source.centre_name(centre),
        size=len({seat.student for seat in source.members(group.id)}),
        minimum=smallest(network, group, course) if course else None,
        target=network.group_target(course) if course else None,
        maximum=largest(network, group, course) if course else None,
        capacity=min(rooms, default=None),
    )
