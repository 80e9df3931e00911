"""The variables of the model, gathered by what they are about: slots, groups, ways, seats."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from models.plan import Direction
from models.tables import Choice, Course, Room, Student
from scheduler.engine.candidates import Placement, Way
from scheduler.engine.expressions import Expr, Literal, total

CENTRE = ""
"""The site of a seat that is at the centre's institution, wherever that is."""


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """One placement of one session of one group, with the literals of its rooms and teachers."""

    group: GroupVars
    placement: Placement
    chosen: Literal
    rooms: list[tuple[Room, Literal]]
    teachers: list[tuple[str, Literal]]


@dataclass(slots=True, eq=False)
class GroupVars:
    """One possible group: whether it opens, the slots of each session, its teachers, its seats."""

    id: str
    course: Course
    opened: Literal
    slots: dict[int, list[Slot]] = field(default_factory=dict)
    teachers: dict[str, Literal] = field(default_factory=dict)
    seats: list[Seat] = field(default_factory=list)

    def all_slots(self) -> list[Slot]:
        return [slot for slots in self.slots.values() for slot in slots]

    def at_centre(self, centre: str) -> Expr:
        """1 if the group is held at the centre (read off its first session)."""
        return total(slot.chosen for slot in self.slots[1] if slot.placement.centre == centre)

    def centres(self) -> list[str]:
        return sorted({slot.placement.centre for slot in self.slots.get(1, [])})

    def size(self) -> Expr:
        return total(seat.taken for seat in self.seats)

    def in_person(self) -> list[Literal]:
        """The seats of those who come to the centre."""
        return [seat.in_person for seat in self.seats if seat.in_person is not None]

    def remote(self) -> list[Literal]:
        """The seats of those who take part from their own institutions."""
        return [seat.remote for seat in self.seats if seat.remote is not None]


@dataclass(frozen=True, slots=True, eq=False)
class WayVar:
    """A way of a seat to (or from) one session; it holds for the placements of its weekday and weeks."""

    way: Way
    site: str
    weekday: int | None
    weeks: int | None
    taken: Literal


class Stay(NamedTuple):
    """When and where a session of a seat may be; ``named`` is the site as it stands in ``Seat.sites``."""

    weekday: int
    weeks: int
    site: str
    named: str


@dataclass(slots=True, eq=False)
class Seat:
    """A student in a group, for one of the student's choices.

    ``sites``: practice places, or "" for the centre's institution and the own one for a remote seat.
    """

    student: Student
    choice: Choice
    group: GroupVars
    taken: Literal
    sites: dict[str, Literal] = field(default_factory=dict)
    admitted: dict[tuple[int, str], list[Slot]] = field(default_factory=dict)
    ways: dict[tuple[int, Direction], list[WayVar]] = field(default_factory=dict)

    @property
    def in_person(self) -> Literal | None:
        """The seat is taken and its student comes to the centre; ``None`` if that cannot be."""
        return self.sites.get(CENTRE)

    @property
    def remote(self) -> Literal | None:
        """The seat is taken, and from the own institution; ``None`` if that cannot be."""
        return None if self.group.course.is_practice else self.sites.get(self.student.institution)
