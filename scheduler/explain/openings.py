"""New groups that could be opened beside a plan for one student, and what each would take.

Nothing of the plan moves. Others who were refused the same course come along where they can at once, so that
fewer are missing for the smallest size: they get a course that they wished for more, or one on top.
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
from scheduler.engine.candidates import (
    NO_PAUSE,
    Pause,
    Placement,
    RoomUse,
    Staffing,
    pause_of_teachers,
    raw_placements,
    sites_of,
)
from scheduler.engine.clashes import clash
from scheduler.engine.extract import make_session
from scheduler.engine.planned import placement_of
from scheduler.explain.changes import Bag, Item, new_room, new_teachers, together
from scheduler.explain.needs import Needs, Visit, WayOut
from scheduler.rules import PLACEMENT_FILTERS, ROOM_FILTERS, STAFFING_FILTERS, objection


@dataclass(frozen=True)
class Opening:
    """A group that does not exist yet, with who would come along and what it takes, the student apart."""

    group: Group
    placements: tuple[Placement, ...]
    bag: Bag
    enrolments: tuple[Enrolment, ...] = ()
    rides: tuple[Ride, ...] = ()


@dataclass(frozen=True)
class Team:
    """The teachers of a group, and what they take."""

    names: tuple[str, ...]
    bag: Bag


@dataclass(frozen=True)
class Joiner:
    """A student who waits for the same course and could come as things are."""

    needs: Needs
    visits: tuple[Visit, ...]
    rides: tuple[Ride, ...]


Price = Callable[[Bag], int | None]
"""What changes cost; ``None`` if the catalogue does not offer them."""


@dataclass
class Openings:
    """The openings of one course for one student."""

    needs: Needs
    course: Course
    waiting: Sequence[Choice]
    """The choices of others that were refused the same course."""
    _coming: dict[tuple[str, tuple[Placement, ...]], Joiner | None] = field(default_factory=dict)

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
            if objection(PLACEMENT_FILTERS, self.network, placement) is None and worthwhile(placement):
                by_place[placement.centre, placement.weeks][placement.session].append(placement)
        for sessions in by_place.values():
            if len(sessions) < self.course.weekly_sessions:
                continue
            for placements in product(*(sessions[number] for number in sorted(sessions))):
                if not any(
                    clash(one, other, NO_PAUSE)
                    for at, one in enumerate(placements)
                    for other in placements[at + 1 :]
                ):
                    yield placements

    def open(
        self, placements: tuple[Placement, ...], price: Price, *, is_remote: bool = False
    ) -> Opening | None:
        """The group at these placements that takes the least, with as many as then come along.

        ``is_remote``: the student needs no seat there; those who come along do. ``None``
        if it could not be held there whatever the catalogue offers.
        """
        team = self._team(placements, price)
        joiners = self._joiners(placements)
        best: tuple[int, int, list[str | None], Bag] | None = None
        for size in range(len(joiners) + 1, 0, -1):
            others = together(team.bag, self._crowd(placements))
            found = self._sized(placements, size, size - is_remote, others, price)
            if found is not None and (best is None or found[0] < best[0]):
                best = (found[0], size, *found[1:])
        if best is None:
            return None
        _, size, rooms, bag = best
        sessions = tuple(
            make_session(self.network, self.group, self.course, placement, room, team.names)
            for placement, room in zip(placements, rooms, strict=True)
        )
        group = Group(id=self.group, course=self.course.id, sessions=sessions)
        coming = joiners[: size - 1]
        return Opening(
            group,
            placements,
            bag,
            tuple(joiner.needs.enrolment(joiner.visits[0]) for joiner in coming),
            tuple(ride for joiner in coming for ride in joiner.rides),
        )

    def _sized(
        self, placements: tuple[Placement, ...], size: int, coming: int, others: Bag, price: Price
    ) -> tuple[int, list[str | None], Bag] | None:
        """Cost, rooms and bag of a group of so many, of whom so many come, beside what is needed anyway."""
        rooms, room_bag = self._rooms(placements, coming, price)
        bag = together(others, room_bag, self.size_bag(placements[0].centre, size))
        short = self._ordinal - self.network.group_counts[self.course.id]
        permitted = any(item.kind in ("min_size", "seat") for item in bag)  # names the group, so it may open
        if short > 0 and (self.course.max_groups is not None or not permitted):
            bag[Item("group", (self.course.id,))] = short
        cost = price(bag)
        return None if cost is None else (cost, rooms, bag)

    @property
    def _ordinal(self) -> int:
        return int(self.group.rpartition("-")[2])

    def _least(self, centre: str) -> int:
        return self.network.group_min(self.course, centre, self.group)

    def size_bag(self, centre: str, size: int) -> Bag:
        """What a group of so many at a centre lacks to be neither too small nor too large."""
        least, most = self._least(centre), self.network.group_max(self.course, self.group)
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

    def fewest_missing(self, centre: str) -> Bag:
        """What the smallest size takes at the least, if all who wait could come."""
        least = self._least(centre)
        short = least - len(self.waiting) - 1
        return {Item("min_size", (self.group, least)): short} if short > 0 else {}

    # --- teachers and rooms --------------------------------------------------------------------

    def _team(self, placements: tuple[Placement, ...], price: Price) -> Team:
        """The teachers who cost least, new ones if there are too few."""
        institution = self.network.centre_by_id[placements[0].centre].institution

        def new(number: int) -> Bag:
            return {Item("teacher", (self.course.id, institution)): number}

        able: list[tuple[int, str, Bag]] = []
        for teacher in self.network.teachers_of(self.course.id):
            staffings = (Staffing(placement, teacher) for placement in placements)
            if all(objection(STAFFING_FILTERS, self.network, staffing) is None for staffing in staffings):
                bag = self._teaching(teacher, placements)
                cost = None if bag is None else price(bag)
                if bag is not None and cost is not None:
                    able.append((cost, teacher.id, bag))
        able.sort(key=lambda item: item[:2])
        dearest = price(new(1))
        chosen = [item for item in able[: self.course.num_teachers] if dearest is None or item[0] <= dearest]
        missing = self.course.num_teachers - len(chosen)
        names = (*(name for _, name, _ in chosen), *new_teachers(self.course.id, missing))
        bag = together(*(bag for _, _, bag in chosen), new(missing) if missing else {})
        return Team(tuple(sorted(names)), bag)

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

    def _teacher_pause(self, here: str, there: str) -> Pause:
        sites = (self.network.centre_by_id[centre].institution for centre in (here, there))
        return pause_of_teachers(self.network, *sites)

    def _rooms(
        self, placements: tuple[Placement, ...], size: int, price: Price
    ) -> tuple[list[str | None], Bag]:
        """The room of each session that costs least, a new one if none will do; none for practice."""
        if self.course.is_practice:
            return [None for _ in placements], {}
        names: list[str | None] = []
        bags: list[Bag] = []
        centre = placements[0].centre
        for placement in placements:
            offers: list[tuple[str, Bag]] = [
                (new_room(self.course.id), {Item("room", (centre, self.course.id)): 1})
            ]
            for room in self.network.rooms_by_centre.get(centre, []):
                use = RoomUse(placement, room)
                if objection(ROOM_FILTERS, self.network, use) is None and self._is_free(room, placement):
                    short = size - room.capacity
                    chairs: Bag = {Item("chair", (centre, room.name)): short} if short > 0 else {}
                    offers.append((room.name, chairs))
            priced = [(price(bag), name, bag) for name, bag in offers]
            _, name, bag = min(priced, key=lambda item: (item[0] is None, item[0] or 0, item[1]))
            names.append(name)
            bags.append(bag)
        return names, together(*bags)

    def _is_free(self, room: Room, placement: Placement) -> bool:
        institution = self.network.centre_by_id[room.centre].institution
        return not any(
            name == room.name
            and self.network.centre_by_id[other.centre].institution == institution
            and clash(placement, other, NO_PAUSE)
            for other, _, name, _ in self.held
        )

    # --- who comes along -----------------------------------------------------------------------

    def _joiners(self, placements: tuple[Placement, ...]) -> list[Joiner]:
        """Those refused the same course who can come without any change, as far as the groups that they leave
        stay large enough."""
        joined = []
        left: Counter[str] = Counter()
        for choice in self.waiting:
            joiner = self._comes(choice, placements)
            if joiner is None:
                continue
            leaves = [seat.group for seat in joiner.needs.left]
            if all(
                len(self.plan.members[group]) - left[group] - 1 >= joiner.needs.least(group)
                for group in leaves
            ):
                left.update(leaves)
                joined.append(joiner)
        return joined

    def _comes(self, choice: Choice, placements: tuple[Placement, ...]) -> Joiner | None:
        key = (choice.student, placements)
        if key not in self._coming:
            self._coming[key] = self._find_coming(choice, placements)
        return self._coming[key]

    def _find_coming(self, choice: Choice, placements: tuple[Placement, ...]) -> Joiner | None:
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
        return Joiner(needs, tuple(visits), tuple(rides))

    def _is_roomy(self, way: WayOut) -> bool:
        """Whether a run has seats for all who wait, so that none takes another's."""
        if way.ride is None:
            return True
        run = self.network.run_by_id[way.ride[0]]
        taken = max((n for (id, _, _), n in self.needs.riders.items() if id == run.id), default=0)
        return taken + len(self.waiting) + 1 <= run.seats


def _at_once(placement: Placement, others: Sequence[Placement]) -> int:
    """The most of the others that are held at one moment of the placement."""
    clashing = [other for other in others if clash(placement, other, NO_PAUSE)]
    moments = {placement.start, *(other.start for other in clashing if other.start > placement.start)}
    return max(
        sum(other.start <= moment < other.end and bool(other.weeks & (1 << (week - 1))) for other in clashing)
        for moment in moments
        for week in weeks_of(placement.weeks)
    )
