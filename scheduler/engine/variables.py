"""The variables of the model, gathered by what they are about: slots, groups, ways, seats."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.plan import Direction
from models.tables import Choice, Course, Room, Student
from scheduler.engine.candidates import Placement, Way
from scheduler.engine.expressions import Expr, Literal, total


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


@dataclass(frozen=True, slots=True, eq=False)
class WayVar:
    """A way of a seat to (or from) one session; it holds for the placements of its weekday and weeks."""

    way: Way
    site: str
    weekday: int | None
    weeks: int | None
    taken: Literal


@dataclass(slots=True, eq=False)
class Seat:
    """A student in a group, for one of the student's choices."""

    student: Student
    choice: Choice
    group: GroupVars
    taken: Literal
    sites: dict[str, Literal] = field(default_factory=dict)
    admitted: dict[tuple[int, str], list[Slot]] = field(default_factory=dict)
    ways: dict[tuple[int, Direction], list[WayVar]] = field(default_factory=dict)
