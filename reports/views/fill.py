"""How full the groups are: size against minimum, target, maximum and the room."""

from __future__ import annotations

from dataclasses import dataclass

from models.order import natural
from models.plan import Group
from models.tables import Course
from models.text import Message, Text
from reports.audit.sizes import Origin, largest_limit, smallest_limit
from reports.export.source import Source

ONE, FROM_TO = Text("{low}", "{low}"), Text("{low}–{high}", "{low}–{high}")
BY = {
    Origin.PERMISSION: Text("по разрешению", "by permission"),
    Origin.COURSE: Text("по курсу", "by the course"),
    Origin.NORM: Text("по норме", "by the norm"),
}
RESERVED = Text("{by}, в резерве {seats}", "{by}, {seats} in reserve")
SEATS = Text("(мест в кабинете {seats})", "(seats in the room: {seats})")
WITH_REMOTE = Text(
    "(мест в кабинете {seats}, дистанционных {remote})", "(seats in the room: {seats}, remote: {remote})"
)
SAID = Text("{range} {by}", "{range} {by}")
APART = Text("от {low} {by_low} до {high} {by_high}", "{low} {by_low} to {high} {by_high}")


@dataclass(frozen=True)
class Fill:
    """Students of a group and the limits it stands between, permissions counted.

    ``capacity`` is that of its smallest room, ``remote`` how many may take part from afar, ``reserve`` the
    seats that the maximum keeps free. ``None``: not known (no course, centre or room).
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
    minimum_by: Origin = Origin.NORM
    maximum_by: Origin = Origin.NORM
    reserve: int = 0
    remote: int = 0

    @property
    def most(self) -> int | None:
        """The most students that maximum, room and remote seats allow."""
        in_room = None if self.capacity is None else self.capacity + self.remote
        limits = [limit for limit in (self.maximum, in_room) if limit is not None]
        return min(limits, default=None)

    @property
    def is_full(self) -> bool:
        return self.most is not None and self.size >= self.most

    @property
    def limits(self) -> Message | None:
        """Fewest and most students with who says so: "8–14 (seats in the room: 14)"; ``None``: not known."""
        low, high = self.minimum, self.most
        if low is None or high is None or self.maximum is None:
            return None
        in_room = high < self.maximum
        by_low: Text | Message = BY[self.minimum_by]
        in_seats = WITH_REMOTE(seats=self.capacity, remote=self.remote) if self.remote else SEATS(seats=high)
        by_high: Text | Message = in_seats if in_room else self._by_maximum
        if low > high or not (in_room or self.minimum_by is self.maximum_by):
            return APART(low=low, high=high, by_low=by_low, by_high=by_high)
        numbers = (ONE if low == high else FROM_TO)(low=low, high=high)
        return SAID(range=numbers, by=by_high)

    @property
    def _by_maximum(self) -> Text | Message:
        by = BY[self.maximum_by]
        is_less = self.reserve and self.maximum_by is not Origin.PERMISSION
        return RESERVED(by=by, seats=self.reserve) if is_less else by


def fills(source: Source) -> list[Fill]:
    """All groups of the plan, by title and id."""
    found = [fill_of(source, group) for group in source.plan.groups]
    return sorted(found, key=lambda fill: (fill.title, natural(fill.group)))


def fill_of(source: Source, group: Group) -> Fill:
    """One group."""
    network = source.network
    course = network.course_by_id.get(group.course)
    centre = source.group_centre(group)
    rooms = [
        room.capacity
        for session in group.sessions
        if session.room and (room := network.room_of(session.centre, session.room))
    ]
    least = smallest_limit(network, group, course) if course else None
    most = largest_limit(network, group, course) if course else None
    return Fill(
        group=group.id,
        course=group.course,
        title=source.course_title(group.course),
        centre=centre,
        centre_name=source.centre_name(centre),
        size=len({seat.student for seat in source.members(group.id)}),
        minimum=least.number if least else None,
        target=network.group_target(course) if course else None,
        maximum=most.number if most else None,
        capacity=min(rooms, default=None),
        minimum_by=least.origin if least else Origin.NORM,
        maximum_by=most.origin if most else Origin.NORM,
        reserve=network.rules.reserve_seats,
        remote=_remote_seats(source, course, centre) if course else 0,
    )


def _remote_seats(source: Source, course: Course, centre: str) -> int:
    """How many of the course's remote seats there are seats with a tutor for, outside the centre's school."""
    known = source.network.centre_by_id.get(centre)
    host = known.institution if known else ""
    return min(course.remote_seats, sum(i.remote_seats for i in source.network.institutions if i.id != host))
