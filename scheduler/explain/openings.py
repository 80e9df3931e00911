"""New groups that could be opened beside a plan for one student, and what each would take.

Nothing of the plan moves. Others who were refused the same course come along where they can at once, so that
fewer are missing for the smallest size: they sit in a course they wished for more, or in one they had not got.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from models.calendar import weeks_of
from models.network import Network, group_id
from models.plan import Enrolment, Group, Plan, Ride
from models.tables import Choice, Course, Room, Teacher
from models.travel import Mode
from scheduler.engine.candidates import Placement, RoomUse, Staffing, raw_placements, sites_of
from scheduler.engine.clashes import clash
from scheduler.engine.extract import make_session
from scheduler.engine.refusals import placement_of
from scheduler.explain.changes import Bag, Item, new_room, new_teachers, together
from scheduler.explain.needs import Needs, Visit, WayOut
from scheduler.rules import PLACEMENT_FILTERS, room_fit, teacher_fit


@dataclass(frozen=True)
class Opening:
    """A group that does not exist yet, with who would come along and what it takes, the student apart."""

    group: Group
    placements: tuple[Placement, ...]
    bag: Bag
    enrolments: tuple[Enrolment, ...] = ()
    rides: tuple[Ride, ...] = ()


@dataclass
class Openings:
    """The openings of one course for one student."""

    needs: Needs
    course: Course
    waiting: Sequence[Choice]
    """The choices of others that were refused the same course."""
    _coming: dict[tuple[str, tuple[Placement, ...]], tuple[list[Visit], list[Ride], Needs] | None] = field(
        default_factory=dict
    )

    @property
    def network(self) -> Network:
        return self.needs.network

    @property
    def plan(self) -> Plan:
        return self.needs.base

    @cached_property
    def group(self) -> str:
        """The id of the next group of the course."""
        taken = {group.id for group in self.plan.groups}
        number = 1
        while group_id(self.course.id, number) in taken:
            number += 1
        return group_id(self.course.id, number)

    @cached_property
    def held(self) -> list[tuple[Placement, Group, str | None, tuple[str, ...]]]:
        """What is in the timetable: placement, group, room and teachers of every session."""
        return [
            (
                placement_of(self.network, self.network.course_by_id[group.course], session),
                group,
                session.room,
                session.teachers,
            )
            for group, session in self.plan.sessions()
        ]

    def combinations(self, worthwhile: Callable[[Placement], bool]) -> Iterator[tuple[Placement, ...]]:
        """Where and when the sessions of the week could be: one centre, the same weeks, none at once."""
        by_place: dict[tuple[str, int], dict[int, list[Placement]]] = defaultdict(lambda: defaultdict(list))
        for placement in raw_placements(self.network, self.course):
            if all(
                admits(self.network, placement) is None for admits in PLACEMENT_FILTERS.values()
            ) and worthwhile(placement):
                by_place[placement.centre, placement.weeks][placement.session].append(placement)
        for sessions in by_place.values():
            if len(sessions) < self.course.weekly_sessions:
                continue
            for placements in product(*(sessions[number] for number in sorted(sessions))):
                if not any(
                    clash(one, other, 0)
                    for at, one in enumerate(placements)
                    for other in placements[at + 1 :]
                ):
                    yield placements

    def open(self, placements: tuple[Placement, ...], choose: dict[Item, int]) -> Opening | None:
        """A group at these placements; ``choose`` are the costs of a step, to pick teachers and rooms by.

        ``None`` if it could not be held there whatever the catalogue offers.
        """
        team = self._team(placements, choose)
        together_with, enrolments, rides = self._joiners(placements)
        size = len(together_with) + 1
        rooms = self._rooms(placements, size, choose)
        if team is None or rooms is None:
            return None
        teachers, staff_bag = team
        names, room_bag = rooms
        bag = together(
            staff_bag, room_bag, self._crowd(placements), self.size_bag(placements[0].centre, size)
        )
        if Item("min_size", (self.group, self._least(placements[0].centre))) not in bag:
            short = self._ordinal - self.network.group_counts[self.course.id]
            if short > 0:
                bag[Item("group", (self.course.id,))] = short
        sessions = tuple(
            make_session(self.network, self.group, self.course, placement, name, teachers)
            for placement, name in zip(placements, names, strict=True)
        )
        group = Group(id=self.group, course=self.course.id, sessions=sessions)
        return Opening(group, placements, bag, tuple(enrolments), tuple(rides))

    @property
    def _ordinal(self) -> int:
        return int(self.group.rpartition("-")[2])

    def _least(self, centre: str) -> int:
        permission = self.network.permission_by_group.get(self.group)
        if permission and permission.min_size is not None:
            return permission.min_size
        return self.network.group_min(self.course, centre)

    def _most(self) -> int:
        permission = self.network.permission_by_group.get(self.group)
        if permission and permission.max_size is not None:
            return permission.max_size
        return self.network.group_max(self.course)

    def size_bag(self, centre: str, size: int) -> Bag:
        """What a group of so many at a centre lacks to be neither too small nor too large."""
        least, most = self._least(centre), self._most()
        bag: dict[Item, int] = {}
        if size < least:
            bag[Item("min_size", (self.group, least))] = least - size
        if size > most:
            bag[Item("seat", (self.group, most))] = size - most
        return bag

    def _crowd(self, placements: tuple[Placement, ...]) -> Bag:
        """Groups at a time that the centre would have too many of."""
        centre = self.network.centre_by_id[placements[0].centre]
        if centre.max_parallel_groups is None or self.course.is_practice:
            return {}
        others = [
            placement
            for placement, group, _, _ in self.held
            if placement.centre == centre.id and not self.network.course_by_id[group.course].is_practice
        ]
        present = max(_at_once(placement, others) for placement in placements)
        short = present + 1 - centre.max_parallel_groups
        return {Item("parallel", (centre.id,)): short} if short > 0 else {}

    # --- teachers and rooms --------------------------------------------------------------------

    def _team(
        self, placements: tuple[Placement, ...], choose: dict[Item, int]
    ) -> tuple[tuple[str, ...], Bag] | None:
        """The teachers who cost least, new ones if there are too few."""
        able: list[tuple[int, str, Bag]] = []
        for teacher in self.network.teachers_of(self.course.id):
            if all(teacher_fit.admits(self.network, Staffing(p, teacher)) is None for p in placements):
                bag = self._teaching(teacher, placements)
                if bag is not None:
                    cost = sum(choose.get(Item(item.kind), 10**6) * amount for item, amount in bag.items())
                    able.append((cost, teacher.id, bag))
        able.sort(key=lambda item: item[:2])
        price = choose.get(Item("teacher"), 10**6)
        chosen = [item for item in able[: self.course.num_teachers] if item[0] <= price]
        missing = self.course.num_teachers - len(chosen)
        institution = self.network.centre_by_id[placements[0].centre].institution
        added = new_teachers(self.course.id, missing)
        bag = together(*(item[2] for item in chosen))
        if missing:
            bag[Item("teacher", (self.course.id, institution))] = missing
        return tuple(sorted((*(item[1] for item in chosen), *added))), bag

    def _teaching(self, teacher: Teacher, placements: tuple[Placement, ...]) -> Bag | None:
        """Hours that a teacher would have too many; ``None`` if other sessions are in the way."""
        own = [(placement, group) for placement, group, _, staff in self.held if teacher.id in staff]
        for placement in placements:
            for other, _ in own:
                if clash(placement, other, self._teacher_pause(placement.centre, other.centre)):
                    return None
        if teacher.max_hours is None:
            return {}
        loads: Counter[int] = Counter()
        for other, group in own:
            for week in weeks_of(other.weeks):
                loads[week] += self.network.course_by_id[group.course].session_hours
        for placement in placements:
            for week in weeks_of(placement.weeks):
                loads[week] += self.course.session_hours
        short = max(loads[week] for week in weeks_of(placements[0].weeks)) - teacher.max_hours
        return {Item("teacher_hours", (teacher.id,)): short} if short > 0 else {}

    def _teacher_pause(self, here: str, there: str) -> int | None:
        network = self.network
        sites = [network.centre_by_id[centre].institution for centre in (here, there)]
        if sites[0] == sites[1]:
            return 0
        minutes = network.travel_table.fastest(sites[0], sites[1], (Mode.WALK, Mode.PUBLIC))
        return None if minutes is None else minutes + network.norm("arrival_buffer")

    def _rooms(
        self, placements: tuple[Placement, ...], size: int, choose: dict[Item, int]
    ) -> tuple[list[str | None], Bag] | None:
        """The room of each session that costs least, a new one if none will do."""
        if self.course.is_practice:
            return [None for _ in placements], {}
        names: list[str | None] = []
        bags: list[Bag] = []
        centre = placements[0].centre
        for placement in placements:
            found = []
            for room in self.network.rooms_by_centre.get(centre, []):
                if room_fit.admits(self.network, RoomUse(placement, room)) is None and self._is_free(
                    room, placement
                ):
                    short = size - room.capacity
                    bag: Bag = {Item("chair", (centre, room.name)): short} if short > 0 else {}
                    cost = sum(choose.get(Item(item.kind), 10**6) * amount for item, amount in bag.items())
                    found.append((cost, room.name, bag))
            new: Bag = {Item("room", (centre, self.course.id)): 1}
            found.append((choose.get(Item("room"), 10**6), new_room(self.course.id), new))
            _, name, bag = min(found, key=lambda item: item[:2])
            names.append(name)
            bags.append(bag)
        return names, together(*bags)

    def _is_free(self, room: Room, placement: Placement) -> bool:
        institution = self.network.centre_by_id[room.centre].institution
        return not any(
            name == room.name
            and self.network.centre_by_id[other.centre].institution == institution
            and clash(placement, other, 0)
            for other, _, name, _ in self.held
        )

    # --- who comes along -----------------------------------------------------------------------

    def _joiners(self, placements: tuple[Placement, ...]) -> tuple[list[str], list[Enrolment], list[Ride]]:
        """Those refused the same course who can come without any change, as long as there is room, and as long
        as the groups they leave stay large enough."""
        joined: list[str] = []
        enrolments: list[Enrolment] = []
        rides: list[Ride] = []
        left: Counter[str] = Counter()
        for choice in self.waiting:
            if len(joined) + 1 >= self._most():
                break
            found = self._comes(choice, placements)
            if found is None:
                continue
            visits, own_rides, needs = found
            sizes = {
                seat.group: len(self.plan.members[seat.group]) - left[seat.group] - 1 for seat in needs.left
            }
            if any(size < needs.least(group) for group, size in sizes.items()):
                continue
            left.update(sizes)
            left.subtract({group: size - 1 for group, size in sizes.items()})
            joined.append(choice.student)
            enrolments.append(needs.enrolment(visits[0]))
            rides += own_rides
        return joined, enrolments, rides

    def _comes(
        self, choice: Choice, placements: tuple[Placement, ...]
    ) -> tuple[list[Visit], list[Ride], Needs] | None:
        key = (choice.student, placements)
        if key not in self._coming:
            self._coming[key] = self._find_coming(choice, placements)
        return self._coming[key]

    def _find_coming(
        self, choice: Choice, placements: tuple[Placement, ...]
    ) -> tuple[list[Visit], list[Ride], Needs] | None:
        needs = Needs(self.network, self.plan, choice)
        if self.course.is_practice or needs.leaving() or needs.leaving() is None:
            return None
        if needs.applying(self.course) != {} or needs.taking_more():
            return None
        visits = [
            Visit(self.course, self.group, placement, site)
            for placement in placements
            for site in sites_of(self.network, self.course, placement.centre)
        ]
        if needs.joint(visits) != {}:
            return None
        rides: list[Ride] = []
        for visit in visits:
            there = next(
                (way for way in needs.ways_there(visit) if not way.bag and self._is_roomy(way)), None
            )
            back = next((way for way in needs.ways_back(visit) if not way.bag and self._is_roomy(way)), None)
            if needs.at(visit) or there is None or back is None:
                return None
            rides += needs.rides(visit, there, back)
        return visits, rides, needs

    def _is_roomy(self, way: WayOut) -> bool:
        """Whether a run has seats for all who wait, so that none takes another's."""
        if way.ride is None:
            return True
        run = self.network.run_by_id[way.ride[0]]
        taken = max((n for (id, _, _), n in self.needs.riders.items() if id == run.id), default=0)
        return taken + len(self.waiting) + 1 <= run.seats


def _at_once(placement: Placement, others: Sequence[Placement]) -> int:
    """The most of the others that are held at one moment of the placement."""
    clashing = [other for other in others if clash(placement, other, 0)]
    moments = {placement.start, *(other.start for other in clashing if other.start > placement.start)}
    return max(
        sum(other.start <= moment < other.end and bool(other.weeks & (1 << (week - 1))) for other in clashing)
        for moment in moments
        for week in weeks_of(placement.weeks)
    )
